import { z } from 'zod'
import { operation } from '../access/operation'
import { changeOfSet, type SetChange } from '../pathway/indicator-versions'
import { BUILT_IN, type Indicator } from '../pathway/indicators'

/** One version of the area's own, with what it changed of the one before. */
export type SetVersion = { number: number; at: string; by: string; note: string; change: SetChange }

/** The indicators that new assessments are made with, and how they came to be; `number` is 0 for the built-in set. */
export type IndicatorsPage = { number: number; indicators: readonly Indicator[]; versions: SetVersion[] }

/** The area's indicators with every version of its own, newest first. Holds nothing about anybody. */
export const readIndicators = operation({
  name: 'indicators.read',
  effect: 'read',
  permission: 'indicator:manage',
  input: z.strictObject({}),
  audit: ['indicators.seen'],
  async work({ tx, actor }) {
    const rows = await tx.indicatorSet.findMany({ where: { areaId: actor.areaId }, orderBy: { number: 'asc' }, include: { by: { select: { name: true } } } })
    const sets = [BUILT_IN.indicators, ...rows.map(({ indicators }) => indicators as unknown as Indicator[])]
    const versions: SetVersion[] = rows.map(({ number, at, by, note }, index) => ({ number, at: at.toISOString(), by: by.name, note, change: changeOfSet(sets[index] ?? [], sets[index + 1] ?? []) }))
    const output: IndicatorsPage = { number: rows.at(-1)?.number ?? 0, indicators: sets.at(-1) ?? [], versions: versions.reverse() }
    return { output, kind: 'indicators.seen', facts: {} }
  },
})
