import { ACTION_CLOCK_LABELS } from '@/lib/pathway/actions'
import { formatDate, formatDateTime } from '@/lib/pathway/dates'
import { missingText, SECTION47_ANSWERS } from '@/lib/pathway/strategy-words'
import type { ActionView } from '@/lib/actions/view'
import type { DecisionView } from '@/lib/strategy/view'
import { Card } from '../ui/card'
import { SummaryList } from '../ui/summary-list'
import { Tag } from '../ui/tag'

const said = (text: string) => <span dir="auto" className="wrap-anywhere">{text}</span>
const at = (iso: string) => formatDateTime(new Date(iso))

/** What was decided and why, by whom. */
export function DecisionCard({ decision }: { decision: DecisionView }) {
  const answer = SECTION47_ANSWERS.find(({ id }) => id === decision.section47)?.label
  return (
    <Card title="What was decided" id="decision">
      <SummaryList
        rows={[
          { key: 'by', label: 'Decided by', value: `${decision.by}, ${at(decision.at)}` },
          ...(decision.withoutQuorumWhy ? [{ key: 'quorum', label: 'Without a quorum', value: <><Tag tone="amber">{missingText(decision.missing)}</Tag><br />Why it could not wait: {said(decision.withoutQuorumWhy)}</> }] : []),
          { key: 's47', label: 'Threshold of section 47', value: <><strong>{answer}.</strong> {said(decision.section47Reasons)}</> },
          ...(decision.conferenceDue && decision.assessmentDue ? [{ key: 'clocks', label: 'Child protection', value: `Conference due by ${formatDate(new Date(decision.conferenceDue))}, assessment by ${formatDate(new Date(decision.assessmentDue))}` }] : []),
          { key: 'criminal', label: 'Criminal investigation', value: <><strong>{decision.criminal ? 'Yes.' : 'No.'}</strong> {said(decision.criminalWhy)}</> },
          { key: 'safety', label: 'Safe tonight', value: said(decision.immediateSafety) },
          { key: 'young', label: 'The young person is told', value: said(decision.tellYoung) },
          { key: 'parents', label: 'Parents or carers are told', value: said(decision.tellParents) },
          { key: 'harm', label: 'Those who harm', value: said(decision.perpetrators) },
          { key: 'next', label: 'Next', value: decision.nextReviewAt ? `Review by ${at(decision.nextReviewAt)}` : <>Resolved. {said(decision.resolvedWhy ?? '')}</> },
        ]}
      />
    </Card>
  )
}

/** What was agreed to be done. */
export function AgreedActions({ actions }: { actions: readonly ActionView[] }) {
  return (
    <Card title="Actions" id="actions">
      {actions.length ? null : <p className="text-ink-soft">None were agreed.</p>}
      <ul className="divide-y">
        {actions.map((one) => (
          <li key={one.id} className="py-2.5 first:pt-0 last:pb-0">
            <p dir="auto" className="wrap-anywhere">{one.what}</p>
            <p className="flex flex-wrap items-center gap-x-2 text-[0.9375rem] text-ink-soft">
              <span>{one.owner}, by {formatDate(one.dueOn)}</span>
              <Tag tone={one.clock === 'late' ? 'red' : one.clock === 'ended' ? 'green' : 'neutral'}>{ACTION_CLOCK_LABELS[one.clock]}</Tag>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
