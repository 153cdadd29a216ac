import type { ImportReport } from '@/lib/action-plan/import'
import { formatDate } from '@/lib/pathway/dates'
import { Banner } from '../ui/banner'
import { DataTable } from '../ui/table'

/** What a table would bring in, and what not and why. */
export function ImportReportCard({ report: { added, refused, there } }: { report: ImportReport }) {
  return (
    <>
      <Banner tone={refused.length ? 'notice' : 'success'} title={`${added.length} to bring in, ${refused.length} refused, ${there.length} there already`} announce>
        <p>Nothing is written yet.</p>
      </Banner>
      {refused.length ? (
        <DataTable
          caption="Refused"
          rows={refused}
          rowKey={({ line }) => String(line)}
          columns={[{ key: 'line', header: 'Row', className: 'whitespace-nowrap', cell: ({ line }) => `Row ${line}` }, { key: 'why', header: 'Why', cell: ({ problems }) => <ul className="list-disc pl-5">{problems.map((one) => <li key={one} className="wrap-anywhere">{one}</li>)}</ul> }]}
        />
      ) : null}
      {added.length ? (
        <DataTable
          caption="To bring in"
          rows={added}
          rowKey={({ line }) => String(line)}
          columns={[
            { key: 'line', header: 'Row', className: 'whitespace-nowrap', cell: ({ line }) => `Row ${line}` },
            { key: 'action', header: 'Action', cell: ({ action }) => <span className="wrap-anywhere">{action}</span> },
            { key: 'lead', header: 'Lead', cell: ({ lead, known }) => <span className="wrap-anywhere">{known ? lead : `${lead} (not an agency of the area: kept as written)`}</span> },
            { key: 'due', header: 'Due', cell: ({ due }) => formatDate(due) },
          ]}
        />
      ) : null}
      {there.length ? <p>There already, word for word: {there.map((line) => `row ${line}`).join(', ')}.</p> : null}
    </>
  )
}
