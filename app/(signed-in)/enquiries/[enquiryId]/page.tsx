import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AnswersCard, AskedCard, ChronologyCard, DisagreementsCard, RouteCard } from '@/components/enquiries/lead-view'
import { ChangeCard } from '@/components/enquiries/change-card'
import { NamesCard } from '@/components/enquiries/names-card'
import { RouteForm } from '@/components/enquiries/route-form'
import { SendAgain } from '@/components/enquiries/send-again'
import { Columns } from '@/components/layout/columns'
import { BackLink } from '@/components/ui/back-link'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { draftIdOf } from '@/lib/drafts/id'
import { listDrafts } from '@/lib/drafts/queries'
import { readEnquiry } from '@/lib/enquiries/read'
import { isKeptFromSome } from '@/lib/pathway/caveats'
import { listServices } from '@/lib/services/queries'
import { offeredFor } from '@/lib/services/view'
import { askAnotherAction, decideEnquiryAction, judgeNameAction, moveTimeAction, sendEnquiryAgainAction } from '../actions'
import { Live } from '../../live'
import { AnswerPage } from './answer-page'

export const metadata: Metadata = { title: 'Enquiry' }

type Props = { params: Promise<{ enquiryId: string }> }

export default async function EnquiryPage({ params }: Props) {
  const { enquiryId } = await params
  const { role } = await signedIn()
  if (may(role, 'enquiry:read')) return <WholePage enquiryId={enquiryId} />
  if (may(role, 'enquiry:answer')) return <AnswerPage enquiryId={enquiryId} />
  notFound()
}

/** The lead's page: everything at once, and the route out. The auditor reads the same and decides nothing. */
async function WholePage({ enquiryId }: { enquiryId: string }) {
  const enquiry = await ask(readEnquiry, { enquiryId })
  const { role, userId, agencyId, settings } = await signedIn()
  const leads = may(role, 'enquiry:lead')
  const decides = leads && enquiry.decision === null
  const draftId = draftIdOf(userId, enquiryId)
  const [draft] = decides ? await ask(listDrafts, { kind: 'enquiry_decision', draftId }) : []
  const services = decides ? offeredFor(await ask(listServices, {}), null) : []
  const own = leads ? enquiry.answers.find((one) => one.agencyId === agencyId) : undefined
  const sent = enquiry.decision?.referrals.at(-1)?.takenAt
  const toSend = sent !== undefined && enquiry.entries.some(({ at }) => at > sent)
  const waiting = enquiry.answers.filter(({ answer }) => answer === null).length
  return (
    <>
      <Live topics={['enquiry']} />
      <PageHeader
        title={<span className="wrap-anywhere">{enquiry.about}</span>}
        caption={`${settings.labels.enquiry} ${enquiry.reference}`}
        tags={<Tag tone={enquiry.decision ? 'neutral' : 'blue'}>{enquiry.decision ? 'Decided' : waiting ? `${enquiry.answers.length - waiting} of ${enquiry.answers.length} have answered` : 'All have answered'}</Tag>}
        actions={
          <>
            {own ? <ButtonLink variant="secondary" href={`/enquiries/${enquiryId}/answer`}>{own.answer ? 'Add' : 'Answer'} for {own.agency}</ButtonLink> : null}
            <ButtonLink variant="secondary" href={`/enquiries/${enquiryId}/print`}>Print</ButtonLink>
          </>
        }
        back={<BackLink href="/enquiries">Enquiries</BackLink>}
      />
      <Columns
        asideLabel="Answers and what was asked"
        aside={
          <>
            <AnswersCard enquiry={enquiry} />
            <AskedCard enquiry={enquiry} />
            {decides ? <ChangeCard enquiry={enquiry} waiting={waiting} askAnother={askAnotherAction} moveTime={moveTimeAction} /> : null}
          </>
        }
      >
        {leads && toSend ? <SendAgain enquiryId={enquiry.id} send={sendEnquiryAgainAction} /> : null}
        <RouteCard enquiry={enquiry} />
        <DisagreementsCard enquiry={enquiry} />
        <ChronologyCard enquiry={enquiry} />
        <NamesCard enquiryId={enquiry.id} names={enquiry.names} onChild={enquiry.child !== null} judge={leads ? judgeNameAction : undefined} />
        {decides ? (
          <RouteForm
            services={services}
            enquiryId={enquiry.id}
            version={enquiry.version}
            waiting={waiting}
            decidesContact={enquiry.contact?.undecided ?? false}
            restricted={enquiry.entries.some(({ caveat }) => isKeptFromSome(caveat))}
            decide={decideEnquiryAction}
            draft={{ id: draftId, content: draft?.content }}
          />
        ) : null}
      </Columns>
    </>
  )
}
