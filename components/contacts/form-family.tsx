'use client'

import { useWatch } from 'react-hook-form'
import { CONSENTS, CONSENT_LABELS } from '@/lib/contacts/schema'
import { KNOWS } from '@/lib/pathway/words'
import { Card } from '../ui/card'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import type { SectionProps } from './form-section'
import { SharingFields } from './form-sharing'

const knows = KNOWS.map(({ id, label }) => ({ value: id, label }))

/** Whether the family knows, whether they agree to help and to medical care, and the basis for sharing. Sharing does not wait for consent where a child is at risk. */
export function FamilySection({ form, errorOf }: SectionProps) {
  const { register, control } = form
  const consent = useWatch({ control, name: 'consent' })
  return (
    <Card title="The family" fields>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <Radios legend="Does the child know about this contact?" inline small id="childKnows" options={knows} error={errorOf('childKnows')} {...register('childKnows')} />
        <Radios legend="Do the parents know?" inline small id="parentsKnow" options={knows} error={errorOf('parentsKnow')} {...register('parentsKnow')} />
      </div>
      <TextArea label="What they think, in their words" optional rows={2} error={errorOf('familyViews')} {...register('familyViews')} />
      <Radios
        legend="Do they agree to help from a service?"
        hint="You may share without consent where a child is at risk of harm. This asks about a service."
        inline
        id="consent"
        options={CONSENTS.map((value) => ({ value, label: CONSENT_LABELS[value] }))}
        error={errorOf('consent')}
        {...register('consent')}
      />
      {consent === 'not_sought' || consent === 'refused' ? (
        <TextArea label={consent === 'refused' ? 'What they said' : 'Why not'} optional={consent === 'refused'} rows={2} error={errorOf('consentReason')} {...register('consentReason')} />
      ) : null}
      <SharingFields form={form} errorOf={errorOf} />
    </Card>
  )
}
