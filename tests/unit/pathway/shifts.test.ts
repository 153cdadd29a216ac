import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addOfficeHours, clockState, officeHoursBetween } from '../../../lib/pathway/clocks'
import { DEFAULT_SETTINGS as SETTINGS } from '../../../lib/pathway/settings'
import { changeToHandOver, handoverOverdue, lastChange, nextChange, onDuty, otherSide } from '../../../lib/pathway/shifts'

const date = (iso: string) => new Date(iso)
const shown = ({ at, to }: { at: Date; to: string }) => `${at.toISOString().slice(0, 16)} ${to}`
const instants = fc.date({ min: date('2024-01-01'), max: date('2028-12-31'), noInvalidDate: true })

describe('changes of shift', () => {
  it.each([
    // a Thursday, in winter: London is UTC
    ['2026-11-19T10:45:00Z', 'family_connect', '2026-11-19T09:00 family_connect', '2026-11-19T17:00 emergency_duty'],
    ['2026-11-19T17:00:00Z', 'emergency_duty', '2026-11-19T17:00 emergency_duty', '2026-11-20T09:00 family_connect'],
    ['2026-11-19T08:59:00Z', 'emergency_duty', '2026-11-18T17:00 emergency_duty', '2026-11-19T09:00 family_connect'],
    // a weekend
    ['2026-11-21T12:00:00Z', 'emergency_duty', '2026-11-20T17:00 emergency_duty', '2026-11-23T09:00 family_connect'],
    // Christmas: Friday the 25th and Monday the 28th are holidays
    ['2026-12-26T12:00:00Z', 'emergency_duty', '2026-12-24T17:00 emergency_duty', '2026-12-29T09:00 family_connect'],
    // summer time
    ['2026-07-01T10:00:00Z', 'family_connect', '2026-07-01T08:00 family_connect', '2026-07-01T16:00 emergency_duty'],
  ])('%s: %s on duty', (now, side, last, next) => {
    expect(onDuty(date(now), SETTINGS)).toBe(side)
    expect(shown(lastChange(date(now), SETTINGS))).toBe(last)
    expect(shown(nextChange(date(now), SETTINGS))).toBe(next)
  })

  it('lie around every moment, and who came on last is on duty', () => {
    fc.assert(fc.property(instants, (now) => {
      const [last, next] = [lastChange(now, SETTINGS), nextChange(now, SETTINGS)]
      expect(last.at <= now && now < next.at).toBe(true)
      expect(last.to).toBe(onDuty(now, SETTINGS))
      expect(next.to).toBe(otherSide(last.to))
      expect(nextChange(last.at, SETTINGS)).toEqual(next)
    }))
  })

  it('the one to hand over now is the next in the hour before it, and the last after that', () => {
    const handed = (now: string) => shown(changeToHandOver(date(now), SETTINGS))
    expect(handed('2026-11-19T15:59:59Z')).toBe('2026-11-19T09:00 family_connect')
    expect(handed('2026-11-19T16:00:00Z')).toBe('2026-11-19T17:00 emergency_duty')
    expect(handed('2026-11-19T23:00:00Z')).toBe('2026-11-19T17:00 emergency_duty')
    expect(handed('2026-11-20T08:00:00Z')).toBe('2026-11-20T09:00 family_connect')
  })

  it('is overdue half an hour after, to the second', () => {
    const change = { at: date('2026-11-19T17:00:00Z'), to: 'emergency_duty' } as const
    expect(handoverOverdue(change, date('2026-11-19T17:29:59Z'), SETTINGS)).toBe(false)
    expect(handoverOverdue(change, date('2026-11-19T17:30:00Z'), SETTINGS)).toBe(true)
    expect(handoverOverdue(change, date('2026-11-19T16:30:00Z'), SETTINGS)).toBe(false)
  })
})

describe('so many office hours on', () => {
  it.each([
    ['2026-11-19T10:45:00Z', 3, '2026-11-19T13:45:00.000Z'],
    ['2026-11-19T15:00:00Z', 3, '2026-11-20T10:00:00.000Z'],
    // to the minute of closing is to the next opening
    ['2026-11-19T14:00:00Z', 3, '2026-11-20T09:00:00.000Z'],
    ['2026-11-20T22:00:00Z', 3, '2026-11-23T12:00:00.000Z'],
  ])('%s and %d hours: %s', (from, hours, until) => expect(addOfficeHours(date(from), hours, SETTINGS).toISOString()).toBe(until))

  it('is where “close” begins, exactly', () => {
    fc.assert(fc.property(instants, fc.constantFrom(1, 3, 9), (now, hours) => {
      const until = addOfficeHours(now, hours, SETTINGS)
      expect(officeHoursBetween(now, until, SETTINGS)).toBeCloseTo(hours, 6)
      const state = (due: Date) => clockState({ due, metAt: null, now, closeWithinHours: hours, officeHours: SETTINGS.officeHours })
      expect([state(until), state(new Date(until.getTime() + 60_000))]).toEqual(['close', 'on_time'])
    }))
  })
})
