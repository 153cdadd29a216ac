import { PLAN_STATE_LABELS } from '@/lib/pathway/plan'
import type { PlanHistory } from '@/lib/plans/history'
import { When } from '../when'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Select } from '../ui/field'
import { Tag } from '../ui/tag'

type Props = Pick<PlanHistory, 'versions' | 'compared'> & { path: string }

/** The versions of a plan, newest first, and which two are compared. */
export function VersionsCard({ path, versions, compared }: Props) {
  const options = versions.map(({ number, state }) => ({ value: String(number), label: `Version ${number}, ${PLAN_STATE_LABELS[state].toLowerCase()}` }))
  return (
    <Card title="Versions">
      <ol className="divide-y">
        {versions.map(({ number, at, by, state, changed, note }) => (
          <li key={number} className="py-2.5 first:pt-0">
            <p className="flex flex-wrap items-center gap-2"><span className="font-semibold">Version {number}</span><Tag tone={state === 'issued' ? 'green' : state === 'draft' ? 'blue' : 'neutral'}>{PLAN_STATE_LABELS[state]}</Tag></p>
            <p className="text-[0.9375rem] text-ink-soft"><When at={at} />, {by}{changed.length ? `. Changed: ${changed.join(', ')}` : ''}</p>
            {note && changed.length ? <p dir="auto" className="mt-0.5 wrap-anywhere">{note}</p> : null}
          </li>
        ))}
      </ol>
      {versions.length > 1 ? (
        <form action={path} className="mt-3 flex flex-wrap items-end gap-3 border-t pt-4 no-print">
          <Select label="Compare" name="from" defaultValue={String(compared?.from ?? '')} options={options} />
          <Select label="With" name="to" defaultValue={String(compared?.to ?? '')} options={options} />
          <Button type="submit" variant="secondary">Show the difference</Button>
        </form>
      ) : null}
    </Card>
  )
}
