import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonical, sealOf } from '../../lib/enquiries/seal'

const shuffled = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(shuffled)
  : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse().map(([key, one]) => [key, shuffled(one)]))
  : value

it('a seal does not turn on the order of keys, and on everything else it does', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(sealOf(shuffled(value) as never)).toBe(sealOf(value as never))
  }))
  expect(sealOf({ a: 1 })).not.toBe(sealOf({ a: 2 }))
  expect(sealOf(['a', 'b'])).not.toBe(sealOf(['b', 'a']))
  expect(sealOf({ a: '1' })).not.toBe(sealOf({ a: 1 }))
})

it('the canonical form is JSON of the same value', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(JSON.parse(canonical(value as never))).toEqual(JSON.parse(JSON.stringify(value)))
  }))
})
