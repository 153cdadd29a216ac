import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GLASS_OUTCOMES, glassEnds, glassIsOpen, glassMinutes, glassOutcomeLabel, minutesText, saysWhy } from '../../../lib/pathway/break-glass'

const at = (clock: string) => new Date(`2026-11-19T${clock}Z`)
const opening = (endedAt: Date | null = null) => ({ openedAt: at('10:00:00'), endsAt: glassEnds(at('10:00:00'), 120), endedAt })

describe('an opening', () => {
  it('ends after the minutes of the area, to the second', () => {
    expect(opening().endsAt).toEqual(at('12:00:00'))
    expect([at('10:00:00'), at('11:59:59'), at('12:00:00')].map((now) => glassIsOpen(opening(), now))).toEqual([true, true, false])
    expect(glassIsOpen(opening(at('10:05:00')), at('10:05:00'))).toBe(false)
  })

  it('counts begun minutes, until its end or until now', () => {
    expect(glassMinutes(opening(), at('10:00:00'))).toBe(0)
    expect(glassMinutes(opening(), at('10:14:01'))).toBe(15)
    expect(glassMinutes(opening(), at('18:00:00'))).toBe(120)
    expect(glassMinutes(opening(at('10:05:00')), at('18:00:00'))).toBe(5)
  })

  it('once over is never open again, and never longer than it was given', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 720 }), fc.nat(2_000), fc.nat(2_000), fc.option(fc.nat(719)), (minutes, first, more, ended) => {
      const openedAt = at('00:00:00')
      const later = (by: number) => new Date(openedAt.getTime() + by * 60_000)
      const one = { openedAt, endsAt: glassEnds(openedAt, minutes), endedAt: ended !== null && ended < minutes ? later(ended) : null }
      if (!glassIsOpen(one, later(first))) expect(glassIsOpen(one, later(first + more)) && one.endedAt === null).toBe(false)
      expect(glassMinutes(one, later(first))).toBeLessThanOrEqual(Math.min(minutes, first))
    }))
  })
})

describe('a reason', () => {
  it.each(['', 'urgent', 'because', 'I need to see', 'a b c d e f', '. . . . . . . . . . . .', '1234 5678 9012 3456 7890'])('is not “%s”', (words) => expect(saysWhy(words)).toBe(false))
  it.each(['She is missing and Maya is ill', 'Поліція зателефонувала: вона зникла'])('is “%s”', (words) => expect(saysWhy(words)).toBe(true))
})

it('says minutes and outcomes in words', () => {
  expect([1, 10, 60, 90, 120].map(minutesText)).toEqual(['1 minute', '10 minutes', '1 hour', '90 minutes', '2 hours'])
  expect([...GLASS_OUTCOMES.map(({ id }) => glassOutcomeLabel(id)), glassOutcomeLabel(null)]).toEqual(['Needed and proportionate', 'Needed, and wider than was necessary', 'Not needed', null])
})
