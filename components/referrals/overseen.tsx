import { AWAITED_LABELS } from '@/lib/pathway/awaited'
import { formatDateTime } from '@/lib/pathway/dates'
import type { OverseenReferral } from '@/lib/referrals/overseen'
import { Card } from '../ui/card'
import { SummaryList } from '../ui/summary-list'
import { TextLink } from '../ui/text-link'

type Props = { referral: OverseenReferral }

/** What is waited for, since when, and for how long it has been late. */
export function StandsCard({ referral }: Props) {
  const { next, late } = referral
  return (
    <Card title={late ? 'This referral is overdue' : 'This referral is not overdue'}>
      {next ? null : <p className="mb-4">Nothing more is waited for from {referral.to}.</p>}
      <SummaryList
        rows={[
          { key: 'to', label: 'Sent to', value: referral.to },
          { key: 'sent', label: 'Sent', value: `${formatDateTime(new Date(referral.sentAt))}, by ${referral.sentBy}` },
          { key: 'reference', label: 'Contact', value: referral.reference },
          ...(next ? [{ key: 'waits', label: 'Still to do', value: AWAITED_LABELS[next.awaited] }, { key: 'due', label: late ? 'Was due' : 'Due', value: formatDateTime(new Date(next.due)) }] : []),
          ...(late ? [{ key: 'late', label: 'Late by', value: late }] : []),
        ]}
      />
    </Card>
  )
}

/** Whom to ask: those who answer for its receiver, whoever sent it, and who was asked already. */
export function AskCard({ referral }: Props) {
  const { people, outside, service, asked } = referral
  return (
    <Card title="Who to ask">
      <SummaryList
        rows={[
          { key: 'people', label: outside ? 'Front door, which asks the service' : 'Who answers for them', value: people.join(', ') || 'Nobody holds that role today: ask your administrator' },
          ...(service
            ? [{ key: 'service', label: 'The service', value: <><TextLink href={`/directory/${service.id}`}>{referral.to}</TextLink>{service.phone ? `, ${service.phone}` : ''}{service.openingHours ? <span className="block whitespace-pre-line">{service.openingHours}</span> : null}</> }]
            : []),
          { key: 'sender', label: 'Who sent it', value: referral.sentBy },
          ...(asked.length ? [{ key: 'asked', label: 'Asked since it is late', value: asked.join(', then ').replace(/^./, (letter) => letter.toUpperCase()) }] : []),
        ]}
      />
    </Card>
  )
}
