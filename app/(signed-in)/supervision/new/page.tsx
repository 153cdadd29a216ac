import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { SupervisionForm } from '@/components/casework/supervision-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask, signedIn } from '@/lib/access/web'
import { listSupervisees } from '@/lib/casework/supervision'
import { now } from '@/lib/clock'
import { keptKey } from '@/lib/drafts/kept-form'
import { londonDay } from '@/lib/pathway/london'
import { keptForms } from '../../kept-forms'
import { recordSupervisionAction } from '../actions'

export const metadata: Metadata = { title: 'Record a supervision' }

export default async function NewSupervisionPage() {
  const people = await ask(listSupervisees, {})
  const { userId } = await signedIn()
  const kept = await keptForms([['supervised', userId]])
  const [year = '', month = '', day = ''] = londonDay(now()).split('-')
  const empty = {
    submissionKey: randomUUID(), correctsId: '', practitionerId: '', heldOn: { day: String(Number(day)), month: String(Number(month)), year }, themes: [], reflections: '',
    nextOn: { day: '', month: '', year: '' }, decided: {},
  }
  return (
    <>
      <PageHeader title="Record a supervision" back={<BackLink href="/supervision">Supervision</BackLink>} />
      <SupervisionForm empty={empty} people={people} save={recordSupervisionAction} draft={kept[keptKey('supervised', userId)]} />
    </>
  )
}
