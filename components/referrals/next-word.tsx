import { AWAITED_LABELS } from '@/lib/pathway/awaited'
import type { NextWord } from '@/lib/referrals/view'
import { ClockTag } from '../ui/clock-tag'
import { When } from '../when'

const SAID = { late: 'Late: was due ', close: 'Due soon: ', on_time: 'By ', met: '', met_late: '' } as const

/** What is awaited of a receiver next, and by when; with the words of the clock, never its colour alone. */
export function NextWordTag({ next, short }: { next: NextWord; short?: boolean }) {
  if (!next) return null
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {short ? null : <span>{AWAITED_LABELS[next.awaited]}</span>}
      <ClockTag state={next.state}>
        {SAID[next.state]}
        <When at={next.due} />
      </ClockTag>
    </span>
  )
}
