import { decisionInWords } from '@/lib/subject-access/decision-words'
import type { DecisionView } from '@/lib/subject-access/read'
import { Card } from '../ui/card'
import { Tag } from '../ui/tag'
import { When } from '../when'

/** Everything that was decided of a passage and said of it, the latest first. */
export function DecisionsCard({ decisions }: { decisions: readonly DecisionView[] }) {
  return (
    <Card title="What was decided">
      <ol className="divide-y">
        {decisions.map((one) => {
          const { verdict, ground, blackouts, note } = decisionInWords(one)
          return (
            <li key={one.id} className="space-y-1 py-3 first:pt-0 last:pb-0">
              <p><strong>{verdict}</strong>{ground ? `. ${ground}` : ''}</p>
              {blackouts ? <p className="whitespace-pre-line wrap-anywhere">{blackouts}</p> : null}
              {note ? <p className="wrap-anywhere">Note: {note}</p> : null}
              <p className="text-ink-soft">{one.by}, <When at={one.at} /></p>
              {one.reading ? (
                <div className="space-y-1 border-l-4 border-control pl-3">
                  <p><Tag tone={one.reading.agrees ? 'green' : 'red'}>{one.reading.agrees ? 'Agreed' : 'Sent back'}</Tag> {one.reading.by}, <When at={one.reading.at} /></p>
                  {one.reading.reason ? <p className="wrap-anywhere">{one.reading.reason}</p> : null}
                </div>
              ) : null}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
