import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SessionForm } from '@/components/casework/session-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readSession } from '@/lib/casework/sessions'
import { toLondonInput } from '@/lib/dates'
import { logSessionAction } from '../../actions'
import { sessionDraft } from '../../draft'

export const metadata: Metadata = { title: 'Correct a session' }

export default async function CorrectSessionPage({ params }: { params: Promise<{ sessionId: string }> }) {
  const { sessionId } = await params
  const { role } = await signedIn()
  if (!may(role, 'casework:write')) notFound()
  const one = await ask(readSession, { sessionId })
  if (one.correctedBy) notFound()
  const draft = await sessionDraft(sessionId)
  const [year = '', month = '', day = ''] = one.nextOn?.split('-') ?? []
  const told = one.disclosure !== null
  const empty = {
    caseId: one.case.id, submissionKey: randomUUID(), correctsId: one.id, happenedAt: toLondonInput(new Date(one.happenedAt)), minutes: String(one.minutes), place: one.place, type: one.type,
    present: one.present ?? '', childWords: one.childWords ?? '', safety: one.safety ?? '', account: one.account, nextStep: one.nextStep ?? '', nextOn: { day, month, year },
    disclosed: told ? 'yes' : one.safety ? 'no' : '', disclosureWords: one.disclosure?.words ?? '',
  }
  return (
    <>
      <PageHeader title="Correct a session" caption={`${one.child.name}, case ${one.case.reference}`} lede="What was written first stays, and shows beneath." back={<BackLink href={`/sessions/${one.id}`}>The session</BackLink>} />
      <SessionForm key={one.id} empty={empty} told={told} save={logSessionAction} draft={draft} />
    </>
  )
}
