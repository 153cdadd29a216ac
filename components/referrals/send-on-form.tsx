'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { FormProvider, useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import type { FormDraft } from '@/lib/drafts/kept-form'
import { SEND_TO, SEND_TO_LABELS, sendOnSchema } from '@/lib/referrals/schema'
import type { ShareOffer } from '@/lib/sharing/queries'
import { CommandForm } from '../forms/command-form'
import { LanguageHints } from '../forms/language-hints'
import { SendRow } from '../forms/send-row'
import { useKeptCommand } from '../forms/use-kept-command'
import { ServiceField, type OfferedService } from '../services/service-field'
import { ShareFields } from '../sharing/share-fields'
import { Card } from '../ui/card'
import { Select, TextArea } from '../ui/field'
import { Radios } from '../ui/radios'

type Props = {
  contactId: string
  followsId: string | null
  submissionKey: string
  offer: ShareOffer
  /** The directory, what may help first. */
  services: readonly OfferedService[]
  send: (input: never) => Promise<Outcome<{ id: string }>>
  draft: FormDraft | undefined
}

type Form = {
  submissionKey: string; contactId: string; followsId: string | null; to: string; agencyId: string; service: string; serviceId: string
  summary: string; reason: string; items: string[]; purpose: string; basis: string
}

/** A further referral of a decided contact: to whom, what they are told, what is shared, and why there. */
export function SendOnForm({ contactId, followsId, submissionKey, offer, services, send, draft }: Props) {
  const router = useRouter()
  const command = useKeptCommand<Form, { id: string }>({
    schema: sendOnSchema,
    empty: {
      submissionKey, contactId, followsId, to: '', agencyId: '', service: '', serviceId: '', summary: '', reason: '',
      items: offer.preselected, purpose: 'help', basis: 'public_task',
    },
    // a key of this page's own: that of an old draft may have been used
    fixed: { submissionKey, contactId, followsId },
    draft,
    action: send,
    done: ({ id }) => router.push(`/referrals/${id}` as Route),
  })
  const { form, errorOf } = command
  const { register, control, setValue } = form
  const [to, summary, reason, service, serviceId] = useWatch({ control, name: ['to', 'summary', 'reason', 'service', 'serviceId'] })
  const setService = (name: string, id: string) => {
    setValue('service', name, { shouldDirty: true })
    setValue('serviceId', id, { shouldDirty: true })
  }
  return (
    <Card title="Send it to">
      <FormProvider {...form}>
        <CommandForm command={command} className="space-y-5">
          <Radios
            legend="Where does it go?"
            id="to"
            error={errorOf('to')}
            options={SEND_TO.filter((one) => one !== 'agency' || offer.agencies.length).map((value) => ({ value, label: SEND_TO_LABELS[value] }))}
            {...register('to')}
          />
          {to === 'agency' ? (
            <Select label="Which agency?" placeholder="Choose" width="full" options={offer.agencies.map(({ id, name }) => ({ value: id, label: name }))} error={errorOf('agencyId')} {...register('agencyId')} />
          ) : null}
          {to === 'service' ? <ServiceField name={service} serviceId={serviceId} onChange={setService} services={services} error={errorOf('service')} /> : null}
          <TextArea label="What they need to know" hint="They read this" rows={4} error={errorOf('summary')} {...register('summary')} />
          <LanguageHints controlId="summary" text={summary} onReplace={(text) => setValue('summary', text, { shouldDirty: true })} />
          {to === 'agency' || to === 'service' ? <ShareFields errorOf={errorOf} offer={offer} /> : null}
          <TextArea label="Why does it go there?" rows={3} error={errorOf('reason')} {...register('reason')} />
          <LanguageHints controlId="reason" text={reason} onReplace={(text) => setValue('reason', text, { shouldDirty: true })} />
          <SendRow command={command} sending="Sending…">Send</SendRow>
        </CommandForm>
      </FormProvider>
    </Card>
  )
}
