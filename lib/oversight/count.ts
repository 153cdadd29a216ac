import type { Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import type { PageKey } from '../paging'
import { addDaysTo } from '../pathway/london'
import { MINUTES_WORKING_DAYS } from '../pathway/strategy'
import { isWorkingDay } from '../pathway/working-days'
import type { Fact } from './definitions'
import type { Only } from './only'
import { instantsOf, type Period } from './period'
import { afterKey, providerFacts } from './provider-facts'

/** How many rows have these flags, in all (`part` is '') or with these values of the columns that `part` names. */
export type Counted = { part: string; keys: string[]; flags: string[]; number: number }

/** Facts whose limit is working days, and how many they are. */
const WORKING: Partial<Record<Fact, (actor: Actor) => number>> = {
  referral: ({ settings }) => settings.referralAcknowledgeDays,
  strategy: () => MINUTES_WORKING_DAYS,
}

/** The working days that a fact is judged by, and its limit in them; none where it needs none. */
export function workingDays(actor: Actor, fact: Fact, { from, until }: Period): { days: string[]; limit: number } {
  const limit = WORKING[fact]?.(actor) ?? 0
  const days: string[] = []
  // a meeting that was planned for the period may have been held after it
  for (let day = from; limit && day <= addDaysTo(until, 366); day = addDaysTo(day, 1)) if (isWorkingDay(day)) days.push(day)
  return { days, limit }
}

type CountedRow = { part: string; keys: string[]; flags: string[]; number: bigint }

/** Counts the rows of a fact in a period, in all and by each of `parts` (a column, or two with a comma between); or, with `only`, some of them, by columns alone. */
export async function countFact(tx: Tx, actor: Actor, now: Date, fact: Fact, period: Period, parts: readonly string[], only: Only | null = null): Promise<Counted[]> {
  const [from, until] = instantsOf(period)
  const { days, limit } = workingDays(actor, fact, period)
  const by = [...new Set(parts)]
  if (fact === 'provider') return (await providerFacts(tx, actor, period)).flatMap(({ flags, columns }) => [{ part: '', keys: [], flags, number: 1 }, ...by.map((part) => ({ part, keys: [columns[part] ?? ''], flags, number: 1 }))])
  const rows = only
    ? await tx.$queryRaw<CountedRow[]>`
      SELECT * FROM figure_counts_only(${fact}, ${from}::timestamptz, ${until}::timestamptz, ${now}::timestamptz, ${by}::text[], ${days}::date[], ${limit}::int, ${only.by}, ${only.id}::uuid)`
    : await tx.$queryRaw<CountedRow[]>`
      SELECT * FROM figure_counts(${fact}, ${from}::timestamptz, ${until}::timestamptz, ${now}::timestamptz, ${by}::text[], ${days}::date[], ${limit}::int)`
  return rows.map((row) => ({ ...row, number: Number(row.number) }))
}

export type FactRow = { id: string; reference: string; at: Date; flags: string[]; /** What stands in the column that was asked for. */ part: string | null }
type Asked = { fact: Fact; period: Period; flags?: readonly string[]; column?: string | undefined; /** The values of the column that are wanted; all unless said. */ keys?: readonly string[] | undefined; key?: PageKey | null; most: number; only?: Only | null }

/** Rows of a fact that have those flags, newest first, from a page's key on. */
export async function readFact(tx: Tx, actor: Actor, now: Date, { fact, period, flags = [], column, keys, key, most, only = null }: Asked): Promise<FactRow[]> {
  const [from, until] = instantsOf(period)
  const { days, limit } = workingDays(actor, fact, period)
  const values = keys ? [...keys] : null
  if (fact === 'provider') {
    const found = (await providerFacts(tx, actor, period)).map(({ columns, ...one }) => ({ ...one, part: column ? (columns[column] ?? '') : null }))
    return afterKey(found, key).filter((one) => flags.every((flag) => one.flags.includes(flag)) && (!values || values.includes(one.part ?? ''))).slice(0, most)
  }
  if (only) {
    return tx.$queryRaw<FactRow[]>`
      SELECT * FROM figure_rows_only(${fact}, ${from}::timestamptz, ${until}::timestamptz, ${now}::timestamptz, ${[...flags]}::text[], ${column ?? null}::text, ${values}::text[],
        ${key?.at ?? null}::timestamptz, ${key?.id ?? null}::uuid, ${most}::int, ${days}::date[], ${limit}::int, ${only.by}, ${only.id}::uuid)`
  }
  return tx.$queryRaw<FactRow[]>`
    SELECT * FROM figure_rows(${fact}, ${from}::timestamptz, ${until}::timestamptz, ${now}::timestamptz, ${[...flags]}::text[], ${column ?? null}::text, ${values}::text[],
      ${key?.at ?? null}::timestamptz, ${key?.id ?? null}::uuid, ${most}::int, ${days}::date[], ${limit}::int)`
}
