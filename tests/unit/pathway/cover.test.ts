import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONTINUITY, continuityEmpty, continuityMissing, coverDaysProblem, coverMove, coverState, MOST_COVER_DAYS, type Continuity } from '../../../lib/pathway/cover'
import { addDaysTo } from '../../../lib/pathway/london'

const day = fc.integer({ min: -200, max: 200 }).map((days) => addDaysTo('2026-11-19', days))

describe('the days of a cover', () => {
  it('begin today or later, end no earlier, and are eight weeks at most', () => {
    fc.assert(fc.property(day, day, day, (startsOn, untilOn, today) => {
      const fine = startsOn >= today && untilOn >= startsOn && untilOn < addDaysTo(startsOn, MOST_COVER_DAYS)
      expect(coverDaysProblem({ startsOn, untilOn }, today) === null).toBe(fine)
    }))
  })

  it('move it on once: it begins within its days alone, ends after them, and then no more', () => {
    fc.assert(fc.property(day, fc.nat(MOST_COVER_DAYS), day, fc.boolean(), fc.boolean(), (startsOn, days, today, begun, ended) => {
      const untilOn = addDaysTo(startsOn, days)
      const at = new Date('2026-11-19')
      const one = { startsOn, untilOn, begunAt: begun ? at : null, endedAt: ended ? at : null }
      const move = coverMove(one, today)
      if (ended) expect(move).toBe(null)
      else if (today > untilOn) expect(move).toBe('end')
      else expect(move).toBe(!begun && today >= startsOn ? 'begin' : null)
      expect(coverState(one)).toBe(ended ? 'ended' : begun ? 'standing' : 'to_come')
    }))
  })
})

describe('the young person’s continuity', () => {
  it('is asked for by each part that is missing, and blank is missing', () => {
    fc.assert(fc.property(fc.subarray(CONTINUITY.map(({ id }) => id)), (said) => {
      const given = Object.fromEntries(CONTINUITY.map(({ id }) => [id, said.includes(id) ? 'Said' : ' '])) as Continuity
      expect(continuityMissing(given).map(({ id }) => id)).toEqual(CONTINUITY.map(({ id }) => id).filter((id) => !said.includes(id)))
      expect(continuityEmpty(given)).toBe(said.length === 0)
    }))
  })
})
