import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AlertsCard } from '@/components/alerts/alerts-card'
import { CircumstancesCard, SaidCard, SubjectsCard } from '@/components/contacts/call-view'
import { DecisionCard, SuggestionsCard, WhoItIsAbout } from '@/components/contacts/contact-view'
import { FollowUpCards } from '@/components/referrals/follow-up-cards'
import { DecideForm } from '@/components/contacts/decide-form'
import { NameChildForm } from '@/components/contacts/name-child-form'
import { ContactFlags, DecisionState } from '@/components/contacts/tags'
import { OpenEnquiryTags } from '@/components/enquiries/open-tags'
import { Columns } from '@/components/layout/columns'
import { KnownCard } from '@/components/screening/known-card'
import { ProposalsCard } from '@/components/screening/proposals-card'
import { BackLink } from '@/components/ui/back-link'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { question } from '@/lib/access/operation'
import { ask, askTogether, signedIn } from '@/lib/access/web'
import { readAlertsAbout } from '@/lib/alerts/queries'
import { draftIdOf } from '@/lib/drafts/id'
import { listDrafts } from '@/lib/drafts/queries'
import { readContact } from '@/lib/contacts/queries'
import { seeOpenEnquiries } from '@/lib/enquiries/list'
import { withQuery } from '@/lib/query-string'
import { readFollowUp } from '@/lib/referrals/follow-up'
import { offerSharing } from '@/lib/sharing/queries'
import { answerChallengeAction, raiseChallengeAction, tellReferrerAction } from '../../referrals/actions'
import { listServices } from '@/lib/services/queries'
import { offeredFor } from '@/lib/services/view'
import { acknowledgeAlertAction, answerScreenAction } from '../../alerts/actions'
import { matchesOfChild } from '@/lib/screening/matches'
import { knownOfContact } from '@/lib/screening/queries'
import { judgeActionsFor, judgementForms } from '../../children/judge-actions'
import { possibleChildrenAction } from '../../children/actions'
import { keptForms } from '../../kept-forms'
import { decideContactAction, nameChildAction, searchChildrenAction } from '../actions'

export const metadata: Metadata = { title: 'Contact' }

type Props = { params: Promise<{ contactId: string }>; searchParams: Promise<{ saved?: string | string[] }> }

export default async function ContactPage({ params, searchParams }: Props) {
  const { contactId } = await params
  const { saved } = await searchParams
  const { role, userId, settings } = await signedIn()
  // those who oversee are asked about a challenge that is late: where it stands, and not the contact itself
  if (!may(role, 'contact:read') && may(role, 'oversight:read')) redirect(`/overdue/challenges/${contactId}`)
  const contact = await ask(readContact, { contactId })
  const undecided = contact.state === 'logged'
  const decides = undecided && may(role, 'contact:decide')
  const draftId = draftIdOf(userId, contactId)
  const childId = contact.child?.id
  const [known, open, alerts, matches, kept, offer, followUp, services] = await askTogether(
    question(knownOfContact, { contactId }),
    may(role, 'enquiry:see-open') ? question(seeOpenEnquiries, { childId: childId ?? null, contactId }) : null,
    may(role, 'alert:read') ? question(readAlertsAbout, { contactId, ...(childId ? { childId } : {}) }) : null,
    childId && may(role, 'child:match') ? question(matchesOfChild, { childId }) : null,
    decides ? question(listDrafts, { kind: 'decision', draftId }) : null,
    decides ? question(offerSharing, { contactId }) : null,
    !undecided && may(role, 'referral:read') ? question(readFollowUp, { contactId }) : null,
    decides ? question(listServices, {}) : null,
  )
  const draft = kept?.[0]
  const actions = judgeActionsFor(role)
  const drafts = await keptForms([
    ...judgementForms(contact.child?.id ?? '', actions ? (matches ?? []) : []),
    ...(followUp && may(role, 'referral:send') ? [['told', contactId] as const, ['challenged', contactId] as const] : []),
    ...(followUp && may(role, 'challenge:answer') ? followUp.challenges : []).map((one) => ['challenge_answered', one.id] as const),
  ])
  const names = undecided && contact.child === null && may(role, 'contact:log')
  return (
    <>
      <PageHeader
        title={`Contact ${contact.reference}`}
        caption={<DecisionState contact={contact} />}
        tags={<><ContactFlags contact={contact} need /><OpenEnquiryTags open={open ?? []} label={settings.labels.enquiry} links={may(role, 'enquiry:read')} /></>}
        actions={may(role, 'enquiry:lead') ? <ButtonLink variant="secondary" href={withQuery('/enquiries/new', { contact: contact.id })}>Ask the agencies</ButtonLink> : undefined}
        back={<BackLink href={may(role, 'contact:list') ? '/contacts' : '/today'}>{may(role, 'contact:list') ? 'Contacts' : 'Today'}</BackLink>}
      />
      {saved && undecided ? (
        <Banner tone="success" title={`Saved as ${contact.reference}`} announce>
          <p>Now decide where it goes, or leave it: it waits on today’s page with its clock running.</p>
        </Banner>
      ) : null}
      {contact.immediateDanger && undecided ? (
        <Banner tone="important" title="Somebody may be in danger now">
          <p>If the police have not been called: 999. Tell the safeguarding lead by voice. {contact.dangerAction ? `Written down so far: ${contact.dangerAction}` : ''}</p>
        </Banner>
      ) : null}
      <Columns
        asideLabel="What is suggested and known"
        aside={
          <>
            {undecided ? <SuggestionsCard contact={contact} /> : null}
            <KnownCard known={known} counted={contact.child !== null} caseLinks={may(role, 'case:read')}>
              <WhoItIsAbout contact={contact} />
            </KnownCard>
            {contact.child ? <ProposalsCard title="This may be a child on record" child={{ ...contact.child, reference: contact.childReference ?? '' }} proposals={matches ?? []} actions={actions} drafts={drafts} /> : null}
          </>
        }
      >
        <SaidCard contact={contact} />
        <AlertsCard
          alerts={alerts ?? []}
          acknowledge={may(role, 'alert:acknowledge') ? acknowledgeAlertAction : undefined}
          screen={may(role, 'contact:log') ? answerScreenAction : undefined}
          forAnybody={role === 'safeguarding_lead'}
          afterwards={role === 'cate_manager' ? '/alerts?show=acknowledged' : undefined}
        />
        <SubjectsCard contact={contact} />
        {names ? (
          <Details summary="Say which child this is about">
            <NameChildForm contactId={contact.id} version={contact.version} save={nameChildAction} search={searchChildrenAction} possible={possibleChildrenAction} />
          </Details>
        ) : null}
        {decides && offer ? (
          <DecideForm
            contactId={contact.id}
            version={contact.version}
            suggested={contact.suggestions.map((suggestion) => suggestion.outcome)}
            offer={offer}
            decide={decideContactAction}
            draft={{ id: draftId, content: draft?.content }}
            services={offeredFor(services ?? [], contact)}
          />
        ) : null}
        <DecisionCard contact={contact} referralLinks={may(role, 'referral:read')} />
        {followUp ? (
          <FollowUpCards
            contactId={contact.id}
            followUp={followUp}
            days={settings.challengeAnswerDays}
            drafts={drafts}
            tell={may(role, 'referral:send') ? tellReferrerAction : undefined}
            raise={may(role, 'referral:send') ? raiseChallengeAction : undefined}
            answer={may(role, 'challenge:answer') ? answerChallengeAction : undefined}
          />
        ) : null}
        <CircumstancesCard contact={contact} />
      </Columns>
    </>
  )
}
