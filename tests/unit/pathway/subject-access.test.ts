import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessClock, accessDue, accessRunsFrom, extendProblem } from '../../../lib/pathway/access-clock'
import { londonDay } from '../../../lib/pathway/london'
import { readingGrade } from '../../../lib/pathway/reading'
import { ACCESS_MOVES, ACCESS_STATES, GROUNDS, groundOf, isOpenAccess, mayMoveAccess } from '../../../lib/pathway/subject-access'
import { isWorkingDay } from '../../../lib/pathway/working-days'
import { coverText } from '../../../lib/subject-access/cover-words'

describe('the month', () => {
  it.each([
    ['2026-11-12', '2026-12-14'], // the 12th is a Saturday
    ['2026-09-03', '2026-10-05'],
    ['2026-01-31', '2026-03-02'], // the last of February, a Saturday
    ['2026-11-25', '2026-12-29'], // Christmas, its weekend and the substitute of Boxing Day
    ['2026-12-15', '2027-01-15'],
  ])('from %s ends on %s', (from, due) => expect(accessDue(from, false)).toBe(due))

  it('is three months where it is extended, and runs from the proof of who asks where that came later', () => {
    expect(accessDue('2026-11-12', true)).toBe('2027-02-12')
    expect(accessDue('2026-11-30', true)).toBe('2027-03-01')
    expect([accessRunsFrom('2026-11-12', '2026-11-20'), accessRunsFrom('2026-11-12', '2026-11-01')]).toEqual(['2026-11-20', '2026-11-12'])
  })

  it('ends on a working day, later the later it began, and later extended', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map(londonDay)
    fc.assert(fc.property(day, day, (one, other) => {
      const [first, last] = [one, other].sort() as [string, string]
      expect(isWorkingDay(accessDue(first, false))).toBe(true)
      expect(accessDue(first, false) <= accessDue(last, false)).toBe(true)
      expect(first < accessDue(first, false) && accessDue(first, false) < accessDue(first, true)).toBe(true)
    }))
  })

  it('is close for its last week and late after its last day, until it ends', () => {
    const at = (now: string, ended: string | null = null) => accessClock('2026-12-14', ended ? new Date(ended) : null, new Date(now))
    expect([at('2026-12-01T09:00:00Z'), at('2026-12-08T09:00:00Z'), at('2026-12-14T23:00:00Z'), at('2026-12-15T00:30:00Z')]).toEqual(['on_time', 'close', 'close', 'late'])
    expect([at('2027-01-01T00:00:00Z', '2026-12-14T20:00:00Z'), at('2027-01-01T00:00:00Z', '2026-12-16T09:00:00Z')]).toEqual(['met', 'met_late'])
  })

  it('is extended once, within the first month, while it is open', () => {
    const when = (over: object, now = '2026-12-14T20:00:00Z') => extendProblem({ state: 'received', extended: false, dueOn: '2026-12-14', ...over }, new Date(now))
    expect(when({})).toBeNull()
    expect(when({}, '2026-12-15T09:00:00Z')).toContain('first month is over')
    expect(when({ extended: true })).toContain('once')
    expect(when({ state: 'withdrawn' })).toContain('ended')
  })
})

describe('a request', () => {
  it('is handed over only from ready, and ready only from a second reading', () => {
    expect(ACCESS_STATES.filter((from) => mayMoveAccess(from, 'handed_over'))).toEqual(['ready'])
    expect(ACCESS_STATES.filter((from) => mayMoveAccess(from, 'ready'))).toEqual(['second_reading'])
    expect(ACCESS_STATES.filter((state) => !isOpenAccess(state))).toEqual(['handed_over', 'refused', 'withdrawn'])
    expect(Object.keys(ACCESS_MOVES)).toEqual([...ACCESS_STATES])
  })

  it('has grounds that are told in words for a young person', () => {
    for (const { told, law } of GROUNDS) {
      expect(readingGrade(told)).toBeLessThan(9)
      expect(law).toContain('DPA 2018')
    }
    expect(readingGrade(coverText())).toBeLessThan(6)
    expect(() => groundOf('embarrassing')).toThrow(RangeError)
  })
})
