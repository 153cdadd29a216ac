import { parsePlainDate } from './pathway/dates'

/** What Next hands a page of its address. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** One value of the address, or undefined where there is none or several. */
export function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** One of a set; the first where the address has none of them. */
export function choiceOf<const T extends string>(value: string | string[] | undefined, choices: readonly [T, ...T[]]): T {
  return choices.find((choice) => choice === value) ?? choices[0]
}

/** A path with those values in its address; empty ones are left out. Never put anything personal here. */
export function withQuery(path: string, values: Record<string, string | undefined>): string {
  const query = new URLSearchParams(Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1])))
  return query.size ? `${path}?${query}` : path
}

type DateParts = { day: string; month: string; year: string }

/** The three boxes of a date out of an address such as ?from.day=1&from.month=4&from.year=2026. */
export function dateParts(query: Record<string, string | string[] | undefined>, name: string): DateParts {
  const part = (key: string) => textOf(query[`${name}.${key}`])?.slice(0, 10) ?? ''
  return { day: part('day'), month: part('month'), year: part('year') }
}

/** What is wrong with a typed period, in plain words; null where it can be used. Empty dates leave it open. */
export function periodProblem(from: DateParts, until: DateParts): string | null {
  const [start, end] = [parsePlainDate(from), parsePlainDate(until)]
  for (const [which, parsed] of [['From', start], ['To', end]] as const) {
    if (!parsed.ok && parsed.error !== 'missing') return `${which}: ${parsed.message}.`
  }
  return start.ok && end.ok && end.date < start.date ? 'The period must end on or after the day it begins.' : null
}
