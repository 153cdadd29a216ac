import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { SendOnForm } from '@/components/referrals/send-on-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { keptKey } from '@/lib/drafts/kept-form'
import { textOf, type SearchParams } from '@/lib/query-string'
import { readReferral } from '@/lib/referrals/queries'
import { listServices } from '@/lib/services/queries'
import { offeredFor } from '@/lib/services/view'
import { offerSharing } from '@/lib/sharing/queries'
import { keptForms } from '../../../kept-forms'
import { sendOnAction } from '../../../referrals/actions'

export const metadata: Metadata = { title: 'Send a further referral' }

type Props = { params: Promise<{ contactId: string }>; searchParams: SearchParams }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const BEFORE = {
  declined: (to: string) => `In place of the referral that ${to} declined. `,
  closed: (to: string) => `After the referral to ${to}, which is closed. `,
} as const

export default async function ReferPage({ params, searchParams }: Props) {
  const { contactId } = await params
  const given = textOf((await searchParams).follows)
  const follows = given && UUID.test(given) ? given : null
  const offer = await ask(offerSharing, { contactId })
  const services = await ask(listServices, {})
  const before = follows ? await ask(readReferral, { referralId: follows }) : null
  const about = follows ?? contactId
  const drafts = await keptForms([['sent_on', about]])
  return (
    <>
      <PageHeader
        title="Send a further referral"
        lede={`${before ? BEFORE[before.state === 'declined' ? 'declined' : 'closed'](before.to) : ''}The decision stands as it was made; this is a referral of its own, with its reason.`}
        back={<BackLink href={follows ? `/referrals/${follows}` : `/contacts/${contactId}`}>Back</BackLink>}
      />
      <div className="max-w-3xl">
        <SendOnForm key={about} contactId={contactId} followsId={follows} submissionKey={randomUUID()} offer={offer} services={offeredFor(services, offer.told)} send={sendOnAction} draft={drafts[keptKey('sent_on', about)]} />
      </div>
    </>
  )
}
