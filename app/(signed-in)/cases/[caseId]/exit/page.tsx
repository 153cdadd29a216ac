import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ExitForm } from '@/components/reviews/exit-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { keptKey } from '@/lib/drafts/kept-form'
import { readReviews } from '@/lib/reviews/queries'
import { keptForms } from '../../../kept-forms'
import { proposeExitAction } from '../../../exits/actions'

export const metadata: Metadata = { title: 'Propose an ending' }

export default async function ExitPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const { role } = await signedIn()
  if (!may(role, 'review:hold')) notFound()
  const { case: one, child, agencies } = await ask(readReviews, { caseId })
  if (one.stage === 'closed') notFound()
  const drafts = await keptForms([['exit_proposed', caseId]])
  return (
    <>
      <PageHeader title="Propose an ending" caption={`${child.name}, case ${one.reference}`} lede="Nothing closes by this. Once the second agency agrees, a person closes the case or records the level." back={<BackLink href={`/cases/${caseId}`}>The case</BackLink>} />
      <ExitForm caseId={caseId} agencies={agencies} propose={proposeExitAction} draft={drafts[keptKey('exit_proposed', caseId)]} />
    </>
  )
}
