import type { Metadata } from 'next'
import { BeginButton } from '@/components/assessments/begin-button'
import { AssessmentsCard } from '@/components/assessments/case-card'
import { AllocateForm } from '@/components/cases/allocate-form'
import { CaseCallsCard, CaseHistory, CaseSummaryCard } from '@/components/cases/case-view'
import { SnapshotCard } from '@/components/enquiries/snapshot-card'
import { Columns } from '@/components/layout/columns'
import { BackLink } from '@/components/ui/back-link'
import { LevelTag } from '@/components/ui/level-tag'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listAssessments } from '@/lib/assessments/queries'
import { readCase } from '@/lib/cases/queries'
import { readWorkload } from '@/lib/cases/workload'
import { readSnapshots } from '@/lib/enquiries/snapshot'
import { caseWeight } from '@/lib/pathway/caseload'
import { CASE_STAGE_LABELS } from '@/lib/pathway/states'
import { beginAssessmentAction } from '../../assessments/actions'
import { allocateCaseAction } from '../actions'
import { CasePlanCard } from './plan/card'

export const metadata: Metadata = { title: 'Case' }

type Props = { params: Promise<{ caseId: string }> }

export default async function CasePage({ params }: Props) {
  const { caseId } = await params
  const one = await ask(readCase, { caseId })
  const { role, settings } = await signedIn()
  const snapshots = one.referralId && may(role, 'enquiry:read-snapshot') ? await ask(readSnapshots, { referralId: one.referralId }) : []
  const assessments = may(role, 'assessment:read') ? await ask(listAssessments, { caseId }) : null
  const assesses = may(role, 'assessment:write') && one.stage !== 'closed' && one.practitioner !== null
  const allocates = may(role, 'case:allocate') && one.stage !== 'closed'
  const team = allocates ? await ask(readWorkload, {}) : []
  const form = allocates ? (
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
      <Columns asideLabel="History" aside={<CaseHistory one={one} />}>
        {one.practitioner ? null : form}
        <CaseSummaryCard one={one} contactLink={may(role, 'referral:read')} />
        {assessments ? <AssessmentsCard assessments={assessments} begin={assesses ? <BeginButton caseId={caseId} again={assessments.length > 0} begin={beginAssessmentAction} /> : undefined} /> : null}
        <CasePlanCard caseId={caseId} />
        <CaseCallsCard one={one} />
        {one.practitioner ? form : null}
        {snapshots.map((snapshot) => <SnapshotCard key={snapshot.id} label={settings.labels.enquiry} snapshot={snapshot} />)}
      </Columns>
    </>
  )
}
