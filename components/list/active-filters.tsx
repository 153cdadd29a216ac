import { X } from 'lucide-react'
import { formatDate, parsePlainDate } from '@/lib/pathway/dates'
import { withQuery } from '@/lib/query-string'
import type { SelectOption } from '../ui/field'
import { TextLink } from '../ui/text-link'

/** One thing by which a list may be narrowed. */
export type FilterField = {
  /** The name in the address. */
  name: string
  label: string
  options: readonly SelectOption[]
  /** The words for no choice: Any channel. */
  any: string
}

type Values = Readonly<Record<string, string | undefined>>
/** One thing that narrows a list: its words, and the parts of the address that say it. */
export type Chosen = { label: string; names: readonly string[] }

/** What narrows the list now, in the order of the form. */
export function chosenOf(values: Values, fields: readonly FilterField[], period: string | undefined, problems: Values): Chosen[] {
  const picked = fields.flatMap(({ name, label, options }): Chosen[] => {
    const option = options.find((one) => one.value === values[name])
    return option ? [{ label: `${label}: ${option.label}`, names: [name] }] : []
  })
  const ends = (['from', 'until'] as const).flatMap((end): Chosen[] => {
    const [day = '', month = '', year = ''] = [values[`${end}.day`], values[`${end}.month`], values[`${end}.year`]]
    const parsed = parsePlainDate({ day, month, year })
    return period && parsed.ok && !problems[end] ? [{ label: `${period} ${end} ${formatDate(parsed.date)}`, names: [`${end}.day`, `${end}.month`, `${end}.year`] }] : []
  })
  return [...picked, ...ends]
}

/** Each as a link to the list without it. */
export function ActiveFilters({ path, values, chosen }: { path: string; values: Values; chosen: readonly Chosen[] }) {
  if (!chosen.length) return null
  return (
    <ul aria-label="Chosen filters" className="flex flex-wrap gap-2">
      {chosen.map(({ label, names }) => (
        <li key={label}>
          <TextLink
            href={withQuery(path, { ...values, ...Object.fromEntries(names.map((name) => [name, undefined])) })}
            className="inline-flex min-h-8 items-center gap-1.5 rounded-full border bg-surface px-3 text-[0.9375rem] no-underline! hover:border-control"
          >
            <span className="sr-only">Take away: </span>
            {label}
            <X className="size-3.5 flex-none" strokeWidth={2.25} />
          </TextLink>
        </li>
      ))}
    </ul>
  )
}
