'use client'

import { useWatch } from 'react-hook-form'
import { CONSENTS, MEDICAL_CONSENT_LABELS } from '@/lib/contacts/call-schema'
import { basisInWords, basisNeedsReason, SHARING_BASES } from '@/lib/pathway/sharing'
import { Details } from '../ui/details'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import type { SectionProps } from './form-section'

/** Consent to medical care and the basis for sharing: two questions apart from consent to a service (DOMAIN 4). The usual answers stand there already. */
export function SharingFields({ form, errorOf }: SectionProps) {
  const { register, control } = form
  const [medical, basis] = useWatch({ control, name: ['medicalConsent', 'sharingBasis'] })
  const wrong = errorOf('medicalConsent') ?? errorOf('medicalConsentNote') ?? errorOf('sharingBasis') ?? errorOf('sharingNote')
  return (
    <div>
      <p>
        <span className="font-semibold">Basis for sharing:</span> {basisInWords(basis)}
      </p>
      <Details summary="Medical consent, and another basis for sharing" open={Boolean(wrong) || undefined}>
        <div className="space-y-5">
          <Radios
            legend="Do they agree to medical care?"
            hint="A question of its own: a young person may agree to this and to nothing else."
            id="medicalConsent"
            options={[{ value: '', label: 'No medical care is in question' }, ...CONSENTS.map((value) => ({ value, label: MEDICAL_CONSENT_LABELS[value] }))]}
            error={errorOf('medicalConsent')}
            {...register('medicalConsent')}
          />
          {medical === '' ? null : (
            <TextArea label={medical === 'not_sought' ? 'Why they were not asked' : 'To what, or what they said'} optional={medical !== 'not_sought'} rows={2} error={errorOf('medicalConsentNote')} {...register('medicalConsentNote')} />
          )}
          <Radios
            legend="On what basis is this shared?"
            hint="Consent to share is not needed where a child may be at risk of harm."
            id="sharingBasis"
            options={SHARING_BASES.map(({ id, label, hint, law }) => ({ value: id, label, hint: `${hint} ${law}.` }))}
            error={errorOf('sharingBasis')}
            {...register('sharingBasis')}
          />
          {basisNeedsReason(basis) ? <TextArea label={basis === 'legal_obligation' ? 'Which law or order' : 'Why it is not to be shared'} rows={2} error={errorOf('sharingNote')} {...register('sharingNote')} /> : null}
        </div>
      </Details>
    </div>
  )
}
