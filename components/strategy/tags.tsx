import { STRATEGY_STATE_LABELS, type StrategyState } from '@/lib/pathway/strategy-words'
import type { MeetingSummary } from '@/lib/strategy/view'
import { ClockTag } from '../ui/clock-tag'
import { Tag } from '../ui/tag'
import { When } from '../when'

/** How far a meeting is. */
export function StateTag({ state, off = false }: { state: StrategyState; off?: boolean }) {
  if (off) return <Tag>Called off</Tag>
  return <Tag tone={state === 'called' ? 'blue' : state === 'held' ? 'amber' : 'neutral'}>{STRATEGY_STATE_LABELS[state]}</Tag>
}

/** What is awaited of a meeting, by when, and whether it is late. */
export function NextTag({ next }: { next: MeetingSummary['next'] }) {
  if (!next) return <span className="text-ink-soft">Nothing is awaited</span>
  return (
    <ClockTag state={next.clock}>
      {next.what} due <When at={next.due} />
    </ClockTag>
  )
}
