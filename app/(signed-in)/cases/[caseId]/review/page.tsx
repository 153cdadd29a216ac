import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReviewForm } from '@/components/reviews/review-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listOwners } from '@/lib/actions/queries'
import { keptKey } from '@/lib/drafts/kept-form'
import { readReviews } from '@/lib/reviews/queries'
import { keptForms } from '../../../kept-forms'
import { holdReviewAction } from '../../../exits/actions'

export const metadata: Metadata = { title: 'Review' }

export default async function ReviewPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const { role, settings } = await signedIn()
  if (!may(role, 'review:hold')) notFound()
  const { case: one, child, asksTransition } = await ask(readReviews, { caseId })
  if (one.stage === 'closed') notFound()
  const owners = await ask(listOwners, {})
  const drafts = await keptForms([['reviewed', caseId]])
  return (
    <>
      <PageHeader title="Review" caption={`${child.name}, case ${one.reference}`} back={<BackLink href={`/cases/${caseId}`}>The case</BackLink>} />
      <ReviewForm
        key={one.version}
        caseId={caseId}
        version={one.version}
        submissionKey={randomUUID()}
        level={one.level}
        reviewWeeks={settings.reviewWeeks}
        asksTransition={asksTransition}
        owners={owners}
        hold={holdReviewAction}
        draft={drafts[keptKey('reviewed', caseId)]}
      />
    </>
  )
}
