import type { ReactNode } from 'react'
import { TextLink } from './text-link'

export type Bar = {
  key: string
  label: string
  /** Null where the figure may not be shown; `text` then says why. */
  value: number | null
  text?: string
  href?: string
}

type Props = {
  caption: ReactNode
  captionHidden?: boolean
  labelHeader: string
  valueHeader: string
  bars: readonly Bar[]
  /** The length of a full bar; the largest value unless said, so that two charts can be compared. */
  max?: number
}

/** Amounts side by side: a real table whose numbers are also drawn. Prints in greyscale. */
export function BarChart({ caption, captionHidden, labelHeader, valueHeader, bars, max }: Props) {
  const top = max ?? Math.max(1, ...bars.map((bar) => bar.value ?? 0))
  return (
    <table className="w-full text-left text-table">
      <caption className={captionHidden ? 'sr-only' : 'mb-2 text-left font-semibold'}>{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{labelHeader}</th>
          <th scope="col">{valueHeader}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key} className="align-middle">
            <th scope="row" className="w-[38%] py-1 pr-3 font-normal">
              {bar.href ? <TextLink href={bar.href}>{bar.label}</TextLink> : bar.label}
            </th>
            <td className="py-1">
              <span className="flex items-center gap-2">
                {bar.value === null ? null : (
                  <span
                    aria-hidden="true"
                    className="h-4 min-w-0.5 rounded-r-sm bg-primary wm-ink-exact forced-colors:bg-[CanvasText]"
                    style={{ width: `calc((100% - 7rem) * ${Math.min(1, bar.value / top)})` }}
                  />
                )}
                <span className={bar.value === null ? 'text-ink-soft' : 'font-semibold whitespace-nowrap tabular-nums'}>
                  {bar.text ?? bar.value?.toLocaleString('en-GB') ?? 'Not shown'}
                </span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
