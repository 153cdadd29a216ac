'use client'

import type { Outcome } from '@/lib/access/outcome'
import { PROTECTION_STEPS } from '@/lib/pathway/strategy-words'
import { stepSchema } from '@/lib/strategy/schema'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { DateInput } from '../ui/date-input'
import { Details } from '../ui/details'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import { useAgain } from './again'

type Form = { meetingId: string; kind: string; on: { day: string; month: string; year: string }; note: string }
type Props = { meetingId: string; open: readonly ('conference' | 'assessment')[]; record: (input: never) => Promise<Outcome<unknown>> }

/** What ends a clock of child protection. */
export function StepForm(props: Props) {
  const { key, again } = useAgain()
  return <Details summary="Record the conference or the assessment"><OneStep key={key} {...props} done={again} /></Details>
}

function OneStep({ meetingId, open, record, done }: Props & { done: () => void }) {
  const command = useCommand<Form, unknown>({ schema: stepSchema, defaultValues: { meetingId, kind: '', on: { day: '', month: '', year: '' }, note: '' }, action: record, done })
  const { form: { register }, errorOf } = command
  return (
    <CommandForm command={command} className="space-y-5 no-print">
      <Radios legend="What happened?" id="kind" options={PROTECTION_STEPS.filter(({ ends }) => open.includes(ends)).map(({ id, label }) => ({ value: id, label }))} error={errorOf('kind')} {...register('kind')} />
      <DateInput legend="On which day?" name="on" error={errorOf('on')} part={(part) => register(`on.${part}`)} />
      <TextArea label="What came of it?" rows={2} error={errorOf('note')} {...register('note')} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Saving…">Record it</Button>
    </CommandForm>
  )
}
