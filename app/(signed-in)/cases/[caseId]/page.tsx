import type { Metadata } from 'next'
import { BeginButton } from '@/components/assessments/begin-button'
import { AssessmentsCard } from '@/components/assessments/case-card'
import { SessionsCard } from '@/components/casework/sessions-card'
import { ActionList } from '@/components/actions/action-list'
import { AllocateForm } from '@/components/cases/allocate-form'
import { CaseCallsCard, CaseHistory, CaseSummaryCard } from '@/components/cases/case-view'
import { ExitsCard, ReviewsCard } from '@/components/reviews/case-cards'
import { CloseCaseForm, ReopenForm, WithdrawButton } from '@/components/reviews/end-forms'
import { Card } from '@/components/ui/card'
import { SnapshotCard } from '@/components/enquiries/snapshot-card'
import { Columns } from '@/components/layout/columns'
import { BackLink } from '@/components/ui/back-link'
import { LevelTag } from '@/components/ui/level-tag'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { may } from '@/lib/access/permissions'
import { question } from '@/lib/access/operation'
import { ask, askTogether, signedIn } from '@/lib/access/web'
import { listAssessments } from '@/lib/assessments/queries'
import { listSessions } from '@/lib/casework/sessions'
import { readGlassOfCase } from '@/lib/break-glass/queries'
import { readCase } from '@/lib/cases/queries'
import { listCaseActions } from '@/lib/actions/queries'
import { readWorkload } from '@/lib/cases/workload'
import { readSnapshots } from '@/lib/enquiries/snapshot'
import { caseWeight } from '@/lib/pathway/caseload'
import { keptKey } from '@/lib/drafts/kept-form'
import { readReviews } from '@/lib/reviews/queries'
import { CASE_STAGE_LABELS } from '@/lib/pathway/states'
import { beginAssessmentAction } from '../../assessments/actions'
import { closeCaseAction, reopenCaseAction, withdrawExitAction } from '../../exits/actions'
import { keptForms } from '../../kept-forms'
import { OthersGlass, OwnGlassBanner } from '../../break-glass/of-case'
import { StrategyOfCase } from '../../strategy/of-case'
import { PanelsOfCase } from '../../panels/of-case'
import { allocateCaseAction } from '../actions'
import { CoverOfCase } from './cover/of-case'
import { CasePlanCard } from './plan/card'

export const metadata: Metadata = { title: 'Case' }

type Props = { params: Promise<{ caseId: string }> }

export default async function CasePage({ params }: Props) {
  const { caseId } = await params
  const one = await ask(readCase, { caseId })
  const { role, settings } = await signedIn()
  const open = one.stage !== 'closed'
  const allocates = may(role, 'case:allocate') && open
  const [snapshots, assessments, reviews, actions, sessions, team, openings] = await askTogether(
    one.referralId && may(role, 'enquiry:read-snapshot') ? question(readSnapshots, { referralId: one.referralId }) : null,
    may(role, 'assessment:read') ? question(listAssessments, { caseId }) : null,
    may(role, 'review:read') ? question(readReviews, { caseId }) : null,
    may(role, 'case-action:read') ? question(listCaseActions, { caseId }) : null,
    may(role, 'casework:read') ? question(listSessions, { caseId }) : null,
    allocates ? question(readWorkload, {}) : null,
    may(role, 'casework:read') ? question(readGlassOfCase, { caseId }) : null,
  )
  const holds = may(role, 'review:hold') && open
  const closes = may(role, 'case:close')
  const closable = closes && open && reviews?.exits.some(({ kind, state }) => kind === 'close' && state === 'agreed')
  const drafts = await keptForms(closable ? [['case_closed', caseId]] : closes && !open ? [['case_reopened', caseId]] : [])
  const assesses = may(role, 'assessment:write') && open && one.practitioner !== null
  const form = team ? (
    <AllocateForm
      key={one.version}
      caseId={one.id}
      version={one.version}
      weight={caseWeight(one.level, one.stage)}
      holderId={one.practitioner?.id ?? null}
      team={team}
      allocate={allocateCaseAction}
    />
  ) : null
  const list = may(role, 'caseload:read')
  return (
    <>
      <PageHeader
        title={`Case ${one.reference}`}
        caption={one.practitioner ? `With ${one.practitioner.name}` : 'Not allocated yet'}
        tags={
          <>
            <LevelTag level={one.level} />
            <Tag>{CASE_STAGE_LABELS[one.stage]}</Tag>
          </>
        }
        back={<BackLink href={list ? '/cases' : '/today'}>{list ? 'Caseload' : 'Today'}</BackLink>}
      />
      <OwnGlassBanner openings={openings} />
      <Columns asideLabel="History" aside={<CaseHistory one={one} assessments={assessments ?? []} />}>
        {one.practitioner ? null : form}
        <CaseSummaryCard one={one} contactLink={may(role, 'referral:read')} />
        {sessions ? <SessionsCard log={sessions} writes={may(role, 'casework:write') && open} /> : null}
        {assessments ? <AssessmentsCard assessments={assessments} begin={assesses ? <BeginButton caseId={caseId} again={assessments.length > 0} begin={beginAssessmentAction} /> : undefined} /> : null}
        <PanelsOfCase caseId={caseId} />
        <CasePlanCard caseId={caseId} />
        {closable ? <CloseCaseForm key={`close ${one.version}`} caseId={caseId} version={one.version} act={closeCaseAction} draft={drafts[keptKey('case_closed', caseId)]} /> : null}
        {closes && !open ? <ReopenForm key={`reopen ${one.version}`} caseId={caseId} version={one.version} act={reopenCaseAction} draft={drafts[keptKey('case_reopened', caseId)]} /> : null}
        {actions?.length ? <Card title="Actions" id="actions"><ActionList actions={actions} linked={may(role, 'action:read')} /></Card> : null}
        {reviews ? <ReviewsCard caseId={caseId} reviews={reviews.reviews} holds={holds && one.stage !== 'allocation'} /> : null}
        {reviews ? <ExitsCard reviews={reviews} proposes={holds} withdraw={holds ? (exit) => <WithdrawButton exitId={exit.id} version={exit.version} act={withdrawExitAction} /> : undefined} /> : null}
        <StrategyOfCase caseId={caseId} />
        <CaseCallsCard one={one} />
        <CoverOfCase caseId={caseId} />
        <OthersGlass openings={openings} />
        {one.practitioner ? form : null}
        {snapshots?.map((snapshot) => <SnapshotCard key={snapshot.id} label={settings.labels.enquiry} snapshot={snapshot} />)}
      </Columns>
    </>
  )
}
