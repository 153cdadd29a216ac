import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDaysTo, londonDay, londonParts, weekdayOf } from '../../../lib/pathway/london'
import { addWorkingDays, bankHolidays, isWorkingDay, workingDaysBetween } from '../../../lib/pathway/working-days'

/** As published by government for England and Wales, typed in by hand and not taken from the library. */
const PUBLISHED: Record<number, string> = {
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
}

const instants = fc.date({
  min: new Date('2012-01-01T00:00:00Z'),
  max: new Date('2029-12-31T23:59:59Z'),
  noInvalidDate: true,
})

describe('bank holidays', () => {
  it.each(Object.entries(PUBLISHED))('%s: the weekday holidays are exactly those published', (year, list) => {
    const weekdays = bankHolidays(Number(year)).filter((day) => ![0, 6].includes(weekdayOf(day)))
    expect(weekdays).toEqual(list.split(' ').map((day) => `${year}-${day}`))
  })
})

describe('isWorkingDay', () => {
  it.each(['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08', '2016-12-27', '2021-12-27',
    '2021-12-28', '2026-12-28', '2012-06-04'])('%s is a holiday', (day) => expect(isWorkingDay(day)).toBe(false))

  it.each(['2020-05-04', '2022-05-30', '2012-05-28', '2026-12-24', '2026-11-23', '2024-12-27', '2026-01-02'])(
    '%s is worked, though a neighbour or another nation may not', (day) => expect(isWorkingDay(day)).toBe(true))

  it('judges an instant by its London day, not its UTC day', () => {
    // 23:30 UTC on Sunday 28 June 2026 is already Monday in London; in winter it is still Sunday.
    expect(isWorkingDay(new Date('2026-06-28T23:30:00Z'))).toBe(true)
    expect(isWorkingDay(new Date('2026-11-22T23:30:00Z'))).toBe(false)
    expect(isWorkingDay(new Date('2026-06-26T23:30:00Z'))).toBe(false)
  })

  it('refuses what is not a day', () => {
    expect(() => isWorkingDay('2026-02-30')).toThrow(RangeError)
    expect(() => isWorkingDay(new Date(Number.NaN))).toThrow(RangeError)
  })
})

describe('addWorkingDays', () => {
  const plus = (from: string, days: number) => addWorkingDays(new Date(from), days).toISOString()

  it('passes over weekends and bank holidays', () => {
    expect(plus('2026-12-24T10:00:00Z', 1)).toBe('2026-12-29T10:00:00.000Z')
    expect(plus('2026-11-20T10:00:00Z', 1)).toBe('2026-11-23T10:00:00.000Z')
    expect(plus('2026-11-21T10:00:00Z', 1)).toBe('2026-11-23T10:00:00.000Z')
    expect(plus('2026-11-23T10:00:00Z', -1)).toBe('2026-11-20T10:00:00.000Z')
    expect(plus('2026-11-21T10:00:00Z', -1)).toBe('2026-11-20T10:00:00.000Z')
  })

  it('keeps the London clock time when the clocks change', () => {
    expect(plus('2026-03-27T15:20:00Z', 1)).toBe('2026-03-30T14:20:00.000Z')
    expect(plus('2026-10-23T14:20:00Z', 1)).toBe('2026-10-26T15:20:00.000Z')
  })

  it('gives the same instant for none, in a new object, and refuses part days', () => {
    const saturday = new Date('2026-11-21T10:00:00Z')
    expect(addWorkingDays(saturday, 0)).toEqual(saturday)
    expect(addWorkingDays(saturday, 0)).not.toBe(saturday)
    expect(() => addWorkingDays(saturday, 0.5)).toThrow(RangeError)
    expect(() => addWorkingDays(new Date(Number.NaN), 0)).toThrow(RangeError)
  })

  it('never lands on a day that is not worked, whichever way it goes', () => {
    fc.assert(fc.property(instants, fc.integer({ min: -30, max: 30 }), (from, days) => {
      fc.pre(days !== 0)
      const landed = addWorkingDays(from, days)
      expect(isWorkingDay(landed)).toBe(true)
      expect(Math.sign(landed.getTime() - from.getTime())).toBe(Math.sign(days))
      expect(londonParts(landed).minute).toBe(londonParts(from).minute)
    }))
  })

  it('adds up: some days and then some more is all of them at once', () => {
    fc.assert(fc.property(instants, fc.nat(20), fc.nat(20), (from, a, b) => {
      expect(addWorkingDays(addWorkingDays(from, a), b)).toEqual(addWorkingDays(from, a + b))
    }))
  })

  it('never overtakes: what came later is due no earlier', () => {
    fc.assert(fc.property(instants, fc.nat(96 * 60), fc.nat(10), (from, laterMinutes, days) => {
      const later = new Date(from.getTime() + laterMinutes * 60_000)
      expect(londonDay(addWorkingDays(later, days)) >= londonDay(addWorkingDays(from, days))).toBe(true)
    }))
  })
})

describe('workingDaysBetween', () => {
  it('counts the days after the first up to the last', () => {
    const between = (a: string, b: string) => workingDaysBetween(new Date(a), new Date(b))
    expect(between('2026-11-20T16:00:00Z', '2026-11-23T09:00:00Z')).toBe(1)
    expect(between('2026-11-21T16:00:00Z', '2026-11-22T09:00:00Z')).toBe(0)
    expect(between('2026-12-24T16:00:00Z', '2026-12-31T09:00:00Z')).toBe(3)
    expect(between('2026-11-23T09:00:00Z', '2026-11-20T16:00:00Z')).toBe(-1)
    // a holiday at either end
    expect(between('2026-12-24T09:00:00Z', '2026-12-25T09:00:00Z')).toBe(0)
    expect(between('2026-12-25T09:00:00Z', '2026-12-29T09:00:00Z')).toBe(1)
    expect(Object.is(between('2026-11-22T09:00:00Z', '2026-11-21T16:00:00Z'), 0)).toBe(true)
  })

  it('undoes addWorkingDays', () => {
    fc.assert(fc.property(instants, fc.nat(30), (from, days) => {
      expect(workingDaysBetween(from, addWorkingDays(from, days))).toBe(days)
    }))
  })

  it('agrees with counting one day at a time, over years too', () => {
    fc.assert(fc.property(instants, instants, (a, b) => {
      const [from, until] = a < b ? [a, b] : [b, a]
      let count = 0
      for (let day = londonDay(from); day < londonDay(until); ) if (isWorkingDay((day = addDaysTo(day, 1)))) count += 1
      expect(workingDaysBetween(from, until)).toBe(count)
    }), { numRuns: 20 })
  })
})
