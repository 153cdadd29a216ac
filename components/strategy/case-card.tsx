import type { CaseMeetings } from '@/lib/strategy/queries'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { TextLink } from '../ui/text-link'
import { formatDateTime } from '@/lib/pathway/dates'
import { NextTag, StateTag } from './tags'

/** The strategy meetings of a case, whether one is called for, and how to call one. */
export function StrategyCard({ caseId, found: { meetings, suggested, mayCall } }: { caseId: string; found: CaseMeetings }) {
  return (
    <Card title="Strategy meetings" id="strategy">
      {suggested ? <p className="mb-3 rounded border-l-4 border-amber-line bg-amber-wash px-3 py-2">{suggested}</p> : null}
      {meetings.length ? null : <p className="mb-3 text-ink-soft">None has been called.</p>}
      <ul className="mb-3 divide-y empty:hidden">
        {meetings.map((one) => (
          <li key={one.id} className="space-y-1 py-2.5 first:pt-0">
            <p className="flex flex-wrap items-center gap-2">
              <TextLink href={`/strategy/${one.id}`} className="font-semibold">{one.heldAt ? `Held ${formatDateTime(new Date(one.heldAt))}` : `Planned for ${formatDateTime(new Date(one.plannedAt))}`}</TextLink>
              <StateTag state={one.state} off={one.calledOff} />
              {one.next ? <NextTag next={one.next} /> : null}
            </p>
            <p className="text-[0.9375rem] text-ink-soft">Called by {one.calledBy}</p>
          </li>
        ))}
      </ul>
      {mayCall ? <ButtonLink variant="secondary" href={`/strategy/new/${caseId}`}>Call a strategy meeting</ButtonLink> : null}
    </Card>
  )
}
