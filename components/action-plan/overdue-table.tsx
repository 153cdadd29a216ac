import type { OverdueRow } from '@/lib/action-plan/overdue'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { PlanTags } from './plan-table'

/** Rows of the action plan past their date, with who leads them: what the board asks about. */
export function OverdueTable({ overdue }: { overdue: readonly OverdueRow[] }) {
  return (
    <DataTable
      caption={`Action plan: overdue to the board (${overdue.length})`}
      rows={overdue}
      rowKey={({ id }) => id}
      empty={<Empty title="Nothing in the action plan is overdue">Its actions past their date appear here, with who leads them.</Empty>}
      columns={[
        { key: 'action', header: 'Action', cell: ({ number, action }) => <span className="wrap-anywhere">{number}. {action}</span>, href: ({ id }) => `/action-plan/${id}` },
        { key: 'lead', header: 'Lead', cell: ({ lead }) => <span className="wrap-anywhere">{lead}</span> },
        { key: 'due', header: 'Was due', cell: ({ dueText }) => dueText },
        { key: 'days', header: 'Days over', align: 'end', cell: ({ days }) => days },
        { key: 'status', header: 'Status', cell: ({ status }) => <PlanTags item={{ status, overdue: false }} /> },
      ]}
    />
  )
}
