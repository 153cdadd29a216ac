import clsx from 'clsx'
import type { ReactNode } from 'react'
import { TextLink } from './text-link'

type Props = {
  label: string
  value: ReactNode
  /** What the number means today: 3 waiting over a day. */
  context?: ReactNode
  tone?: 'plain' | 'amber' | 'red'
  /** How much of a whole, drawn as a thin bar; say it in `context` too. */
  bar?: { value: number; of: number }
  href?: string
}

const EDGES = { plain: '', amber: 'border-l-4 border-l-amber-line', red: 'border-l-4 border-l-red' }
const FILLS = { plain: 'bg-primary', amber: 'bg-amber-line', red: 'bg-red' }

/** One number with its name. Inside `StatGroup`. */
export function Stat({ label, value, context, tone = 'plain', bar, href }: Props) {
  const share = bar && bar.of > 0 ? Math.min(100, Math.round((bar.value / bar.of) * 100)) : 0
  return (
    <div className={clsx('flex flex-col rounded-lg border bg-surface px-4 py-3', EDGES[tone])}>
      <dt className="text-[0.9375rem] text-ink-soft">{href ? <TextLink href={href}>{label}</TextLink> : label}</dt>
      <dd className="text-3xl leading-tight font-semibold tabular-nums">{typeof value === 'number' ? value.toLocaleString('en-GB') : value}</dd>
      {context ? <dd className="text-[0.9375rem] text-ink-soft">{context}</dd> : null}
      {bar ? (
        <dd aria-hidden="true" className="mt-2 h-2 rounded-sm border border-control bg-surface">
          <div
            className={clsx('h-full wm-ink-exact forced-colors:bg-[CanvasText]', FILLS[tone])}
            style={{ width: `${share}%` }}
          />
        </dd>
      ) : null}
    </div>
  )
}

/** Numbers side by side. */
export function StatGroup({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9.5rem),1fr))] sm:grid-cols-[repeat(auto-fit,minmax(10rem,1fr))] gap-3">{children}</dl>
}
