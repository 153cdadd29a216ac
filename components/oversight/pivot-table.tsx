import type { Pivot } from '@/lib/oversight/pivot'
import { shown, withheldWords } from '@/lib/oversight/figure-view'
import { formatDate } from '@/lib/pathway/dates'

/** A figure by two things at once, with the totals of its rows and columns. */
export function PivotTable({ pivot: { title, period, rows, columns, cells, total, withheld, rough } }: { pivot: Pivot }) {
  const cell = 'border-t px-3 py-1.5 text-right tabular-nums'
  return (
    <div className="overflow-x-auto rounded-lg border bg-surface" tabIndex={0} role="region" aria-label="Table">
      <table className="w-full text-left text-table">
        <caption className="px-3 py-2.5 text-left">
          <span className="font-semibold">{title}: {rows.header.toLowerCase()} by {columns.header.toLowerCase()}</span>
          <span className="block text-ink-soft">{formatDate(period.from)} to {formatDate(period.until)}. {withheld ? `A dash stands for what is withheld. ${withheldWords(rough)}` : ''}</span>
        </caption>
        <thead>
          <tr className="bg-sunk text-sm">
            <th scope="col" className="px-3 py-1.5">{rows.header}</th>
            {columns.parts.map(({ id, label }) => (
              <th key={id} scope="col" className="px-3 py-1.5 text-right">{label}</th>
            ))}
            <th scope="col" className="px-3 py-1.5 text-right">All</th>
          </tr>
        </thead>
        <tbody>
          {rows.parts.map(({ id, label, total: all }, r) => (
            <tr key={id}>
              <th scope="row" className="border-t px-3 py-1.5 font-normal">{label}</th>
              {columns.parts.map((column, c) => (
                <td key={column.id} className={cell}>{brief(cells[r]?.[c] ?? null)}</td>
              ))}
              <td className={`${cell} font-semibold`}>{brief(all)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <th scope="row" className="border-t px-3 py-1.5">All</th>
            {columns.parts.map(({ id, total: all }) => (
              <td key={id} className={cell}>{brief(all)}</td>
            ))}
            <td className={cell}>{brief(total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function brief(count: number | null) {
  return count === null ? (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">Withheld</span>
    </>
  ) : (
    shown(count)
  )
}
