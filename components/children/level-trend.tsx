import { formatDate } from '@/lib/pathway/dates'
import { LEVEL_LABELS, LEVELS } from '@/lib/pathway/levels'
import { trendInWords } from '@/lib/pathway/trend'
import type { ChildRecord } from '@/lib/records/queries'
import { Details } from '../ui/details'
import { LevelTag } from '../ui/level-tag'

const [WIDTH, HEIGHT, TOP, STEP] = [260, 78, 9, 15]
const heightOf = (level: (typeof LEVELS)[number]) => TOP + (LEVELS.length - 1 - LEVELS.indexOf(level)) * STEP

/** Levels over time as a line of steps: each holds until the next was agreed. */
function pathOf(levels: ChildRecord['levels'], until: number): string {
  const first = Date.parse(levels[0]?.at ?? '')
  const span = Math.max(1, until - first)
  const across = (at: number) => Math.round(((at - first) / span) * (WIDTH - 4)) + 2
  return levels.map(({ at, level }, index) => `${index ? `H${across(Date.parse(at))}V` : `M${across(Date.parse(at))} `}${heightOf(level)}`).join('') + `H${WIDTH - 2}`
}

/** The level over time: how it moved in words, as a small picture, and in a table. Nothing where none was agreed. */
export function LevelTrend({ levels, readAt, ended }: { levels: ChildRecord['levels']; readAt: string; /** The case is closed: the line is history. */ ended: boolean }) {
  const [first, last] = [levels[0], levels.at(-1)]
  if (!first || !last) return null
  const words = trendInWords(levels)
  return (
    <div>
      <p className="text-[0.9375rem]">
        {ended ? 'Last agreed' : words}, {formatDate(new Date(last.at))}
      </p>
      {levels.length > 1 ? (
        <figure className="mt-2 grid max-w-xs grid-cols-[auto_1fr] gap-x-2">
          <span aria-hidden="true" className="flex flex-col justify-between text-sm text-ink-soft"><span>High</span><span>Low</span></span>
          <svg
            role="img"
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            className="w-full text-primary wm-ink-exact"
            fill="none"
            aria-label={`Level over time: ${levels.map(({ level, at }) => `${LEVEL_LABELS[level]} from ${formatDate(new Date(at))}`).join(', then ')}`}
          >
            {LEVELS.map((level) => <path key={level} d={`M0 ${heightOf(level)}H${WIDTH}`} className="stroke-line forced-colors:stroke-[GrayText]" strokeWidth="1" />)}
            <path d={pathOf(levels, Date.parse(readAt))} stroke="currentColor" strokeWidth="2.5" strokeLinejoin="round" />
          </svg>
          <figcaption aria-hidden="true" className="col-start-2 flex justify-between text-sm text-ink-soft">
            <span>{formatDate(new Date(first.at))}</span>
            <span>Now</span>
          </figcaption>
        </figure>
      ) : null}
      <Details summary={`Each level and why (${levels.length})`}>
        <table className="w-full text-left text-[0.9375rem]">
          <caption className="sr-only">Levels agreed, newest first</caption>
          <thead>
            <tr>
              <th scope="col" className="pr-3 pb-1">Agreed</th>
              <th scope="col" className="pr-3 pb-1">Level</th>
              <th scope="col" className="pb-1">Why</th>
            </tr>
          </thead>
          <tbody>
            {[...levels].reverse().map(({ at, level, by, reason, case: reference }, index) => (
              <tr key={`${at} ${index}`} className="border-t align-baseline">
                <td className="py-1 pr-3 whitespace-nowrap">{formatDate(new Date(at))}</td>
                <td className="py-1 pr-3"><LevelTag level={level} /></td>
                <td className="py-1 wrap-anywhere"><span dir="auto">{reason}</span> <span className="text-ink-soft">{by}, {reference}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      </Details>
    </div>
  )
}
