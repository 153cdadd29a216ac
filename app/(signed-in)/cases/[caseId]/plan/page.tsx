import type { Metadata } from 'next'
import { ActionForm } from '@/components/plans/action-form'
import { PlanActionsCard } from '@/components/plans/actions-card'
import { BeginPlanButton } from '@/components/plans/begin-button'
import { IssueForm } from '@/components/plans/issue-form'
import { AgreedCard, InvolvementCard, SectionsCard } from '@/components/plans/version-view'
import { BackLink } from '@/components/ui/back-link'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { LevelTag } from '@/components/ui/level-tag'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { draftIdOf } from '@/lib/drafts/id'
import { listDrafts } from '@/lib/drafts/queries'
import { formatDate } from '@/lib/pathway/dates'
import { PLAN_STATE_LABELS } from '@/lib/pathway/plan'
import { readPlan } from '@/lib/plans/queries'
import { Live } from '../../../live'
import { addPlanActionAction, beginPlanAction, issuePlanAction } from './actions'

export const metadata: Metadata = { title: 'Safety plan' }

export default async function PlanPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const { case: one, child, parties, plan, owners } = await ask(readPlan, { caseId })
  const { role, userId } = await signedIn()
  const writes = may(role, 'plan:write') && !one.closed && one.held
  const back = <BackLink href={`/cases/${caseId}`}>{`Case ${one.reference}`}</BackLink>
  if (!plan) {
    return (
      <>
        <PageHeader title="Safety plan" caption={child.name} back={back} />
        <Empty title="No safety plan yet" action={writes ? <BeginPlanButton caseId={caseId} begin={beginPlanAction} /> : undefined}>It is made with the young person and the parents or carers, in words they can read.</Empty>
      </>
    )
  }
  const { now, issued } = plan
  const draftId = draftIdOf(userId, `plan action ${plan.id}`)
  const kept = writes ? (await ask(listDrafts, { kind: 'plan', draftId })).at(0) : undefined
  return (
    <>
      <PageHeader
        title="Safety plan"
        caption={<>{child.name}, case {one.reference}</>}
        tags={<><LevelTag level={one.level} /><Tag tone={now.state === 'issued' ? 'green' : 'blue'}>{PLAN_STATE_LABELS[now.state]}, version {now.number}</Tag></>}
        lede={now.state === 'draft' && issued ? `Changed since it was issued on ${formatDate(new Date(issued.at))}. The issued plan stands until this one is issued.` : `${now.state === 'issued' ? 'Issued' : 'Last saved'} by ${now.by} on ${formatDate(new Date(now.at))}.`}
        actions={
          <>
            {writes ? <ButtonLink href={`/cases/${caseId}/plan/edit`}>Change the plan</ButtonLink> : null}
            <TextLink href={`/cases/${caseId}/plan/history`}>Versions</TextLink>
            {issued ? <><TextLink href={`/cases/${caseId}/plan/family`}>Family copy</TextLink><TextLink href={`/cases/${caseId}/plan/print`}>Professional copy</TextLink></> : null}
          </>
        }
        back={back}
      />
      <Live topics={['plan', 'action']} />
      <div className="max-w-4xl space-y-6">
        {writes && now.state === 'draft' ? <IssueForm key={now.number} caseId={caseId} version={now.number} problems={plan.problems} again={issued !== null} issue={issuePlanAction} /> : null}
        <SectionsCard version={now} />
        <PlanActionsCard
          actions={plan.actions}
          linked={may(role, 'action:read')}
          add={writes ? <ActionForm key={plan.actions.length} caseId={caseId} people={owners.people} agencies={owners.agencies} add={addPlanActionAction} draft={{ id: draftId, content: kept?.content }} /> : undefined}
        />
        <InvolvementCard version={now} parties={parties} />
        <AgreedCard version={now} />
      </div>
    </>
  )
}
