import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlanEditForm } from '@/components/plans/edit-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { draftIdOf } from '@/lib/drafts/id'
import { listDrafts } from '@/lib/drafts/queries'
import { formOf } from '@/lib/plans/flat'
import { readPlan } from '@/lib/plans/queries'
import { Live } from '../../../../live'
import { savePlanAction, writingPlanAction } from '../actions'

export const metadata: Metadata = { title: 'Change the safety plan' }

export default async function PlanEditPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const { role, userId } = await signedIn()
  if (!may(role, 'plan:write')) notFound()
  const { case: one, child, parties, plan, latestReview } = await ask(readPlan, { caseId })
  if (!plan || one.closed || !one.held) notFound()
  const draftId = draftIdOf(userId, `plan ${plan.id}`)
  const [kept] = await ask(listDrafts, { kind: 'plan', draftId })
  return (
    <>
      <PageHeader
        title="Change the safety plan"
        caption={<>{child.name}, case {one.reference}</>}
        lede="Write it so that the young person could read it. What you type is kept; saving makes a new version, and an issued one stays as it was."
        back={<BackLink href={`/cases/${caseId}/plan`}>Safety plan</BackLink>}
      />
      <Live topics={['plan']} />
      <PlanEditForm
        caseId={caseId}
        plan={plan}
        parties={parties}
        latestReview={latestReview}
        saved={formOf(plan.now, parties)}
        save={savePlanAction}
        writing={writingPlanAction}
        draft={{ id: draftId, content: kept?.content }}
      />
    </>
  )
}
