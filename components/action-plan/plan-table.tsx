import { MILESTONES, PLAN_STATUSES, type Milestone } from '@/lib/pathway/action-plan'
import { formatDate } from '@/lib/pathway/dates'
import type { PlanItem } from '@/lib/action-plan/queries'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { Tag, type Tone } from '../ui/tag'

const TONES: Readonly<Record<PlanItem['status'], Tone>> = { not_started: 'neutral', under_way: 'blue', behind: 'amber', done: 'green', not_going_on: 'purple' }

/** Where a row stands, in words, with overdue beside it. */
export function PlanTags({ item: { status, overdue } }: { item: Pick<PlanItem, 'status' | 'overdue'> }) {
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Tag tone={TONES[status]}>{PLAN_STATUSES.find(({ id }) => id === status)?.label}</Tag>
      {overdue ? <Tag tone="red">Overdue</Tag> : null}
    </span>
  )
}

/** The plan as the board reads it: what, who, by when, what was said at 6 and 12 months, and where it stands. */
export function PlanTable({ items, empty }: { items: readonly PlanItem[]; empty: boolean }) {
  return (
    <DataTable
      caption="Progress of the action plan"
      captionHidden
      rows={items}
      rowKey={({ id }) => id}
      empty={<Empty title={empty ? 'The plan is empty' : 'No action is among these'}>{empty ? 'A manager adds its actions, or brings them in from a table.' : 'Choose “Everything” above to see the whole plan.'}</Empty>}
      columns={[
        { key: 'action', header: 'Action', cell: ({ number, action }) => <span className="wrap-anywhere">{number}. {action}</span>, href: ({ id }) => `/action-plan/${id}` },
        { key: 'recommendation', header: 'What for', cell: ({ recommendation }) => <span className="wrap-anywhere">{recommendation}</span> },
        { key: 'lead', header: 'Lead', cell: ({ lead }) => <span className="wrap-anywhere">{lead}</span> },
        { key: 'due', header: 'Due', cell: ({ dueText }) => dueText },
        ...MILESTONES.filter(({ months }) => months !== null).map(({ id, label }) => ({ key: id, header: label, cell: (item: PlanItem) => <At item={item} milestone={id} /> })),
        { key: 'status', header: 'Status', cell: (item) => <PlanTags item={item} /> },
      ]}
    />
  )
}

function At({ item, milestone }: { item: PlanItem; milestone: Milestone }) {
  const update = item.updates.findLast((one) => one.milestone === milestone)
  if (update) return <span className="wrap-anywhere">{formatDate(update.on)}: {update.words}</span>
  return <span className="text-ink-soft">{item.wanted.includes(milestone) ? 'Wanted now' : 'Not yet'}</span>
}
