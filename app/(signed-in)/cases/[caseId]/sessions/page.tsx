import type { Metadata } from 'next'
import { SessionLine } from '@/components/casework/session-entry'
import { SeenText } from '@/components/casework/words'
import { BackLink } from '@/components/ui/back-link'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listSessions } from '@/lib/casework/sessions'
import { textOf, withQuery, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Sessions' }

type Props = { params: Promise<{ caseId: string }>; searchParams: SearchParams }

export default async function SessionsPage({ params, searchParams }: Props) {
  const { caseId } = await params
  const after = textOf((await searchParams).after)
  const log = await ask(listSessions, { caseId, ...(after ? { after } : {}) })
  const { role } = await signedIn()
  const path = `/cases/${caseId}/sessions`
  const write = may(role, 'casework:write') ? <ButtonLink href={`${path}/new`}>Log a session</ButtonLink> : null
  return (
    <>
      <PageHeader title="Sessions" caption={`${log.child.name}, case ${log.case.reference}`} back={<BackLink href={`/cases/${caseId}`}>{`Case ${log.case.reference}`}</BackLink>} actions={log.case.closed ? undefined : write} />
      <div className="max-w-4xl space-y-6">
        {log.seen ? <Card title="Last seen"><SeenText seen={log.seen} /></Card> : null}
        {log.items.length ? (
          <Card title="What was logged, newest first"><ul className="divide-y">{log.items.map((session) => <SessionLine key={session.id} session={session} />)}</ul></Card>
        ) : (
          <Empty title="Nothing is logged yet">Visits, appointments, calls and time with the family or professionals appear here.</Empty>
        )}
      </div>
      <Pagination newer={after ? path : undefined} older={log.next ? withQuery(path, { after: log.next }) : undefined} newerLabel="Newest" olderLabel="Earlier" />
    </>
  )
}
