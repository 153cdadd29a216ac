import { JUDGEMENTS } from '@/lib/pathway/audit-questions'
import { shareText, type QuestionResult } from '@/lib/pathway/audit-results'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'

/** Each question counted: yes, partly, no and cannot tell, and the share of yes with its denominator. */
export function ResultsTable({ results }: { results: readonly QuestionResult[] }) {
  if (!results.some(({ answered }) => answered)) return <Empty title="Nothing is read yet">The results are counted as soon as somebody has said what they found.</Empty>
  return (
    <DataTable
      caption="What was found"
      rows={results}
      rowKey={({ question }) => question.id}
      columns={[
        { key: 'question', header: 'Question', cell: ({ question }) => question.label },
        ...JUDGEMENTS.map(({ id, label }) => ({ key: id, header: id === 'cannot_tell' ? 'Cannot tell' : label, align: 'end' as const, cell: ({ counts }: QuestionResult) => counts[id] })),
        { key: 'of', header: 'Read', align: 'end', cell: ({ answered }) => answered },
        { key: 'share', header: 'Yes, of those where the record could tell', cell: ({ yesOf, answered }) => <Share yesOf={yesOf} answered={answered} /> },
      ]}
    />
  )
}

function Share({ yesOf, answered }: Pick<QuestionResult, 'yesOf' | 'answered'>) {
  if (!yesOf) return <span className="text-ink-soft">{answered ? 'The record could never tell' : 'Nothing yet'}</span>
  return (
    <>
      {shareText(yesOf.yes, yesOf.of)}
      <span aria-hidden="true" className="mt-1 block h-2 max-w-48 rounded-sm border border-control bg-surface">
        <span className="block h-full bg-primary wm-ink-exact forced-colors:bg-[CanvasText]" style={{ width: `${Math.round(yesOf.share * 100)}%` }} />
      </span>
    </>
  )
}

/** On how many of the records that two people read they judged alike. */
export function AgreementTable({ results }: { results: readonly QuestionResult[] }) {
  if (!results.some(({ both }) => both)) return null
  return (
    <DataTable
      caption="Where two people read the same record"
      rows={results}
      rowKey={({ question }) => question.id}
      columns={[
        { key: 'question', header: 'Question', cell: ({ question }) => question.label },
        { key: 'agreed', header: 'Judged alike', cell: ({ agreed, both }) => shareText(agreed, both) },
      ]}
    />
  )
}
