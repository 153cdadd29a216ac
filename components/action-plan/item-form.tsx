'use client'

import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { planItemSchema } from '@/lib/action-plan/schema'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { PLAN_FIGURES } from '@/lib/pathway/action-plan'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { DateInput } from '../ui/date-input'
import { Select, TextArea, TextInput } from '../ui/field'

const NO_DAY = { day: '', month: '', year: '' }
type Form = { submissionKey: string; auditId: string | null; recommendation: string; action: string; how: string; leadAgencyId: string; leadName: string; due: typeof NO_DAY; figures: string[] }
type Props = { submissionKey: string; auditId: string | null; agencies: readonly { id: string; name: string }[]; draft: FormDraft | undefined; add: (input: never) => Promise<Outcome<{ id: string }>> }

/** A new row of the board’s plan. */
export function ItemForm({ submissionKey, auditId, agencies, draft, add }: Props) {
  const router = useRouter()
  const command = useKeptCommand<Form, { id: string }>({
    schema: planItemSchema,
    empty: { submissionKey, auditId, recommendation: '', action: '', how: '', leadAgencyId: '', leadName: '', due: NO_DAY, figures: [] },
    fixed: { submissionKey, auditId },
    draft,
    action: add,
    done: ({ id }) => router.push(`/action-plan/${id}`),
  })
  const { errorOf, form: { register, control } } = command
  const lead = useWatch({ control, name: 'leadAgencyId' })
  return (
    <Card className="max-w-form" fields>
      <CommandForm command={command} className="space-y-5">
        <TextArea label="Recommendation" hint="What was recommended, in the words of whoever did" rows={2} error={errorOf('recommendation')} {...register('recommendation')} />
        <TextArea label="Action" hint="What will be done about it" rows={2} error={errorOf('action')} {...register('action')} />
        <Select label="Who leads it?" options={agencies.map(({ id, name }) => ({ value: id, label: name }))} placeholder="Somebody who is not in this list" width="l" error={errorOf('leadAgencyId')} {...register('leadAgencyId')} />
        {lead ? null : <TextInput label="Who?" width="l" error={errorOf('leadName')} {...register('leadName')} />}
        <TextArea label="How?" rows={2} error={errorOf('how')} {...register('how')} />
        <DateInput legend="By when?" name="due" error={errorOf('due')} part={(part) => register(`due.${part}`)} />
        <Checkboxes legend="Where will its effect show?" id="figures" optional small options={PLAN_FIGURES.map(({ id, label }) => ({ value: id, label }))} error={errorOf('figures')} {...register('figures')} />
        <SendRow command={command} sending="Adding…">Add the action</SendRow>
      </CommandForm>
    </Card>
  )
}
