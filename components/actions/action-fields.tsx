'use client'

import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import type { NewActionInput } from '@/lib/actions/schema'
import { ACTION_OWNERS } from '@/lib/pathway/actions'
import { Button } from '../ui/button'
import { DateInput } from '../ui/date-input'
import { Fieldset } from '../ui/fieldset'
import { TextArea, TextInput } from '../ui/field'
import { Select } from '../ui/select'

/** Whom an action may be given to: people and agencies that answer in Waymark. */
export type ActionOwners = { people: readonly { id: string; name: string }[]; agencies: readonly { id: string; name: string }[] }

/** An action as it stands in a form. */
export type ActionForm = Omit<NewActionInput, 'ownerKind'> & { ownerKind: string }

const EMPTY: ActionForm = { what: '', ownerKind: '', ownerUserId: '', ownerAgencyId: '', ownerName: '', dueOn: { day: '', month: '', year: '' } }

/** Actions with who does each and by when, in a form whose value `actions` is their list. */
export function ActionFields({ owners, errorOf }: { owners: ActionOwners; errorOf: (path: string) => string | undefined }) {
  const { control } = useFormContext<{ actions: ActionForm[] }>()
  const { fields, append, remove } = useFieldArray({ control, name: 'actions' })
  return (
    <div className="space-y-6">
      {fields.map(({ id }, index) => (
        <OneAction key={id} index={index} owners={owners} errorOf={errorOf} remove={() => remove(index)} />
      ))}
      <Button variant="secondary" onClick={() => append(EMPTY)}>{fields.length ? 'Add another action' : 'Add an action'}</Button>
    </div>
  )
}

type OneProps = { index: number; owners: ActionOwners; errorOf: (path: string) => string | undefined; remove: () => void }

function OneAction({ index, owners, errorOf, remove }: OneProps) {
  const { register, control } = useFormContext<{ actions: ActionForm[] }>()
  const kind = useWatch({ control, name: `actions.${index}.ownerKind` })
  const field = (part: 'what' | 'ownerKind' | 'ownerUserId' | 'ownerAgencyId' | 'ownerName') => {
    const path = `actions.${index}.${part}` as const
    return { id: path, error: errorOf(path), ...register(path) }
  }
  const due = `actions.${index}.dueOn` as const
  const choices = (some: readonly { id: string; name: string }[]) => some.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Fieldset id={`actions.${index}`} role="group" legend={`Action ${index + 1}`}>
      <div className="space-y-4 border-l-4 pl-4">
        <TextArea label="What is to be done?" rows={2} {...field('what')} />
        <Select label="Who does it?" options={[{ value: '', label: 'Choose' }, ...ACTION_OWNERS.map(({ id, label }) => ({ value: id, label }))]} {...field('ownerKind')} />
        {kind === 'person' ? <Select label="Which person?" options={[{ value: '', label: 'Choose' }, ...choices(owners.people)]} {...field('ownerUserId')} /> : null}
        {kind === 'agency' ? <Select label="Which agency?" options={[{ value: '', label: 'Choose' }, ...choices(owners.agencies)]} {...field('ownerAgencyId')} /> : null}
        {kind === 'family' || kind === 'other' ? <TextInput label="Who?" hint="For example, her mother" {...field('ownerName')} /> : null}
        <DateInput legend="By when?" name={due} error={errorOf(due)} part={(part) => register(`${due}.${part}`)} />
        <Button variant="secondary" onClick={remove}>Remove action {index + 1}</Button>
      </div>
    </Fieldset>
  )
}
