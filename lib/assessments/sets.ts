import type { Tx } from '../access/operation'
import { BUILT_IN_SETS, setName, type Indicator, type IndicatorSet } from '../pathway/indicators'

/** Every set that an assessment of the area may have been made with, oldest first: the built-in ones, then the area's own. */
export async function loadSets(tx: Tx, areaId: string): Promise<readonly IndicatorSet[]> {
  const own = await tx.indicatorSet.findMany({ where: { areaId }, orderBy: { number: 'asc' }, select: { number: true, indicators: true } })
  return [...BUILT_IN_SETS, ...own.map(({ number, indicators }) => ({ ref: setName(number), indicators: indicators as unknown as Indicator[] }))]
}

/** The set that a new assessment is made with: the last. Throws where there is none. */
export function latestOf(sets: readonly IndicatorSet[]): IndicatorSet {
  const latest = sets.at(-1)
  if (!latest) throw new Error('There is no indicator set')
  return latest
}
