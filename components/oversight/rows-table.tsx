import type { FigureRow } from '@/lib/oversight/rows'
import { formatDateTime } from '@/lib/pathway/dates'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { TextLink } from '../ui/text-link'

type Props = { items: readonly FigureRow[]; /** What a row is: 'contacts'. */ unit: string; /** What a share is of; null where the figure is none. */ share: string | null }

/** The rows behind a figure, by reference. For a share, whether each counts. */
export function RowsTable({ items, unit, share }: Props) {
  return (
    <DataTable
      caption={share ? `All ${share}` : `The ${unit} that were counted`}
      rows={items}
      rowKey={({ id }) => id}
      empty={<Empty title="Nothing was counted">There is no row behind this figure in the period.</Empty>}
      columns={[
        { key: 'reference', header: 'Reference', cell: ({ reference, href }) => (href ? <TextLink href={href}>{reference}</TextLink> : reference) },
        { key: 'at', header: 'When', cell: ({ at }) => formatDateTime(new Date(at)) },
        ...(share ? [{ key: 'counts', header: 'Counts', cell: ({ counts }: FigureRow) => (counts ? 'Yes' : 'No') }] : []),
      ]}
    />
  )
}
