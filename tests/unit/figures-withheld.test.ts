import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measured } from '../../lib/oversight/amounts'
import type { Counted } from '../../lib/oversight/count'
import type { Fact } from '../../lib/oversight/definitions'
import type { Amount, Measured } from '../../lib/oversight/figure-view'
import type { Wanted } from '../../lib/oversight/figure-view'
import { isSmall } from '../../lib/pathway/suppression'

/** What figures of one fact tell together: none of them gives back what another withholds. */
type Row = { flags: string[]; columns: Record<string, string> }
/** So many of each kind of row. */
type World = readonly number[]

/** What the database would count of a world. */
function countedOf(rows: readonly Row[], world: World): Counted[] {
  const columns = Object.keys(rows[0]?.columns ?? {})
  return rows.flatMap(({ flags, columns: has }, at) => [
    { part: '', keys: [], flags, number: world[at] ?? 0 },
    ...columns.map((part) => ({ part, keys: [has[part] ?? ''], flags, number: world[at] ?? 0 })),
  ])
}

const told = (fact: Fact, wanted: readonly Wanted[], rows: readonly Row[], world: World, suppress: boolean): Measured[] =>
  wanted.map((one) => measured(one, new Map([[fact, countedOf(rows, world)]]), null, new Map(), suppress))

const amountsOf = (figures: readonly Measured[]): Amount[] => figures.flatMap(({ amount, breakdowns }) => [amount, ...breakdowns.flatMap(({ parts }) => parts)])

/** Whether that could be the world behind what was shown. */
function fits(shown: readonly Amount[], world: readonly Amount[]): boolean {
  const agree = (a: number | null | undefined, b: number | null | undefined) => a === null || a === undefined || a === b
  return shown.every((amount, at) => agree(amount.count, world[at]?.count) && agree(amount.of, world[at]?.of))
}

/** Worlds near one: up to four kinds of row have one more or one fewer. */
function* near(world: World, from = 0, changes = 4): Generator<number[]> {
  for (let at = from; changes > 0 && at < world.length; at++) {
    for (const by of [1, -1]) {
      const other = world.map((number, one) => number + (one === at ? by : 0))
      if ((other[at] ?? 0) < 0) continue
      yield other
      yield* near(other, at + 1, changes - 1)
    }
  }
}

type Attack = { fact: Fact; wanted: readonly Wanted[]; rows: readonly Row[]; /** Numbers that nobody may work out while they are small. */ secrets: Record<string, (row: Row) => boolean>; runs: number }

function givesNothingBack({ fact, wanted, rows, secrets }: Omit<Attack, 'runs'>, world: World): void {
  const shown = amountsOf(told(fact, wanted, rows, world, true))
  const numberOf = (is: (row: Row) => boolean, of: World) => rows.reduce((sum, row, at) => sum + (is(row) ? (of[at] ?? 0) : 0), 0)
  const open = new Map(Object.entries(secrets).filter(([, is]) => isSmall(numberOf(is, world))))
  for (const other of near(world)) {
    if (!open.size) return
    const differ = [...open].filter(([, is]) => numberOf(is, other) !== numberOf(is, world))
    if (differ.length && fits(shown, amountsOf(told(fact, wanted, rows, other, false)))) for (const [name] of differ) open.delete(name)
  }
  if (open.size) throw new Error(`${[...open.keys()]} can be worked out of ${JSON.stringify(world)}`)
}

const has = (...flags: string[]) => (row: Row) => flags.every((flag) => row.flags.includes(flag))
const not = (flag: string, ...others: string[]) => (row: Row) => !row.flags.includes(flag) && others.every((one) => row.flags.includes(one))
const is = (column: string, value: string, ...flags: string[]) => (row: Row) => row.columns[column] === value && flags.every((flag) => row.flags.includes(flag))

const CONTACTS: Attack = {
  runs: 200,
  fact: 'contact',
  wanted: [
    { figure: 'contacts' }, { figure: 'exploitation' }, { figure: 'exploitation_source' }, { figure: 'exploitation_outcome', by: ['outcome'] }, { figure: 'decided_in_time' },
  ],
  rows: ([[], ['exploitation']] as const).flatMap((concern) => [
    { flags: [...concern], columns: { outcome: 'undecided' } },
    ...['progressed', 'advice'].flatMap((outcome) => [{ flags: [...concern, 'decided'], columns: { outcome } }, { flags: [...concern, 'decided', 'in_time'], columns: { outcome } }]),
  ]),
  secrets: {
    undecided: not('decided'), late: not('in_time', 'decided'), 'in time': has('in_time'), concern: has('exploitation'), 'no concern': not('exploitation'),
    'concern undecided': is('outcome', 'undecided', 'exploitation'), 'concern progressed': is('outcome', 'progressed', 'exploitation'), 'concern advice': is('outcome', 'advice', 'exploitation'),
  },
}

const MONTHS: Attack = {
  // a table takes longer to take apart
  runs: 50,
  fact: 'contact',
  wanted: [{ figure: 'contacts', by: ['month'] }, { figure: 'decided_in_time', by: ['month'] }],
  rows: ['2026-10', '2026-11'].flatMap((month) => [[], ['decided'], ['decided', 'in_time']].map((flags) => ({ flags, columns: { month } }))),
  secrets: Object.fromEntries(['2026-10', '2026-11'].flatMap((month) => [
    [`${month} undecided`, (row: Row) => is('month', month)(row) && not('decided')(row)], [`${month} late`, (row: Row) => is('month', month)(row) && not('in_time', 'decided')(row)], [`${month} in time`, is('month', month, 'in_time')],
  ])),
}

const CASES: Attack = {
  runs: 200,
  fact: 'case',
  wanted: [{ figure: 'open_cases', by: ['level'] }, { figure: 'plans' }, { figure: 'plan_both' }],
  rows: ['high', 'medium', 'low', 'not_assessed'].flatMap((level) => [[], ['plan'], ['plan', 'both']].map((plan) => ({
    flags: [...(level === 'not_assessed' ? [] : ['assessed']), ...plan], columns: { level },
  }))),
  secrets: {
    'no plan': not('plan'), 'not both': not('both', 'plan'), both: has('both'), 'not assessed': not('assessed'), high: is('level', 'high'), medium: is('level', 'medium'), low: is('level', 'low'),
  },
}

const MINUTES: Attack = {
  runs: 200,
  fact: 'strategy',
  wanted: [{ figure: 'strategy_in_time' }, { figure: 'minutes_in_time' }],
  rows: [[], ['in_time']].flatMap((held) => [[], ['minutes'], ['minutes', 'minutes_in_time']].map((minutes) => ({ flags: ['due', ...held, ...minutes], columns: {} }))),
  secrets: { 'held otherwise': not('in_time'), held: has('in_time'), 'no minutes': not('minutes'), late: not('minutes_in_time', 'minutes') },
}

describe.each(Object.entries({ 'contacts, their concern, outcomes and decisions': CONTACTS, 'contacts and decisions by month': MONTHS, 'cases, their levels and plans': CASES, 'strategy meetings and minutes': MINUTES }))('%s', (_, attack) => {
  it('give no small number back, whatever is taken from what', () => {
    // mostly few of a kind, because there the small numbers are
    const number = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 8 }) }, { weight: 1, arbitrary: fc.integer({ min: 6, max: 60 }) })
    fc.assert(fc.property(fc.array(number, { minLength: attack.rows.length, maxLength: attack.rows.length }), (world) => givesNothingBack(attack, world)), { numRuns: attack.runs })
  }, 60_000)
})

it('a figure that would give back the rest of another is withheld whole, and told where the rest is not small', () => {
  const world = (undecided: number) => CONTACTS.rows.map(({ flags }) => (flags.includes('decided') ? 20 : flags.length ? 0 : undecided))
  const decided = (undecided: number) => told('contact', CONTACTS.wanted, CONTACTS.rows, world(undecided), true).find(({ figure }) => figure === 'decided_in_time')?.amount
  expect(decided(3)).toEqual({ count: null, of: null, percent: null })
  expect(decided(0)).toMatchObject({ count: 80, of: 160 })
  expect(decided(6)).toMatchObject({ count: 80, of: 160 })
})

it('the parts of a whole that is withheld do not add up to it', () => {
  givesNothingBack(CONTACTS, [3, 0, 0, 0, 0, 20, 20, 20, 20, 20])
})
