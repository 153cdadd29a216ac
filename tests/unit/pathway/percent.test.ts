import fc from 'fast-check'
import { expect, it } from 'vitest'
import { partPercent, percentOf } from '../../../lib/pathway/percent'

it('tells the published shares (DOMAIN 6)', () => {
  expect(percentOf(337, 12_173)).toBe('2.7 %')
  expect([146, 91, 58, 42].map((count) => partPercent(count, 337))).toEqual(['43.3 %', '27.0 %', '17.2 %', '12.5 %'])
  expect([189, 74, 74].map((count) => partPercent(count, 337))).toEqual(['56.1 %', '22.0 %', '22.0 %'])
})

it('tells nothing of nothing, and refuses a part greater than its whole', () => {
  for (const tell of [percentOf, partPercent]) {
    expect(tell(5, 5)).toBe('100.0 %')
    expect(tell(0, 0)).toBe(null)
    expect(() => tell(2, 1)).toThrow(RangeError)
  }
})

it('is within a tenth of the truth, and tells all of it only where it is all', () => {
  fc.assert(fc.property(fc.nat(200_000), fc.nat(200_000), (a, b) => {
    const [count, of] = [Math.min(a, b), Math.max(a, b, 1)]
    for (const tell of [percentOf, partPercent]) {
      const told = parseFloat(tell(count, of) ?? '')
      expect(Math.abs(told - (count * 100) / of)).toBeLessThanOrEqual(0.1)
      expect(told === 100).toBe(count === of)
    }
    expect(parseFloat(percentOf(count, of) ?? '')).toBeLessThanOrEqual((count * 100) / of)
  }))
})
