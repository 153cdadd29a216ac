import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { LogForm } from '@/components/subject-access/log-form'
import { RequestTable } from '@/components/subject-access/request-table'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { question } from '@/lib/access/operation'
import { may } from '@/lib/access/permissions'
import { askTogether, signedIn } from '@/lib/access/web'
import { keptKey } from '@/lib/drafts/kept-form'
import { readChild } from '@/lib/records/queries'
import { listRequests } from '@/lib/subject-access/list'
import { keptForms } from '../../../kept-forms'
import { logRequestAction } from './actions'

export const metadata: Metadata = { title: 'Requests to see this record' }

export default async function RequestsOfChildPage({ params }: { params: Promise<{ childId: string }> }) {
  const { childId } = await params
  const [requests, child] = await askTogether(question(listRequests, { show: 'all', childId }), question(readChild, { childId }))
  const { role } = await signedIn()
  const logs = may(role, 'subject-access:prepare') && !child.mergedInto
  const kept = await keptForms(logs ? [['access_logged', childId]] : [])
  return (
    <>
      <PageHeader title="Requests to see this record" caption={<span className="wrap-anywhere">{child.name}, {child.reference}</span>} back={<BackLink href={`/children/${childId}`}>Record</BackLink>} />
      <div className="max-w-form space-y-6">
        {requests.length || !logs ? <RequestTable requests={requests} caption="Requests, the latest first" withChild={false} /> : null}
        {logs ? (
          <>
            <h2>Log a request</h2>
            <LogForm childId={childId} submissionKey={randomUUID()} draft={kept[keptKey('access_logged', childId)]} log={logRequestAction} />
          </>
        ) : null}
      </div>
    </>
  )
}
