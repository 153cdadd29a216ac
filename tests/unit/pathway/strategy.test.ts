import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEVELS } from '../../../lib/pathway/levels'
import { DEFAULT_SETTINGS } from '../../../lib/pathway/settings'
import {
  afterMinutes, assertStrategyMove, assessmentDue, attendanceNow, conferenceDue, fitsPart, meetingDue, minutesDue, missingFrom, missingText, outcomeFor, protectionClock, STRATEGY_AWAITED, STRATEGY_PARTS,
  STRATEGY_QUORUM, STRATEGY_STATES, strategyMovesFrom, whyNotCalled, whyNotSection47, type Attendance, type StrategyState,
} from '../../../lib/pathway/strategy'
import { isWorkingDay, workingDaysBetween } from '../../../lib/pathway/working-days'

const at = (iso: string) => new Date(iso)
const instants = fc.date({ min: at('2025-01-01'), max: at('2028-06-30'), noInvalidDate: true })

describe('who calls one, and from what (DOMAIN 2)', () => {
  it('a level calls one from where the area has set, whoever asks; a disclosure at any level', () => fc.assert(
    fc.property(fc.constantFrom(...LEVELS), fc.constantFrom(...LEVELS), fc.constantFrom('practitioner', 'cate_manager', 'safeguarding_lead'), (level, strategyMeetingFrom, role) => {
      expect(whyNotCalled('level', { role, level }, { strategyMeetingFrom }) === null).toBe(LEVELS.indexOf(level) >= LEVELS.indexOf(strategyMeetingFrom))
      expect(whyNotCalled('disclosure', { role, level }, { strategyMeetingFrom })).toBeNull()
    }),
  ))
  it('for her own reason the lead alone, and no level that is not agreed', () => {
    expect(whyNotCalled('safeguarding', { role: 'safeguarding_lead', level: null }, DEFAULT_SETTINGS)).toBeNull()
    expect(whyNotCalled('safeguarding', { role: 'practitioner', level: 'high' }, DEFAULT_SETTINGS)).toContain('alone')
    expect(whyNotCalled('level', { role: 'safeguarding_lead', level: null }, DEFAULT_SETTINGS)).toContain('No level is agreed')
  })
})

describe('quorum: social care, health and the police (DOMAIN 2)', () => {
  const said: fc.Arbitrary<Attendance> = fc.record({
    agencyId: fc.constantFrom('council', 'trust', 'force', 'school'), who: fc.constantFrom('A', 'B', 'C'), part: fc.constantFrom(...STRATEGY_PARTS.map(({ id }) => id)),
    presence: fc.constantFrom('attended', 'apologies', 'mistaken'),
  })
  it('holds only where each of the three is there, by the last word about each person', () => fc.assert(fc.property(fc.array(said, { maxLength: 12 }), (rows) => {
    const there = attendanceNow(rows).filter(({ presence }) => presence === 'attended')
    expect(missingFrom(rows)).toEqual(STRATEGY_QUORUM.filter((part) => !there.some((one) => one.part === part)))
  })))
  it('is never lost by somebody more, and never won by a mistake', () => fc.assert(fc.property(fc.array(said, { maxLength: 8 }), said, (rows, more) => {
    const fresh = { ...more, who: 'Somebody new' }
    const before = missingFrom(rows).length
    expect(missingFrom([...rows, { ...fresh, presence: 'attended' as const }]).length).toBeLessThanOrEqual(before)
    expect(missingFrom([...rows, { ...fresh, presence: 'attended' as const }, { ...fresh, presence: 'mistaken' as const }])).toEqual(missingFrom(rows))
  })))
  it.each([
    [[], ''],
    [['social_care'], 'Social care is not there.'],
    [['police'], 'The police are not there.'],
    [['health', 'police'], 'Health and the police are not there.'],
    [['social_care', 'health', 'police'], 'Social care, health and the police are not there.'],
  ] as const)('%j is said as “%s”', (missing, words) => expect(missingText(missing)).toBe(words))
  it('takes a part from its own kind of agency alone', () => {
    expect(fitsPart('police', 'health')).toBe(false)
    expect(fitsPart('social_care', 'council')).toBe(true)
    expect(fitsPart('referrer', 'education')).toBe(true)
  })
})

describe('states', () => {
  it('reach an end from everywhere, and none but by being held and minuted', () => {
    const paths = (from: StrategyState): StrategyState[][] => (strategyMovesFrom(from).length ? strategyMovesFrom(from).flatMap((to) => paths(to).map((rest) => [from, ...rest])) : [[from]])
    expect(paths('called')).toEqual([['called', 'held', 'minutes_out', 'reviewed'], ['called', 'held', 'resolved']])
    for (const state of STRATEGY_STATES) expect(STRATEGY_AWAITED[state] === null).toBe(strategyMovesFrom(state).length === 0)
  })
  it('allow what is listed and nothing else', () => fc.assert(fc.property(fc.constantFrom(...STRATEGY_STATES), fc.constantFrom(...STRATEGY_STATES), (from, to) => {
    const move = () => assertStrategyMove(from, to)
    if (strategyMovesFrom(from).includes(to)) move()
    else expect(move).toThrow(RangeError)
  })))
  it('after the minutes are the decision’s: resolved, or waiting for a review', () => expect([true, false].map((resolved) => afterMinutes({ resolved }))).toEqual(['resolved', 'minutes_out']))
})

describe('clocks (Working Together)', () => {
  it.each([
    ['a Thursday morning', '2026-11-19T10:30:00Z', '2026-11-20T10:30:00.000Z'],
    ['a Friday evening', '2026-11-20T19:00:00Z', '2026-11-23T19:00:00.000Z'],
    ['Christmas Eve', '2026-12-24T15:00:00Z', '2026-12-29T15:00:00.000Z'],
  ])('minutes of a meeting on %s', (_, held, due) => expect(minutesDue(at(held)).toISOString()).toBe(due))
  it('a conference is due on the 15th working day after, whenever it was held', () => fc.assert(fc.property(instants, (held) => {
    const due = conferenceDue(held)
    expect(isWorkingDay(due)).toBe(true)
    expect(workingDaysBetween(held, due)).toBe(15)
  })))
  it('an assessment is due on the 45th after the referral, or after the meeting where that is past; never before the meeting', () => fc.assert(fc.property(instants, fc.integer({ min: 0, max: 200 }), (referred, days) => {
    const held = new Date(referred.getTime() + days * 86_400_000)
    const due = assessmentDue(referred, held)
    expect(due > held).toBe(true)
    expect([referred, held].some((from) => workingDaysBetween(from, due) === 45)).toBe(true)
  })))
  it('a step on the very day is in time, and the day after late', () => {
    const due = conferenceDue(at('2026-11-19T10:30:00Z'))
    expect(due.toISOString()).toBe('2026-12-10T23:59:59.999Z')
    const stands = (metOn: string | null, now: string) => protectionClock({ due, metOn: metOn ? at(metOn) : null, now: at(now) })
    expect(stands('2026-12-10', '2026-12-11T09:00:00Z')).toBe('met')
    expect(stands('2026-12-11', '2026-12-11T09:00:00Z')).toBe('met_late')
    expect([stands(null, '2026-11-20T09:00:00Z'), stands(null, '2026-12-09T09:00:00Z'), stands(null, '2026-12-11T09:00:00Z')]).toEqual(['on_time', 'close', 'late'])
  })
  it('a review that is planned after it is due stands by when it was due', () => {
    expect(meetingDue(at('2026-12-04'), at('2026-12-03'))).toEqual(at('2026-12-03'))
    expect(meetingDue(at('2026-12-02'), at('2026-12-03'))).toEqual(at('2026-12-02'))
    expect(meetingDue(at('2026-12-02'), null)).toEqual(at('2026-12-02'))
  })
})

describe('section 47', () => {
  it('begins where none runs, and goes on only where one has begun', () => {
    expect(whyNotSection47('begins', { begun: false, running: false, adult: false })).toBeNull()
    expect(whyNotSection47('begins', { begun: true, running: true, adult: false })).toContain('begun already')
    expect(whyNotSection47('begins', { begun: true, running: false, adult: false })).toBeNull()
    expect(whyNotSection47('goes_on', { begun: true, running: false, adult: false })).toBeNull()
    expect(whyNotSection47('goes_on', { begun: false, running: false, adult: false })).toContain('No earlier meeting')
    expect(whyNotSection47('not_met', { begun: true, running: true, adult: false })).toBeNull()
  })
  it('section 47 begins for a child alone, and goes on where it began before the birthday', () => {
    expect(whyNotSection47('begins', { begun: false, running: false, adult: true })).toContain('under 18')
    expect(whyNotSection47('not_met', { begun: false, running: false, adult: true })).toBeNull()
    expect(whyNotSection47('goes_on', { begun: true, running: true, adult: true })).toBeNull()
  })
})

it('an agency is given what is its own: those who harm and why are for the police alone', () => fc.assert(fc.property(fc.constantFrom('council', 'health', 'education', 'housing', 'police'), fc.boolean(), (kind, criminal) => {
  const outcome = outcomeFor(kind, { section47: 'begins', criminal, criminalWhy: 'Two men are named', perpetrators: 'A warning notice', nextReviewAt: null })
  expect(outcome).toMatchObject({ section47: 'begins', criminal, nextReviewAt: null })
  expect(JSON.stringify(outcome).includes('warning')).toBe(kind === 'police')
})))
