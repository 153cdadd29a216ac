import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CaseInHand, caseWeight, caseload } from '../../../lib/pathway/caseload'
import {
  LEVELS, LEVEL_LABELS, callsForStrategyMeeting, compareLevels, isLevel, levelBand, reviewDue,
} from '../../../lib/pathway/levels'
import { daysBetween, londonDay, londonParts } from '../../../lib/pathway/london'
import { DEFAULT_SETTINGS } from '../../../lib/pathway/settings'
import { CASE_STAGES } from '../../../lib/pathway/states'

describe('levels', () => {
  it('have the bands and names of the pathway', () => {
    expect(LEVELS.map(levelBand)).toEqual(['none', 'none', 'amber', 'amber', 'red'])
    expect(LEVELS.map((level) => LEVEL_LABELS[level])).toEqual([
      'Low', 'Low-Medium', 'Medium', 'Medium-High', 'High',
    ])
    expect([...LEVELS].reverse().sort(compareLevels)).toEqual([...LEVELS])
    expect([isLevel('high'), isLevel('severe'), isLevel(null)]).toEqual([true, false, false])
  })

  it('call for a strategy meeting from where the area says', () => {
    const from = (strategyMeetingFrom: (typeof LEVELS)[number]) =>
      LEVELS.filter((level) => callsForStrategyMeeting(level, { strategyMeetingFrom }))
    expect(from(DEFAULT_SETTINGS.strategyMeetingFrom)).toEqual(['medium', 'medium_high', 'high'])
    expect(from('high')).toEqual(['high'])
    expect(from('low')).toEqual([...LEVELS])
  })

  it('set reviews in weeks, to the end of the London day across a clock change', () => {
    const due = (level: (typeof LEVELS)[number]) =>
      reviewDue(level, new Date('2026-03-10T10:00:00Z'), DEFAULT_SETTINGS).toISOString()
    expect(due('high')).toBe('2026-04-07T22:59:59.999Z')
    expect(due('low')).toBe('2026-06-02T22:59:59.999Z')
    const summerNight = new Date('2026-06-01T23:30:00Z')
    expect(londonDay(reviewDue('high', summerNight, DEFAULT_SETTINGS))).toBe('2026-06-30')
  })

  it('never set a later review for a higher level', () => {
    const instants = fc.date({ min: new Date('2010-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(fc.property(instants, fc.constantFrom(...LEVELS), fc.constantFrom(...LEVELS), (from, a, b) => {
      const [lower, higher] = [a, b].sort(compareLevels).map((level) => reviewDue(level, from, DEFAULT_SETTINGS))
      expect(higher?.getTime()).toBeLessThanOrEqual(lower?.getTime() ?? 0)
      const due = reviewDue(a, from, DEFAULT_SETTINGS)
      expect(daysBetween(londonDay(from), londonDay(due))).toBe(DEFAULT_SETTINGS.reviewWeeks[a] * 7)
      expect(londonParts(due).minute).toBe(1439)
    }))
  })
})

describe('caseload', () => {
  const of = (count: number, one: CaseInHand) => Array.from({ length: count }, () => one)
  const high: CaseInHand = { level: 'high', stage: 'plan' }
  const state = (count: number) => caseload(of(count, high), DEFAULT_SETTINGS).state

  it('goes from room to over as high-priority cases are added', () => {
    expect([0, 7, 8, 9, 10, 11].map(state)).toEqual(['room', 'room', 'near', 'near', 'full', 'over'])
  })

  it('shows a breach in words', () => {
    expect(caseload(of(11, high), DEFAULT_SETTINGS).text).toBe('11 open cases, weighing 11 of 10: over the maximum')
    expect(caseload([high], DEFAULT_SETTINGS).text).toBe('1 open case, weighing 1 of 10: room for more')
  })

  it('counts a case not yet assessed in full, and a closed one not at all', () => {
    expect(caseWeight(null, 'allocation')).toBe(1)
    expect(caseWeight('high', 'closed')).toBe(0)
    expect(caseload([high, { level: 'high', stage: 'closed' }], DEFAULT_SETTINGS)).toMatchObject({ count: 1, weight: 1 })
    expect(LEVELS.map((level) => caseWeight(level, 'plan'))).toEqual([0.5, 0.5, 0.75, 1, 1])
  })

  it('says over exactly when the weight passes the maximum, and more work never reads as less', () => {
    const cases = fc.array(fc.record({
      level: fc.option(fc.constantFrom(...LEVELS)), stage: fc.constantFrom(...CASE_STAGES),
    }), { maxLength: 20 })
    const order = ['room', 'near', 'full', 'over']
    fc.assert(fc.property(cases, fc.integer({ min: 1, max: 12 }), (list, caseloadMaximum) => {
      const load = caseload(list, { caseloadMaximum })
      expect(load.state === 'over').toBe(load.weight > caseloadMaximum)
      expect(load.weight).toBeLessThanOrEqual(load.count)
      const more = caseload([...list, high], { caseloadMaximum })
      expect(order.indexOf(more.state)).toBeGreaterThanOrEqual(order.indexOf(load.state))
    }))
  })
})
