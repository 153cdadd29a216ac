'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import type { Party } from '@/lib/pathway/plan'
import { Checkbox } from '../ui/checkboxes'
import { DateInput } from '../ui/date-input'
import { TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import type { EditForm } from './section-fields'

type Part = 'involved' | 'how' | 'words' | 'whyNot' | 'willTry'

/** How somebody was part of the plan, or why not and what will be tried. */
export function InvolvementFields({ party: { key, name, as }, errorOf }: { party: Party; errorOf: (path: string) => string | undefined }) {
  const { register, control } = useFormContext<EditForm>()
  const at = `involvement.${key}` as const
  const involved = useWatch({ control, name: `${at}.involved` })
  const field = <P extends Part>(part: P) => ({ id: `${at}.${part}`, error: errorOf(`${at}.${part}`), ...register(`${at}.${part}`) })
  return (
    <section aria-label={name} className="space-y-4 border-b pb-5 last:border-b-0 last:pb-0">
      <Radios legend={`Was ${name} involved?`} hint={as} inline options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'Not yet' }]} {...field('involved')} />
      {involved === 'yes' ? (
        <>
          <TextInput label="How?" width="l" hint="For example, we wrote it together at the youth centre" {...field('how')} />
          <DateInput legend="When?" id={`${at}.on`} name={`${at}.on`} error={errorOf(`${at}.on`)} part={(part) => register(`${at}.on.${part}`)} />
          <TextArea label="What do they say?" hint="In their own words where you can" rows={3} {...field('words')} />
          <Checkbox label={<>Keep these words off the family copy<span className="sr-only">: {name}</span></>} small {...register(`${at}.withheld`)} id={`${at}.withheld`} />
        </>
      ) : null}
      {involved === 'no' ? (
        <>
          <TextArea label="Why not?" rows={2} {...field('whyNot')} />
          <TextArea label="What will be tried?" hint="How and when; none of this is on the family copy" rows={2} {...field('willTry')} />
        </>
      ) : null}
    </section>
  )
}
