'use client'

import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { TextArea, TextInput } from '../ui/field'
import type { SectionProps } from './form-section'

/** What was said, with the child's own words apart. */
export function SaidSection({ form, errorOf }: SectionProps) {
  const { register } = form
  return (
    <Card title="What was said" fields>
      <TextArea label="What was said" hint="Who saw or heard what, when and where. Write as you would want it read back to the child." rows={8} error={errorOf('whatWasSaid')} {...register('whatWasSaid')} />
      <Details summary="The child’s own words, where the child is, who else is at risk" open={Boolean(errorOf('childWords') ?? errorOf('whereabouts') ?? errorOf('othersAtRisk')) || undefined}>
        <TextArea label="The child’s own words" optional rows={3} error={errorOf('childWords')} {...register('childWords')} />
        <TextInput label="Where the child is now" optional error={errorOf('whereabouts')} {...register('whereabouts')} />
        <TextArea label="Who else is at risk" optional rows={2} error={errorOf('othersAtRisk')} {...register('othersAtRisk')} />
      </Details>
    </Card>
  )
}
