import { amountWords, type Amount, type Breakdown, type Part } from '@/lib/oversight/figure-view'
import { Details } from '../ui/details'
import { TextLink } from '../ui/text-link'

type Props = { breakdown: Breakdown; /** Each part is a share of its own whole, and not of the total. */ share: boolean; compare: boolean; /** The rows behind a part; null for whoever may not open them. */ href: ((part: string) => string) | null }

/** The rest is folded away: thirty schools are for whoever asks. */
const MOST = 12

/** The parts of a figure: one table whose numbers are also drawn, the period before beside them as an outline. Prints in greyscale. */
export function BreakdownChart({ breakdown, share, compare, href }: Props) {
  const { parts, header } = breakdown
  // none of four is something to show: whose the four are
  const some = (one: Amount | null) => one !== null && (one.count !== 0 || (share && one.of !== 0))
  if (!parts.some((part) => some(part) || some(part.before))) return <p className="text-ink-soft">By {header.toLowerCase()}: nothing in the period.</p>
  const [first, rest] = parts.length > MOST + 3 ? [parts.slice(0, MOST), parts.slice(MOST)] : [parts, []]
  const top = Math.max(1, ...parts.flatMap(({ count, before }) => [count ?? 0, before?.count ?? 0]))
  const table = (some: readonly Part[], caption: string) => <PartTable parts={some} caption={caption} header={header} {...{ share, compare, href, top }} />
  return (
    <div>
      {table(first, `By ${header.toLowerCase()}`)}
      {rest.length ? <Details summary={`${rest.length} more`}>{table(rest, `By ${header.toLowerCase()}, the rest`)}</Details> : null}
    </div>
  )
}

function PartTable({ parts, caption, header, share, compare, href, top }: Omit<Props, 'breakdown'> & { parts: readonly Part[]; caption: string; header: string; top: number }) {
  const length = ({ count, of }: { count: number | null; of: number | null }) => (count === null ? null : share ? (of ? count / of : 0) : count / top)
  return (
    <table className="w-full text-left text-table">
      <caption className="mb-1 text-left font-semibold">{caption}</caption>
      <thead className={compare ? 'text-sm text-ink-soft' : 'sr-only'}>
        <tr>
          <th scope="col" className="font-normal">{header}</th>
          <th scope="col" className="font-normal">{compare ? 'This period' : 'Number and share'}</th>
          {compare ? <th scope="col" className="w-[30%] pl-3 sm:w-[24%] font-normal">The period before</th> : null}
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.id} className="align-middle">
            <th scope="row" className="w-[34%] py-1 pr-3 font-normal wrap-anywhere">
              {href && part.count !== 0 ? <TextLink href={href(part.id)}>{part.label}</TextLink> : part.label}
            </th>
            <td className="py-1">
              <Drawn length={length(part)} before={part.before && length(part.before)} />
              <span className={part.count === null ? 'text-ink-soft' : 'font-semibold tabular-nums'}>{amountWords(part, { whole: share })}</span>
            </td>
            {compare ? <td className="py-1 pl-3 text-ink-soft tabular-nums">{part.before ? amountWords(part.before, { whole: share }) : '–'}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Drawn({ length, before }: { length: number | null; before: number | null | undefined }) {
  const width = (share: number) => `${Math.min(100, share * 100).toFixed(1)}%`
  return (
    <span aria-hidden="true" className="mb-0.5 block space-y-0.5">
      {length === null || length === 0 ? null : <span className="block h-3 min-w-0.5 rounded-r-sm bg-primary wm-ink-exact forced-colors:bg-[CanvasText]" style={{ width: width(length) }} />}
      {before ? <span className="block h-1.5 min-w-0.5 rounded-r-sm border border-control" style={{ width: width(before) }} /> : null}
    </span>
  )
}
