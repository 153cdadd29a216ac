import type { z } from 'zod'
import { parsePlainDate } from './pathway/dates'

type Query = Record<string, string | string[] | undefined>

/** What Next hands a page of its address. */
export type SearchParams = Promise<Query>

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

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The ids of an address such as ?ids=a,b or ?ids=a&ids=b, once each and no more than so many; what is no id is left out. */
export function idsIn(value: string | string[] | undefined, most: number): string[] {
  const ids = [value ?? []].flat().flatMap((text) => text.split(',')).filter((id) => UUID.test(id))
  return [...new Set(ids)].slice(0, most)
}

type DateParts = { day: string; month: string; year: string }

/** The three boxes of a date out of an address such as ?from.day=1&from.month=4&from.year=2026. */
export function dateParts(query: Record<string, string | string[] | undefined>, name: string): DateParts {
  const part = (key: string) => textOf(query[`${name}.${key}`])?.slice(0, 10) ?? ''
  return { day: part('day'), month: part('month'), year: part('year') }
}

/** Such a date as it stands in an address: { 'from.day': '1', ... }. */
export function dateValues(name: string, parts: DateParts): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).map(([part, value]) => [`${name}.${part}`, value]))
}

/** What is wrong with a typed period, in plain words; null where it can be used. Empty dates leave it open. */
export function periodProblem(from: DateParts, until: DateParts): string | null {
  const [start, end] = [parsePlainDate(from), parsePlainDate(until)]
  for (const [which, parsed] of [['From', start], ['To', end]] as const) {
    if (!parsed.ok && parsed.error !== 'missing') return `${which}: ${parsed.message}.`
  }
  return start.ok && end.ok && end.date < start.date ? 'The period must end on or after the day it begins.' : null
}

type Values = Record<string, string | undefined>

/** What an address says of a list: what to ask its query for, what is shown, and the addresses beside it. */
export type ListView<S extends z.ZodObject> = {
  /** For the query: what the schema takes and nothing else. */
  asked: z.input<S>
  /** The same with the schema's defaults. */
  shown: z.output<S>
  /**
   * What the address says, flat, e.g. { show: 'all', 'from.day': '1' }; without the page's key. A date that could
   * not be used stands as it was typed, to be corrected.
   */
  values: Values
  /** What could not be used of what somebody typed, by field. */
  problems: Record<string, string>
  /** The same list with some of it changed, from its first page. */
  href: (changes?: Values) => string
}

/** Whether anything but the tab and the order narrows a list, so that an empty one may be empty for it. */
export function isNarrowed({ values }: { values: Values }): boolean {
  return Object.keys(values).some((name) => name !== 'show' && name !== 'sort')
}

const DATE_PARTS = ['day', 'month', 'year'] as const

/**
 * Reads a list's address by the input schema of its query. What the schema does not take is left out, so that a
 * bad or old address shows the default view and never an error. A date may stand in three parts (`from.day`).
 * `after` and `before` are keys of a page: every other link begins at the first.
 */
export function listView<S extends z.ZodObject>(path: string, schema: S, query: Query): ListView<S> {
  const asked: Record<string, unknown> = {}
  const problems: Record<string, string> = {}
  const mistyped: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    const parts = dateParts(query, key)
    const value = DATE_PARTS.some((part) => parts[part]) ? parts : textOf(query[key])
    if (value === undefined) continue
    const parsed = field.safeParse(value)
    if (parsed.success) asked[key] = value
    else if (typeof value === 'object') {
      problems[key] = parsed.error.issues[0]?.message ?? ''
      mistyped[key] = value
    }
  }
  // what is wrong between fields, e.g. a period that ends before it begins: the field that is named gives way
  let whole = schema.safeParse(asked)
  for (let tries = Object.keys(asked).length; !whole.success && tries > 0; tries--) {
    const issue = whole.error.issues[0]
    const named = String(issue?.path[0])
    const field = named in asked ? named : (Object.keys(asked)[0] ?? '')
    problems[field] = issue?.message ?? ''
    if (typeof asked[field] === 'object') mistyped[field] = asked[field]
    delete asked[field]
    whole = schema.safeParse(asked)
  }
  const values = flat({ ...asked, ...mistyped })
  const href = (changes: Values = {}) => withQuery(path, { ...values, ...changes })
  return { asked: asked as z.input<S>, shown: schema.parse(asked) as z.output<S>, values, problems, href }
}

function flat(asked: Record<string, unknown>): Values {
  const pairs = Object.entries(asked).flatMap(([key, value]): [string, string][] => {
    if (key === 'after' || key === 'before') return []
    return typeof value === 'string' ? [[key, value]] : Object.entries(value as DateParts).map(([part, text]) => [`${key}.${part}`, text])
  })
  return Object.fromEntries(pairs)
}

export type SortLinkTo = { href: string; direction?: 'ascending' | 'descending' }

/**
 * For a column of `DataTable`: the link that sorts by it. `sort` is 'due' or '-due' as the list stands now; what
 * is sorted already is turned round.
 */
export function sortBy(view: { href: (changes: Values) => string }, sort: string, column: string): SortLinkTo {
  if (sort === column) return { href: view.href({ sort: `-${column}` }), direction: 'ascending' }
  if (sort === `-${column}`) return { href: view.href({ sort: column }), direction: 'descending' }
  return { href: view.href({ sort: column }) }
}
