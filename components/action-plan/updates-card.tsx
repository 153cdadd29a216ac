import { MILESTONES, PLAN_STATUSES } from '@/lib/pathway/action-plan'
import { formatDate } from '@/lib/pathway/dates'
import type { PlanUpdate } from '@/lib/action-plan/queries'
import { Card } from '../ui/card'
import { Timeline } from '../ui/timeline'

const labelOf = (list: readonly { id: string; label: string }[], id: string) => list.find((one) => one.id === id)?.label ?? id

/** What became of a row, the last first. */
export function UpdatesCard({ updates }: { updates: readonly PlanUpdate[] }) {
  return (
    <Card title="Updates">
      {updates.length ? (
        <Timeline
          label="Updates, the last first"
          items={updates.toReversed().map((one) => ({
            id: one.id, kind: 'action', date: formatDate(one.on), dateTime: one.on, who: one.by, title: `${labelOf(MILESTONES, one.milestone)}: ${labelOf(PLAN_STATUSES, one.status).toLowerCase()}`,
            body: (
              <>
                <p dir="auto" className="wrap-anywhere">{one.words}</p>
                {one.evidence ? <p className="wrap-anywhere"><strong>What shows it:</strong> {one.evidence}</p> : null}
                {one.newDue ? <p>Due from then on: {formatDate(one.newDue)}</p> : null}
              </>
            ),
          }))}
        />
      ) : <p className="text-ink-soft">Nothing was said yet.</p>}
    </Card>
  )
}
