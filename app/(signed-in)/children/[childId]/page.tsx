import type { Metadata } from 'next'
import { AlertsCard } from '@/components/alerts/alerts-card'
import { AtAGlance } from '@/components/children/at-a-glance'
import { JoinedCard, MergedBanner } from '@/components/children/joined'
import { CasesCard, SummaryCard } from '@/components/children/record-view'
import { LatestCard } from '@/components/chronology/latest-card'
import { OpenEnquiryTags } from '@/components/enquiries/open-tags'
import { ContactTable } from '@/components/contacts/contact-table'
import { RefuseSharingForm } from '@/components/sharing/refuse-form'
import { SharingCard } from '@/components/sharing/sharing-card'
import { ProtectionCard } from '@/components/strategy/protection-card'
import { Columns } from '@/components/layout/columns'
import { KnownCard } from '@/components/screening/known-card'
import { ProposalsCard } from '@/components/screening/proposals-card'
import { Empty } from '@/components/ui/empty'
import { BackLink } from '@/components/ui/back-link'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { may } from '@/lib/access/permissions'
import { question } from '@/lib/access/operation'
import { ask, askTogether, signedIn } from '@/lib/access/web'
import { seeOpenEnquiries } from '@/lib/enquiries/list'
import { listCaseActions } from '@/lib/actions/queries'
import { readChronology } from '@/lib/chronology/queries'
import { readAlertsAbout } from '@/lib/alerts/queries'
import { keptKey } from '@/lib/drafts/kept-form'
import { withQuery } from '@/lib/query-string'
import { readGlassOfCase } from '@/lib/break-glass/queries'
import { readChild } from '@/lib/records/queries'
import { listSharing } from '@/lib/sharing/queries'
import { readProtection } from '@/lib/strategy/protection'
import { refuseSharingAction } from '../../referrals/actions'
import { acknowledgeAlertAction, answerScreenAction } from '../../alerts/actions'
import { matchesOfChild } from '@/lib/screening/matches'
import { knownOfChild } from '@/lib/screening/queries'
import { OwnGlassBanner } from '../../break-glass/of-case'
import { undoJudgementAction } from '../actions'
import { keptForms } from '../../kept-forms'
import { judgeActionsFor, judgementForms } from '../judge-actions'

export const metadata: Metadata = { title: 'Child record' }

type Props = { params: Promise<{ childId: string }> }

export default async function ChildPage({ params }: Props) {
  const { childId } = await params
  const child = await ask(readChild, { childId })
  const { role, settings } = await signedIn()
  const open = child.cases.find((one) => one.closedAt === null)
  const [enquiries, sharings, alerts, known, chronology, matches, protection, actionsNow, openings] = await askTogether(
    may(role, 'enquiry:see-open') ? question(seeOpenEnquiries, { childId, contactId: null }) : null,
    question(listSharing, { childId }),
    may(role, 'alert:read') ? question(readAlertsAbout, { childId }) : null,
    question(knownOfChild, { childId }),
    question(readChronology, { childId, show: 'latest' }),
    may(role, 'child:match') && !child.mergedInto ? question(matchesOfChild, { childId }) : null,
    may(role, 'strategy:read') ? question(readProtection, { childId }) : null,
    open && may(role, 'case-action:read') ? question(listCaseActions, { caseId: open.id }) : null,
    open && may(role, 'record:break-glass') ? question(readGlassOfCase, { caseId: open.id }) : null,
  )
  const actions = judgeActionsFor(role)
  const undoes = may(role, 'child:merge')
  const refuses = may(role, 'sharing:decide')
  const drafts = await keptForms([
    ...judgementForms(childId, actions ? (matches ?? []) : []),
    ...(undoes ? child.joined : []).map((one) => ['undone', one.judgementId] as const),
    ...(refuses ? [['not_shared', childId] as const] : []),
  ])
  const caseLinks = may(role, 'case:read')
  const edits = may(role, 'child:edit') && !child.mergedInto
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{child.name}</span>}
        caption={`${child.reference}. ${child.born}`}
        tags={
          <>
            {child.exploitation === 'no' ? null : <Tag tone="purple">{child.exploitation === 'yes' ? 'Exploitation' : 'Exploitation suspected'}</Tag>}
            <OpenEnquiryTags open={enquiries ?? []} label={settings.labels.enquiry} links={may(role, 'enquiry:read')} />
          </>
        }
        actions={
          <>
            {may(role, 'enquiry:lead') ? (
              <ButtonLink variant="secondary" href={withQuery('/enquiries/new', { child: child.id })}>
                Ask the agencies
              </ButtonLink>
            ) : null}
            {may(role, 'subject-access:read') ? (
              <ButtonLink variant="secondary" href={`/children/${child.id}/subject-access`}>
                Requests to see it
              </ButtonLink>
            ) : null}
            {may(role, 'audit:read') ? (
              <ButtonLink variant="secondary" href={withQuery('/audit', { child: child.id })}>
                Who looked at this record
              </ButtonLink>
            ) : null}
          </>
        }
        back={<BackLink href="/children">Children</BackLink>}
      />
      {child.mergedInto ? <MergedBanner into={child.mergedInto} /> : null}
      <OwnGlassBanner openings={openings} />
      <AtAGlance child={child} edit={edits} caseLinks={caseLinks} waiting={(alerts ?? []).filter(({ acknowledged }) => !acknowledged).length} actions={actionsNow} />
      <Columns
        asideLabel="Cases and what is known"
        aside={
          <>
            <CasesCard child={child} links={caseLinks} />
            <JoinedCard child={child} undo={undoes ? undoJudgementAction : null} drafts={drafts} />
            <ProposalsCard title="Another record may be of this child" child={child} proposals={matches ?? []} actions={actions} drafts={drafts} />
            <KnownCard known={known} counted={false} caseLinks={caseLinks} />
          </>
        }
      >
        <AlertsCard
          alerts={alerts ?? []}
          acknowledge={may(role, 'alert:acknowledge') ? acknowledgeAlertAction : undefined}
          screen={may(role, 'contact:log') ? answerScreenAction : undefined}
          forAnybody={role === 'safeguarding_lead'}
          afterwards={role === 'cate_manager' ? '/alerts?show=acknowledged' : undefined}
        />
        {protection ? <ProtectionCard protection={protection} /> : null}
        <SummaryCard child={child} edit={edits} />
        <ContactTable caption="Contacts about this young person" contacts={child.contacts} withChild={false} empty={<Empty title="No contact yet">What Family Connect is told about this young person appears here.</Empty>} />
        <SharingCard sharings={sharings} referralLinks={may(role, 'referral:read')}>
          {refuses ? <RefuseSharingForm key={sharings.length} childId={child.id} refuse={refuseSharingAction} draft={drafts[keptKey('not_shared', child.id)]} /> : null}
        </SharingCard>
        <LatestCard chronology={chronology} />
      </Columns>
    </>
  )
}
