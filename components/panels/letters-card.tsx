'use client'

import { useRouter } from 'next/navigation'
import type { Letters, LetterView } from '@/lib/panels/letters'
import { lettersSchema } from '@/lib/panels/schema'
import { LETTER_WAYS } from '@/lib/pathway/panel'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { TextInput } from '../ui/field'
import { Tag } from '../ui/tag'
import { When } from '../when'
import { Press, type Command } from './press'

/** Letters to GPs once the minutes are issued: for whom there is one, who made it, whether it was sent, and for whom none can be made. */
export function LettersCard({ panelId, letters, make, send }: { panelId: string; letters: Letters; make?: Command | undefined; send?: Command | undefined }) {
  return (
    <Card title="Letters to GPs" id="letters">
      <p className="mb-3 text-ink-soft">Each tells the practice that the child was discussed, the level, when it is looked at again and who to ring. Nothing else.</p>
      {letters.items.length ? (
        <ul className="divide-y">
          {letters.items.map((one) => (
            <li key={one.itemId} className="space-y-1 py-2.5 first:pt-0">
              <p className="font-semibold wrap-anywhere">{one.about.split('. ')[0]}</p>
              <Letter panelId={panelId} one={one} send={send} />
            </li>
          ))}
        </ul>
      ) : <p>No case was decided, so there is nobody to write to.</p>}
      {make && letters.ready ? <MakeForm panelId={panelId} ready={letters.ready} ring={letters.ring} make={make} /> : null}
    </Card>
  )
}

function Letter({ panelId, one: { letter, gpPractice, closed, about }, send }: { panelId: string; one: LetterView; send?: Command | undefined }) {
  const name = about.split('. ')[0]
  if (!letter) {
    if (closed) return <p>This case was closed since. The CATE manager makes the letter.</p>
    return gpPractice ? <p>To {gpPractice}. Not made yet.</p> : <p><Tag tone="amber">No GP on record</Tag> No letter can be made. Ask the family or the school nurse which practice it is, and add it to the child’s record.</p>
  }
  const { id, to, madeAt, madeBy, sent } = letter
  return (
    <>
      <p className="wrap-anywhere"><a href={`/panels/${panelId}/letters/${id}`}>Letter<span className="sr-only"> about {name}</span> (PDF)</a> to {to}. <span className="text-ink-soft">Made by {madeBy}, <When at={madeAt} /></span></p>
      {sent ? <p><Tag tone="green">Sent</Tag> {LETTER_WAYS.find(({ id: way }) => way === sent.how)?.label}, {sent.by}, <When at={sent.at} /></p> : send ? (
        <Details summary={<>It was sent<span className="sr-only"> about {name}</span></>}>
          <p className="flex flex-wrap gap-2">{LETTER_WAYS.map(({ id: how, label }) => <Press key={how} command={send} size="small" label={`${label}: the letter about ${name}`} input={{ letterId: id, how }}>{label}</Press>)}</p>
        </Details>
      ) : <p>Not sent yet.</p>}
    </>
  )
}

function MakeForm({ panelId, ready, ring, make }: { panelId: string; ready: number; ring: string; make: Command }) {
  const router = useRouter()
  const command = useCommand<{ ring: string }, unknown>({ schema: lettersSchema, defaultValues: { ring }, toInput: (form) => ({ ...form, panelId }), action: make, done: () => router.refresh() })
  return (
    <CommandForm command={command} className="mt-4 space-y-3 border-t pt-4">
      <TextInput label="Who does the practice ring?" hint="A name or a team, and the number. It stands in each letter" error={command.errorOf('ring')} {...command.form.register('ring')} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Making…">{ready === 1 ? 'Make the letter' : `Make ${ready} letters`}</Button>
    </CommandForm>
  )
}
