'use client'

import type { UseFormRegister } from 'react-hook-form'
import type { ContactForm } from '@/lib/contacts/form'
import { SEXES } from '@/lib/pathway/codes'
import { Checkbox } from '../ui/checkboxes'
import { DateInput } from '../ui/date-input'
import { Details } from '../ui/details'
import { TextInput } from '../ui/field'
import { Radios } from '../ui/radios'

type Props = { register: UseFormRegister<ContactForm>; errorOf: (path: string) => string | undefined; path?: string }

/** What a call tells of a child who is not on record yet. Only the name is needed. */
export function NewChildFields({ register, errorOf, path = 'child.child' }: Props) {
  const at = (name: string) => ({ id: `${path}.${name}`, error: errorOf(`${path}.${name}`) })
  return (
    <div className="space-y-5">
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <TextInput label="First name" {...at('givenName')} {...register('newChild.givenName')} />
        <TextInput label="Last name" {...at('familyName')} {...register('newChild.familyName')} />
      </div>
      <DateInput legend="Date of birth" optional name={`${path}.dateOfBirth`} error={errorOf(`${path}.dateOfBirth`)} hint="For example, 27 3 2011" part={(part) => register(`newChild.dateOfBirth.${part}`)} />
      <Checkbox label="This is an estimate" small {...register('newChild.birthEstimated')} id={`${path}.birthEstimated`} />
      <Radios legend="Sex" inline small id={`${path}.sex`} options={SEXES.map(({ code, label }) => ({ value: code, label }))} error={errorOf(`${path}.sex`)} {...register('newChild.sex')} />
      <Details summary="Address, phone and school" open={['line', 'postcode', 'phone', 'school'].some((name) => errorOf(`${path}.${name}`)) || undefined}>
        <TextInput label="Address" optional {...at('line')} {...register('newChild.line')} />
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
          <TextInput label="Postcode" optional width="s" {...at('postcode')} {...register('newChild.postcode')} />
          <TextInput label="Phone" optional inputMode="tel" width="m" {...at('phone')} {...register('newChild.phone')} />
        </div>
        <TextInput label="School or college" optional {...at('school')} {...register('newChild.school')} />
      </Details>
    </div>
  )
}
