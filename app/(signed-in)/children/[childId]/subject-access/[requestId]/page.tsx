import type { Metadata } from 'next'
import { Columns } from '@/components/layout/columns'
import { NextCard } from '@/components/subject-access/next-card'
import { PassagesTable } from '@/components/subject-access/passages-table'
import { requesterLabel } from '@/components/subject-access/request-table'
import { EndForm, ExtendForm, ReopenForm } from '@/components/subject-access/word-form'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { ClockTag } from '@/components/ui/clock-tag'
import { Details } from '@/components/ui/details'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { When } from '@/components/when'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { keptKey } from '@/lib/drafts/kept-form'
import { formatDate } from '@/lib/pathway/dates'
import { ACCESS_STATE_LABELS, isOpenAccess } from '@/lib/pathway/subject-access'
import { readRequest } from '@/lib/subject-access/read'
import { keptForms } from '../../../../kept-forms'
import { beginReadingAction, concludeReadingAction, endRequestAction, extendRequestAction, reopenRequestAction, sendToSecondAction, takeSinceAction } from '../actions'

export const metadata: Metadata = { title: 'Request to see a record' }

export default async function RequestPage({ params }: { params: Promise<{ childId: string; requestId: string }> }) {
  const { childId, requestId } = await params
  const request = await ask(readRequest, { requestId })
  const { role } = await signedIn()
  const { state, clock, dueOn, extended, version } = request
  const path = `/children/${childId}/subject-access/${requestId}`
  const prepares = may(role, 'subject-access:prepare')
  const open = isOpenAccess(state)
  const kept = await keptForms(prepares && open ? [['access_extended', requestId], ['access_ended', requestId]] : [])
  const form = { requestId, version }
  return (
    <>
      <PageHeader
        title={`Request ${request.reference}`}
        caption={<span className="wrap-anywhere">{request.child.name}, {request.child.reference}</span>}
        tags={<><Tag tone={state === 'ready' ? 'green' : 'blue'}>{ACCESS_STATE_LABELS[state]}</Tag><ClockTag state={clock}>{open ? `Due by ${formatDate(dueOn)}` : `Was due by ${formatDate(dueOn)}`}</ClockTag></>}
        back={<BackLink href={`/children/${childId}/subject-access`}>Requests to see this record</BackLink>}
      />
      <Columns
        asideLabel="The request"
        aside={
          <>
            <Card title="Who asks">
              <SummaryList rows={[
                { key: 'who', label: 'Who', value: `${request.requesterName}. ${requesterLabel(request.requester)}` }, { key: 'reach', label: 'How to reach them', value: request.reach }, { key: 'asked', label: 'What they ask for', value: request.asked || 'Everything' },
                { key: 'identity', label: 'How it was checked', value: request.identity }, ...(request.requester === 'young_person' ? [] : [{ key: 'authority', label: 'By what right', value: request.authority }, { key: 'young', label: 'What the young person thinks', value: request.youngView }]),
              ]} />
            </Card>
            <Card title="The month">
              <SummaryList rows={[
                { key: 'received', label: 'Received', value: formatDate(request.receivedOn) }, { key: 'checked', label: 'Clear who asks on', value: formatDate(request.checkedOn) }, { key: 'due', label: 'Due', value: formatDate(dueOn) },
                ...(extended ? [{ key: 'extended', label: 'Extended', value: `${formatDate(new Date(extended.at))}: ${extended.why}` }] : []),
              ]} />
              {prepares && open ? request.noExtending ? <p className="mt-3 text-ink-soft">{request.noExtending}</p> : <Details summary="Extend the time"><ExtendForm key={version} {...form} draft={kept[keptKey('access_extended', requestId)]} act={extendRequestAction} /></Details> : null}
            </Card>
            <Card title="What happened">
              <ol className="space-y-3">
                {request.moves.map(({ to, words, at, by }, index) => (
                  <li key={index}>
                    <p className="font-semibold">{ACCESS_STATE_LABELS[to]}</p>
                    {words ? <p className="wrap-anywhere">{words}</p> : null}
                    <p className="text-ink-soft">{by}, <When at={at} /></p>
                  </li>
                ))}
              </ol>
              {prepares && open ? <Details summary="End the request"><EndForm key={version} {...form} ready={state === 'ready'} draft={kept[keptKey('access_ended', requestId)]} act={endRequestAction} /></Details> : null}
            </Card>
          </>
        }
      >
        <NextCard
          request={request}
          path={path}
          prepare={prepares ? { begin: beginReadingAction, take: takeSinceAction, send: sendToSecondAction } : null}
          conclude={may(role, 'subject-access:second') ? concludeReadingAction : null}
          reopen={<ReopenForm key={version} {...form} act={reopenRequestAction} />}
        />
        {request.passages.length ? <PassagesTable passages={request.passages} path={path} /> : null}
        {prepares && state === 'redacting' ? <p className="text-ink-soft">Not taken: drafts, copies made for other agencies, the log of who looked, and what was decided in supervision, which the CATE manager holds.</p> : null}
      </Columns>
    </>
  )
}
