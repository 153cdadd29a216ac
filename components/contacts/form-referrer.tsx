'use client'

import { useWatch } from 'react-hook-form'
import { USUAL_CALL } from '@/lib/contacts/form'
import { preselected, type CallTemplate } from '@/lib/pathway/call-templates'
import { SOURCES } from '@/lib/pathway/codes'
import { CHANNELS } from '@/lib/pathway/words'
import { Card } from '../ui/card'
import { Checkbox } from '../ui/checkboxes'
import { Details } from '../ui/details'
import { Select, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'
import type { SectionProps } from './form-section'

type Props = SectionProps & { agencies: readonly string[]; templates: readonly CallTemplate[] }

/** Who told us, and how it came. Anonymous asks for nothing more. */
export function ReferrerSection({ form, errorOf, agencies, templates }: Props) {
  const { register, control, getValues, setValue } = form
  const who = useWatch({ control, name: 'who' })
  const named = (ref: string) => templates.find((template) => template.ref === ref)
  const chooseTemplate = (ref: string) => {
    const { callTemplate, channel, sourceCode } = getValues()
    const next = preselected({ channel, sourceCode }, named(callTemplate), named(ref), USUAL_CALL)
    setValue('callTemplate', ref, { shouldDirty: true })
    setValue('channel', next.channel, { shouldDirty: true })
    setValue('sourceCode', next.sourceCode, { shouldDirty: true })
  }
  // a draft may name a version that is not offered any more: it stays chosen until somebody chooses another
  const chosen = useWatch({ control, name: 'callTemplate' })
  const offered = [...templates.map(({ ref, name }) => ({ value: ref, label: name })), ...(chosen && !named(chosen) ? [{ value: chosen, label: 'As chosen before' }] : [])]
  return (
    <Card title="Who told us" fields>
      <Select label="Kind of call" optional hint="Shows prompts for a call of that kind beside what was said" placeholder="Any other" options={offered} value={chosen} onChange={(event) => chooseTemplate(event.target.value)} id="callTemplate" error={errorOf('callTemplate')} />
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <Select label="How it came" options={CHANNELS.map(({ id, label }) => ({ value: id, label }))} error={errorOf('channel')} {...register('channel')} />
        <TextInput label="When it came" hint="Leave empty for now" type="datetime-local" width="m" error={errorOf('receivedAt')} {...register('receivedAt')} />
      </div>
      <Radios
        legend="Do we know who they are?"
        inline
        id="anonymous"
        error={errorOf('anonymous')}
        options={[
          { value: 'named', label: 'Yes' },
          { value: 'anonymous', label: 'No, they are anonymous' },
        ]}
        {...register('who')}
      />
      {who === 'anonymous' ? null : (
        <>
          <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
            <TextInput label="Name" error={errorOf('referrerName')} {...register('referrerName')} />
            <TextInput label="Organisation" optional list="agencies" error={errorOf('referrerOrganisation')} {...register('referrerOrganisation')} />
          </div>
          <datalist id="agencies">
            {agencies.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Select
            label="Who they are"
            placeholder="Choose"
            options={SOURCES.filter(({ code }) => code !== '9').map(({ code, label }) => ({ value: code, label }))}
            error={errorOf('sourceCode')}
            {...register('sourceCode')}
          />
          <Details summary="Role, phone and e-mail" open={Boolean(errorOf('referrerPhone') ?? errorOf('referrerEmail') ?? errorOf('referrerRole')) || undefined}>
            <TextInput label="Role" optional error={errorOf('referrerRole')} {...register('referrerRole')} />
            <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
              <TextInput label="Phone" optional inputMode="tel" error={errorOf('referrerPhone')} {...register('referrerPhone')} />
              <TextInput label="E-mail" optional inputMode="email" error={errorOf('referrerEmail')} {...register('referrerEmail')} />
            </div>
          </Details>
        </>
      )}
      <Checkbox label="Do not tell the family who told us" hint="Every page that shows who told us will carry this warning, and no print will name them" {...register('identityWithheld')} />
    </Card>
  )
}
