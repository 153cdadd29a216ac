import fc from 'fast-check'
import { expect, it } from 'vitest'
import { percentOf, percentsOf } from '../../../lib/pathway/percent'

it('tells the published shares (DOMAIN 6)', () => {
  expect(percentOf(337, 12_173)).toBe('2.7 %')
  expect(percentsOf([146, 91, 58, 42], 337)).toEqual(['43.3 %', '27.0 %', '17.2 %', '12.5 %'])
  expect(percentsOf([189, 74, 74], 337)).toEqual(['56.0 %', '22.0 %', '22.0 %'])
})

it('never tells a part as the whole, nor something as more than it is', () => {
  expect(percentOf(4999, 5000)).toBe('99.9 %')
  expect(percentOf(5, 5)).toBe('100.0 %')
  expect(percentOf(0, 0)).toBe(null)
  expect(percentsOf([0, 0], 0)).toEqual([null, null])
  expect(percentsOf([1, 1, 1], 3)).toEqual(['33.3 %', '33.3 %', '33.3 %'])
  expect(() => percentOf(2, 1)).toThrow(RangeError)
})

it('adds up to 100.0 or a few tenths less, each within a tenth of the truth, equal parts alike', () => {
  fc.assert(fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 12 }), (counts) => {
    const of = counts.reduce((sum, one) => sum + one, 0)
    fc.pre(of > 0)
    const told = percentsOf(counts, of).map((text) => Math.round(parseFloat(text ?? '') * 10))
    const sum = told.reduce((total, one) => total + one, 0)
    expect(sum <= 1000 && sum > 1000 - counts.length).toBe(true)
    told.forEach((one, at) => {
      expect(Math.abs(one - ((counts[at] ?? 0) * 1000) / of)).toBeLessThan(1)
      counts.forEach((count, other) => count === counts[at] && expect(told[other]).toBe(one))
    })
  }))
})
