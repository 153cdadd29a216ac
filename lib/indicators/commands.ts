import { latestOf, loadSets } from '../assessments/sets'
import { Conflict, Invalid } from '../access/errors'
import { operation } from '../access/operation'
import { changeOfSet, inBlockOrder } from '../pathway/indicator-versions'
import { withIds, type Indicator } from '../pathway/indicators'
import { setSchema } from './schema'

/**
 * Adds a version of the area's indicators, which new assessments are made with; those begun before keep theirs. What
 * is kept keeps its id, also in other words. Sent twice it adds one. Throws Invalid for an indicator that is not the
 * area's or went to another part, Conflict where somebody added a version meanwhile.
 */
export const saveIndicators = operation({
  name: 'indicators.save',
  effect: 'change',
  permission: 'indicator:manage',
  input: setSchema,
  audit: ['indicators.saved'],
  async work({ tx, actor, now }, { from, rows, note }) {
    const { areaId, userId } = actor
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`indicators ${areaId}`}, 0))::text`
    const own = await tx.indicatorSet.findMany({ where: { areaId }, orderBy: { number: 'asc' }, include: { by: { select: { name: true } } } })
    const last = own.at(-1)
    // as things stood for whoever opened the form
    const sets = (await loadSets(tx, areaId)).slice(0, -own.filter(({ number }) => number > from).length || undefined)
    const known = sets.flatMap(({ indicators }) => indicators)
    for (const [at, { id, block }] of rows.entries()) {
      if (id && !known.some((one) => one.id === id && one.block === block)) throw new Invalid({ [`rows.${at}.label`]: 'This is not an indicator of this part: remove it, and add it anew' })
    }
    const indicators = withIds(inBlockOrder(rows), known)
    const before = latestOf(sets).indicators
    const again = last?.number === from + 1 && last.byId === userId && last.note === note && same(last.indicators as unknown as Indicator[], indicators)
    if (!again && (last?.number ?? 0) !== from) throw new Conflict(`${last?.by.name ?? 'Somebody'} added a version meanwhile. Nothing of yours was saved: reload the page to go on from theirs.`)
    if (!again && same(before, indicators)) throw new Invalid({ form: 'Nothing is changed: edit, add, remove or move an indicator first' })
    if (!again) await tx.indicatorSet.create({ data: { areaId, number: from + 1, indicators, note, at: now, byId: userId } })
    const { added, removed, reworded, reordered } = changeOfSet(before, indicators)
    return {
      output: { number: from + 1 },
      kind: 'indicators.saved',
      facts: { record: { type: 'area', id: areaId }, children: [], before: { number: from }, after: { number: from + 1, added, removed, reworded, reordered } },
    }
  },
})

const same = (a: readonly Indicator[], b: readonly Indicator[]) =>
  a.length === b.length && a.every(({ id, block, label }, at) => b[at]?.id === id && b[at]?.block === block && b[at]?.label === label)
