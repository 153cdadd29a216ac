import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SessionForm } from '@/components/casework/session-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listSessions } from '@/lib/casework/sessions'
import { now } from '@/lib/clock'
import { toLondonInput } from '@/lib/dates'
import { logSessionAction } from '../../../../sessions/actions'
import { sessionDraft } from '../../../../sessions/draft'

export const metadata: Metadata = { title: 'Log a session' }

export default async function NewSessionPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const { role } = await signedIn()
  if (!may(role, 'casework:write')) notFound()
  const log = await ask(listSessions, { caseId })
  const draft = await sessionDraft(caseId)
  const empty = {
    caseId, submissionKey: randomUUID(), correctsId: '', happenedAt: toLondonInput(now()), minutes: '', place: '', type: '', present: '', childWords: '', safety: '',
    account: '', nextStep: '', nextOn: { day: '', month: '', year: '' }, disclosed: '', disclosureWords: '',
  }
  return (
    <>
      <PageHeader title="Log a session" caption={`${log.child.name}, case ${log.case.reference}`} back={<BackLink href={`/cases/${caseId}`}>{`Case ${log.case.reference}`}</BackLink>} />
      <SessionForm key={caseId} empty={empty} save={logSessionAction} draft={draft} />
    </>
  )
}
