import { randomUUID } from 'node:crypto'
import { AnswerForm } from '@/components/enquiries/answer-form'
import { OwnEntries, RequestCard } from '@/components/enquiries/request-view'
import { AnswerTag } from '@/components/enquiries/tags'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { draftIdOf } from '@/lib/drafts/id'
import { listDrafts } from '@/lib/drafts/queries'
import { readOwnRequest } from '@/lib/enquiries/own'
import { answerEnquiryAction, correctEntryAction } from '../actions'
import { Live } from '../../live'

/** What one's own agency is asked, and where it answers. */
export async function AnswerPage({ enquiryId }: { enquiryId: string }) {
  const request = await ask(readOwnRequest, { enquiryId })
  const { role, userId, settings } = await signedIn()
  const draftId = draftIdOf(userId, request.requestId)
  const [draft] = await ask(listDrafts, { kind: 'enquiry_answer', draftId })
  const whole = may(role, 'enquiry:read')
  return (
    <>
      <Live topics={['enquiry']} />
      <PageHeader
        title={`${settings.labels.enquiryShort} ${request.reference}`}
        caption={`${settings.labels.enquiry}, for ${request.agency}`}
        tags={<AnswerTag answer={request.answer} clock={request.clock} />}
        back={<BackLink href={whole ? `/enquiries/${enquiryId}` : '/enquiries'}>{whole ? 'The whole enquiry' : 'Enquiries'}</BackLink>}
      />
      <div className="max-w-3xl space-y-6">
        <RequestCard request={request} />
        <OwnEntries request={request} keys={request.entries.map(() => randomUUID())} correct={correctEntryAction} />
        <AnswerForm enquiryId={enquiryId} submissionKey={randomUUID()} more={request.answer === 'entries'} answer={answerEnquiryAction} draft={{ id: draftId, content: draft?.content }} />
      </div>
    </>
  )
}
