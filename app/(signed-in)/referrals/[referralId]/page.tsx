import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ChallengeCard } from '@/components/challenges/challenge-card'
import { RaiseForm } from '@/components/challenges/raise-form'
import { SnapshotCard } from '@/components/enquiries/snapshot-card'
import { AnswerForms } from '@/components/referrals/answer-forms'
import { HistoryCard } from '@/components/referrals/history'
import { NextWordTag } from '@/components/referrals/next-word'
import { TellForm } from '@/components/referrals/tell-form'
import { TextOfReferral } from '@/components/referrals/referral-view'
import { SharingText } from '@/components/sharing/sharing-card'
import { BackLink } from '@/components/ui/back-link'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readSnapshots } from '@/lib/enquiries/snapshot'
import { ANSWER_FORMS, keptKey } from '@/lib/drafts/kept-form'
import { formatDateTime } from '@/lib/pathway/dates'
import { REFERRAL_STATE_LABELS } from '@/lib/pathway/states'
import { withQuery } from '@/lib/query-string'
import { referralPageOf } from '@/lib/referrals/page-of'
import { readReferral } from '@/lib/referrals/queries'
import { keptForms } from '../../kept-forms'
import {
  acceptReferralAction, acknowledgeReferralAction, actOnReferralAction, answerChallengeAction, closeReferralAction, declineReferralAction,
  raiseChallengeAction, takeOnReferralAction, tellReferrerAction,
} from '../actions'
import { Live } from '../../live'

export const metadata: Metadata = { title: 'Referral' }

type Props = { params: Promise<{ referralId: string }> }

const ANSWERS = { acknowledge: acknowledgeReferralAction, takeOn: takeOnReferralAction, decline: declineReferralAction, act: actOnReferralAction, close: closeReferralAction }

export default async function ReferralPage({ params }: Props) {
  const { referralId } = await params
  const { role, settings } = await signedIn()
  // an agency's people see what was shared and no more; those who oversee, where it stands and with whom
  const page = referralPageOf(role)
  if (page === 'received') redirect(`/waiting/${referralId}`)
  if (page === 'overseen') redirect(`/overdue/referrals/${referralId}`)
  const referral = await ask(readReferral, { referralId })
  const snapshots = may(role, 'enquiry:read-snapshot') ? await ask(readSnapshots, { referralId }) : []
  const waiting = referral.state === 'sent' || referral.state === 'acknowledged'
  const cate = referral.receiver === 'cate'
  const sends = may(role, 'referral:send')
  const declined = referral.state === 'declined'
  const left = (['decider', 'referrer'] as const).filter((from) => !referral.challenges.some((one) => one.from === from))
  const drafts = await keptForms([
    ...(referral.answers ? ANSWER_FORMS : []).map((form) => [form, referralId] as const),
    ...(sends ? [['told', referralId] as const, ['challenged', referralId] as const] : []),
    ...(may(role, 'challenge:answer') ? referral.challenges : []).map((one) => ['challenge_answered', one.id] as const),
  ])
  const again = withQuery(`/contacts/${referral.contact.id}/refer`, { follows: referral.id })
  return (
    <>
      <PageHeader
        title={`Referral to ${referral.to}`}
        caption={`Sent ${formatDateTime(new Date(referral.sentAt))}, ${waiting ? `waited ${referral.waited}` : `answered after ${referral.waited}`}`}
        tags={<><Tag tone={waiting ? 'amber' : 'neutral'}>{REFERRAL_STATE_LABELS[referral.state]}</Tag><NextWordTag next={referral.next} /></>}
        actions={may(role, 'enquiry:lead') ? <ButtonLink variant="secondary" href={withQuery('/enquiries/new', { referral: referral.id })}>Ask the agencies</ButtonLink> : undefined}
        back={<BackLink href="/referrals">Referrals</BackLink>}
      />
      <Live topics={['referral', 'challenge']} />
      {declined && sends ? (
        <Banner title="This referral was declined, and comes back to you" actions={referral.followedBy.length ? undefined : <ButtonLink href={again}>Send it elsewhere</ButtonLink>}>
          <p>{referral.declineReason}</p>
          {referral.followedBy.length ? null : <p>Send it to somebody else, or challenge the refusal below. Nobody is working on it until then.</p>}
        </Banner>
      ) : null}
      {referral.state === 'closed' && sends && !referral.followedBy.length ? (
        <p className="mb-6">
          <ButtonLink variant="secondary" href={again}>Send another after this one</ButtonLink>
        </p>
      ) : null}
      <div className="max-w-3xl space-y-6">
        <TextOfReferral referral={referral} caseLink={may(role, 'case:read')} />
        {snapshots.map((snapshot) => <SnapshotCard key={snapshot.id} label={settings.labels.enquiry} snapshot={snapshot} />)}
        {referral.answers ? (
          <AnswerForms
            referral={referral}
            answers={cate && may(role, 'referral:open-case') ? { ...ANSWERS, openCase: acceptReferralAction } : ANSWERS}
            outside={referral.receiver === 'service'}
            drafts={drafts}
            panelDays={settings.panelDays}
            opensCase={referral.opensCase}
            inCase={referral.caseId !== null}
          />
        ) : null}
        {referral.tellBy && sends ? <TellForm contactId={referral.contact.id} referralId={referral.id} referrer={referral.referrer} tell={tellReferrerAction} draft={drafts[keptKey('told', referral.id)]} /> : null}
        <ChallengeCard challenges={referral.challenges} answer={may(role, 'challenge:answer') ? answerChallengeAction : undefined} drafts={drafts}>
          {declined && sends && left.length ? (
            <RaiseForm
              summary="Challenge this refusal"
              contactId={referral.contact.id}
              referralId={referral.id}
              from={left}
              raisedBy=""
              days={settings.challengeAnswerDays}
              raise={raiseChallengeAction}
              draft={drafts[keptKey('challenged', referral.id)]}
            />
          ) : null}
        </ChallengeCard>
        {referral.sharing ? (
          <Card title="What was shared, and why">
            <SharingText sharing={referral.sharing} />
          </Card>
        ) : null}
        <HistoryCard moves={referral.moves} />
      </div>
    </>
  )
}
