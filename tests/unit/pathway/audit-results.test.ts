import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AUDIT_KINDS, builtInQuestions, type Judgement } from '../../../lib/pathway/audit-questions'
import { differences, resultsOf, shareText } from '../../../lib/pathway/audit-results'
import { against, chanceText, poissonAtMost, rateOf, worthAsking } from '../../../lib/pathway/low-referrers'

const { questions } = builtInQuestions('contacts')
const said = (follow: Judgement, heard: Judgement = 'yes') => ({ follow_up: { judgement: follow, words: 'Seen' }, child_heard: { judgement: heard, words: 'Seen' } })

describe('results', () => {
  const given = [
    { itemId: 'a', opinion: 1, answers: said('yes') }, { itemId: 'b', opinion: 1, answers: said('no') }, { itemId: 'c', opinion: 1, answers: said('cannot_tell') },
    { itemId: 'a', opinion: 2, answers: said('yes', 'no') }, { itemId: 'b', opinion: 2, answers: said('partly') },
  ]
  const of = (id: string) => resultsOf(questions, given).find(({ question }) => question.id === id)

  it('counts first opinions alone, and shares of those where the record could tell', () => {
    expect(of('follow_up')).toMatchObject({ counts: { yes: 1, partly: 0, no: 1, cannot_tell: 1 }, answered: 3, yesOf: { yes: 1, of: 2, share: 0.5 }, both: 2, agreed: 1 })
    expect(of('child_heard')).toMatchObject({ counts: { yes: 3 }, both: 2, agreed: 1 })
    expect(of('level_right')).toMatchObject({ answered: 0, yesOf: null, both: 0 })
    expect(of('notes')).toBeUndefined()
    expect(shareText(7, 9)).toBe('7 of 9 (78 %)')
    expect(shareText(0, 0)).toBe('None')
  })

  it('names the questions on which two judged otherwise', () => {
    expect(differences(questions, said('yes'), said('yes', 'no')).map(({ id }) => id)).toEqual(['child_heard'])
    expect(differences(questions, said('yes'), said('yes'))).toEqual([])
  })

  it('has questions of every kind, each id once and one to judge at least', () => {
    for (const { id } of AUDIT_KINDS) {
      const ids = builtInQuestions(id).questions.map((one) => one.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(builtInQuestions(id).questions.some(({ answer }) => answer === 'judge')).toBe(true)
    }
  })
})

describe('providers', () => {
  const schools = [{ id: '1', name: 'Big', size: 1_200, seen: 24 }, { id: '2', name: 'Quiet', size: 600, seen: 1 }, { id: '3', name: 'Small', size: 200, seen: 5 }, { id: '4', name: 'Unknown', size: null, seen: 9 }]

  it('expects of each the rate of them all times its size, and leaves out whose size nobody said', () => {
    expect(rateOf(schools)).toEqual({ seen: 30, size: 2_000 })
    expect(against(schools).map(({ name, expected }) => [name, expected])).toEqual([['Quiet', 9], ['Small', 3], ['Big', 18], ['Unknown', null]].sort((a, b) => orderOf(a[0]) - orderOf(b[0])))
    expect(against(schools).filter(worthAsking).map(({ name }) => name)).toEqual(['Quiet'])
  })
  const orderOf = (name: unknown) => against(schools).findIndex((one) => one.name === name)

  it('reckons the chance of as few or fewer', () => {
    expect(poissonAtMost(0, 3)).toBeCloseTo(Math.exp(-3), 12)
    expect(poissonAtMost(1, 9)).toBeCloseTo(10 * Math.exp(-9), 12)
    expect(poissonAtMost(2_000, 2_000)).toBeGreaterThan(0.49)
    expect(poissonAtMost(0, 0)).toBe(1)
    expect(() => poissonAtMost(-1, 3)).toThrow(RangeError)
    expect([0.001, 0.04, 0.1, 0.6].map(chanceText)).toEqual(['Hardly by chance: fewer than 1 time in 100', 'Seldom by chance: about 1 time in 25', 'May be chance: about 1 time in 10', 'As few as this is common by chance'])
  })

  it('grows with what is seen and falls with what is expected, between 0 and 1', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 300 }), fc.double({ min: 0.01, max: 300, noNaN: true }), (seen, expected) => {
      const chance = poissonAtMost(seen, expected)
      expect(chance).toBeGreaterThanOrEqual(0)
      expect(chance).toBeLessThanOrEqual(1)
      expect(poissonAtMost(seen + 1, expected)).toBeGreaterThanOrEqual(chance)
      expect(poissonAtMost(seen, expected + 1)).toBeLessThanOrEqual(chance + 1e-12)
    }))
  })
})
