import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AGE_BANDS, ageBand, ageOn, isChildOn } from '../../../lib/pathway/age'
import { formatDate, formatDateTime, parsePlainDate } from '../../../lib/pathway/dates'
import {
  addDaysTo, daysBetween, endOfLondonDay, instantAt, isIsoDay, londonDay, londonParts, minuteOf, weekdayOf,
} from '../../../lib/pathway/london'

const at = (text: string) => new Date(text)
const days = fc
  .date({ min: at('1930-01-01'), max: at('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('ageOn', () => {
  it('turns at the start of the birthday in London', () => {
    expect(ageOn('2010-06-15', at('2026-06-14T22:59:59Z'))).toBe(15)
    expect(ageOn('2010-06-15', at('2026-06-14T23:00:00Z'))).toBe(16)
    expect(ageOn('2010-12-15', at('2026-12-14T23:59:59Z'))).toBe(15)
    expect(ageOn('2010-12-15', at('2026-12-15T00:00:00Z'))).toBe(16)
    expect(ageOn('2026-06-15', at('2026-06-15T12:00:00Z'))).toBe(0)
  })

  it('gives a leap-day birth its birthday on 1 March in a common year', () => {
    expect(ageOn('2008-02-29', at('2026-02-28T12:00:00Z'))).toBe(17)
    expect(isChildOn('2008-02-29', at('2026-02-28T12:00:00Z'))).toBe(true)
    expect(ageOn('2008-02-29', at('2026-03-01T00:00:00Z'))).toBe(18)
    expect(isChildOn('2008-02-29', at('2026-03-01T00:00:00Z'))).toBe(false)
    expect(ageOn('2008-02-29', at('2028-02-28T12:00:00Z'))).toBe(19)
    expect(ageOn('2008-02-29', at('2028-02-29T00:00:00Z'))).toBe(20)
  })

  it('refuses what is no date of birth', () => {
    expect(() => ageOn('2009-02-29', at('2026-01-01'))).toThrow(RangeError)
    expect(() => ageOn('15/06/2010', at('2026-01-01'))).toThrow(RangeError)
    expect(() => ageOn('2026-01-02', at('2026-01-01T12:00:00Z'))).toThrow(RangeError)
  })

  it('goes up by one exactly once a year, on one day', () => {
    fc.assert(fc.property(days, fc.integer({ min: 1, max: 60 }), (born, years) => {
      const [year, rest] = [Number(born.slice(0, 4)) + years, born.slice(5)]
      const birthday = isIsoDay(`${year}-${rest}`) ? `${year}-${rest}` : `${year}-03-01`
      expect(ageOn(born, instantAt(birthday, 0))).toBe(years)
      expect(ageOn(born, new Date(instantAt(birthday, 0).getTime() - 1))).toBe(years - 1)
    }))
  })
})

describe('ageBand', () => {
  it('cuts where the published figures cut', () => {
    expect([null, 0, 12, 13, 14, 15, 16, 17, 18, 40].map(ageBand)).toEqual([
      'not_known', 'under_13', 'under_13', '13', '14_15', '14_15', '16_17', '16_17', '18_over', '18_over',
    ])
    expect(new Set(AGE_BANDS.map((band) => band.label)).size).toBe(AGE_BANDS.length)
  })
})

describe('dates in words', () => {
  it('are in London, either side of midnight and of the clock change', () => {
    expect(formatDate(at('2026-11-22T14:05:00Z'))).toBe('22 Nov 2026')
    expect(formatDate(at('2026-06-30T23:30:00Z'))).toBe('1 Jul 2026')
    expect(formatDate('2026-09-01')).toBe('1 Sep 2026')
    expect(formatDateTime(at('2026-11-22T14:05:00Z'))).toBe('22 Nov 2026, 14:05')
    expect(formatDateTime(at('2026-06-30T23:30:00Z'))).toBe('1 Jul 2026, 00:30')
    expect(formatDateTime(at('2026-03-29T00:59:00Z'))).toBe('29 Mar 2026, 00:59')
    expect(formatDateTime(at('2026-03-29T01:00:00Z'))).toBe('29 Mar 2026, 02:00')
    expect(formatDateTime(at('2026-10-25T00:30:00Z'))).toBe('25 Oct 2026, 01:30')
    expect(formatDateTime(at('2026-10-25T01:30:00Z'))).toBe('25 Oct 2026, 01:30')
    expect(() => formatDate(at('nonsense'))).toThrow(RangeError)
    expect(() => formatDate('2026-02-30')).toThrow(RangeError)
  })
})

describe('parsePlainDate', () => {
  const parse = (day: string, month: string, year: string) => parsePlainDate({ day, month, year })

  it.each([
    [['1', '2', '2026'], '2026-02-01'], [[' 01 ', '02', '2026'], '2026-02-01'],
    [['29', '2', '2028'], '2028-02-29'], [['22', 'November', '2026'], '2026-11-22'],
    [['22', 'nov', '2026'], '2026-11-22'],
  ] as const)('reads %j', ([day, month, year], date) => expect(parse(day, month, year)).toEqual({ ok: true, date }))

  it.each([
    [['', '', ''], 'missing'], [['', '2', '2026'], 'incomplete'], [['1', ' ', '2026'], 'incomplete'],
    [['x', '2', '2026'], 'not_numbers'], [['1', '2', '26'], 'not_numbers'], [['1', 'foo', '2026'], 'not_numbers'],
    [['-1', '2', '2026'], 'not_numbers'], [['1.5', '2', '2026'], 'not_numbers'],
    [['31', '6', '2026'], 'impossible'], [['29', '2', '2026'], 'impossible'], [['0', '1', '2026'], 'impossible'],
    [['1', '13', '2026'], 'impossible'], [['1', '0', '2026'], 'impossible'], [['29', '2', '1900'], 'impossible'],
  ] as const)('refuses %j as %s', ([day, month, year], error) =>
    expect(parse(day, month, year)).toEqual({ ok: false, error, message: expect.stringMatching(/\w/) }))

  it('gives back every real day, and no other', () => {
    fc.assert(fc.property(days, (date) => {
      const [year = '', month = '', day = ''] = date.split('-')
      expect(parsePlainDate({ day: Number(day), month: Number(month), year })).toEqual({ ok: true, date })
    }))
    fc.assert(fc.property(fc.nat(40), fc.nat(15), fc.integer({ min: 1900, max: 2100 }), (day, month, year) => {
      const real = new Date(Date.UTC(year, month - 1, day))
      const exists = real.getUTCDate() === day && real.getUTCMonth() === month - 1
      expect(parsePlainDate({ day, month, year }).ok).toBe(exists)
    }))
  })
})

describe('London days', () => {
  it('are 23 and 25 hours long when the clocks change, and a clock time is what the clock shows', () => {
    const hours = (day: string) => (endOfLondonDay(day).getTime() + 1 - instantAt(day, 0).getTime()) / 3_600_000
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-22')]).toEqual([23, 25, 24])
    expect(instantAt('2026-03-29', 9 * 3_600_000).toISOString()).toBe('2026-03-29T08:00:00.000Z')
    expect(instantAt('2026-10-25', 9 * 3_600_000).toISOString()).toBe('2026-10-25T09:00:00.000Z')
  })

  it('go there and back', () => {
    fc.assert(fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
      expect(daysBetween(day, addDaysTo(day, n))).toBe(n)
      expect(weekdayOf(addDaysTo(day, 7 * n))).toBe(weekdayOf(day))
      expect(londonDay(instantAt(day, 0))).toBe(day)
      expect(londonDay(new Date(instantAt(day, 0).getTime() - 1))).toBe(addDaysTo(day, -1))
      expect(londonParts(instantAt(day, 9 * 3_600_000)).minute).toBe(540)
    }))
  })

  it('refuse a clock time or a day that is not one', () => {
    expect(minuteOf('17:30')).toBe(1050)
    for (const bad of ['24:00', '9:00', '09:60', '']) expect(() => minuteOf(bad)).toThrow(RangeError)
    expect(() => londonDay(at('nonsense'))).toThrow(RangeError)
    expect(() => addDaysTo('2026-13-01', 1)).toThrow(RangeError)
  })
})
