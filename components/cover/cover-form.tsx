'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { FormProvider, useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import type { PractitionerLoad } from '@/lib/cases/workload'
import { coverSchema, endCoverSchema } from '@/lib/cover/schema'
import { MOST_COVER_DAYS, type Continuity } from '@/lib/pathway/cover'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { DateInput } from '../ui/date-input'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import { ContinuityFields, NOT_SAID } from './continuity-fields'

type Date3 = { day: string; month: string; year: string }
const NO_DAY: Date3 = { day: '', month: '', year: '' }
type Form = { caseId: string; submissionKey: string; coverId: string; startsOn: Date3; untilOn: Date3; reason: string; continuity: Continuity }

type Props = {
  caseId: string
  submissionKey: string
  holderId: string
  /** What this case weighs, as a share of a high-priority one. */
  weight: number
  team: readonly PractitionerLoad[]
  /** Where to go on: the list of what its holder has, or the case. */
  back: string
  arrange: (input: never) => Promise<Outcome<unknown>>
}

/** Arranges cover of one case for some days: who, when, and how the young person hears of it. */
export function CoverForm({ caseId, submissionKey, holderId, weight, team, back, arrange }: Props) {
  const router = useRouter()
  const command = useCommand<Form, unknown>({
    schema: coverSchema,
    defaultValues: { caseId, submissionKey, coverId: '', startsOn: NO_DAY, untilOn: NO_DAY, reason: '', continuity: NOT_SAID },
    action: arrange,
    done: () => router.push(back as Route),
  })
  const { form, errorOf } = command
  const { register, control } = form
  const coverId = useWatch({ control, name: 'coverId' })
  const chosen = team.find(({ id }) => id === coverId)
  const over = chosen ? chosen.load.weight + weight > chosen.load.maximum : false
  const options = team.filter(({ id }) => id !== holderId).map(({ id, name, load }) => {
    const then = load.weight + weight
    return { value: id, label: name, hint: `Carries ${load.weight}. With this one ${then}${then > load.maximum ? `, over the maximum of ${load.maximum}` : ` of ${load.maximum}`}` }
  })
  return (
    <FormProvider {...form}>
      <CommandForm command={command} className="max-w-form space-y-6">
        <Card title="Who and when" fields>
          <Radios legend="Who covers?" id="coverId" options={options} error={errorOf('coverId')} {...register('coverId')} />
          {over || errorOf('reason') ? <TextArea label="Why go over the maximum?" hint="The board sees every breach with its reason" rows={2} error={errorOf('reason')} {...register('reason')} /> : null}
          <DateInput legend="First day" hint="They see the case from this day" name="startsOn" error={errorOf('startsOn')} part={(part) => register(`startsOn.${part}`)} />
          <DateInput legend="Last day" hint={`Up to ${MOST_COVER_DAYS / 7} weeks. For longer, hand the case over`} name="untilOn" error={errorOf('untilOn')} part={(part) => register(`untilOn.${part}`)} />
        </Card>
        <Card title="The young person" fields><ContinuityFields errorOf={errorOf} /></Card>
        <Button type="submit" pending={command.pending} pendingLabel="Saving…">Arrange cover</Button>
      </CommandForm>
    </FormProvider>
  )
}

/** Ends a cover before its last day. */
export function EndCoverForm({ coverId, end }: { coverId: string; end: Props['arrange'] }) {
  const router = useRouter()
  const command = useCommand<{ coverId: string; why: string }, unknown>({ schema: endCoverSchema, defaultValues: { coverId, why: '' }, action: end, done: () => router.refresh() })
  return (
    <CommandForm command={command} className="mt-4 space-y-4">
      <TextArea label="Why does the cover end early?" rows={2} error={command.errorOf('why')} {...command.form.register('why')} />
      <Button type="submit" variant="secondary" pending={command.pending} pendingLabel="Ending…">End the cover</Button>
    </CommandForm>
  )
}
