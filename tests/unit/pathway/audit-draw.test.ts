import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, draw, sampleSize, shuffled } from '../../../lib/pathway/audit-draw'

const RULE = { seed: 'autumn', share: 10, secondShare: 20, stratified: false }
const population = (count: number, strata = ['progressed', 'other_agency', 'advice']) => Array.from({ length: count }, (_, at) => ({ id: `id-${String(at).padStart(4, '0')}`, stratum: strata[at % strata.length] as string }))
const anything = fc.record({
  rows: fc.uniqueArray(fc.record({ id: fc.uuid(), stratum: fc.constantFrom('a', 'b', 'c', 'd') }), { selector: ({ id }) => id, maxLength: 120 }),
  rule: fc.record({ seed: fc.string({ minLength: 1 }), share: fc.integer({ min: 1, max: 100 }), secondShare: fc.integer({ min: 0, max: 100 }), stratified: fc.boolean() }),
})

describe('a draw', () => {
  it('is these rows for ever: what was drawn years ago is drawn again', () => {
    expect(draw(population(40), RULE).rows.map(({ id, second }) => `${id}${second ? ' twice' : ''}`)).toEqual(['id-0020', 'id-0009', 'id-0000 twice', 'id-0021'])
  })

  it('takes a tenth, rounded up and at least one', () => {
    expect([0, 1, 9, 10, 11, 337].map((of) => sampleSize(of, 10))).toEqual([0, 1, 1, 1, 2, 34])
    expect(draw(population(337), RULE).rows).toHaveLength(34)
  })

  it('gives the fractions to the largest remainders, and each stratum at least one', () => {
    expect(allocate([56, 22, 22], 10)).toEqual([6, 2, 2])
    expect(allocate([300, 30, 1], 34)).toEqual([31, 3, 1])
    expect(allocate([], 0)).toEqual([])
  })

  it('is the same from the same seed and population, in whatever order that comes', () => {
    fc.assert(fc.property(anything, ({ rows, rule }) => {
      expect(draw([...rows].reverse(), rule)).toEqual(draw(rows, rule))
    }))
  })

  it('takes each once, of the population alone, as many as its share; where it is stratified some of each and no more than one besides for each', () => {
    fc.assert(
      fc.property(anything, ({ rows, rule }) => {
        const drawn = draw(rows, rule)
        const ids = drawn.rows.map(({ id }) => id)
        const size = sampleSize(rows.length, rule.share)
        const strata = new Set(rows.map(({ stratum }) => stratum))
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.every((id) => rows.some((row) => row.id === id))).toBe(true)
        expect(drawn.strata.reduce((sum, one) => sum + one.drawn, 0)).toBe(ids.length)
        expect(drawn.rows.filter(({ second }) => second)).toHaveLength(sampleSize(ids.length, rule.secondShare))
        if (!rule.stratified) expect(ids).toHaveLength(size)
        else {
          expect(new Set(drawn.rows.map(({ stratum }) => stratum))).toEqual(strata)
          expect(ids.length).toBeGreaterThanOrEqual(size)
          expect(ids.length).toBeLessThanOrEqual(size + strata.size)
        }
      }),
    )
  })

  it('gives every row about the same chance', () => {
    const rows = population(20)
    const times = new Map<string, number>()
    for (let at = 0; at < 4_000; at++) for (const { id } of draw(rows, { ...RULE, seed: `seed ${at}` }).rows) times.set(id, (times.get(id) ?? 0) + 1)
    // 2 of 20 in each of 4,000 draws: 400 each, give or take
    for (const { id } of rows) expect(Math.abs((times.get(id) ?? 0) - 400)).toBeLessThan(100)
  })

  it('shuffles and loses nothing', () => {
    const rows = population(50)
    const order = shuffled(rows, 'x')
    expect(order).not.toEqual(rows)
    expect([...order].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(rows)
  })
})
