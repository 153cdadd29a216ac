import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { BeginForm } from '@/components/enquiries/begin-form'
import { BackLink } from '@/components/ui/back-link'
import { Banner } from '@/components/ui/banner'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { ask, signedIn } from '@/lib/access/web'
import { draftIdOf } from '@/lib/drafts/id'
import { listDrafts } from '@/lib/drafts/queries'
import { enquiryDraft, prepareEnquiry } from '@/lib/enquiries/begin'
import { textOf, type SearchParams } from '@/lib/query-string'
import { beginEnquiryAction } from '../actions'

export const metadata: Metadata = { title: 'Ask the agencies' }

export default async function NewEnquiryPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams
  const from = { childId: textOf(query.child), contactId: textOf(query.contact), referralId: textOf(query.referral) }
  const start = await ask(prepareEnquiry, from)
  const { userId, settings } = await signedIn()
  // a draft for each record it may begin from, until it is sent
  const draftId = draftIdOf(userId, enquiryDraft(start.contact?.id ?? start.child?.id))
  const [draft] = await ask(listDrafts, { kind: 'enquiry', draftId })
  return (
    <>
      <PageHeader
        title="Ask the agencies"
        caption={settings.labels.enquiry}
        lede="Each agency answers for itself and sees its own answer alone. You see all of them as one chronology."
        back={<BackLink href="/enquiries">Enquiries</BackLink>}
      />
      {start.open.length ? (
        <Banner title="There is an open enquiry already">
          <p>{start.open.map((one) => <TextLink key={one.id} href={`/enquiries/${one.id}`}>{one.reference} </TextLink>)}</p>
        </Banner>
      ) : null}
      <BeginForm key={draftId} start={start} begin={beginEnquiryAction} draft={{ id: draftId, content: draft?.content }} submissionKey={randomUUID()} />
    </>
  )
}
