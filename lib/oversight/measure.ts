import type { Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import { measured, rounded } from './amounts'
import { countFact, type Counted } from './count'
import { dimensionOf, figureOf, type Fact } from './definitions'
import type { Measured, Wanted } from './figure-view'
import { namesOf } from './names'
import { NARROWED, type Only } from './only'
import { isFinishedYear, periodBefore, type Period } from './period'

type Options = { compare?: boolean; /** Small numbers are withheld; for an analyst, unless said. */ suppress?: boolean; /** Numbers of anything but a finished year from 1 April to 31 March are rounded; for an analyst, unless said. */ rough?: boolean; /** Counts some rows alone: figures and breakdowns that are not told apart by it are left out. */ only?: Only | null }

/** Counts figures for a period and, where `compare`, for the one before it. */
export async function measure(tx: Tx, actor: Actor, now: Date, asked: readonly Wanted[], period: Period, { compare = false, suppress = actor.role === 'analyst', rough = actor.role === 'analyst', only = null }: Options = {}): Promise<Measured[]> {
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
  const isRough = (of: Period) => rough && !isFinishedYear(of, now)
  return wanted.map((one) => rounded(measured(one, now_, earlier, names, suppress), isRough(period), isRough(periodBefore(period))))
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
