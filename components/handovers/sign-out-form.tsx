'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { fromDraft } from '@/lib/drafts/restore'
import { signOutSchema } from '@/lib/handovers/schema'
import type { HandoverLine } from '@/lib/handovers/view'
import { CommandForm } from '../forms/command-form'
import { DraftNotice } from '../forms/draft-notice'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { TextArea, TextInput } from '../ui/field'
import { SaveStatus } from '../ui/save-status'
import { LineText } from './handover-line'

type Props = {
  title: string
  /** The change of shift, an ISO instant. */
  shiftAt: string
  /** Of the hand-over that is there already; 0 for none. */
  version: number
  overall: string
  lines: readonly HandoverLine[]
  sign: (input: never) => Promise<Outcome<unknown>>
  draft: { id: string; content: Record<string, unknown> | undefined }
}

/** `notes` by the key of the line. */
type Form = { overall: string; notes: Record<string, string> }

/** What is open now, a note on each and one on the whole, and the signature of the side that goes off. */
export function SignOutForm({ title, shiftAt, version, overall, lines, sign, draft }: Props) {
  const router = useRouter()
  const empty: Form = { overall, notes: Object.fromEntries(lines.map((line) => [line.key, line.note])) }
  const drafted = fromDraft<Form>(empty, draft.content)
  const command = useCommand<Form, unknown>({
    schema: signOutSchema,
    defaultValues: { ...drafted, notes: { ...empty.notes, ...drafted.notes } },
    toInput: (form) => ({ shiftAt, version, overall: form.overall, items: lines.map(({ key, kind, id }) => ({ kind, id, note: form.notes[key] ?? '' })) }),
    draft: { kind: 'handover', id: draft.id },
    action: sign,
    done: () => router.refresh(),
  })
  const { register } = command.form
  const { errorOf } = command
  return (
    <Card title={title} id="hand-over">
      <CommandForm command={command} className="space-y-5">
        {draft.content ? <DraftNotice draftId={draft.id} /> : null}
        <TextArea label="What the next shift needs to know" optional rows={4} error={errorOf('overall')} {...register('overall')} />
        <div>
          <h3>Open now</h3>
          {lines.length ? (
            <ul className="divide-y">
              {lines.map((line, at) => (
                <li key={line.key}>
                  <LineText line={line}>
                    <div className="mt-2 max-w-prose">
                      <TextInput label={`Note on ${line.title}${line.kind === 'alert' && line.child ? `, ${line.child}` : ''}`} optional id={`items.${at}.note`} error={errorOf(`items.${at}.note`)} {...register(`notes.${line.key}`)} />
                    </div>
                  </LineText>
                </li>
              ))}
            </ul>
          ) : (
            <p>No contact waits for a decision and no alert for an answer.</p>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button type="submit" pending={command.pending} pendingLabel="Signing…">
            Sign and hand over
          </Button>
          <SaveStatus {...command.kept} />
        </div>
      </CommandForm>
    </Card>
  )
}
