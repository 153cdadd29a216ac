import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { CallForm } from '@/components/strategy/call-form'
import { BackLink } from '@/components/ui/back-link'
import { Banner } from '@/components/ui/banner'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { When } from '@/components/when'
import { ask, signedIn } from '@/lib/access/web'
import { draftIdOf } from '@/lib/drafts/id'
import { listDrafts } from '@/lib/drafts/queries'
import { textOf, type SearchParams } from '@/lib/query-string'
import { callDraft, prepareStrategy } from '@/lib/strategy/call'
import { callMeetingAction } from '../../actions'

export const metadata: Metadata = { title: 'Call a strategy meeting' }

type Props = { params: Promise<{ caseId: string }>; searchParams: SearchParams }

export default async function CallPage({ params, searchParams }: Props) {
  const { caseId } = await params
  const start = await ask(prepareStrategy, { caseId })
  const { userId } = await signedIn()
  const asked = textOf((await searchParams).from)
  const open = start.sources.filter(({ why }) => why === null)
  const from = open.find(({ id }) => id === asked)?.id ?? (start.toReview ? 'review' : open.length === 1 ? (open[0]?.id ?? '') : '')
  const draftId = draftIdOf(userId, callDraft(caseId))
  const [draft] = await ask(listDrafts, { kind: 'strategy', draftId })
  const refused = start.case.closed || start.planned
  return (
    <>
      <PageHeader
        title="Call a strategy meeting"
        caption={`${start.child.name}, case ${start.case.reference}`}
        lede="If somebody is in danger now, ring 999 first. A meeting follows; it is not what keeps anybody safe tonight."
        back={<BackLink href={`/cases/${caseId}`}>{`Case ${start.case.reference}`}</BackLink>}
      />
      {start.case.closed ? (
        <Banner title="This case is closed">
          <p>Reopen it before you call a strategy meeting. If somebody is in danger now, do not wait for either: ring 999, and the safeguarding lead.</p>
        </Banner>
      ) : null}
      {start.planned ? (
        <Banner title="A strategy meeting is planned already">
          <p><TextLink href={`/strategy/${start.planned.id}`}>It meets on <When at={start.planned.plannedAt} /></TextLink>. Bring what is new to it.</p>
        </Banner>
      ) : null}
      {start.toReview && !refused ? (
        <Banner title="An earlier meeting waits for its review">
          <p><TextLink href={`/strategy/${start.toReview.id}`}>It is to be held by <When at={start.toReview.due} /></TextLink>. This is it, where you call it from there.</p>
        </Banner>
      ) : null}
      {refused ? null : <CallForm key={draftId} start={start} from={from} submissionKey={randomUUID()} call={callMeetingAction} draft={{ id: draftId, content: draft?.content }} />}
    </>
  )
}
