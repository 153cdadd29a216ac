'use client'

import { useRouter } from 'next/navigation'
import { FormProvider, useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { allocateSchema } from '@/lib/cases/schema'
import type { PractitionerLoad } from '@/lib/cases/workload'
import type { Continuity } from '@/lib/pathway/cover'
import { ContinuityFields, NOT_SAID } from '../cover/continuity-fields'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Props = {
  caseId: string
  version: number
  /** What this case weighs, as a share of a high-priority one. */
  weight: number
  holderId: string | null
  team: readonly PractitionerLoad[]
  allocate: (input: never) => Promise<Outcome<unknown>>
}

/** Names who holds the case, with what each carries now and would carry. Over the maximum asks for a reason. */
export function AllocateForm({ caseId, version, weight, holderId, team, allocate }: Props) {
  const router = useRouter()
  const command = useCommand<{ caseId: string; version: number; practitionerId: string; reason: string; continuity: Continuity }, unknown>({
    schema: allocateSchema,
    defaultValues: { caseId, version, practitionerId: '', reason: '', continuity: NOT_SAID },
    action: allocate,
    done: () => router.refresh(),
  })
  const { register, control } = command.form
  const practitionerId = useWatch({ control, name: 'practitionerId' })
  const chosen = team.find((one) => one.id === practitionerId)
  const over = chosen ? chosen.load.weight + weight > chosen.load.maximum : false
  return (
    <Card title={holderId ? 'Allocate to somebody else' : 'Allocate this case'} id="allocate">
      <FormProvider {...command.form}>
      <CommandForm command={command} className="space-y-5">
        <Radios
          legend="Who will work with this young person?"
          id="practitionerId"
          error={command.errorOf('practitionerId')}
          options={team.filter(({ id }) => id !== holderId).map(({ id, name, load }) => ({ value: id, label: name, hint: hintOf(load, weight) }))}
          {...register('practitionerId')}
        />
        {over || command.errorOf('reason') ? (
          <TextArea label="Why go over the maximum?" hint="The board sees every breach with its reason" rows={2} error={command.errorOf('reason')} {...register('reason')} />
        ) : null}
        <ContinuityFields later={!holderId} errorOf={command.errorOf} />
        <Button type="submit" pending={command.pending} pendingLabel="Allocating…">
          Allocate
        </Button>
      </CommandForm>
      </FormProvider>
    </Card>
  )
}

function hintOf(load: PractitionerLoad['load'], weight: number): string {
  const then = load.weight + weight
  const breach = then > load.maximum ? `, over the maximum of ${load.maximum}` : ` of ${load.maximum}`
  return `${load.count} open ${load.count === 1 ? 'case' : 'cases'}, weighing ${load.weight}. With this one ${then}${breach}`
}
