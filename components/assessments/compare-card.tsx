import { answerLabel, CHANGE_LABELS, compareAssessments, type ChangeRow } from '@/lib/pathway/assessment-change'
import type { AnswerWord } from '@/lib/pathway/assessment'
import type { AssessmentView } from '@/lib/assessments/view'
import { formatDate } from '@/lib/pathway/dates'
import { Card } from '../ui/card'
import { LevelTag } from '../ui/level-tag'
import { DataTable } from '../ui/table'

const PLACES: readonly AnswerWord[] = ['not_known', 'no', 'suspected', 'yes']

/** What changed since the last assessment: from a hollow ring to a filled one, and the same in a table's words. */
export function CompareCard({ before, now }: { before: AssessmentView; now: AssessmentView }) {
  const changed = compareAssessments({ indicators: before.set.indicators, answers: before.answers }, { indicators: now.set.indicators, answers: now.answers }).filter(({ change }) => change !== 'same')
  return (
    <Card title="What changed since the last assessment">
      <p className="mb-4 flex flex-wrap items-center gap-2">
        {before.finished ? <><span>{formatDate(new Date(before.finished.at))}</span><LevelTag level={before.finished.level} /></> : null}
        {now.finished ? <><span>then {formatDate(new Date(now.finished.at))}</span><LevelTag level={now.finished.level} /></> : null}
      </p>
      {changed.length ? (
        <DataTable
          caption="Answers that changed"
          captionHidden
          rows={changed}
          rowKey={({ id }) => id}
          columns={[
            { key: 'label', header: 'Indicator', cell: ({ label }) => label },
            { key: 'before', header: 'Before', cell: (row) => answerLabel(row.before) },
            { key: 'now', header: 'Now', cell: (row) => answerLabel(row.now) },
            { key: 'picture', header: 'Not known, no, suspected, yes', cell: (row) => <Move row={row} /> },
            { key: 'change', header: 'Change', cell: ({ change }) => CHANGE_LABELS[change] },
          ]}
        />
      ) : <p className="text-ink-soft">No answer changed.</p>}
    </Card>
  )
}

/** Four places on a line; the ring is where the answer was, the dot where it is. Its words stand in the columns beside it. */
function Move({ row }: { row: ChangeRow }) {
  const x = (word: AnswerWord) => 8 + PLACES.indexOf(word) * 32
  return (
    <svg viewBox="0 0 112 16" className="h-4 w-28" aria-hidden="true">
      <path d="M8 8h96" stroke="currentColor" strokeOpacity="0.35" />
      {PLACES.map((word) => <path key={word} d={`M${x(word)} 5v6`} stroke="currentColor" strokeOpacity="0.35" />)}
      {row.before && row.now ? <path d={`M${x(row.before)} 8H${x(row.now)}`} stroke="currentColor" strokeWidth="2.5" /> : null}
      {row.before ? <circle cx={x(row.before)} cy="8" r="5" fill="white" stroke="currentColor" strokeWidth="2" /> : null}
      {row.now ? <circle cx={x(row.now)} cy="8" r="5" fill="currentColor" /> : null}
    </svg>
  )
}
