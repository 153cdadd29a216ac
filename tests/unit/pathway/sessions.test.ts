import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewSeen } from '../../../lib/casework/seen-view'
import { addDaysTo, instantAt, londonDay } from '../../../lib/pathway/london'
import { LEVELS, type Level } from '../../../lib/pathway/levels'
import { daysAgo, daysSinceSeen, lastSeen, lastSeenOf, SEEN_TYPES, seeBy, seenExpectation, SESSION_TYPES, standing, type Entry } from '../../../lib/pathway/sessions'
import { DEFAULT_SETTINGS } from '../../../lib/pathway/settings'

const NOON = 12 * 3_600_000
const HOUR = 3_600_000
const at = (day: string) => instantAt(day, NOON)
const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
const level = fc.option(fc.constantFrom(...LEVELS), { nil: null })

describe('how often a young person is seen', () => {
  it('is two to three times a week at High, and less often the lower the level', () => {
    expect(seenExpectation('high', DEFAULT_SETTINGS)).toEqual({ days: 4, words: 'two to three times a week' })
    const days = LEVELS.map((one) => seenExpectation(one, DEFAULT_SETTINGS).days)
    expect(days).toEqual([...days].sort((a, b) => b - a))
  })

  it('is as at Medium where nobody has assessed, and as the area sets it', () => {
    expect(seenExpectation(null, DEFAULT_SETTINGS)).toEqual(seenExpectation('medium', DEFAULT_SETTINGS))
    const seenDays = { low: 56, low_medium: 30, medium: 7, medium_high: 2, high: 1 }
    expect(LEVELS.map((one) => seenExpectation(one, { seenDays }).words)).toEqual(['every 8 weeks', 'every 30 days', 'once a week', 'two to three times a week', 'every day'])
  })
})

describe('days since somebody was seen', () => {
  it('are counted by London’s calendar, whatever the hour and the clocks', () => {
    expect(daysSinceSeen(new Date('2026-11-18T23:50:00Z'), new Date('2026-11-19T00:10:00Z'))).toBe(1)
    // the clocks go back on 25 October 2026: 23:30 in London is 22:30 UTC the day before, and 23:30 after
    expect(daysSinceSeen(new Date('2026-10-24T22:30:00Z'), new Date('2026-10-25T23:30:00Z'))).toBe(1)
    expect([0, 1, 5].map(daysAgo)).toEqual(['today', 'yesterday', '5 days ago'])
  })

  it('are never below none, and one more each day', () => {
    fc.assert(fc.property(instant, fc.integer({ min: 0, max: 400 }), (seen, days) => {
      expect(daysSinceSeen(seen, at(addDaysTo(londonDay(seen), days)))).toBe(days)
      expect(daysSinceSeen(at(addDaysTo(londonDay(seen), days + 1)), seen)).toBe(0)
    }))
  })
})

describe('last seen against what is expected', () => {
  it('is due on the last day in time, and late from the next', () => {
    fc.assert(fc.property(level, instant, fc.integer({ min: 0, max: 120 }), (one, seen, days) => {
      const known = lastSeen({ level: one, seenAt: seen, openedAt: new Date(0) }, at(addDaysTo(londonDay(seen), days)), DEFAULT_SETTINGS)
      const limit = seenExpectation(one, DEFAULT_SETTINGS).days
      expect(known.state).toBe(days > limit ? 'late' : days === limit ? 'due' : 'on_time')
      expect(known.over).toBe(Math.max(0, days - limit))
      expect(seeBy(seen, known.expected)).toBe(addDaysTo(londonDay(seen), limit))
    }))
  })

  it('is never sooner late at a lower level', () => {
    fc.assert(fc.property(instant, fc.integer({ min: 0, max: 120 }), fc.nat(4), fc.nat(4), (seen, days, a, b) => {
      const [lower, higher] = [LEVELS[Math.min(a, b)], LEVELS[Math.max(a, b)]] as [Level, Level]
      const over = (one: Level) => lastSeen({ level: one, seenAt: seen, openedAt: seen }, at(addDaysTo(londonDay(seen), days)), DEFAULT_SETTINGS).over
      expect(over(lower)).toBeLessThanOrEqual(over(higher))
    }))
  })

  it('counts from the opening of the case where nobody was seen yet, and says so', () => {
    const never = lastSeen({ level: 'high', seenAt: null, openedAt: at('2026-11-10') }, at('2026-11-16'), DEFAULT_SETTINGS)
    expect(viewSeen(never)).toMatchObject({ at: null, state: 'late', text: 'Not seen yet, 6 days since the case opened', late: '2 days late' })
    const today = lastSeen({ level: 'high', seenAt: at('2026-11-16'), openedAt: at('2026-11-10') }, at('2026-11-16'), DEFAULT_SETTINGS)
    expect(viewSeen(today)).toMatchObject({ state: 'on_time', text: 'today', late: '' })
  })
})

const entries = fc.array(fc.record({ type: fc.constantFrom(...SESSION_TYPES.map(({ id }) => id)), hours: fc.nat(1_000), corrects: fc.option(fc.nat(50), { nil: null }) }), { maxLength: 25 })
  .map((rows) => {
    const taken = new Set<string>()
    return rows.map((row, index): Entry => {
      // one earlier entry, and one that nothing corrects yet
      const target = row.corrects !== null && index > 0 ? String(row.corrects % index) : null
      const correctsId = target !== null && !taken.has(target) ? target : null
      if (correctsId !== null) taken.add(correctsId)
      return { id: String(index), type: row.type, happenedAt: new Date(row.hours * HOUR), correctsId }
    })
  })

describe('when somebody was last seen, by the log', () => {
  it('is the latest direct session or appointment that nothing corrects; trying and meeting others does not count', () => {
    const entry = (id: string, type: string, day: string, correctsId: string | null = null): Entry => ({ id, type, happenedAt: at(day), correctsId })
    expect(lastSeenOf([])).toBeNull()
    expect(lastSeenOf([entry('1', 'attempted', '2026-11-12'), entry('2', 'family', '2026-11-13'), entry('3', 'professionals', '2026-11-14')])).toBeNull()
    const log = [entry('1', 'direct', '2026-11-10'), entry('2', 'accompanied', '2026-11-12')]
    expect(lastSeenOf(log)).toEqual(at('2026-11-12'))
    // it turned out that nobody was in
    expect(lastSeenOf([...log, entry('3', 'attempted', '2026-11-12', '2')])).toEqual(at('2026-11-10'))
    expect(lastSeenOf([...log, entry('3', 'attempted', '2026-11-12', '2'), entry('4', 'direct', '2026-11-11', '3')])).toEqual(at('2026-11-11'))
  })

  it('of each chain of corrections one entry stands, and the order in which they are read changes nothing', () => {
    fc.assert(fc.property(entries, (log) => {
      const left = standing(log)
      expect(left).toHaveLength(log.filter(({ correctsId }) => correctsId === null).length)
      const seen = left.filter(({ type }) => SEEN_TYPES.some((one) => one === type))
      expect(lastSeenOf(log)?.getTime()).toBe(seen.length ? Math.max(...seen.map(({ happenedAt }) => happenedAt.getTime())) : undefined)
      expect(lastSeenOf([...log].reverse())).toEqual(lastSeenOf(log))
    }))
  })
})
