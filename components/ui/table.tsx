import clsx from 'clsx'
import type { ReactNode } from 'react'
import { SortLink } from './sort-link'
import { TextLink } from './text-link'

export type Column<Row> = {
  key: string
  /** Words only: it is also the label of the cell on a narrow screen. */
  header: string
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end, so that their units line up. */
  align?: 'start' | 'end'
  /** Makes the cell a link; meant for the first column, the row's name. */
  href?: (row: Row) => string
  /** A link that sorts by this column, and the way it is sorted now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' }
  headerHidden?: boolean
  className?: string
}

type Props<Row> = {
  caption: ReactNode
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shown in place of the table when there are no rows. */
  empty?: ReactNode
  stickyHeader?: boolean
  dense?: boolean
}

/**
 * A table that turns into labelled cards on a narrow screen. The first column heads each row and carries
 * the link; nothing else in the row is secretly pressable.
 */
export function DataTable<Row>({
  caption, captionHidden, columns, rows, rowKey, empty, stickyHeader, dense,
}: Props<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <div
      className={clsx(
        'sm:rounded-lg sm:border sm:bg-surface sm:in-data-flush:border-0',
        !stickyHeader && 'sm:overflow-x-auto',
      )}
    >
      <table role="table" className="wm-table w-full text-left text-table" data-dense={dense ? '' : undefined}>
        <caption className={captionHidden ? 'sr-only' : 'text-left text-[1.0625rem] font-semibold sm:px-3 sm:py-2.5'}>
          {caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                aria-sort={column.sort?.direction}
                className={clsx(
                  'border-b border-control/60 bg-sunk align-bottom text-sm font-semibold text-ink-soft',
                  column.align === 'end' && 'text-right',
                  stickyHeader && 'sticky top-0 z-10',
                  captionHidden && 'first:rounded-tl-lg last:rounded-tr-lg in-data-flush:rounded-none!',
                )}
              >
                {column.sort ? (
                  <SortLink {...column.sort}>{column.header}</SortLink>
                ) : (
                  <span className={column.headerHidden ? 'sr-only' : undefined}>{column.header}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column, index) => {
                const content = column.cell(row)
                const shown = column.href ? <TextLink href={column.href(row)}>{content}</TextLink> : content
                const look = clsx(column.align === 'end' && 'tabular-nums sm:text-right', column.className) || undefined
                return index === 0 ? (
                  <th key={column.key} role="rowheader" scope="row" className={look}>
                    {shown}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    role="cell"
                    data-label={column.headerHidden ? undefined : column.header}
                    className={look}
                  >
                    <div>{shown}</div>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
