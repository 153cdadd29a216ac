'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { MeetingItem } from '@/lib/panels/meeting'
import { noteSchema } from '@/lib/panels/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { When } from '../when'
import type { Command } from './press'

/** What is written down as people speak: each line is kept as it is sent, and others' lines appear by themselves. */
export function Notes({ itemId, notes, add }: { itemId: string; notes: MeetingItem['notes']; add?: Command | undefined }) {
  return (
    <Card title="Notes" id="notes">
      {notes.length ? (
        <ol className="mb-4 space-y-2 text-[1.125rem]" aria-live="polite">
          {notes.map(({ id, text, by, at, own }) => (
            <li key={id} className="border-l-4 pl-3"><span className="wrap-anywhere whitespace-pre-line">{text}</span> <span className="text-[0.9375rem] text-ink-soft">{own ? 'You' : by}, <When at={at} /></span></li>
          ))}
        </ol>
      ) : <p className="mb-4 text-ink-soft">Nothing noted yet.</p>}
      {add ? <NoteForm itemId={itemId} add={add} /> : null}
    </Card>
  )
}

function NoteForm({ itemId, add }: { itemId: string; add: Command }) {
  const [key, setKey] = useState('')
  return <OneNote key={key} itemId={itemId} add={add} again={() => setKey(crypto.randomUUID())} focused={key !== ''} />
}

function OneNote({ itemId, add, again, focused }: { itemId: string; add: Command; again: () => void; focused: boolean }) {
  const router = useRouter()
  // one key for one line, however often it has to be sent
  const key = useRef('')
  const command = useCommand<{ text: string }, unknown>({
    schema: noteSchema,
    defaultValues: { text: '' },
    toInput: ({ text }) => ({ itemId, submissionKey: (key.current ||= crypto.randomUUID()), text }),
    action: add,
    done: () => { again(); router.refresh() },
  })
  return (
    <CommandForm command={command} className="space-y-3">
      <TextArea
        label="Next line" hint="Enter keeps it; Shift and Enter begins a new line" rows={2} autoFocus={focused} error={command.errorOf('text')} {...command.form.register('text')}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.currentTarget.form?.requestSubmit()
        }}
      />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Keeping…">Keep this line</Button>
    </CommandForm>
  )
}
