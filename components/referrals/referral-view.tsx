import { formatDateTime } from '@/lib/pathway/dates'
import type { ReferralView } from '@/lib/referrals/queries'
import { TOLD_HOW_LABELS } from '@/lib/referrals/schema'
import { WithheldWarning } from '../contacts/off-paper'
import { Card } from '../ui/card'
import { SummaryList } from '../ui/summary-list'
import { TextLink } from '../ui/text-link'

/** What the receiver is told, about whom, from whom, and what came of it so far. */
export function TextOfReferral({ referral, caseLink }: { referral: ReferralView; caseLink: boolean }) {
  const { follows, followedBy } = referral
  const how = (one: string) => TOLD_HOW_LABELS[one as keyof typeof TOLD_HOW_LABELS].toLowerCase()
  return (
    <Card title="What you need to know">
      {referral.identityWithheld ? <WithheldWarning /> : null}
      <p dir="auto" className="mb-4 max-w-prose whitespace-pre-line wrap-anywhere">{referral.summary}</p>
      <SummaryList
        rows={[
          { key: 'child', label: 'Young person', value: referral.child ? <><TextLink href={`/children/${referral.child.id}`}>{referral.child.name}</TextLink>, {referral.child.born}</> : 'No child named' },
          { key: 'contact', label: 'Contact', value: <TextLink href={`/contacts/${referral.contact.id}`}>{referral.contact.reference}</TextLink> },
          { key: 'by', label: 'Sent by', value: referral.sentBy },
          ...(follows ? [{ key: 'follows', label: follows.closed ? 'After' : 'In place of', value: <TextLink href={`/referrals/${follows.id}`}>the referral to {follows.to}</TextLink> }] : []),
          ...followedBy.map((one) => ({ key: one.id, label: 'Sent on', value: <TextLink href={`/referrals/${one.id}`}>to {one.to}</TextLink> })),
          ...(referral.respondedAt ? [{ key: 'answer', label: 'Answered', value: `${referral.respondedBy ?? ''}, ${formatDateTime(new Date(referral.respondedAt))}` }] : []),
          ...(referral.declineReason ? [{ key: 'reason', label: 'Why declined', value: referral.declineReason }] : []),
          ...(referral.caseId && caseLink ? [{ key: 'case', label: 'Case', value: <TextLink href={`/cases/${referral.caseId}`}>Open the case</TextLink> }] : []),
          ...referral.told.map((told) => ({ key: told.at, label: 'Referrer told', value: `${told.toWhom}, ${how(told.how)}, by ${told.by}, ${formatDateTime(new Date(told.at))}: ${told.words}` })),
        ]}
      />
    </Card>
  )
}
