import type { Problem } from '@/lib/imports/columns'
import { likeProblems, type ImportState, type ImportView, type LikeProblems, type Report } from '@/lib/imports/view'
import { Card } from '../ui/card'
import { Meter } from '../ui/meter'
import { DataTable } from '../ui/table'
import { TextLink } from '../ui/text-link'

const SHOWN = 100
const LINES = 12
const number = (count: number) => count.toLocaleString('en-GB')

const ADDED: Partial<Record<ImportState, string>> = { done: 'Brought in', discarded: 'Would have come in', failed: 'Would have come in' }

const countsOf = (state: ImportState) => [
  { key: 'file', header: 'File', cell: (row: Report['counts'][number]) => row.file },
  { key: 'rows', header: 'Rows', align: 'end' as const, cell: (row: Report['counts'][number]) => number(row.rows) },
  { key: 'add', header: ADDED[state] ?? 'To bring in', align: 'end' as const, cell: (row: Report['counts'][number]) => number(row.add) },
  { key: 'same', header: 'Here already', align: 'end' as const, cell: (row: Report['counts'][number]) => number(row.same) },
  { key: 'refused', header: 'Refused', align: 'end' as const, cell: (row: Report['counts'][number]) => number(row.refused) },
]

const places = [
  { key: 'why', header: 'Why', cell: (one: LikeProblems) => <span className="font-normal">{one.message}</span> },
  { key: 'where', header: 'Where', cell: ({ file, column, lines }: LikeProblems) => <>{file}, {column ? `column ${column}` : lines[0] === 1 ? 'the whole file' : 'the whole row'}</> },
  { key: 'rows', header: 'Rows', align: 'end' as const, cell: ({ lines }: LikeProblems) => number(lines.length) },
  { key: 'lines', header: 'Lines', cell: ({ lines }: LikeProblems) => (lines.length > LINES ? `${lines.slice(0, LINES).join(', ')} and ${number(lines.length - LINES)} more` : lines.join(', ')) },
]

/** What the check found: how many rows of each file, what is refused and why, and what is worth knowing. */
export function ImportReport({ view }: { view: ImportView }) {
  const { report, state, progress, total, left } = view
  if (state === 'waiting' || !report) return <p role="status">Waymark is checking the files. This page shows what it finds; you can leave and come back.</p>
  const { problems, notes } = report
  return (
    <>
      {state === 'approved' ? <Card title="How far it is"><Meter label="Rows written" value={progress} max={Math.max(total, 1)} unit="rows" closeAt={2} /></Card> : null}
      <DataTable caption="What was found" rows={report.counts} rowKey={({ file }) => file} columns={countsOf(state)} />
      {problems.length ? (
        <Card title={left.length ? 'Refused and left out' : 'Refused'} flush actions={<TextLink href={`/admin/import/${view.id}/report`} download>The whole list, line by line (CSV)</TextLink>}>
          <Places caption="Why rows are refused" found={problems} />
        </Card>
      ) : null}
      {notes.length ? (
        <Card title={state === 'done' ? 'Worth knowing about what came in' : 'Worth knowing: nothing is refused for this'} flush>
          <Places caption="Worth knowing" found={notes} />
        </Card>
      ) : null}
    </>
  )
}

/** One row for each reason, with the lines it is about: a slip of a whole column is read once. */
function Places({ caption, found }: { caption: string; found: readonly Problem[] }) {
  const like = likeProblems(found)
  return (
    <>
      <DataTable caption={caption} captionHidden dense rows={like.slice(0, SHOWN)} rowKey={({ file, column, message }) => `${file} ${column} ${message}`} columns={places} />
      {like.length > SHOWN ? <p className="border-t px-4 py-2.5 sm:px-5">The first {SHOWN} of {number(like.length)} reasons; the others are in the list as CSV.</p> : null}
    </>
  )
}
