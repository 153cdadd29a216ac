import type { HandoverSummary } from '@/lib/handovers/view'
import { formatDateTime } from '@/lib/pathway/dates'
import { SIDE_LABELS } from '@/lib/pathway/sides'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { Tag } from '../ui/tag'

/** Earlier hand-overs, newest first. */
export function HandoverTable({ handovers }: { handovers: readonly HandoverSummary[] }) {
  return (
    <DataTable
      caption="Earlier hand-overs"
      rows={handovers}
      rowKey={(one) => one.id}
      empty={<Empty title="No earlier hand-over">Each is kept here once somebody has signed it.</Empty>}
      columns={[
        { key: 'shift', header: 'Change of shift', cell: (one) => formatDateTime(new Date(one.shiftAt)), href: (one) => `/handover/${one.id}` },
        { key: 'to', header: 'To', cell: (one) => SIDE_LABELS[one.to] },
        { key: 'out', header: 'Handed over by', cell: (one) => one.outBy },
        { key: 'in', header: 'Taken over by', cell: (one) => one.inBy ?? <Tag tone="amber">Not signed</Tag> },
        { key: 'items', header: 'Items', cell: (one) => one.items, align: 'end' },
      ]}
    />
  )
}
