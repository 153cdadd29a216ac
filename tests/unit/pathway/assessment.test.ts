import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asksSection47, directionOf, suggestLevel, type Answers, type AnswerWord, type Recency } from '../../../lib/pathway/assessment'
import { compareAssessments, disagree } from '../../../lib/pathway/assessment-change'
import { BLOCKS, BUILT_IN, withIds } from '../../../lib/pathway/indicators'
import { compareLevels, LEVELS } from '../../../lib/pathway/levels'

const { indicators } = BUILT_IN
const of = (block: string) => indicators.filter((one) => one.block === block)
const all = (word: AnswerWord): Answers => Object.fromEntries(indicators.map(({ id }) => [id, { answer: word, when: null }]))
const none = all('no')
const saying = (ids: Readonly<Record<string, [AnswerWord, Recency?]>>): Answers => ({
  ...none, ...Object.fromEntries(Object.entries(ids).map(([id, [answer, when]]) => [id, { answer, when: when ?? 'now' }])),
})
const level = (answers: Answers, age: number | null = 15) => suggestLevel(indicators, answers, { age }).level

describe('the built-in set', () => {
  it('has the four blocks of DOMAIN 3, 41 indicators, each id once', () => {
    expect(BLOCKS.map(({ id }) => of(id).length)).toEqual([11, 12, 11, 7])
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(41)
  })

  it('keeps ids that old answers name, in these words', () => {
    expect(indicators.filter(({ id }) => ['missing', 'held', 'trusted_adult', 'others_exploited'].includes(id)).map(({ label }) => label)).toEqual([
      'Sibling, friend or family member exploited', 'Missing, or whereabouts unclear', 'Abducted or held', 'A trusted adult',
    ])
  })

  it('gives a new indicator an id of its own, and keeps that of one that is reworded', () => {
    const rows = [{ id: 'missing', block: 'risk', label: 'Missing from home' }, { id: '', block: 'risk', label: 'Missing' }, { id: '', block: 'risk', label: '…' }] as const
    expect(withIds(rows, indicators).map(({ id }) => id)).toEqual(['missing', 'missing_2', 'indicator'])
  })
})

describe('the suggested level', () => {
  it('shows which answers led to it, in words', () => {
    const suggested = suggestLevel(indicators, saying({ vehicles: ['suspected'], late_home: ['yes'], trusted_adult: ['yes'] }), { age: 15 })
    expect(suggested).toEqual({
      level: 'medium_high',
      working: [
        'Possible current harm, suspected now: in vehicles with unknown adults. This suggests at least Medium-High.',
        'Risk: late home. This suggests at least Low-Medium.',
      ],
      gaps: [], protective: ['A trusted adult'], asksSection47: true,
    })
  })

  it.each([
    [{ held: ['yes'] }, 'high'], [{ held: ['suspected'] }, 'medium_high'], [{ held: ['yes', 'earlier'] }, 'medium_high'], [{ held: ['suspected', 'earlier'] }, 'medium'],
    [{ late_home: ['yes'] }, 'low_medium'], [{ late_home: ['yes'], missing: ['yes'] }, 'medium'], [{}, 'low'],
  ] as const)('%j suggests %s', (said, expected) => {
    expect(level(saying(said as never))).toBe(expected)
  })

  it('is never Low under 13, at an age nobody knows, or while a sign of harm is not known', () => {
    expect([12, 13, null].map((age) => level(none, age))).toEqual(['low_medium', 'low', 'low_medium'])
    expect(suggestLevel(indicators, none, { age: 13, estimatedAge: true }).level).toBe('low_medium')
    expect(level({ ...none, held: { answer: 'not_known', when: null } })).toBe('low_medium')
  })

  it('shows what is not known as a gap, an answer that is missing too', () => {
    const { held: _, ...rest } = none
    expect(suggestLevel(indicators, rest, { age: 15 }).gaps).toEqual(['Abducted or held'])
    expect(suggestLevel(indicators, {}, { age: 15 }).gaps).toHaveLength(41)
  })

  it('calls nothing safe', () => {
    expect(suggestLevel(indicators, none, { age: 15 }).working).toEqual(['No answer calls for more than Low. Low does not mean that the young person is safe.'])
  })
})

const word = fc.constantFrom<AnswerWord>('yes', 'suspected', 'no', 'not_known')
const when = fc.constantFrom<Recency | null>('now', 'earlier', null)
const answers = fc.record(Object.fromEntries(indicators.map(({ id }) => [id, fc.record({ answer: word, when })]))) as fc.Arbitrary<Answers>
const ages = fc.option(fc.integer({ min: 0, max: 25 }))
const STRENGTH: AnswerWord[] = ['no', 'not_known', 'suspected', 'yes']

describe('whatever is answered', () => {
  it('adding a concern, or making one stronger or more recent, never lowers the level', () => {
    const concern = fc.constantFrom(...indicators.filter(({ block }) => block !== 'protective'))
    fc.assert(fc.property(answers, ages, concern, word, when, (given, age, { id }, stronger, recent) => {
      const before = given[id] ?? { answer: 'not_known', when: null }
      fc.pre(STRENGTH.indexOf(stronger) >= STRENGTH.indexOf(before.answer))
      fc.pre(!(recent === 'earlier' && before.when !== 'earlier'))
      const after = { ...given, [id]: { answer: stronger, when: recent } }
      expect(compareLevels(level(after, age), level(given, age))).toBeGreaterThanOrEqual(0)
    }))
  })

  it('any yes or suspected of harm asks about section 47 and suggests Medium or more', () => {
    fc.assert(fc.property(answers, ages, fc.constantFrom(...of('harm')), fc.constantFrom<AnswerWord>('yes', 'suspected'), when, (given, age, { id }, answer, at) => {
      const told = { ...given, [id]: { answer, when: at } }
      const suggested = suggestLevel(indicators, told, { age })
      expect(suggested.asksSection47).toBe(true)
      expect(compareLevels(suggested.level, 'medium')).toBeGreaterThanOrEqual(0)
    }))
    fc.assert(fc.property(answers, (given) => {
      expect(asksSection47(indicators, { ...given, ...Object.fromEntries(of('harm').map(({ id }) => [id, { answer: 'not_known', when: null }])) })).toBe(false)
    }))
  })

  it('protective factors change neither the level nor what is asked', () => {
    fc.assert(fc.property(answers, ages, word, (given, age, protective) => {
      const other = suggestLevel(indicators, { ...given, ...Object.fromEntries(of('protective').map(({ id }) => [id, { answer: protective, when: null }])) }, { age })
      expect(other).toMatchObject({ level: level(given, age), asksSection47: asksSection47(indicators, given) })
    }))
  })

  it('under 13 is never Low, the working is never empty, and no word of it is "safe" but to say that Low is not', () => {
    fc.assert(fc.property(answers, fc.integer({ min: 0, max: 17 }), (given, age) => {
      const suggested = suggestLevel(indicators, given, { age })
      if (age < 13) expect(suggested.level).not.toBe('low')
      expect(suggested.working.length).toBeGreaterThan(0)
      for (const line of suggested.working) expect(line.replace(/Low does not mean that the young person is safe/, '')).not.toMatch(/\bsafe\b/)
    }))
  })
})

describe('an override', () => {
  it('has a direction', () => {
    expect(directionOf('medium', 'medium')).toBe('as_suggested')
    expect(directionOf('medium', 'high')).toBe('higher')
    expect(directionOf('medium', 'low')).toBe('lower')
    fc.assert(fc.property(fc.constantFrom(...LEVELS), fc.constantFrom(...LEVELS), (a, b) => {
      const back = { higher: 'lower', lower: 'higher', as_suggested: 'as_suggested' }[directionOf(a, b)]
      expect(directionOf(b, a)).toBe(back)
    }))
  })

  it('and agencies that say different levels disagree, while one that says none does not', () => {
    expect(disagree(['high', null, 'high'])).toBe(false)
    expect(disagree(['high', null, 'low'])).toBe(true)
  })
})

describe('compared with the last', () => {
  const [a, b] = [{ id: 'a', block: 'risk', label: 'A' }, { id: 'b', block: 'harm', label: 'B' }] as const
  const side = (some: readonly { id: string; block: 'risk' | 'harm'; label: string }[], said: Record<string, AnswerWord>) => ({ indicators: some, answers: Object.fromEntries(Object.entries(said).map(([id, answer]) => [id, { answer, when: null }])) })
  const changes = (before: AnswerWord, now: AnswerWord) => compareAssessments(side([a], { a: before }), side([a], { a: now }))[0]?.change

  it('tells more from less, and knowing from not knowing', () => {
    expect([changes('no', 'suspected'), changes('yes', 'suspected'), changes('not_known', 'no'), changes('yes', 'not_known'), changes('yes', 'yes')]).toEqual([
      'more', 'less', 'now_known', 'no_longer_known', 'same',
    ])
  })

  it('reads each with its own set, and takes the newer words', () => {
    const rows = compareAssessments(side([a], { a: 'yes' }), side([{ ...a, label: 'A, in new words' }, b], { a: 'yes', b: 'no' }))
    expect(rows).toEqual([
      { id: 'a', label: 'A, in new words', block: 'risk', before: 'yes', now: 'yes', change: 'same' },
      { id: 'b', label: 'B', block: 'harm', before: null, now: 'no', change: 'new_question' },
    ])
    expect(compareAssessments(side([b], { b: 'yes' }), side([a], {})).map(({ change }) => change)).toEqual(['new_question', 'no_longer_asked'])
  })
})
