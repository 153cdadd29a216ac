'use client'

import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { fromDraft } from '@/lib/drafts/restore'
import { ACTION_OWNERS } from '@/lib/pathway/actions'
import { planActionSchema } from '@/lib/plans/schema'
import { CommandForm } from '../forms/command-form'
import { SendRow } from '../forms/send-row'
import { useCommand } from '../forms/use-command'
import { Checkbox } from '../ui/checkboxes'
import { DateInput } from '../ui/date-input'
import { Details } from '../ui/details'
import { Select, TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'

type Action = { what: string; ownerKind: string; ownerUserId: string; ownerAgencyId: string; ownerName: string; dueOn: { day: string; month: string; year: string } }
type Form = { caseId: string; actions: [Action]; family: boolean }
const EMPTY: Action = { what: '', ownerKind: '', ownerUserId: '', ownerAgencyId: '', ownerName: '', dueOn: { day: '', month: '', year: '' } }

type Owner = { id: string; name: string }
type Props = {
  caseId: string
  people: readonly Owner[]
  agencies: readonly Owner[]
  add: (input: never) => Promise<Outcome<unknown>>
  draft: { id: string; content: Record<string, unknown> | undefined }
}

/** One more action of the plan; its owner may be the young person and the family as well as those who sign in. */
export function ActionForm({ caseId, people, agencies, add, draft }: Props) {
  const router = useRouter()
  const command = useCommand<Form, unknown>({
    schema: planActionSchema,
    defaultValues: { ...fromDraft({ actions: [EMPTY] as [Action], family: true }, draft.content), caseId },
    draft: { kind: 'plan', id: draft.id },
    action: add,
    done: () => router.refresh(),
  })
  const { form: { register, control }, errorOf } = command
  const kind = useWatch({ control, name: 'actions.0.ownerKind' })
  const field = <P extends Exclude<keyof Action, 'dueOn'>>(part: P) => ({ id: `actions.0.${part}`, error: errorOf(`actions.0.${part}`), ...register(`actions.0.${part}`) })
  const choose = (list: readonly Owner[]) => [{ value: '', label: 'Choose' }, ...list.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <Details summary="Add an action" open={Boolean(draft.content)}>
      <CommandForm command={command} className="max-w-form space-y-5">
        <TextArea label="What is to be done?" hint="In words that whoever does it understands" rows={2} {...field('what')} />
        <Radios legend="Who does it?" options={ACTION_OWNERS.map(({ id, label }) => ({ value: id, label }))} {...field('ownerKind')} />
        {kind === 'person' ? <Select label="The person" options={choose(people)} {...field('ownerUserId')} /> : null}
        {kind === 'agency' ? <Select label="The agency" options={choose(agencies)} {...field('ownerAgencyId')} /> : null}
        {kind === 'family' || kind === 'other' ? <TextInput label="Who" width="l" hint="For example, “Mum” or “Nan”" {...field('ownerName')} /> : null}
        <DateInput legend="By when?" id="actions.0.dueOn" name="actions.0.dueOn" error={errorOf('actions.0.dueOn')} part={(part) => register(`actions.0.dueOn.${part}`)} />
        <Checkbox label="On the family copy" small {...register('family')} />
        <SendRow command={command} sending="Adding…">Add the action</SendRow>
      </CommandForm>
    </Details>
  )
}
