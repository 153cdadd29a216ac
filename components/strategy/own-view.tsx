import { formatDateTime } from '@/lib/pathway/dates'
import { SECTION47_ANSWERS } from '@/lib/pathway/strategy-words'
import type { OwnInvitation } from '@/lib/strategy/own'
import { Card } from '../ui/card'
import { SummaryList } from '../ui/summary-list'

const said = (text: string) => <span dir="auto" className="wrap-anywhere">{text}</span>

/** What an agency is invited to and told. */
export function InvitedCard({ own }: { own: OwnInvitation }) {
  return (
    <Card title="What you are invited to">
      <SummaryList
        rows={[
          { key: 'about', label: 'About', value: said(own.about) },
          { key: 'told', label: 'What you are told', value: said(own.told) },
          { key: 'when', label: 'When', value: formatDateTime(new Date(own.plannedAt)) },
          { key: 'where', label: 'Where', value: said(own.place) },
          { key: 'by', label: 'Invited by', value: own.invitedBy },
        ]}
      />
    </Card>
  )
}

/** What the agency is given of the decision. */
export function OutcomeCard({ own: { outcome, decidedAt } }: { own: OwnInvitation }) {
  if (!outcome || !decidedAt) return null
  const { police } = outcome
  return (
    <Card title="What was decided">
      <SummaryList
        rows={[
          { key: 'when', label: 'Decided', value: formatDateTime(new Date(decidedAt)) },
          { key: 's47', label: 'Threshold of section 47', value: SECTION47_ANSWERS.find(({ id }) => id === outcome.section47)?.label },
          { key: 'criminal', label: 'Criminal investigation', value: outcome.criminal ? 'Yes' : 'No' },
          ...(police ? [{ key: 'why', label: 'Why', value: said(police.criminalWhy) }, { key: 'harm', label: 'Those who harm', value: said(police.perpetrators) }] : []),
          { key: 'next', label: 'Next', value: outcome.nextReviewAt ? `Review by ${formatDateTime(new Date(outcome.nextReviewAt))}` : 'No further strategy meeting is planned' },
        ]}
      />
    </Card>
  )
}
