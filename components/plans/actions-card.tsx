import type { ReactNode } from 'react'
import { formatDate } from '@/lib/pathway/dates'
import { ACTION_CLOCK_LABELS, ACTION_STATE_LABELS } from '@/lib/pathway/actions'
import type { PlanAction } from '@/lib/plans/queries'
import { Card } from '../ui/card'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'

/** Who does what by when, and what became of it; `linked` leads to where it is answered. */
export function PlanActionsCard({ actions, add, linked = false }: { actions: readonly (Omit<PlanAction, 'family'> & { family?: boolean })[]; add?: ReactNode; linked?: boolean }) {
  return (
    <Card title="Who does what" id="actions">
      {actions.length ? null : <p className="text-ink-soft">No action is agreed yet.</p>}
      <ul className="divide-y">
        {actions.map(({ id, what, owner, dueOn, state, clock, family, answers }) => (
          <li key={id} className="space-y-0.5 py-2.5 first:pt-0">
            <p dir="auto" className="font-semibold wrap-anywhere">{linked ? <TextLink href={`/actions/${id}`}>{what}</TextLink> : what}</p>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="wrap-anywhere">{owner}, by {formatDate(dueOn)}</span>
              <Tag tone={clock === 'late' ? 'red' : clock === 'today' ? 'amber' : state === 'done' ? 'green' : 'neutral'}>{clock === 'ended' ? ACTION_STATE_LABELS[state] : ACTION_CLOCK_LABELS[clock]}</Tag>
              {family === false ? <Tag tone="purple">Not on the family copy</Tag> : null}
            </p>
            {answers[0] ? <p dir="auto" className="text-ink-soft wrap-anywhere">{answers[0].words}</p> : null}
          </li>
        ))}
      </ul>
      {add ? <div className="mt-4 no-print">{add}</div> : null}
    </Card>
  )
}
