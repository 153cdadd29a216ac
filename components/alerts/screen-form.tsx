'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { screenSchema } from '@/lib/contacts/screen-schema'
import { EXPLOITATION_FLAGS, EXPLOITATION_LABELS } from '@/lib/pathway/words'
import { CommandForm } from '../forms/command-form'
import { ownIds } from '../forms/own-ids'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Props = { alertId: string; version: number; about: string; answer: (input: never) => Promise<Outcome<unknown>> }
type Form = { alertId: string; version: number; exploitation: string; note: string }

/** Answers whether exploitation is a concern, with why. Nothing is chosen beforehand: the question is a person's to answer. */
export function ScreenForm({ alertId, version, about, answer }: Props) {
  const router = useRouter()
  const command = useCommand<Form, unknown>({
    schema: screenSchema,
    defaultValues: { alertId, version, exploitation: '', note: '' },
    action: answer,
    done: () => router.refresh(),
  })
  const { register } = command.form
  const own = ownIds(alertId, command)
  return (
    <CommandForm command={own.command} className="space-y-4">
      <Radios
        legend="Is exploitation a concern?"
        hint="“Yes” and “Suspected” are set on the contact and on the child, as your answer."
        id={own.id('exploitation')}
        inline
        options={EXPLOITATION_FLAGS.map((value) => ({ value, label: EXPLOITATION_LABELS[value] }))}
        error={command.errorOf('exploitation')}
        {...register('exploitation')}
      />
      <TextArea label="Reason" hint="What you found, and where you looked" rows={2} id={own.id('note')} error={command.errorOf('note')} {...register('note')} />
      <Button type="submit" variant="secondary" size="small" pending={command.pending} pendingLabel="Saving…" aria-label={`Save answer: ${about}`}>
        Save answer
      </Button>
    </CommandForm>
  )
}
