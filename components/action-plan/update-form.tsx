'use client'

import { useRouter } from 'next/navigation'
import type { Outcome } from '@/lib/access/outcome'
import { planUpdateSchema } from '@/lib/action-plan/schema'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { MILESTONES, PLAN_STATUSES, type Milestone, type PlanStatus } from '@/lib/pathway/action-plan'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Card } from '../ui/card'
import { DateInput } from '../ui/date-input'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

const NO_DAY = { day: '', month: '', year: '' }
type Form = { submissionKey: string; itemId: string; milestone: string; on: typeof NO_DAY; status: string; words: string; evidence: string; newDue: typeof NO_DAY }
type Props = { itemId: string; submissionKey: string; milestone: Milestone; status: PlanStatus; draft: FormDraft | undefined; save: (input: never) => Promise<Outcome<unknown>> }

/** What became of a row by a day: it stands beside the earlier updates and changes none. */
export function UpdateForm({ itemId, submissionKey, milestone, status, draft, save }: Props) {
  const router = useRouter()
  const fixed = { itemId, submissionKey }
  const command = useKeptCommand<Form, unknown>({ schema: planUpdateSchema, empty: { ...fixed, milestone, on: NO_DAY, status, words: '', evidence: '', newDue: NO_DAY }, fixed, draft, action: save, done: () => router.refresh() })
  const { errorOf, form: { register } } = command
  return (
    <Card title="Add an update" fields className="no-print">
      <CommandForm command={command} className="space-y-5">
        <Radios legend="Which update is this?" id="milestone" inline options={MILESTONES.map(({ id, label }) => ({ value: id, label }))} error={errorOf('milestone')} {...register('milestone')} />
        <DateInput legend="As of" name="on" error={errorOf('on')} part={(part) => register(`on.${part}`)} />
        <Radios legend="Where does it stand?" id="status" options={PLAN_STATUSES.map(({ id, label }) => ({ value: id, label }))} error={errorOf('status')} {...register('status')} />
        <TextArea label="What was done?" rows={3} error={errorOf('words')} {...register('words')} />
        <TextArea label="What shows it?" hint="Needed where it is done: a figure, an audit, a document. Else you may leave it empty" rows={2} error={errorOf('evidence')} {...register('evidence')} />
        <DateInput legend="Is it due on another day now?" name="newDue" optional error={errorOf('newDue')} part={(part) => register(`newDue.${part}`)} />
        <SendRow command={command} sending="Saving…">Save the update</SendRow>
      </CommandForm>
    </Card>
  )
}
