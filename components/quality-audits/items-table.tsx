import type { AuditItem } from '@/lib/quality-audits/read'
import { DataTable } from '../ui/table'
import { Tag } from '../ui/tag'

/** The records that were drawn, one's own first and then in the order of the draw, with what is still to do on each. */
export function ItemsTable({ items, opens }: { items: readonly AuditItem[]; opens: boolean }) {
  return (
    <DataTable
      caption="Records that were drawn"
      rows={[...items.filter(({ mine }) => mine), ...items.filter(({ mine }) => !mine)]}
      rowKey={({ id }) => id}
      columns={[
        { key: 'reference', header: 'Record', cell: ({ position, reference }) => `${position}. ${reference}`, ...(opens ? { href: ({ id }: AuditItem) => `/quality-audits/items/${id}` } : {}) },
        { key: 'stratum', header: 'Part', cell: ({ stratum }) => stratum },
        { key: 'first', header: 'Read by', cell: ({ first, given }) => first ?? <Awaited to={given.first}>Nobody yet</Awaited> },
        { key: 'second', header: 'Second opinion', cell: ({ second, other, given }) => other ?? <Awaited to={given.other}>{second ? 'Wanted' : 'Not drawn for one'}</Awaited> },
        ...(opens ? [{ key: 'state', header: 'For you', cell: (item: AuditItem) => <State item={item} /> }] : []),
      ]}
    />
  )
}

function Awaited({ to, children }: { to: string | null; children: string }) {
  return <span className="text-ink-soft wrap-anywhere">{to ? `Given to ${to}` : children}</span>
}

function State({ item: { next, mine, first, second, other } }: { item: AuditItem }) {
  if (next) return <Tag tone={mine ? 'blue' : 'neutral'}>{`${mine ? 'Yours' : 'Anybody’s'}: ${next === 1 ? 'to read' : 'second opinion'}`}</Tag>
  return first && (!second || other) ? <Tag tone="green">Done</Tag> : <Tag tone="amber">Waits for somebody else</Tag>
}
