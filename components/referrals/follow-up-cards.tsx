import type { Outcome } from '@/lib/access/outcome'
import { formatDateTime } from '@/lib/pathway/dates'
import { keptKey, type KeptForms } from '@/lib/drafts/kept-form'
import type { FollowUp } from '@/lib/referrals/follow-up'
import { TOLD_HOW_LABELS } from '@/lib/referrals/schema'
import { ChallengeCard } from '../challenges/challenge-card'
import { RaiseForm } from '../challenges/raise-form'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { SummaryList } from '../ui/summary-list'
import { TellForm } from './tell-form'

type Act = (input: never) => Promise<Outcome<unknown>>
type Props = { contactId: string; followUp: FollowUp; days: number; drafts: KeptForms; tell?: Act; raise?: Act; answer?: Act }

/** After a decision: one more referral, who was told, and whether anybody disagrees. */
export function FollowUpCards({ contactId, followUp, days, drafts, tell, raise, answer }: Props) {
  const { told, challenges, untold, referrer } = followUp
  const how = (one: string) => TOLD_HOW_LABELS[one as keyof typeof TOLD_HOW_LABELS].toLowerCase()
  const open = raise && !challenges.some((one) => one.from === 'referrer')
  return (
    <>
      {untold && tell ? <TellForm contactId={contactId} referralId={null} referrer={referrer} tell={tell} draft={drafts[keptKey('told', contactId)]} /> : null}
      {told.length ? (
        <Card title="Who was told">
          <SummaryList rows={told.map((one) => ({ key: one.at, label: `${one.toWhom}, ${how(one.how)}`, value: `${one.words}\n${one.by}, ${formatDateTime(new Date(one.at))}` }))} />
        </Card>
      ) : null}
      <ChallengeCard challenges={challenges} answer={answer} drafts={drafts}>
        {open ? (
          <RaiseForm summary="The person who told us disagrees" contactId={contactId} referralId={null} from={['referrer']} raisedBy={referrer ?? ''} days={days} raise={raise} draft={drafts[keptKey('challenged', contactId)]} />
        ) : null}
      </ChallengeCard>
      {tell ? (
        <p>
          <ButtonLink variant="secondary" href={`/contacts/${contactId}/refer`}>
            Send a further referral
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}
