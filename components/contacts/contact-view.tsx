import type { ContactView } from '@/lib/contacts/queries'
import { REFERRER_TOLD_LABELS } from '@/lib/contacts/schema'
import { formatDateTime } from '@/lib/pathway/dates'
import { OUTCOME_LABELS, type Outcome } from '@/lib/pathway/routing'
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
        {contact.known.suggestions.map((suggestion) => (
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

/** What is known of the child already. */
export function KnownCard({ contact, caseLinks }: { contact: ContactView; caseLinks: boolean }) {
  const { known, child } = contact
  if (!child) {
    return (
      <Card title="What we know">
        <p>No child is named yet.</p>
        {contact.unidentifiedChild ? <p dir="auto" className="mt-2 whitespace-pre-line wrap-anywhere">{contact.unidentifiedChild}</p> : null}
      </Card>
    )
  }
  return (
    <Card title="What we know">
      <p className="font-semibold">
        <TextLink href={`/children/${child.id}`}>{child.name}</TextLink>
      </p>
      <p className="text-[0.9375rem] text-ink-soft">
        {contact.childBorn}. {contact.childReference}
      </p>
      {known.openCase ? (
        <p className="mt-3">
          <Tag tone="purple">Open case</Tag>{' '}
          {caseLinks ? <TextLink href={`/cases/${known.openCase.id}`}>{known.openCase.reference}</TextLink> : known.openCase.reference}
          {known.openCase.practitioner ? `, with ${known.openCase.practitioner}` : ', not allocated yet'}
        </p>
      ) : null}
      {known.siblings.length ? <p className="mt-3">Siblings on record: {known.siblings.map((sibling) => sibling.name + (sibling.exploitation === 'no' ? '' : ' (exploitation concern)')).join(', ')}</p> : null}
      <h3 className="mt-4 mb-1">Earlier contacts</h3>
      {known.earlier.length ? (
        <ul className="space-y-2.5 text-[0.9375rem]">
          {known.earlier.slice(0, 5).map((earlier) => (
            <li key={earlier.id}>
              <TextLink href={`/contacts/${earlier.id}`}>{earlier.reference}</TextLink>
              <span className="block">
                {formatDateTime(new Date(earlier.receivedAt))}. {earlier.outcomes.length ? earlier.outcomes.map((outcome) => OUTCOME_LABELS[outcome as Outcome]).join(' and ') : 'Waiting for a decision'}
                {earlier.exploitation === 'no' ? '' : '. Exploitation concern'}
              </span>
            </li>
          ))}
          {known.earlier.length > 5 ? <li>and {known.earlier.length - 5} more on the record</li> : null}
        </ul>
      ) : (
        <p className="text-[0.9375rem] text-ink-soft">None. This is the first.</p>
      )}
    </Card>
  )
}
