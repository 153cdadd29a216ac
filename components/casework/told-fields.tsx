'use client'

import { useWatch, type UseFormReturn } from 'react-hook-form'
import type { SessionInput } from '@/lib/casework/schema'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import { Warning } from '../ui/warning'

/** A session as it stands in its form, before anything is chosen. */
export type SessionValues = Omit<SessionInput, 'type' | 'safety' | 'disclosed'> & { type: string; safety: string; disclosed: string }

type Props = { form: UseFormReturn<SessionValues>; errorOf: (path: string) => string | undefined }

/** Whether the young person told of exploitation or abuse; where they did, what to do now, then what they said. */
export function ToldFields({ form: { register, control }, errorOf }: Props) {
  const disclosed = useWatch({ control, name: 'disclosed' })
  return (
    <>
      <Radios
        legend="Did they tell you of exploitation or abuse?"
        id="disclosed"
        inline
        options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]}
        error={errorOf('disclosed')}
        {...register('disclosed')}
      />
      {disclosed === 'yes' ? (
        <>
          <Warning>You may be a witness now. Write down what they said as they said it, and do not ask for more. If somebody is in danger, call 999 first.</Warning>
          <TextArea label="What did they tell you?" hint="Their words, and what you asked before they said it. The safeguarding lead is told when you save." rows={5} id="disclosureWords" error={errorOf('disclosureWords')} {...register('disclosureWords')} />
        </>
      ) : null}
    </>
  )
}
