'use client'

import type { LateItem } from '@/lib/oversight/late'
import { formatDateTime } from '@/lib/pathway/dates'
import { ClockTag } from '../ui/clock-tag'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { TextLink } from '../ui/text-link'

/** What is past its limit, and with whom; references alone. */
export function LateTable({ late }: { late: readonly LateItem[] }) {
  return (
    <DataTable
      caption={`Late now (${late.length})`}
      rows={late}
      rowKey={(item) => item.id}
      empty={<Empty title="Nothing is late">Decisions, referrals, panels, meetings, minutes, reviews and actions past their limit appear here.</Empty>}
      columns={[
        { key: 'reference', header: 'Reference', className: 'whitespace-nowrap', cell: (item) => (item.what === 'Referral' ? <TextLink href={`/overdue/referrals/${item.id.replace('Referral ', '')}`}>{item.reference}</TextLink> : item.reference) },
        { key: 'what', header: 'What', cell: (item) => item.what },
        { key: 'due', header: 'Was due', cell: (item) => formatDateTime(new Date(item.due)) },
        { key: 'late', header: 'Late by', cell: (item) => <ClockTag state="late">{item.late}</ClockTag> },
        { key: 'with', header: 'With', cell: (item) => item.with },
      ]}
    />
  )
}
