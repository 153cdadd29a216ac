import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONCERN_TYPES } from '../../../lib/pathway/concerns'
import {
  type ContactFacts, type KnownFacts, OUTCOMES, type Outcome, reportedOutcome, suggestRoutes,
} from '../../../lib/pathway/routing'
import { EXPLOITATION_FLAGS } from '../../../lib/pathway/words'

const ids = CONCERN_TYPES.map((concern) => concern.id)
const contacts: fc.Arbitrary<ContactFacts> = fc.record({
  concerns: fc.subarray<string>(ids),
  exploitation: fc.constantFrom(...EXPLOITATION_FLAGS),
  immediateDanger: fc.boolean(),
  ageYears: fc.option(fc.integer({ min: 0, max: 25 })),
  childIdentified: fc.boolean(),
})
const knowns: fc.Arbitrary<KnownFacts> = fc.record({
  earlierContacts: fc.nat(6),
  earlierExploitationContacts: fc.nat(3),
  openCase: fc.option(fc.constantFrom({}, { allocatedTo: 'Sam Reed' })),
  missingEpisodes: fc.nat(3),
  siblingsWithConcern: fc.boolean(),
})

const contact: ContactFacts = {
  concerns: [], exploitation: 'no', immediateDanger: false, ageYears: 14, childIdentified: true,
}
const known: KnownFacts = { earlierContacts: 0, earlierExploitationContacts: 0, openCase: null }
const suggest = (part: Partial<ContactFacts> = {}, before: Partial<KnownFacts> = {}) =>
  suggestRoutes({ ...contact, ...part }, { ...known, ...before })
const route = (suggestions: ReturnType<typeof suggestRoutes>, outcome: Outcome) =>
  suggestions.find((suggestion) => suggestion.outcome === outcome)

describe('suggestRoutes', () => {
  it('falls back on advice alone', () => {
    expect(suggest()).toEqual([{ outcome: 'advice', strength: 'consider', reasons: [expect.any(String)] }])
    expect(suggest({ childIdentified: false })[0]?.reasons[0]).toContain('No child is named yet')
  })

  it.each(['yes', 'suspected'] as const)('sends exploitation "%s" to CATE strongly', (exploitation) => {
    expect(route(suggest({ exploitation }), 'cate')?.strength).toBe('strong')
  })

  it('asks the question, and no more, when a sign is selected without the flag', () => {
    const cate = route(suggest({ concerns: ['unexplained_gifts'] }), 'cate')
    expect(cate?.strength).toBe('consider')
    expect(cate?.reasons.join()).toContain('ask whether exploitation plays a part')
    expect(route(suggest({ concerns: ['housing'] }), 'cate')).toBeUndefined()
  })

  it('sends under 13 with exploitation to safeguarding strongly, from 13 to consider', () => {
    expect(route(suggest({ exploitation: 'suspected', ageYears: 12 }), 'safeguarding')?.strength).toBe('strong')
    expect(route(suggest({ exploitation: 'suspected', ageYears: 13 }), 'safeguarding')?.strength).toBe('consider')
    expect(route(suggest({ ageYears: 12 }), 'safeguarding')).toBeUndefined()
    const unknown = route(suggest({ exploitation: 'suspected', ageYears: null }), 'safeguarding')
    expect(unknown?.reasons.join()).toContain('Age not known')
  })

  it('puts immediate danger first and strong', () => {
    expect(suggest({ immediateDanger: true })[0]).toMatchObject({ outcome: 'safeguarding', strength: 'strong' })
  })

  it('says that an open case is where to record it, and whose it is', () => {
    const cate = route(suggest({}, { openCase: { allocatedTo: 'Sam Reed' } }), 'cate')
    expect(cate?.strength).toBe('strong')
    expect(cate?.reasons[0]).toBe(
      'Open case, with Sam Reed: record this on the case; it does not count as a new contact or referral')
    expect(route(suggest({}, { openCase: {} }), 'cate')?.reasons[0]).toMatch(/^Open case: record/)
  })

  it('speaks up at the third contact, this one counted', () => {
    expect(route(suggest({}, { earlierContacts: 1 }), 'safeguarding')).toBeUndefined()
    expect(route(suggest({}, { earlierContacts: 2 }), 'safeguarding')?.reasons[0]).toContain('Contact 3')
  })

  it('names what is known already', () => {
    expect(route(suggest({}, { missingEpisodes: 1 }), 'cate')?.strength).toBe('consider')
    expect(route(suggest({}, { earlierExploitationContacts: 1 }), 'cate')?.strength).toBe('consider')
    expect(route(suggest({}, { siblingsWithConcern: true }), 'safeguarding')?.strength).toBe('consider')
    expect(suggest({}, { missingEpisodes: 0, siblingsWithConcern: 0 })[0]?.outcome).toBe('advice')
    const adult = route(suggest({ exploitation: 'suspected', ageYears: 18 }), 'safeguarding')
    expect(adult?.reasons.join()).toContain('does not stop at 18')
  })

  it('offers a service where one may help', () => {
    expect(suggest({ concerns: ['housing'] })).toEqual([
      { outcome: 'other_service', strength: 'consider', reasons: [expect.stringContaining('housing may help')] },
    ])
  })

  it('always suggests something, each outcome once with a reason, the strong before the others', () => {
    fc.assert(fc.property(contacts, knowns, (one, before) => {
      const found = suggestRoutes(one, before)
      expect(found.length).toBeGreaterThan(0)
      expect(new Set(found.map((suggestion) => suggestion.outcome)).size).toBe(found.length)
      expect(found.every((suggestion) => suggestion.reasons.length > 0)).toBe(true)
      const strengths = found.map((suggestion) => suggestion.strength)
      expect(strengths).toEqual([...strengths].sort().reverse())
    }))
  })

  it('never weakens or takes away a route or a reason when a concern is added; only fallback advice yields', () => {
    fc.assert(fc.property(contacts, knowns, fc.constantFrom(...ids), (one, before, added) => {
      const a = suggestRoutes(one, before)
      const b = suggestRoutes({ ...one, concerns: [...one.concerns, added] }, before)
      for (const suggestion of a) {
        if (suggestion.outcome === 'advice' && !one.concerns.includes('advice_sought')) continue
        const after = route(b, suggestion.outcome)
        expect(after?.reasons).toEqual(expect.arrayContaining(suggestion.reasons))
        if (suggestion.strength === 'strong') expect(after?.strength).toBe('strong')
      }
    }))
  })

  it('keeps a strong route strong when the exploitation flag or the danger rises', () => {
    fc.assert(fc.property(contacts, knowns, (one, before) => {
      const raised = one.exploitation === 'no' ? 'suspected' : 'yes'
      const after = [
        suggestRoutes({ ...one, exploitation: raised }, before),
        suggestRoutes({ ...one, immediateDanger: true }, before),
      ]
      for (const { outcome, strength } of suggestRoutes(one, before)) {
        if (strength === 'strong') for (const list of after) expect(route(list, outcome)?.strength).toBe('strong')
      }
    }))
  })
})

describe('reportedOutcome', () => {
  it.each<[Outcome[], string]>([
    [['cate'], 'progressed'], [['safeguarding'], 'progressed'], [['other_service'], 'other_agency'],
    [['advice'], 'advice'], [['advice', 'other_service'], 'other_agency'], [['advice', 'cate'], 'progressed'],
  ])('%j: %s', (outcomes, reported) => expect(reportedOutcome(outcomes)).toBe(reported))

  it('counts the highest, whatever the order, and does not report an undecided contact', () => {
    const rank = { advice: 0, other_agency: 1, progressed: 2 }
    fc.assert(fc.property(fc.subarray([...OUTCOMES], { minLength: 1 }), fc.constantFrom(...OUTCOMES), (some, more) => {
      expect(reportedOutcome([...some].reverse())).toBe(reportedOutcome(some))
      expect(rank[reportedOutcome([...some, more])]).toBe(
        Math.max(rank[reportedOutcome(some)], rank[reportedOutcome([more])]))
    }))
    expect(() => reportedOutcome([])).toThrow(RangeError)
  })
})
