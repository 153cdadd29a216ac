import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SupervisionForm } from '@/components/casework/supervision-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { listSupervisees, readSupervision } from '@/lib/casework/supervision'
import { keptKey } from '@/lib/drafts/kept-form'
import { formatDate } from '@/lib/pathway/dates'
import { keptForms } from '../../../kept-forms'
import { recordSupervisionAction } from '../../actions'

export const metadata: Metadata = { title: 'Correct a supervision' }

const partsOf = (date: string | null) => {
  const [year = '', month = '', day = ''] = date?.split('-') ?? []
  return { day, month, year }
}

export default async function CorrectSupervisionPage({ params }: { params: Promise<{ supervisionId: string }> }) {
  const { supervisionId } = await params
  const one = await ask(readSupervision, { supervisionId })
  if (!one.own || one.correctedBy) notFound()
  const people = await ask(listSupervisees, {})
  // a case that the practitioner no longer holds stays in the record that names it
  const held = people.find(({ id }) => id === one.practitionerId)?.cases ?? []
  const earlier = one.decisions.filter(({ caseId, open }) => open && !held.some(({ id }) => id === caseId)).map(({ caseId, reference }) => ({ id: caseId, reference, child: 'Decided then' }))
  const kept = await keptForms([['supervised', one.id]])
  const empty = {
    submissionKey: randomUUID(), correctsId: one.id, practitionerId: one.practitionerId, heldOn: partsOf(one.heldOn), themes: one.themes, reflections: one.reflections, nextOn: partsOf(one.nextOn),
    decided: Object.fromEntries([...held, ...earlier].map(({ id }) => [id, one.decisions.find(({ caseId }) => caseId === id)?.decision ?? ''])),
  }
  return (
    <>
      <PageHeader title="Correct a supervision" caption={`${one.practitioner}, ${formatDate(one.heldOn)}`} lede="What was written first stays." back={<BackLink href={`/supervision/${one.id}`}>The record</BackLink>} />
      <SupervisionForm empty={empty} people={[{ id: one.practitionerId, name: one.practitioner, cases: [...held, ...earlier] }]} save={recordSupervisionAction} draft={kept[keptKey('supervised', one.id)]} />
    </>
  )
}
