import { partPercent, percentOf } from '../pathway/percent'
import { isSmall, roughly, withheldAlone, withheldParts, withheldShare, withheldTable } from '../pathway/suppression'
import type { Counted } from './count'
import { dimensionOf, figureOf, type Definition, type Dimension, type DimensionName, type Fact, type FigureName } from './definitions'
import type { Amount, Breakdown, Measured, Told, Wanted } from './figure-view'
import type { Names } from './names'

/** What was counted of each fact in a period. */
type Facts = ReadonlyMap<Fact, Counted[]>

/** A figure out of what was counted, and beside it the period before. `suppress` withholds small numbers. Pure. */
export function measured({ figure, by = [] }: Wanted, now: Facts, earlier: Facts | null, names: Names, suppress: boolean): Measured {
  return {
    ...toldOf(figure),
    figure,
    amount: amountOf(figure, now, suppress),
    before: earlier && amountOf(figure, earlier, suppress),
    breakdowns: by.map((one) => breakdownOf(figure, one, now, earlier, names, suppress)),
  }
}

/** A figure with its numbers of this period, of the one before, or of both to the nearest five, and their shares as those give them. Pure. */
export function rounded(one: Measured, now: boolean, before: boolean): Measured {
  if (!now && !before) return one
  const share = one.share === null ? partWithPercent : withPercent
  const to = (amount: Amount, is: boolean, made: typeof withPercent) => (is ? made({ count: roughly(amount.count), of: roughly(amount.of) }) : amount)
  return {
    ...one,
    amount: to(one.amount, now, withPercent),
    before: one.before && to(one.before, before, withPercent),
    breakdowns: one.breakdowns.map((each) => ({ ...each, parts: each.parts.map((part) => ({ ...part, ...to(part, now, share), before: part.before && to(part.before, before, share) })) })),
  }
}

/** What a figure says of itself. */
export function toldOf(figure: FigureName): Told {
  const { title, words, unit, share } = figureOf(figure)
  return { title, words, unit, share: share?.of ?? null }
}

const has = (row: Counted, flags: readonly string[]) => flags.every((flag) => row.flags.includes(flag))
const total = (rows: readonly Counted[], flags: readonly string[]) => rows.reduce((sum, row) => sum + (has(row, flags) ? row.number : 0), 0)

const NOTHING: Amount = { count: null, of: null, percent: null }

/** What is left of the wider whole that is told in another figure, and that this one would give back; null where there is none. */
export const restOf = ({ within, among = [] }: Definition, rows: readonly Counted[], suppress: boolean) => (within && suppress ? total(rows, within) - total(rows, among) : null)

function amountOf(figure: FigureName, counted: Facts, suppress: boolean): Amount {
  const definition = figureOf(figure)
  const { fact, among = [], share } = definition
  const rows = (counted.get(fact) ?? []).filter(({ part }) => part === '')
  const of = total(rows, among)
  if (isSmall(restOf(definition, rows, suppress) ?? 0)) return NOTHING
  if (!share) return { count: suppress ? withheldAlone(of) : of, of: null, percent: null }
  const count = total(rows, [...among, share.flag])
  return withPercent(suppress ? withheldShare(count, of) : { count, of })
}

const withPercent = ({ count, of }: Omit<Amount, 'percent'>): Amount => ({ count, of, percent: count === null || of === null ? null : percentOf(count, of) })

const partWithPercent = ({ count, of }: Omit<Amount, 'percent'>): Amount => ({ count, of, percent: count === null || of === null ? null : partPercent(count, of) })

/** For a share, `rest` is what is left of each part of the wider whole. */
type Numbers = { count: number; of: number; rest: number }
type Parts = ReadonlyMap<string, Numbers>

/** The numbers of each part: for a share, those that count and all of them; otherwise the part and the whole. */
function partsOf(figure: FigureName, dimension: Dimension, counted: Facts): Parts {
  const { fact, among = [], within, share } = figureOf(figure)
  const rows = counted.get(dimension.fact ?? fact) ?? []
  const whole = dimension.fact ? total((counted.get(fact) ?? []).filter(({ part }) => part === ''), among) : total(rows.filter(({ part }) => part === ''), among)
  const parts = new Map<string, Numbers>()
  for (const row of rows.filter(({ part }) => part === dimension.column)) {
    const belongs = Boolean(dimension.fact) || has(row, among)
    const left = !belongs && share && within && has(row, within)
    if (!belongs && !left) continue
    const value = row.keys[0] ?? ''
    const id = dimension.group ? dimension.group(value) : value
    const part = parts.get(id) ?? { count: 0, of: share ? 0 : whole, rest: 0 }
    const counts = belongs && (!share || has(row, [share.flag]))
    parts.set(id, { count: part.count + (counts ? row.number : 0), of: share ? part.of + (belongs ? row.number : 0) : whole, rest: part.rest + (left ? row.number : 0) })
  }
  return parts
}

function breakdownOf(figure: FigureName, by: DimensionName, now: Facts, earlier: Facts | null, names: Names, suppress: boolean): Breakdown {
  const definition = figureOf(figure)
  const dimension = dimensionOf(by)
  const current = partsOf(figure, dimension, now)
  // the months of a year are none of the year before
  const before = by === 'month' ? null : earlier && partsOf(figure, dimension, earlier)
  const fixed = dimension.parts ?? []
  const others = [...new Set([...current.keys(), ...(before?.keys() ?? [])])].filter((id) => !fixed.some((one) => one.id === id))
  const entries = [...fixed, ...others.map((id) => ({ id, label: names.get(id) ?? dimension.label?.(id) ?? id }))]
  if (dimension.order === 'id') entries.sort((a, b) => a.id.localeCompare(b.id))
  if (dimension.order === 'number') entries.sort((a, b) => (current.get(b.id)?.count ?? 0) - (current.get(a.id)?.count ?? 0) || a.label.localeCompare(b.label))
  const share = definition.share !== undefined
  const whole = (parts: Parts) => [...parts.values()][0]?.of ?? 0
  const shown = (parts: Parts, counted: Facts) => {
    const rest = restOf(definition, (counted.get(definition.fact) ?? []).filter(({ part }) => part === ''), suppress)
    return amountsOf(entries.map(({ id }) => parts.get(id) ?? { count: 0, of: share ? 0 : whole(parts), rest: 0 }), share, suppress, rest)
  }
  const amounts = shown(current, now)
  const amountsBefore = before && earlier && shown(before, earlier)
  return {
    by,
    header: dimension.header,
    parts: entries.map(({ id, label }, at) => ({ id, label, ...(amounts[at] as Amount), before: amountsBefore?.[at] ?? null })),
  }
}

/**
 * The parts as they are shown. The parts of a share are a table: those that count and the others, with their totals, and
 * what is left of a wider whole (`rest`, null where there is none) that is told elsewhere.
 */
function amountsOf(parts: readonly Numbers[], share: boolean, suppress: boolean, rest: number | null): Amount[] {
  if (share) {
    const table = suppress ? withheldTable(parts.map(({ count, of, rest: left }) => (rest === null ? [count, of - count] : [count, of - count, left]))) : null
    return parts.map((part, at) => {
      if (!table) return withPercent(part)
      const told = table.rows[at] !== null && (rest === null || table.cells[at]?.[2] !== null)
      return withPercent({ count: table.cells[at]?.[0] ?? null, of: told ? part.of : null })
    })
  }
  // where the rest is not small it can be told, and then it guards nothing
  const small = isSmall(rest ?? 0) ? [rest ?? 0] : []
  const counts = suppress ? withheldParts([...parts.map(({ count }) => count), ...small]) : parts.map(({ count }) => count)
  return parts.map((part, at) => {
    const [count, of] = [counts[at] ?? null, suppress && (isSmall(part.of) || small.length) ? null : part.of]
    return partWithPercent({ count, of })
  })
}
