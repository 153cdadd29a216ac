'use client'

import { useWatch } from 'react-hook-form'
import { CONCERN_GROUPS, CONCERN_TYPES, EXPLOITATION_FLAGS, EXPLOITATION_LABELS } from '@/lib/pathway/words'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { Details } from '../ui/details'
import { TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import type { SectionProps } from './form-section'

/** What is worrying, and whether exploitation is: a person says so, never the boxes. */
export function ConcernSection({ form, errorOf, exploitation }: SectionProps & { exploitation: string }) {
  const { register, control } = form
  const concerns = useWatch({ control, name: 'concerns' })
  const open = exploitation === 'yes' || exploitation === 'suspected'
  return (
    <Card title="Concerns" fields>
      <Radios
        legend="Is exploitation a concern?"
        inline
        id="exploitation"
        error={errorOf('exploitation')}
        options={EXPLOITATION_FLAGS.map((flag) => ({ value: flag, label: EXPLOITATION_LABELS[flag] }))}
        {...register('exploitation')}
      />
      <div id="concerns" className="mt-5 space-y-1">
        <p className="font-semibold">What is worrying? Choose all that were told</p>
        {CONCERN_GROUPS.map(({ id, label }, index) => (
          <Details key={id} summary={label} open={index === 0 || (open && index === 1) || undefined}>
            <div className="[&_.wm-choice-row]:w-full lg:columns-2">
              <Checkboxes
                legend={label}
                legendHidden
                small
                id={`concerns-${id}`}
                options={CONCERN_TYPES.filter((concern) => concern.group === id).map((concern) => ({ value: concern.id, label: concern.label }))}
                {...register('concerns')}
              />
            </div>
          </Details>
        ))}
      </div>
      {concerns.includes('school_absence') ? (
        <TextInput label="Whole school days missed" optional hint="This term, as far as the caller knows" inputMode="numeric" width="xs" error={errorOf('schoolDaysMissed')} {...register('schoolDaysMissed')} />
      ) : null}
    </Card>
  )
}
