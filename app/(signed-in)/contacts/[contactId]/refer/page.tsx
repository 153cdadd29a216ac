import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { SendOnForm } from '@/components/referrals/send-on-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { textOf, type SearchParams } from '@/lib/query-string'
import { offerSharing } from '@/lib/sharing/queries'
import { sendOnAction } from '../../../referrals/actions'

export const metadata: Metadata = { title: 'Send a further referral' }

type Props = { params: Promise<{ contactId: string }>; searchParams: SearchParams }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export default async function ReferPage({ params, searchParams }: Props) {
  const { contactId } = await params
  const given = textOf((await searchParams).follows)
  const follows = given && UUID.test(given) ? given : null
  const offer = await ask(offerSharing, { contactId })
  return (
    <>
      <PageHeader
        title="Send a further referral"
        lede={follows ? 'In place of the one that was declined. The decision stands as it was made; this is a referral of its own, with its reason.' : 'The decision stands as it was made; this is a referral of its own, with its reason.'}
        back={<BackLink href={follows ? `/referrals/${follows}` : `/contacts/${contactId}`}>Back</BackLink>}
      />
      <div className="max-w-3xl">
        <SendOnForm contactId={contactId} followsId={follows} submissionKey={randomUUID()} offer={offer} send={sendOnAction} />
      </div>
    </>
  )
}
