import type { ActionView } from '@/lib/actions/view'
import { ACTION_CLOCK_LABELS } from '@/lib/pathway/actions'
import { formatDate } from '@/lib/pathway/dates'
import { Card } from '../ui/card'
import { ClockTag } from '../ui/clock-tag'

const MOST = 6

/** What was agreed and is still to be done, what is due first before all: who does it, and by when. */
export function ActionsNow({ actions }: { actions: readonly ActionView[] }) {
  const open = actions.filter(({ state }) => state === 'open')
  return (
    <Card title="Agreed, and to be done">
      {open.length ? null : <p className="text-ink-soft">Nothing agreed is open.</p>}
      <ul className="divide-y">
        {open.slice(0, MOST).map(({ id, what, owner, dueOn, clock }) => (
          <li key={id} className="py-2 first:pt-0 last:pb-0">
            <p dir="auto" className="wrap-anywhere">{what}</p>
            <p className="flex flex-wrap items-center gap-x-2 text-[0.9375rem] text-ink-soft wrap-anywhere">
              {owner}, by {formatDate(dueOn)} {clock === 'late' ? <ClockTag state="late">{ACTION_CLOCK_LABELS.late}</ClockTag> : clock === 'today' ? <ClockTag state="close">{ACTION_CLOCK_LABELS.today}</ClockTag> : null}
            </p>
          </li>
        ))}
      </ul>
      {open.length > MOST ? <p className="mt-2 text-[0.9375rem] text-ink-soft">and {open.length - MOST} more on the case</p> : null}
    </Card>
  )
}
