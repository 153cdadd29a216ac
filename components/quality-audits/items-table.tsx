import type { AuditItem } from '@/lib/quality-audits/read'
import { DataTable } from '../ui/table'
import { Tag } from '../ui/tag'

/** The records that were drawn, in the order of the draw, with what is still to do on each. */
export function ItemsTable({ items, opens }: { items: readonly AuditItem[]; opens: boolean }) {
  return (
    <DataTable
      caption="Records that were drawn"
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { key: 'reference', header: 'Record', cell: ({ position, reference }) => `${position}. ${reference}`, ...(opens ? { href: ({ id }: AuditItem) => `/quality-audits/items/${id}` } : {}) },
        { key: 'stratum', header: 'Part', cell: ({ stratum }) => stratum },
        { key: 'first', header: 'Read by', cell: ({ first }) => first ?? <span className="text-ink-soft">Nobody yet</span> },
        { key: 'second', header: 'Second opinion', cell: ({ second, other }) => other ?? <span className="text-ink-soft">{second ? 'Wanted' : 'Not drawn for one'}</span> },
        ...(opens ? [{ key: 'state', header: 'For you', cell: (item: AuditItem) => <State item={item} /> }] : []),
      ]}
    />
  )
}

function State({ item: { next, second, other } }: { item: AuditItem }) {
  if (next === 1) return <Tag tone="blue">To read</Tag>
  if (next === 2) return <Tag tone="purple">Second opinion</Tag>
  return second && !other ? <Tag tone="amber">Waits for somebody else</Tag> : <Tag tone="green">Done</Tag>
}
