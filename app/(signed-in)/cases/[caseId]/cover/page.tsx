import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CoverForm } from '@/components/cover/cover-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readWorkload } from '@/lib/cases/workload'
import { readCover } from '@/lib/cover/queries'
import { caseWeight } from '@/lib/pathway/caseload'
import { arrangeCoverAction } from '../../actions'

export const metadata: Metadata = { title: 'Arrange cover' }

export default async function CoverPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const { role } = await signedIn()
  if (!may(role, 'case:allocate')) notFound()
  const { case: one, child, now } = await ask(readCover, { caseId })
  if (!one.holder || one.stage === 'closed' || now) notFound()
  const team = await ask(readWorkload, {})
  const list = `/cases/hand-over/${one.holder.id}`
  return (
    <>
      <PageHeader title="Arrange cover" caption={`${child.name}, case ${one.reference}, with ${one.holder.name}`} lede="Whoever covers sees and does in the case what its practitioner does, for these days and no longer." back={<BackLink href={`/cases/${caseId}`}>The case</BackLink>} />
      <CoverForm caseId={caseId} submissionKey={randomUUID()} holderId={one.holder.id} weight={caseWeight(one.level, one.stage)} team={team} back={list} arrange={arrangeCoverAction} />
    </>
  )
}
