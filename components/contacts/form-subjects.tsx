'use client'

import { useFieldArray } from 'react-hook-form'
import { emptySubject } from '@/lib/contacts/form'
import { SUBJECT_KINDS, type SubjectKind } from '@/lib/pathway/subjects'
import { Button } from '../ui/button'
import { Details } from '../ui/details'
import { TextInput } from '../ui/field'
import type { SectionProps } from './form-section'

/** People, places and vehicles that the call is about. Opens by itself where no child is named. */
export function SubjectFields({ form, errorOf, open }: SectionProps & { open: boolean }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'subjects' })
  const add = (kind: SubjectKind) => append(emptySubject(kind), { focusName: `subjects.${fields.length}.label` })
  return (
    <Details summary="People, places and vehicles it is about" open={open || fields.length > 0 || undefined}>
      <p className="text-ink-soft">They can be found again when another call names them, with a child or without.</p>
      <div id="subjects" className="space-y-4">
        {fields.map((field, at) => {
          const kind = SUBJECT_KINDS.find(({ id }) => id === field.kind) ?? SUBJECT_KINDS[0]
          const path = `subjects.${at}` as const
          return (
            <fieldset key={field.id} className="min-w-0 rounded border px-3 pt-2 pb-3">
              <legend className="px-1 font-semibold">{kind.label} {fields.length > 1 ? at + 1 : null}</legend>
              <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
                <TextInput label={kind.ask} hint={kind.hint} id={`${path}.label`} error={errorOf(`${path}.label`)} {...form.register(`${path}.label`)} />
                <TextInput label="What else is known of it" optional hint="What it has to do with the child or the call" id={`${path}.note`} error={errorOf(`${path}.note`)} {...form.register(`${path}.note`)} />
              </div>
              <p className="mt-2">
                <Button size="small" variant="quiet" onClick={() => remove(at)}>
                  Remove<span className="sr-only"> {kind.label.toLowerCase()} {at + 1}</span>
                </Button>
              </p>
            </fieldset>
          )
        })}
      </div>
      <p className="mt-3 flex flex-wrap gap-2">
        {SUBJECT_KINDS.map(({ id, label }) => (
          <Button key={id} size="small" variant="secondary" onClick={() => add(id)}>
            Add a {label.toLowerCase()}
          </Button>
        ))}
      </p>
    </Details>
  )
}
