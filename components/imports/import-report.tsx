import type { Problem } from '@/lib/imports/columns'
import type { ImportView, Report } from '@/lib/imports/view'
import { Card } from '../ui/card'
import { Meter } from '../ui/meter'
import { DataTable } from '../ui/table'
import { TextLink } from '../ui/text-link'

const SHOWN = 200
const number = (count: number) => count.toLocaleString('en-GB')

const counts = [
  { key: 'file', header: 'File', cell: (row: Report['counts'][number]) => row.file },
  { key: 'rows', header: 'Rows', align: 'end' as const, cell: (row: Report['counts'][number]) => number(row.rows) },
  { key: 'add', header: 'To bring in', align: 'end' as const, cell: (row: Report['counts'][number]) => number(row.add) },
  { key: 'same', header: 'Here already', align: 'end' as const, cell: (row: Report['counts'][number]) => number(row.same) },
  { key: 'refused', header: 'Refused', align: 'end' as const, cell: (row: Report['counts'][number]) => number(row.refused) },
]

const places = [
  { key: 'where', header: 'Where', cell: (row: Problem) => `${row.file}, line ${row.line}` },
  { key: 'column', header: 'Column', cell: (row: Problem) => row.column || 'The whole row' },
  { key: 'why', header: 'Why', cell: (row: Problem) => row.message },
]

/** What the check found: how many rows of each file, every refused one with its reason, and what is worth knowing. */
export function ImportReport({ view }: { view: ImportView }) {
  const { report, state, progress, total, left } = view
  if (state === 'waiting' || !report) return <p role="status">Waymark is checking the files. This page shows what it finds; you can leave and come back.</p>
  const { problems, notes } = report
  return (
    <>
      {state === 'approved' ? <Card title="How far it is"><Meter label="Rows written" value={progress} max={Math.max(total, 1)} unit="rows" closeAt={2} /></Card> : null}
      <DataTable caption="What was found" rows={report.counts} rowKey={({ file }) => file} columns={counts} />
      {problems.length ? (
        <Card title={left.length ? 'Refused and left out' : 'Refused'} actions={<TextLink href={`/admin/import/${view.id}/report`} download>The whole list as CSV</TextLink>}>
          {problems.length > SHOWN ? <p className="mb-3">The first {SHOWN} of {number(problems.length)}; the others are in the file.</p> : null}
          <DataTable caption="Refused rows" captionHidden dense rows={problems.slice(0, SHOWN)} rowKey={placeOf} columns={places} />
        </Card>
      ) : null}
      {notes.length ? (
        <Card title="Worth knowing">
          <p className="mb-3 text-ink-soft">These rows come in. {notes.length > SHOWN ? `The first ${SHOWN} of ${number(notes.length)} stand here.` : ''}</p>
          <DataTable caption="Worth knowing" captionHidden dense rows={notes.slice(0, SHOWN)} rowKey={placeOf} columns={places} />
        </Card>
      ) : null}
    </>
  )
}

const placeOf = ({ file, line, column, message }: Problem) => `${file} ${line} ${column} ${message}`
