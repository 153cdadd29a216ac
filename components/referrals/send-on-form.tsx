'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import type { Outcome } from '@/lib/access/outcome'
import { SEND_TO, SEND_TO_LABELS, sendOnSchema } from '@/lib/referrals/schema'
import type { ShareOffer } from '@/lib/sharing/queries'
import { CommandForm } from '../forms/command-form'
import { useCommand } from '../forms/use-command'
import { ShareFields } from '../sharing/share-fields'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Select, TextArea, TextInput } from '../ui/field'
import { Radios } from '../ui/radios'

type Props = {
  contactId: string
  followsId: string | null
  submissionKey: string
  offer: ShareOffer
  send: (input: never) => Promise<Outcome<{ id: string }>>
}

type Form = {
  submissionKey: string; contactId: string; followsId: string | null; to: string; agencyId: string; service: string
  summary: string; reason: string; items: string[]; purpose: string; basis: string
}

/** A further referral of a decided contact: to whom, what they are told, what is shared, and why there. */
export function SendOnForm({ contactId, followsId, submissionKey, offer, send }: Props) {
  const router = useRouter()
  const command = useCommand<Form, { id: string }>({
    schema: sendOnSchema,
    defaultValues: {
      submissionKey, contactId, followsId, to: '', agencyId: '', service: '', summary: '', reason: '',
      items: offer.preselected, purpose: 'help', basis: 'public_task',
    },
    action: send,
    done: ({ id }) => router.push(`/referrals/${id}` as Route),
  })
  const { form, errorOf } = command
  const { register, control } = form
  const to = useWatch({ control, name: 'to' })
  return (
    <Card title="Send it to">
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
        {to === 'service' ? <TextInput label="Which service?" error={errorOf('service')} {...register('service')} /> : null}
        <TextArea label="What they need to know" hint="They read this" rows={4} error={errorOf('summary')} {...register('summary')} />
        {to === 'agency' || to === 'service' ? <ShareFields form={form} errorOf={errorOf} offer={offer} /> : null}
        <TextArea label="Why does it go there?" rows={3} error={errorOf('reason')} {...register('reason')} />
        <Button type="submit" pending={command.pending} pendingLabel="Sending…">
          Send
        </Button>
      </CommandForm>
    </Card>
  )
}
