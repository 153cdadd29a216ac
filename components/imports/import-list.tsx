import { IMPORT_STATE_LABELS, type ImportState, type ImportSummary } from '@/lib/imports/view'
import { When } from '../when'
import { DataTable } from '../ui/table'
import { Tag, type Tone } from '../ui/tag'

const TONES: Record<ImportState, Tone> = { waiting: 'blue', checked: 'amber', approved: 'blue', done: 'green', discarded: 'neutral', failed: 'red' }

const columns = [
  { key: 'at', header: 'Brought', cell: (row: ImportSummary) => <When at={row.startedAt} />, href: (row: ImportSummary) => `/admin/import/${row.id}` },
  { key: 'by', header: 'By', cell: (row: ImportSummary) => row.startedBy },
  { key: 'state', header: 'Where it stands', cell: (row: ImportSummary) => <Tag tone={TONES[row.state]}>{IMPORT_STATE_LABELS[row.state]}</Tag> },
  { key: 'rows', header: 'Rows', align: 'end' as const, cell: (row: ImportSummary) => row.rows.toLocaleString('en-GB') },
  { key: 'refused', header: 'Refused', align: 'end' as const, cell: (row: ImportSummary) => row.refused.toLocaleString('en-GB') },
]

/** What was brought in before, newest first. */
export function ImportList({ imports }: { imports: readonly ImportSummary[] }) {
  return <DataTable caption="Imports" rows={imports} rowKey={({ id }) => id} columns={columns} empty={<p className="text-ink-soft">Nothing has been brought in here yet.</p>} />
}
