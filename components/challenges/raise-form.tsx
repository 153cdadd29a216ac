'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { CHALLENGE_FROM_LABELS, raiseSchema } from '@/lib/challenges/schema'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Details } from '../ui/details'
import { TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'

type From = 'referrer' | 'decider'
type Props = {
  /** What unfolds it. */
  summary: string
  contactId: string
  referralId: string | null
  /** Who may still challenge: each once. */
  from: readonly From[]
  raisedBy: string
  days: number
  raise: (input: never) => Promise<Outcome<unknown>>
  draft: FormDraft | undefined
}
type Form = { contactId: string; referralId: string | null; from: string; raisedBy: string; words: string }

/** Somebody disagrees with what came of it: who, and why. Once, and answered within its clock. Folded away until it is wanted. */
export function RaiseForm({ summary, contactId, referralId, from, raisedBy, days, raise, draft }: Props) {
  const router = useRouter()
  const [only] = from
  const command = useKeptCommand<Form, unknown>({
    schema: raiseSchema,
    empty: { contactId, referralId, from: '', raisedBy, words: '' },
    fixed: { contactId, referralId, ...(from.length === 1 && only ? { from: only } : {}) },
    draft,
    action: raise,
    done: () => router.refresh(),
  })
  const { register } = command.form
  // the form that tells the referrer may stand on the same page, with words of its own
  const errors = command.errors.map((error) => (error.href === '#words' ? { ...error, href: '#disagreement' as const } : error))
  return (
    <Details summary={summary} open={command.unsaved !== undefined}>
      <CommandForm command={{ ...command, errors }} className="space-y-4">
        <p>The safeguarding lead answers within {days} working days, with reasons. This can be done once.</p>
        {from.length > 1 ? <Radios legend="Who disagrees?" id="from" options={from.map((value) => ({ value, label: CHALLENGE_FROM_LABELS[value] }))} error={command.errorOf('from')} {...register('from')} /> : null}
        <TextInput label="Name of whoever disagrees" error={command.errorOf('raisedBy')} {...register('raisedBy')} />
        <TextArea label="Why?" rows={4} id="disagreement" error={command.errorOf('words')} {...register('words')} />
        <SendRow command={command} variant="secondary" sending="Saving…">Challenge this</SendRow>
      </CommandForm>
    </Details>
  )
}
