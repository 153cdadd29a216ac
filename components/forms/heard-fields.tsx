'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import { Card } from '../ui/card'

/** What stands in the fields of somebody's view. */
export type HeardForm = { heard: string; view: string; notHeard: string; plan: string }
export const NOT_ASKED: HeardForm = { heard: '', view: '', notHeard: '', plan: '' }

type Props = { who: 'young' | 'parents'; title: string; legend: string; errorOf: (path: string) => string | undefined }

/** Whether somebody was heard and what they say; or why not, and how it will be tried. Stands in a form's context. */
export function HeardFields({ who, title, legend, errorOf }: Props) {
  const { register, control } = useFormContext<Record<'young' | 'parents', HeardForm>>()
  const heard = useWatch({ control, name: `${who}.heard` })
  const field = (part: keyof HeardForm) => ({ id: `${who}.${part}`, error: errorOf(`${who}.${part}`), ...register(`${who}.${part}`) })
  return (
    <Card title={title} fields>
      <Radios legend={legend} inline options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'Not yet' }]} {...field('heard')} />
      {heard === 'yes' ? <TextArea label="What do they say?" hint="In their own words where you can" rows={4} {...field('view')} /> : null}
      {heard === 'no' ? (
        <>
          <TextArea label="Why not?" rows={2} {...field('notHeard')} />
          <TextArea label="How and when will you try to hear them?" rows={2} {...field('plan')} />
        </>
      ) : null}
    </Card>
  )
}
