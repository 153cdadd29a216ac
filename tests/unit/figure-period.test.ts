import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lastYear, periodBefore, periodFor } from '../../lib/oversight/period'
import { addDaysTo, daysBetween } from '../../lib/pathway/london'

const NOW = new Date('2026-11-19T10:30:00Z')

it.each([
  ['a financial year, beside the year before and not 365 days', ['2016-04-01', '2017-03-31'], ['2015-04-01', '2016-03-31']],
  ['a quarter', ['2026-04-01', '2026-06-30'], ['2026-01-01', '2026-03-31']],
  ['a year up to a day', ['2025-11-20', '2026-11-19'], ['2024-11-20', '2025-11-19']],
  ['February', ['2024-02-01', '2024-02-29'], ['2024-01-01', '2024-01-31']],
  ['ten days', ['2026-11-10', '2026-11-19'], ['2026-10-31', '2026-11-09']],
  ['a day', ['2026-03-01', '2026-03-01'], ['2026-02-28', '2026-02-28']],
])('%s', (_, [from = '', until = ''], [beforeFrom, beforeUntil]) => {
  expect(periodBefore({ from, until })).toEqual({ from: beforeFrom, until: beforeUntil })
})

it('ends the day before, whatever the period', () => {
  fc.assert(fc.property(fc.nat(5000), fc.nat(900), (start, length) => {
    const from = addDaysTo('2015-01-01', start)
    const before = periodBefore({ from, until: addDaysTo(from, length) })
    expect(before.until).toBe(addDaysTo(from, -1))
    expect(Math.abs(daysBetween(before.from, before.until) - length)).toBeLessThanOrEqual(4)
  }))
})

it('is the last twelve months unless said, and whole months for an analyst', () => {
  expect(lastYear(NOW)).toEqual({ from: '2025-11-20', until: '2026-11-19' })
  expect(periodFor({ role: 'manager' }, {}, NOW)).toEqual({ from: '2025-11-20', until: '2026-11-19' })
  expect(periodFor({ role: 'analyst' }, {}, NOW)).toEqual({ from: '2025-12-01', until: '2026-11-30' })
  expect(periodFor({ role: 'analyst' }, { from: '2026-02-27', until: '2026-02-28' }, NOW)).toEqual({ from: '2026-02-01', until: '2026-02-28' })
  expect(() => periodFor({ role: 'manager' }, { from: '2026-02-02', until: '2026-02-01' }, NOW)).toThrow()
})
