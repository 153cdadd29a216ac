import type { ReactNode } from 'react'
import { formatDate } from '@/lib/pathway/dates'
import { PLAN_STATE_LABELS } from '@/lib/pathway/plan'
import type { PlanView } from '@/lib/plans/queries'
import { Card } from '../ui/card'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-link'

/** The safety plan on its case: where it stands, and when it is reviewed. */
export function PlanCard({ caseId, plan, begin }: { caseId: string; plan: PlanView | null; begin?: ReactNode }) {
  if (!plan) return <Card title="Safety plan" id="plan"><p className="mb-3 text-ink-soft">No safety plan yet.</p>{begin}</Card>
  const { now, issued } = plan
  const open = plan.actions.filter(({ state }) => state === 'open')
  const late = open.filter(({ clock }) => clock === 'late').length
  return (
    <Card title="Safety plan" id="plan">
      <p className="flex flex-wrap items-center gap-2">
        <TextLink href={`/cases/${caseId}/plan`} className="font-semibold">{issued ? `Issued ${formatDate(new Date(issued.at))}` : `Begun, not issued yet`}</TextLink>
        {now.state === 'draft' ? <Tag tone="blue">{issued ? 'Changed since: a new draft' : PLAN_STATE_LABELS.draft}</Tag> : null}
        {late ? <Tag tone="red">{late === 1 ? '1 action is overdue' : `${late} actions are overdue`}</Tag> : null}
      </p>
      {issued?.reviewOn ? <p className="mt-1 text-[0.9375rem] text-ink-soft">Review by {formatDate(issued.reviewOn)}. {open.length} of its actions to do.</p> : null}
    </Card>
  )
}
