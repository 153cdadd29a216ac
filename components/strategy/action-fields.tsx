'use client'

import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { ACTION_OWNERS } from '@/lib/pathway/actions'
import { Button } from '../ui/button'
import { DateInput } from '../ui/date-input'
import { Select, TextArea, TextInput } from '../ui/field'

export type ActionForm = { what: string; ownerKind: string; ownerUserId: string; ownerAgencyId: string; ownerName: string; dueOn: { day: string; month: string; year: string } }
const EMPTY: ActionForm = { what: '', ownerKind: '', ownerUserId: '', ownerAgencyId: '', ownerName: '', dueOn: { day: '', month: '', year: '' } }

type Named = { id: string; name: string }
type Props = { people: readonly Named[]; agencies: readonly Named[]; errorOf: (path: string) => string | undefined }

/** What is agreed, who does it and by when; as many as there are. */
export function ActionFields(props: Props) {
  const { fields, append, remove } = useFieldArray<{ actions: ActionForm[] }, 'actions'>({ name: 'actions' })
  return (
    <div className="space-y-4">
      {fields.map((one, at) => (
        <fieldset key={one.id} className="space-y-5 rounded-lg border px-4 py-4 sm:px-5">
          <legend className="px-1 font-semibold">Action {at + 1}</legend>
          <OneAction at={at} {...props} />
          <Button variant="quiet" size="small" onClick={() => remove(at)}>Remove action {at + 1}</Button>
        </fieldset>
      ))}
      <Button variant="secondary" onClick={() => append(EMPTY, { focusName: `actions.${fields.length}.what` })}>{fields.length ? 'Add another action' : 'Add an action'}</Button>
    </div>
  )
}

function OneAction({ at, people, agencies, errorOf }: Props & { at: number }) {
  const { register, control } = useFormContext<{ actions: ActionForm[] }>()
  const path = `actions.${at}` as const
  const kind = useWatch({ control, name: `${path}.ownerKind` })
  const field = <P extends Exclude<keyof ActionForm, 'dueOn'>>(part: P) => ({ id: `${path}.${part}`, error: errorOf(`${path}.${part}`), ...register(`${path}.${part}`) })
  const options = (list: readonly Named[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <TextArea label="What is to be done?" rows={2} {...field('what')} />
      <Select label="Who does it?" placeholder="Choose" width="full" options={ACTION_OWNERS.map(({ id, label }) => ({ value: id, label }))} {...field('ownerKind')} />
      {kind === 'person' ? <Select label="Person" placeholder="Choose" width="full" options={options(people)} {...field('ownerUserId')} /> : null}
      {kind === 'agency' ? <Select label="Agency" placeholder="Choose" width="full" options={options(agencies)} {...field('ownerAgencyId')} /> : null}
      {kind === 'family' || kind === 'other' ? <TextInput label="Name" hint="For example “Her mother”" {...field('ownerName')} /> : null}
      <DateInput legend="By when?" name={`${path}.dueOn`} id={`${path}.dueOn`} error={errorOf(`${path}.dueOn`)} part={(part) => register(`${path}.dueOn.${part}`)} />
    </>
  )
}
