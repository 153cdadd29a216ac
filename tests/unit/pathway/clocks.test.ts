import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockState, decisionClock, decisionDue, officeHoursBetween, panelClock, panelDue, waitedFor, withinOfficeHours,
} from '../../../lib/pathway/clocks'
import { daysBetween, londonDay, londonParts } from '../../../lib/pathway/london'
import { DEFAULT_SETTINGS } from '../../../lib/pathway/settings'
import { isWorkingDay, workingDaysBetween } from '../../../lib/pathway/working-days'

const at = (text: string) => new Date(text)
const settings = DEFAULT_SETTINGS
const instants = fc.date({ min: at('2015-01-01T00:00:00Z'), max: at('2029-06-30T00:00:00Z'), noInvalidDate: true })

describe('withinOfficeHours', () => {
  it.each([
    ['2026-11-23T09:00:00Z', true], ['2026-11-23T08:59:59Z', false],
    ['2026-11-23T16:59:59Z', true], ['2026-11-23T17:00:00Z', false],
    ['2026-06-22T08:00:00Z', true], ['2026-06-22T16:00:00Z', false],
    ['2026-11-22T12:00:00Z', false], ['2026-12-25T12:00:00Z', false],
  ])('%s: %s', (instant, open) => expect(withinOfficeHours(at(instant), settings)).toBe(open))
})

describe('decisionDue', () => {
  it.each([
    ['in hours: the same time next working day', '2026-11-23T15:20:00Z', '2026-11-24T15:20:00.000Z'],
    ['Friday in hours: Monday', '2026-11-20T15:20:00Z', '2026-11-23T15:20:00.000Z'],
    ['before opening: from that opening', '2026-11-23T06:00:00Z', '2026-11-24T09:00:00.000Z'],
    ['at closing: from the next opening', '2026-11-23T17:00:00Z', '2026-11-25T09:00:00.000Z'],
    ['Saturday: from Monday opening', '2026-11-21T12:00:00Z', '2026-11-24T09:00:00.000Z'],
    ['Christmas Day: from the 29th', '2026-12-25T12:00:00Z', '2026-12-30T09:00:00.000Z'],
    ['Friday before the clocks go forward', '2026-03-27T15:20:00Z', '2026-03-30T14:20:00.000Z'],
    ['Sunday of the clock change, small hours', '2026-03-29T01:30:00Z', '2026-03-31T08:00:00.000Z'],
    ['Sunday in UTC but Monday before dawn in London', '2026-06-21T23:30:00Z', '2026-06-23T08:00:00.000Z'],
  ])('%s', (_why, received, due) => expect(decisionDue(at(received), settings).toISOString()).toBe(due))

  it('follows the area’s own hours and count', () => {
    const longer = { officeHours: { opens: '08:00', closes: '20:00' }, decisionWorkingDays: 2 }
    expect(decisionDue(at('2026-11-23T18:30:00Z'), longer).toISOString()).toBe('2026-11-25T18:30:00.000Z')
    expect(decisionDue(at('2026-11-23T21:00:00Z'), longer).toISOString()).toBe('2026-11-26T08:00:00.000Z')
  })

  it('always falls on a working day, after receipt, while the front door is open', () => {
    fc.assert(fc.property(instants, (received) => {
      const due = decisionDue(received, settings)
      expect(isWorkingDay(due)).toBe(true)
      expect(withinOfficeHours(due, settings)).toBe(true)
      expect(due.getTime()).toBeGreaterThan(received.getTime())
      expect(officeHoursBetween(received, due, settings)).toBeCloseTo(8, 6)
    }))
  })

  it('is never sooner for what came later', () => {
    fc.assert(fc.property(instants, fc.nat(5 * 24 * 60), (received, minutes) => {
      const later = new Date(received.getTime() + minutes * 60_000)
      expect(decisionDue(later, settings).getTime()).toBeGreaterThanOrEqual(decisionDue(received, settings).getTime())
    }))
  })
})

describe('panelDue', () => {
  it('is the end of the London day six weeks on, across a clock change', () => {
    expect(panelDue(at('2026-03-02T10:00:00Z'), settings).toISOString()).toBe('2026-04-13T22:59:59.999Z')
    expect(panelDue(at('2026-10-12T10:00:00Z'), settings).toISOString()).toBe('2026-11-23T23:59:59.999Z')
    // Just before midnight UTC in summer is the next day in London.
    expect(panelDue(at('2026-06-01T23:30:00Z'), settings).toISOString()).toBe('2026-07-14T22:59:59.999Z')
    expect(panelDue(at('2026-06-01T10:00:00Z'), { panelDays: 28 }).toISOString()).toBe('2026-06-29T22:59:59.999Z')
  })

  it('is the same for every referral of a day, and its last moment is still that day', () => {
    fc.assert(fc.property(instants, (referred) => {
      const due = panelDue(referred, settings)
      expect(daysBetween(londonDay(referred), londonDay(due))).toBe(42)
      expect(londonParts(due).minute).toBe(24 * 60 - 1)
      expect(londonParts(new Date(due.getTime() + 1)).minute).toBe(0)
    }))
  })
})

describe('clockState', () => {
  const due = at('2026-11-24T15:00:00Z')
  const state = (now: string, metAt: string | null = null) =>
    clockState({ due, metAt: metAt === null ? null : at(metAt), now: at(now) })

  it('tells where a limit stands, still in time at the limit itself', () => {
    expect(state('2026-11-24T11:59:59Z')).toBe('on_time')
    expect(state('2026-11-24T12:00:00Z')).toBe('close')
    expect(state('2026-11-24T15:00:00Z')).toBe('close')
    expect(state('2026-11-24T15:00:00.001Z')).toBe('late')
    expect(state('2026-12-01T00:00:00Z', '2026-11-24T15:00:00Z')).toBe('met')
    expect(state('2026-12-01T00:00:00Z', '2026-11-24T15:00:00.001Z')).toBe('met_late')
  })

  it('takes its own measure of close', () => {
    const base = { due, metAt: null, now: at('2026-11-23T15:00:00Z') }
    expect(clockState({ ...base, closeWithinHours: 24 })).toBe('close')
    expect(clockState({ ...base, closeWithinHours: 23 })).toBe('on_time')
    expect(clockState({ ...base, closeWithinHours: 8, officeHours: settings.officeHours })).toBe('close')
    expect(clockState({ ...base, closeWithinHours: 7.9, officeHours: settings.officeHours })).toBe('on_time')
  })

  it('refuses an invalid date rather than call it on time', () => {
    const bad = at('nonsense')
    expect(() => clockState({ due: bad, metAt: null, now: due })).toThrow(RangeError)
    expect(() => clockState({ due, metAt: null, now: bad })).toThrow(RangeError)
    expect(() => clockState({ due, metAt: bad, now: due })).toThrow(RangeError)
  })

  it('never recovers as time passes, until it is met', () => {
    const rank = { on_time: 0, close: 1, late: 2, met: 9, met_late: 9 }
    fc.assert(fc.property(instants, fc.nat(4000), fc.nat(4000), fc.boolean(), (received, a, b, office) => {
      const limit = decisionDue(received, settings)
      const officeHours = office ? settings.officeHours : undefined
      const when = (minutes: number) => new Date(received.getTime() + minutes * 60_000)
      const [first, second] = [when(a), when(a + b)].map((now) =>
        rank[clockState({ due: limit, metAt: null, now, ...(officeHours && { officeHours }) })])
      expect(second).toBeGreaterThanOrEqual(first ?? 0)
    }))
  })
})

describe('the two clocks', () => {
  it('shows a morning decision as close on the afternoon before', () => {
    const clock = (now: string, decidedAt: Date | null = null) =>
      decisionClock({ receivedAt: at('2026-11-21T12:00:00Z'), decidedAt, now: at(now) }, settings)
    expect(clock('2026-11-23T13:59:00Z').state).toBe('on_time')
    expect(clock('2026-11-23T14:00:00Z').state).toBe('close')
    expect(clock('2026-11-24T09:01:00Z').state).toBe('late')
    expect(clock('2026-11-25T09:01:00Z', at('2026-11-23T10:00:00Z')).state).toBe('met')
    expect(clock('2026-11-23T10:00:00Z').due).toEqual(at('2026-11-24T09:00:00Z'))
  })

  it('shows a panel as close in its last week', () => {
    const clock = (now: string, heldAt: Date | null = null) =>
      panelClock({ referredAt: at('2026-10-12T10:00:00Z'), heldAt, now: at(now) }, settings).state
    expect(clock('2026-11-16T12:00:00Z')).toBe('on_time')
    expect(clock('2026-11-17T00:00:00Z')).toBe('close')
    expect(clock('2026-11-24T00:00:00Z')).toBe('late')
    expect(clock('2026-12-24T00:00:00Z', at('2026-11-24T00:00:00Z'))).toBe('met_late')
  })
})

describe('officeHoursBetween', () => {
  it('counts only hours when someone is there', () => {
    const hours = (a: string, b: string) => officeHoursBetween(at(a), at(b), settings)
    expect(hours('2026-11-20T16:00:00Z', '2026-11-23T10:30:00Z')).toBe(2.5)
    expect(hours('2026-11-21T00:00:00Z', '2026-11-22T23:00:00Z')).toBe(0)
    expect(hours('2026-11-23T10:30:00Z', '2026-11-20T16:00:00Z')).toBe(0)
    expect(hours('2026-06-22T07:00:00Z', '2026-06-22T09:00:00Z')).toBe(1)
  })
})

describe('waitedFor', () => {
  it.each([
    ['2026-11-23T10:00:00Z', '2026-11-23T10:00:59Z', 'less than a minute'],
    ['2026-11-23T10:00:00Z', '2026-11-23T09:00:00Z', 'less than a minute'],
    ['2026-11-23T10:00:00Z', '2026-11-23T10:01:00Z', '1 minute'],
    ['2026-11-23T10:00:00Z', '2026-11-23T10:59:59Z', '59 minutes'],
    ['2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z', '1 hour'],
    ['2026-11-23T10:00:00Z', '2026-11-23T13:59:00Z', '3 hours'],
    ['2026-11-23T10:00:00Z', '2026-11-24T09:59:00Z', '23 hours'],
    ['2026-11-23T10:00:00Z', '2026-11-24T10:00:00Z', '1 working day'],
    ['2026-11-20T16:00:00Z', '2026-11-24T09:00:00Z', '2 working days'],
    ['2026-11-20T18:00:00Z', '2026-11-22T20:00:00Z', '2 days'],
    ['2026-12-24T18:00:00Z', '2026-12-28T20:00:00Z', '4 days'],
  ])('%s to %s: %s', (from, now, words) => expect(waitedFor(at(from), at(now))).toBe(words))

  it('never says that nothing was waited', () => {
    fc.assert(fc.property(instants, fc.nat(30 * 24 * 60), (from, minutes) => {
      const now = new Date(from.getTime() + minutes * 60_000)
      const words = waitedFor(from, now)
      expect(words).toMatch(/^(less than a minute|[1-9]\d* (minute|hour|day|working day)s?)$/)
      if (words.includes('working')) expect(words).toContain(`${workingDaysBetween(from, now)} working`)
    }))
    expect(() => waitedFor(at('nonsense'), at('2026-01-01'))).toThrow(RangeError)
  })
})
