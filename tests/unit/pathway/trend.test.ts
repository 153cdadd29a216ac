import { describe, expect, it } from 'vitest'
import { eighteenthBirthday } from '../../../lib/pathway/age'
import { trendInWords, trendOf } from '../../../lib/pathway/trend'

const [june, august, october] = ['2026-06-01T00:00:00.000Z', '2026-08-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z']

describe('the trend of a level', () => {
  it.each([
    [[], null, null],
    [[{ at: june, level: 'high' }], 'first', 'The first level agreed'],
    [[{ at: june, level: 'medium' }, { at: august, level: 'high' }], 'up', 'Up from Medium'],
    [[{ at: june, level: 'high' }, { at: october, level: 'low_medium' }, { at: august, level: 'medium' }], 'down', 'Down from Medium'],
    [[{ at: june, level: 'low' }, { at: august, level: 'low' }], 'same', 'The same as before'],
  ] as const)('%j', (points, trend, words) => {
    expect([trendOf(points), trendInWords(points)]).toEqual([trend, words])
  })
})

describe('the 18th birthday', () => {
  it.each([['2009-04-03', '2027-04-03'], ['2008-02-29', '2026-03-01'], ['1988-02-29', '2006-03-01']])('of %s is %s', (born, day) => expect(eighteenthBirthday(born)).toBe(day))
  it('asks for a real day', () => expect(() => eighteenthBirthday('2009-13-03')).toThrow(RangeError))
})
