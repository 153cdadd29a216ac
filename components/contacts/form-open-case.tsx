'use client'

import { useWatch } from 'react-hook-form'
import type { KnownChild } from '@/lib/contacts/form'
import { Banner } from '../ui/banner'
import { TextArea } from '../ui/field'
import { Radios } from '../ui/radios'
import type { SectionProps } from './form-section'

/** A call about a child with an open case belongs to the case (DOMAIN 2, Rec 24), unless somebody says why it is separate. */
export function OpenCaseChoice({ form, errorOf, child }: SectionProps & { child: KnownChild }) {
  const recordOn = useWatch({ control: form.control, name: 'recordOn' })
  const practitioner = child.openCase?.practitioner ?? null
  return (
    <div aria-live="polite">
      <Banner tone="notice" title={practitioner ? `${child.title} has an open case, with ${practitioner}` : `${child.title} has an open case, which nobody holds yet`}>
        <p>{practitioner ? `${practitioner} is told as soon as you save.` : 'The CATE manager is told as soon as you save.'} A call on a case is not counted as a new contact.</p>
      </Banner>
      <Radios
        legend="Where does this call go?"
        id="recordOn"
        options={[
          { value: 'case', label: 'On the open case' },
          { value: 'contact', label: 'It is separate: log a new contact' },
        ]}
        {...form.register('recordOn')}
      />
      {recordOn === 'contact' ? (
        <div className="mt-4">
          <TextArea label="Why it is separate" hint="For example: it is about another child, or about an adult’s behaviour elsewhere" rows={2} error={errorOf('separateReason')} {...form.register('separateReason')} />
        </div>
      ) : null}
    </div>
  )
}
