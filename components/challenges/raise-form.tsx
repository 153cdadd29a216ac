'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { CHALLENGE_FROM_LABELS, raiseSchema } from '@/lib/challenges/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'

type From = 'referrer' | 'decider'
type Props = {
  contactId: string
  referralId: string | null
  /** Who may still challenge: each once. */
  from: readonly From[]
  raisedBy: string
  days: number
  raise: (input: never) => Promise<Outcome<unknown>>
}
type Form = { contactId: string; referralId: string | null; from: string; raisedBy: string; words: string }

/** Somebody disagrees with what came of it: who, and why. Once, and answered within its clock. */
export function RaiseForm({ contactId, referralId, from, raisedBy, days, raise }: Props) {
  const router = useRouter()
  const [only] = from
  const command = useCommand<Form, unknown>({
    schema: raiseSchema,
    defaultValues: { contactId, referralId, from: from.length === 1 && only ? only : '', raisedBy, words: '' },
    action: raise,
    done: () => router.refresh(),
  })
  const { register } = command.form
  // the form that tells the referrer may stand on the same page, with words of its own
  const errors = command.errors.map((error) => (error.href === '#words' ? { ...error, href: '#disagreement' as const } : error))
  return (
    <CommandForm command={{ ...command, errors }} className="space-y-4">
      <p>The safeguarding lead answers within {days} working days, with reasons. This can be done once.</p>
      {from.length > 1 ? <Radios legend="Who disagrees?" id="from" options={from.map((value) => ({ value, label: CHALLENGE_FROM_LABELS[value] }))} error={command.errorOf('from')} {...register('from')} /> : null}
      <TextInput label="Name of whoever disagrees" error={command.errorOf('raisedBy')} {...register('raisedBy')} />
      <TextArea label="Why?" rows={4} id="disagreement" error={command.errorOf('words')} {...register('words')} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Saving…">
        Challenge this
      </Button>
    </CommandForm>
  )
}
