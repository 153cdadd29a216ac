import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromLondonInput } from '../../lib/dates'
import { londonParts } from '../../lib/pathway/london'

const read = (value: string) => fromLondonInput(value)?.toISOString() ?? null

describe('a London date and time as a browser sends it', () => {
  it.each([
    ['in winter', '2026-11-22T14:05', '2026-11-22T14:05:00.000Z'],
    ['in summer', '2026-06-22T14:05', '2026-06-22T13:05:00.000Z'],
    ['a minute before the clocks go forward', '2026-03-29T00:59', '2026-03-29T00:59:00.000Z'],
    ['the minute they have gone forward', '2026-03-29T02:00', '2026-03-29T01:00:00.000Z'],
    ['after they went back', '2026-10-25T02:00', '2026-10-25T02:00:00.000Z'],
    ['on a leap day', '2028-02-29T09:00', '2028-02-29T09:00:00.000Z'],
    ['the last minute of a year', '2026-12-31T23:59', '2026-12-31T23:59:00.000Z'],
  ])('%s', (_, value, instant) => expect(read(value)).toBe(instant))

  it.each([
    '2026-06-31T09:00', '2026-02-29T09:00', '2026-13-01T09:00', '2026-00-01T09:00', '2026-01-00T09:00',
    '2026-11-22T24:00', '2026-11-22T09:60',
    '2026-11-22', '2026-11-22T09:00:00', '2026-11-22 09:00', '22/11/2026 09:00', '', 'x', ' 2026-11-22T09:00',
    '2026-11-22T09:00Z', '20261-11-22T09:00',
  ])('%j is none', (value) => expect(read(value)).toBeNull())

  it('the hour that the clocks leave out is none: it was not meant', () => {
    expect(read('2026-03-29T01:30')).toBeNull()
  })

  it('gives the instant whose London clock shows what was typed', () => {
    const pad = (number: number) => String(number).padStart(2, '0')
    fc.assert(fc.property(fc.integer({ min: 2000, max: 2040 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 3, max: 23 }), fc.integer({ min: 0, max: 59 }), (year, month, day, hour, minute) => {
      const instant = fromLondonInput(`${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}`)
      if (instant) expect(londonParts(instant)).toEqual({ day: `${year}-${pad(month)}-${pad(day)}`, minute: hour * 60 + minute })
      else expect(day).toBeGreaterThan(28)
    }))
  })
})
