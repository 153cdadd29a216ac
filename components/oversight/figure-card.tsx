import { shown, type Amount, type Measured } from '@/lib/oversight/figure-view'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { TextLink } from '../ui/text-link'
import { BreakdownChart } from './breakdown-chart'

type Props = { measured: Measured; /** Addresses of the rows behind it and its parts; null for whoever may not open them. */ rowsHref: ((part?: { by: string; part: string }) => string) | null }

/** One figure: its number, what it is of, what it was before, its definition one press away, and its parts. */
export function FigureCard({ measured: { figure, title, words, share, amount, before, breakdowns }, rowsHref }: Props) {
  return (
    <Card id={figure} title={title} actions={rowsHref ? <TextLink href={rowsHref()}>See the rows<span className="sr-only"> behind {title}</span></TextLink> : null}>
      <div className="flex flex-wrap items-baseline gap-x-8 gap-y-1">
        <p>
          <span className="text-3xl font-semibold tabular-nums">{share ? (amount.percent ?? '–') : shown(amount.count)}</span>
          {share ? <span className="ml-3 text-ink-soft">{shown(amount.count)} of {shown(amount.of)} {share}</span> : null}
        </p>
        {before ? <p className="text-ink-soft">The period before: {share ? `${before.percent ?? '–'}, ${shown(before.count)} of ${shown(before.of)}` : shown(before.count)}. {difference(amount, before, Boolean(share))}</p> : null}
      </div>
      <Details summary="What is counted">
        <p>{words}</p>
      </Details>
      {breakdowns.length ? (
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
          {breakdowns.map((breakdown) => (
            <BreakdownChart key={breakdown.by} breakdown={breakdown} share={Boolean(share)} compare={before !== null} href={rowsHref && ((part) => rowsHref({ by: breakdown.by, part }))} />
          ))}
        </div>
      ) : null}
    </Card>
  )
}

/** What changed, in words; nothing where a number is withheld, because the difference would tell it. */
function difference(now: Amount, before: Amount, share: boolean): string {
  if (now.count === null || before.count === null) return ''
  if (share) {
    if (!now.of || !before.of) return ''
    const points = (now.count / now.of - before.count / before.of) * 100
    return Math.abs(points) < 0.05 ? 'The same.' : `${Math.abs(points).toFixed(1)} percentage points ${points > 0 ? 'more' : 'less'}.`
  }
  const more = now.count - before.count
  if (more === 0) return 'The same.'
  const times = before.count ? ` (${((Math.abs(more) / before.count) * 100).toFixed(1)} %)` : ''
  return `${Math.abs(more).toLocaleString('en-GB')} ${more > 0 ? 'more' : 'fewer'}${times}.`
}
