import type { Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import { partPercent, percentOf } from '../pathway/percent'
import { withheldAlone, withheldParts, withheldShare, withheldTable } from '../pathway/suppression'
import { countFact, type Counted } from './count'
import { dimensionOf, figureOf, type Dimension, type DimensionName, type Fact, type FigureName } from './definitions'
import type { Amount, Breakdown, Measured, Told } from './figure-view'
import { namesOf, type Names } from './names'
import { NARROWED, type Only } from './only'
import { periodBefore, type Period } from './period'

/** A figure, and what breakdowns of it are wanted. */
export type Wanted = { figure: FigureName; by?: readonly DimensionName[] }

type Options = { compare?: boolean; /** Small numbers are withheld; for an analyst, unless said. */ suppress?: boolean; /** Counts some rows alone: figures and breakdowns that are not told apart by it are left out. */ only?: Only | null }

/** Counts figures for a period and, where `compare`, for the one before it. */
export async function measure(tx: Tx, actor: Actor, now: Date, asked: readonly Wanted[], period: Period, { compare = false, suppress = actor.role === 'analyst', only = null }: Options = {}): Promise<Measured[]> {
  const told = suppress ? coarse(asked) : asked
  const wanted = only ? narrowed(told, only) : told
  const read = async (of: Period) => {
    const counted = new Map<Fact, Counted[]>()
    for (const [fact, columns] of needed(wanted)) counted.set(fact, await countFact(tx, actor, now, fact, of, columns, only))
    return counted
  }
  const now_ = await read(period)
  const earlier = compare ? await read(periodBefore(period)) : null
  const names = await namesOf(tx, actor, wanted.flatMap(({ by = [] }) => by), [now_, earlier])
  return wanted.map(({ figure, by = [] }) => ({
    ...toldOf(figure),
    figure,
    amount: amountOf(figure, now_, suppress),
    before: earlier && amountOf(figure, earlier, suppress),
    breakdowns: by.map((one) => breakdownOf(figure, one, now_, earlier, names, suppress)),
  }))
}

/** What a figure says of itself. */
export function toldOf(figure: FigureName): Told {
  const { title, words, unit, share } = figureOf(figure)
  return { title, words, unit, share: share?.of ?? null }
}

/** What can be told beside everything else that is told, where small numbers are withheld. */
function coarse(wanted: readonly Wanted[]): Wanted[] {
  return wanted.filter(({ figure }) => !figureOf(figure).fine).map(({ figure, by = [] }) => ({ figure, by: by.filter((one) => !dimensionOf(one).fine) }))
}

/** What can be narrowed so; a breakdown by what it is narrowed to would have one part. */
function narrowed(wanted: readonly Wanted[], { by: only }: Only): Wanted[] {
  const may = (fact: Fact) => NARROWED[fact].includes(only)
  return wanted.filter(({ figure }) => may(figureOf(figure).fact)).map(({ figure, by = [] }) => ({ figure, by: by.filter((one) => one !== only) }))
}

/** Which columns of which facts have to be counted. */
function needed(wanted: readonly Wanted[]): Map<Fact, string[]> {
  const facts = new Map<Fact, string[]>()
  for (const { figure, by = [] } of wanted) {
    const { fact } = figureOf(figure)
    facts.set(fact, facts.get(fact) ?? [])
    for (const dimension of by.map(dimensionOf)) {
      const own = dimension.fact ?? fact
      facts.set(own, [...(facts.get(own) ?? []), dimension.column])
    }
  }
  return facts
}

const has = (row: Counted, flags: readonly string[]) => flags.every((flag) => row.flags.includes(flag))
const total = (rows: readonly Counted[], flags: readonly string[]) => rows.reduce((sum, row) => sum + (has(row, flags) ? row.number : 0), 0)

function amountOf(figure: FigureName, counted: ReadonlyMap<Fact, Counted[]>, suppress: boolean): Amount {
  const { fact, among = [], share } = figureOf(figure)
  const rows = (counted.get(fact) ?? []).filter(({ part }) => part === '')
  const of = total(rows, among)
  if (!share) return { count: suppress ? withheldAlone(of) : of, of: null, percent: null }
  const count = total(rows, [...among, share.flag])
  return withPercent(suppress ? withheldShare(count, of) : { count, of })
}

const withPercent = (amount: Omit<Amount, 'percent'>): Amount => ({ ...amount, percent: amount.count === null || amount.of === null ? null : percentOf(amount.count, amount.of) })

type Parts = ReadonlyMap<string, { count: number; of: number }>

/** The numbers of each part: for a share, those that count and all of them; otherwise the part and the whole. */
function partsOf(figure: FigureName, dimension: Dimension, counted: ReadonlyMap<Fact, Counted[]>): Parts {
  const { fact, among = [], share } = figureOf(figure)
  const rows = counted.get(dimension.fact ?? fact) ?? []
  const whole = dimension.fact ? total((counted.get(fact) ?? []).filter(({ part }) => part === ''), among) : total(rows.filter(({ part }) => part === ''), among)
  const parts = new Map<string, { count: number; of: number }>()
  for (const row of rows.filter(({ part }) => part === dimension.column)) {
    if (!dimension.fact && !has(row, among)) continue
    const value = row.keys[0] ?? ''
    const id = dimension.group ? dimension.group(value) : value
    const part = parts.get(id) ?? { count: 0, of: share ? 0 : whole }
    const counts = !share || has(row, [share.flag])
    parts.set(id, { count: part.count + (counts ? row.number : 0), of: share ? part.of + row.number : whole })
  }
  return parts
}

function breakdownOf(figure: FigureName, by: DimensionName, now: ReadonlyMap<Fact, Counted[]>, earlier: ReadonlyMap<Fact, Counted[]> | null, names: Names, suppress: boolean): Breakdown {
  const dimension = dimensionOf(by)
  const current = partsOf(figure, dimension, now)
  const before = earlier && partsOf(figure, dimension, earlier)
  const fixed = dimension.parts ?? []
  const others = [...new Set([...current.keys(), ...(before?.keys() ?? [])])].filter((id) => !fixed.some((one) => one.id === id))
  const entries = [...fixed, ...others.map((id) => ({ id, label: names.get(id) ?? dimension.label?.(id) ?? id }))]
  if (dimension.order === 'id') entries.sort((a, b) => a.id.localeCompare(b.id))
  if (dimension.order === 'number') entries.sort((a, b) => (current.get(b.id)?.count ?? 0) - (current.get(a.id)?.count ?? 0) || a.label.localeCompare(b.label))
  const share = figureOf(figure).share !== undefined
  const whole = (parts: Parts) => [...parts.values()][0]?.of ?? 0
  const shown = (parts: Parts) => amountsOf(entries.map(({ id }) => parts.get(id) ?? { count: 0, of: share ? 0 : whole(parts) }), share, suppress)
  const amounts = shown(current)
  const amountsBefore = before && shown(before)
  return {
    by,
    header: dimension.header,
    parts: entries.map(({ id, label }, at) => ({ id, label, ...(amounts[at] as Amount), before: amountsBefore?.[at] ?? null })),
  }
}

/** The parts as they are shown. The parts of a share are a table: those that count and the rest, with their totals. */
function amountsOf(parts: readonly { count: number; of: number }[], share: boolean, suppress: boolean): Amount[] {
  if (share) {
    const table = suppress ? withheldTable(parts.map(({ count, of }) => [count, of - count])) : null
    return parts.map((part, at) => withPercent(table ? { count: table.cells[at]?.[0] ?? null, of: table.rows[at] ?? null } : part))
  }
  const counts = suppress ? withheldParts(parts.map(({ count }) => count)) : parts.map(({ count }) => count)
  return parts.map((part, at) => {
    const [count, of] = [counts[at] ?? null, suppress ? withheldAlone(part.of) : part.of]
    return { count, of, percent: count === null || of === null ? null : partPercent(count, of) }
  })
}
