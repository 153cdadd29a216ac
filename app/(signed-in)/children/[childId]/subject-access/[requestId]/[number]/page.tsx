import type { Metadata } from 'next'
import { DecideForm } from '@/components/subject-access/decide-form'
import { DecisionsCard } from '@/components/subject-access/decisions-card'
import { PassageText } from '@/components/subject-access/passage-text'
import { ReadForm } from '@/components/subject-access/read-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { keptKey } from '@/lib/drafts/kept-form'
import { formatDate } from '@/lib/pathway/dates'
import { cutsOf } from '@/lib/pathway/redaction'
import { readPassage } from '@/lib/subject-access/read'
import { keptForms } from '../../../../../kept-forms'
import { decidePassageAction, readSecondAction } from '../../actions'

export const metadata: Metadata = { title: 'Passage of a record' }

export default async function PassagePage({ params }: { params: Promise<{ childId: string; requestId: string; number: string }> }) {
  const { childId, requestId, number } = await params
  const passage = await ask(readPassage, { requestId, number })
  const { role } = await signedIn()
  const { request, side, decisions, text, locks } = passage
  const path = `/children/${childId}/subject-access/${requestId}`
  const last = decisions[0]
  const decides = request.state === 'redacting' && side !== 'reads' && may(role, 'subject-access:prepare')
  const reads = request.state === 'second_reading' && side !== 'decides' && may(role, 'subject-access:second') && last !== undefined && !last.reading
  const kept = await keptForms([...(decides ? [['access_decided', passage.id] as const] : []), ...(reads ? [['access_read', last.id] as const] : [])])
  const nextPath = passage.waiting ? `${path}/${passage.waiting}` : path
  return (
    <>
      <PageHeader title={`${passage.number}. ${passage.kind}`} caption={<span className="wrap-anywhere">{request.child.name}, {request.reference}. {formatDate(new Date(passage.at))}</span>} back={<BackLink href={path}>The request</BackLink>} />
      <div className="max-w-form space-y-6">
        {decides ? <DecideForm key={`${passage.id} ${last?.number ?? 0}`} passage={passage} draft={kept[keptKey('access_decided', passage.id)]} nextPath={nextPath} decide={decidePassageAction} /> : null}
        {decides ? null : <PassageText text={text} whole={last?.verdict === 'whole'} cuts={cutsOf(text, last?.verdict === 'part' ? last.blackouts : [], locks)} />}
        {decisions.length ? <DecisionsCard decisions={decisions} /> : null}
        {reads ? <ReadForm key={last.id} decisionId={last.id} draft={kept[keptKey('access_read', last.id)]} nextPath={nextPath} read={readSecondAction} /> : null}
        <Pagination newer={passage.previous ? `${path}/${passage.previous}` : undefined} older={passage.next ? `${path}/${passage.next}` : undefined} newerLabel="Previous passage" olderLabel="Next passage" />
      </div>
    </>
  )
}
