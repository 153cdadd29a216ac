import type { ContactView } from '@/lib/contacts/queries'
import { REFERRER_TOLD_LABELS } from '@/lib/contacts/schema'
import { formatDateTime } from '@/lib/pathway/dates'
import { OUTCOME_LABELS } from '@/lib/pathway/routing'
import { REFERRAL_STATE_LABELS } from '@/lib/pathway/states'
import { Card } from '../ui/card'
import { SummaryList } from '../ui/summary-list'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'

/** Where it went, by whom and why; and what became of each referral. */
export function DecisionCard({ contact, referralLinks }: { contact: ContactView; referralLinks: boolean }) {
  const { decision } = contact
  if (!decision) return null
  return (
    <Card title="Decision">
      <SummaryList
        rows={[
          { key: 'outcome', label: 'Goes to', value: contact.outcomes.map((outcome) => OUTCOME_LABELS[outcome]).join(' and ') },
          { key: 'by', label: 'Decided by', value: `${decision.by}, ${formatDateTime(new Date(decision.at))}` },
          { key: 'why', label: 'Reason', value: decision.rationale },
          { key: 'told', label: 'Referrer told', value: [REFERRER_TOLD_LABELS[decision.referrerTold], decision.toldNote].filter(Boolean).join(': ') },
          ...contact.referrals.map((referral) => ({
            key: referral.id,
            label: `Referral to ${referral.to}`,
            value: (
              <>
                {referralLinks ? <TextLink href={`/referrals/${referral.id}`}>{REFERRAL_STATE_LABELS[referral.state]}</TextLink> : REFERRAL_STATE_LABELS[referral.state]}
                {referral.declineReason ? `: ${referral.declineReason}` : null}
              </>
            ),
          })),
        ]}
      />
    </Card>
  )
}

/** What the rules suggest, with every reason. A suggestion and never a decision. */
export function SuggestionsCard({ contact }: { contact: ContactView }) {
  return (
    <Card title="Suggested, with reasons">
      <ul className="space-y-3">
        {contact.suggestions.map((suggestion) => (
          <li key={suggestion.outcome}>
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {OUTCOME_LABELS[suggestion.outcome]}
              <Tag tone={suggestion.strength === 'strong' ? 'blue' : 'neutral'}>{suggestion.strength === 'strong' ? 'Strongly suggested' : 'To consider'}</Tag>
            </p>
            <ul className="mt-1 list-disc space-y-0.5 pl-5 text-[0.9375rem]">
              {suggestion.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-[0.9375rem] text-ink-soft">These come from what was written down and what is on record. You decide.</p>
    </Card>
  )
}

/** Whom a contact is about: the child, or what was told of a child who could not be named. */
export function WhoItIsAbout({ contact }: { contact: ContactView }) {
  const { child } = contact
  if (!child) {
    return (
      <>
        <p>No child is named yet.</p>
        {contact.unidentifiedChild ? <p dir="auto" className="mt-2 whitespace-pre-line wrap-anywhere">{contact.unidentifiedChild}</p> : null}
      </>
    )
  }
  return (
    <>
      <p className="font-semibold">
        <TextLink href={`/children/${child.id}`}>{child.name}</TextLink>
      </p>
      <p className="text-[0.9375rem] text-ink-soft">
        {contact.childBorn}. {contact.childReference}
      </p>
    </>
  )
}
