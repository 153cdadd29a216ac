import type { Metadata } from 'next'
import { AnswerForms } from '@/components/referrals/answer-forms'
import { HistoryCard } from '@/components/referrals/history'
import { NextWordTag } from '@/components/referrals/next-word'
import { SharedItems } from '@/components/sharing/shared-items'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { ask } from '@/lib/access/web'
import { ANSWER_FORMS } from '@/lib/drafts/kept-form'
import { formatDateTime } from '@/lib/pathway/dates'
import { LAWFUL_BASES, PURPOSES } from '@/lib/pathway/share-items'
import { REFERRAL_STATE_LABELS } from '@/lib/pathway/states'
import { readReceived } from '@/lib/referrals/received'
import { keptForms } from '../../kept-forms'
import { acknowledgeReferralAction, actOnReferralAction, closeReferralAction, declineReferralAction, takeOnReferralAction } from '../../referrals/actions'
import { Live } from '../../live'

export const metadata: Metadata = { title: 'Referral to us' }

type Props = { params: Promise<{ referralId: string }> }

const ANSWERS = { acknowledge: acknowledgeReferralAction, takeOn: takeOnReferralAction, decline: declineReferralAction, act: actOnReferralAction, close: closeReferralAction }

export default async function ReceivedPage({ params }: Props) {
  const { referralId } = await params
  const referral = await ask(readReceived, { referralId })
  const drafts = await keptForms(ANSWER_FORMS.map((form) => [form, referralId] as const))
  const purpose = PURPOSES.find(({ id }) => id === referral.purpose)
  const basis = LAWFUL_BASES.find(({ id }) => id === referral.basis)
  const ended = referral.state === 'closed' || referral.state === 'declined'
  return (
    <>
      <PageHeader
        title="Referral to us"
        caption={`Sent by ${referral.sentBy}, ${formatDateTime(new Date(referral.sentAt))}`}
        tags={<><Tag tone={referral.state === 'sent' ? 'amber' : 'neutral'}>{REFERRAL_STATE_LABELS[referral.state]}</Tag><NextWordTag next={referral.next} /></>}
        back={<BackLink href="/waiting">Waiting for us</BackLink>}
      />
      <Live topics={['referral']} />
      <div className="max-w-3xl space-y-6">
        <Card title="What you need to know">
          <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">{referral.summary}</p>
        </Card>
        <Card title="What was shared with you" footer={purpose && basis ? `Shared for this: ${purpose.label.toLowerCase()}. Basis: ${basis.label.toLowerCase()} (${basis.law}). Use it for that alone, and keep it safe.` : undefined}>
          <SharedItems items={referral.items} />
        </Card>
        <AnswerForms referral={referral} answers={ANSWERS} drafts={drafts} />
        {ended ? <p>Nothing more is asked of you. If something new happens, call Family Connect and quote the reference.</p> : null}
        <HistoryCard moves={referral.moves} />
      </div>
    </>
  )
}
