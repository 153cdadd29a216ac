import clsx from 'clsx'
import type { ReactNode } from 'react'

type Props = {
  label: ReactNode
  value: number
  max: number
  /** What is counted, e.g. high-priority cases. */
  unit: string
  /** From how much of the maximum the bar turns amber. */
  closeAt?: number
}

/** How full something is, in words and as a bar. What is over the maximum stands out beyond its mark. */
export function Meter({ label, value, max, unit, closeAt = 0.9 }: Props) {
  const over = Math.max(0, value - max)
  const scale = Math.max(value, max, 1)
  const state = over > 0 ? 'over' : value >= max ? 'full' : value >= max * closeAt ? 'close' : 'room'
  const words = {
    over: `${over} over the maximum of ${max}`,
    full: 'at the maximum',
    close: `room for ${max - value}`,
    room: `room for ${max - value}`,
  }[state]
  return (
    <div className="break-inside-avoid">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{label}</span>
        <span className="text-[0.9375rem] tabular-nums">
          {value} of {max} {unit}
          <span className={clsx(state === 'over' ? 'font-semibold text-red-text' : 'text-ink-soft')}>, {words}</span>
        </span>
      </div>
      <div aria-hidden="true" className="mt-1 flex h-3.5 items-stretch wm-ink-exact">
        <div className="relative border border-control bg-surface" style={{ width: `${(max / scale) * 100}%` }}>
          <div
            className={clsx(
              'h-full wm-ink-exact forced-colors:bg-[CanvasText]',
              state === 'close' || state === 'full' ? 'bg-amber-line' : 'bg-primary',
            )}
            style={{ width: `${(Math.min(value, max) / Math.max(max, 1)) * 100}%` }}
          />
        </div>
        {over > 0 ? (
          <div
            className={clsx(
              'wm-hatch wm-ink-exact -my-0.5 border-2 border-l-4 border-red border-l-ink bg-red',
              'forced-colors:bg-[Highlight]',
            )}
            style={{ width: `${(over / scale) * 100}%` }}
          />
        ) : null}
      </div>
    </div>
  )
}
