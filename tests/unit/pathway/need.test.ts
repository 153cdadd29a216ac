import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONCERN_TYPES, concernsOf } from '../../../lib/pathway/concerns'
import {
  LEVELS_OF_NEED, LEVEL_OF_NEED_LABELS, type NeedFacts, compareNeed, levelOfNeed, notifiesSafeguardingLead,
} from '../../../lib/pathway/need'
import { EXPLOITATION_FLAGS } from '../../../lib/pathway/words'

const ids = CONCERN_TYPES.map((concern) => concern.id)
const facts: fc.Arbitrary<NeedFacts> = fc.record({
  concerns: fc.subarray<string>(ids),
  exploitation: fc.constantFrom(...EXPLOITATION_FLAGS),
  immediateDanger: fc.boolean(),
})
const none: NeedFacts = { concerns: [], exploitation: 'no', immediateDanger: false }

describe('levelOfNeed', () => {
  it('is universal, without a reason, when nothing is selected', () => {
    expect(levelOfNeed(none)).toEqual({ level: 'universal', reasons: [] })
  })

  it.each([
    [{ concerns: ['housing'] }, 'early_help'],
    [{ concerns: ['neglect'] }, 'complex'],
    [{ concerns: ['disclosure_of_exploitation'] }, 'acute'],
    [{ concerns: ['advice_sought'] }, 'universal'],
    [{ exploitation: 'suspected' as const }, 'complex'],
    [{ exploitation: 'yes' as const }, 'acute'],
    [{ immediateDanger: true }, 'acute'],
    [{ concerns: ['online_contact', 'secretive_phone'] }, 'complex'],
    [{ concerns: ['housing', 'bullying'] }, 'early_help'],
    [{ concerns: ['housing', 'bullying', 'behaviour'] }, 'complex'],
    [{ concerns: ['housing', 'bullying', 'advice_sought'] }, 'early_help'],
    [{ concerns: ['housing', 'housing', 'housing'] }, 'early_help'],
    [{ concerns: ['an_older_id'] }, 'universal'],
  ])('%j: %s', (part, level) => expect(levelOfNeed({ ...none, ...part }).level).toBe(level))

  it('treats these alone as acute, and only advice as universal', () => {
    const suggesting = (level: string) =>
      ids.filter((id) => levelOfNeed({ ...none, concerns: [id] }).level === level).sort()
    expect(suggesting('universal')).toEqual(['advice_sought'])
    expect(suggesting('acute')).toEqual([
      'coercion_or_debt', 'disclosure_of_exploitation', 'made_to_bring_others', 'physical_abuse', 'sexual_abuse',
      'trafficked_or_moved',
    ])
  })

  it('shows its working, highest first', () => {
    const { reasons } = levelOfNeed({ concerns: ['housing', 'neglect'], exploitation: 'no', immediateDanger: true })
    expect(reasons).toEqual([
      'The child may be in immediate danger',
      'Neglect: suggests complex need',
      'Unsuitable or insecure housing: suggests early help need',
    ])
  })

  it('never falls, and never loses a reason, when a concern is added', () => {
    fc.assert(fc.property(facts, fc.constantFrom(...ids), (before, added) => {
      const [a, b] = [levelOfNeed(before), levelOfNeed({ ...before, concerns: [...before.concerns, added] })]
      expect(compareNeed(b.level, a.level)).toBeGreaterThanOrEqual(0)
      expect(b.reasons).toEqual(expect.arrayContaining(a.reasons))
    }))
  })

  it('never falls when the exploitation flag or the danger rises', () => {
    fc.assert(fc.property(facts, (before) => {
      const levels = (['no', 'suspected', 'yes'] as const).map((exploitation) =>
        LEVELS_OF_NEED.indexOf(levelOfNeed({ ...before, exploitation }).level))
      expect(levels).toEqual([...levels].sort())
      expect(levelOfNeed({ ...before, immediateDanger: true }).level).toBe('acute')
    }))
  })

  it('does not depend on the order or the number of times a concern is named', () => {
    fc.assert(fc.property(facts, (one) => {
      const again = [...one.concerns, ...one.concerns].reverse()
      expect(levelOfNeed({ ...one, concerns: again })).toEqual(levelOfNeed(one))
    }))
  })

  it('is at least as high as each concern on its own, and above universal always says why', () => {
    fc.assert(fc.property(facts, (one) => {
      const { level, reasons } = levelOfNeed(one)
      for (const concern of concernsOf(one.concerns)) {
        expect(compareNeed(level, concern.need)).toBeGreaterThanOrEqual(0)
      }
      expect(level === 'universal' || reasons.length > 0).toBe(true)
      expect(new Set(reasons).size).toBe(reasons.length)
    }))
  })
})

it('notifies the safeguarding lead at complex and acute alone', () => {
  expect(LEVELS_OF_NEED.filter(notifiesSafeguardingLead)).toEqual(['complex', 'acute'])
  expect(LEVELS_OF_NEED.map((level) => LEVEL_OF_NEED_LABELS[level])).not.toContain(undefined)
})
