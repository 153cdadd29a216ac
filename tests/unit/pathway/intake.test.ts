import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_TEMPLATES, builtInTemplate, currentTemplates, isOnTheLists, partsOf, preselected, refOf, versionInWords, type CallTemplate } from '../../../lib/pathway/call-templates'
import { basisInWords, basisNeedsReason, SHARING_BASES, USUAL_SHARING_BASIS } from '../../../lib/pathway/sharing'
import { normaliseSubject, SUBJECT_KINDS } from '../../../lib/pathway/subjects'
import { toldBy, toldByOnPaper, type Referrer } from '../../../lib/pathway/told-by'

describe('the basis for sharing', () => {
  it('is the public task unless somebody says otherwise, and consent is none', () => {
    expect(basisInWords(USUAL_SHARING_BASIS)).toContain('Art 6(1)(e) and 9(2)(g); DPA 2018 Sch 1 para 18')
    expect(basisNeedsReason(USUAL_SHARING_BASIS)).toBe(false)
    expect(SHARING_BASES.some(({ id, label }) => `${id} ${label}`.toLowerCase().includes('consent'))).toBe(false)
  })

  it('other than the usual asks for a reason, and an unknown one opens', () => {
    expect(SHARING_BASES.filter(({ needsReason }) => needsReason).map(({ id }) => id)).toEqual(['legal_obligation', 'not_to_share'])
    expect([basisInWords(null), basisInWords('x'), basisNeedsReason('x')]).toEqual([null, null, false])
  })
})

describe('what can be compared of a subject', () => {
  it.each([
    ['vehicle', 'ab12 cde', 'AB12CDE'], ['vehicle', 'Black Audi, reg AB12CDE, one light out', 'AB12CDE'], ['vehicle', 'a123 bcd', 'A123BCD'],
    ['vehicle', 'ABC 123A', 'ABC123A'], ['vehicle', 'YK19', 'YK19'], ['vehicle', 'taxi 214', 'TAXI214'], ['vehicle', 'a black Audi', ''], ['vehicle', '', ''],
    ['person', ' “Daz”  O’Neill-Müller ', 'DAZ ONEILL MULLER'], ['place', 'Flat 2, 12 Tannery Lane, wm4 2pd', 'FLAT 2 12 TANNERY LANE WM42PD'],
    ['place', 'The Crown (hotel)', 'THE CROWN HOTEL'],
  ] as const)('%s: %j is %j', (kind, label, normalised) => expect(normaliseSubject(kind, label)).toBe(normalised))

  it('is the same for what was made of it, and for other spaces and case', () => {
    fc.assert(fc.property(fc.constantFrom(...SUBJECT_KINDS.map(({ id }) => id)), fc.string({ unit: 'grapheme', maxLength: 40 }), (kind, label) => {
      const once = normaliseSubject(kind, label)
      expect(normaliseSubject(kind, once)).toBe(once)
      expect(normaliseSubject(kind, `  ${label} `)).toBe(once)
    }))
  })
})

const referrer = (over: Partial<Referrer> = {}): Referrer => ({
  anonymous: false, identityWithheld: false, name: 'Gwen Hart', role: 'Aunt', organisation: null, phone: '07700900123', email: null, source: 'Family member or carer', ...over,
})
const referrers = fc.record({
  anonymous: fc.boolean(), identityWithheld: fc.boolean(), name: fc.option(fc.constant('Kestrel')), role: fc.option(fc.constant('Osprey')),
  organisation: fc.option(fc.constant('Merlin')), phone: fc.option(fc.constant('Harrier')), email: fc.option(fc.constant('Goshawk')), source: fc.constant('Buzzard'),
})
const TELLING = /Kestrel|Osprey|Merlin|Harrier|Goshawk|Buzzard/

describe('who told us', () => {
  it('is named, anonymous, or withheld', () => {
    expect(toldBy(referrer(), true)).toEqual({ who: 'Gwen Hart, Aunt', source: 'Family member or carer', reach: ['07700900123'], anonymous: false, withheld: false })
    expect(toldBy(referrer({ anonymous: true }), true)).toMatchObject({ who: 'Anonymous', reach: [] })
    expect(toldBy(referrer({ identityWithheld: true }), true)).toMatchObject({ who: 'Gwen Hart, Aunt', withheld: true })
    expect(toldBy(referrer({ identityWithheld: true }), false)).toMatchObject({ who: 'Withheld', source: 'Withheld', reach: [], withheld: true })
  })

  it('leaves nothing that would give a withheld identity away, to those who may not know and on paper', () => {
    fc.assert(fc.property(referrers, fc.boolean(), (facts, mayKnow) => {
      const shown = toldBy(facts, mayKnow)
      expect(shown.withheld).toBe(facts.identityWithheld)
      if (!facts.identityWithheld) expect(toldByOnPaper(shown)).toEqual(shown)
      else expect(JSON.stringify(toldByOnPaper(shown))).not.toMatch(TELLING)
      if (facts.identityWithheld && !mayKnow) expect(JSON.stringify(shown)).not.toMatch(TELLING)
      if (facts.anonymous) expect(JSON.stringify([shown.who, shown.reach])).not.toMatch(TELLING)
    }))
  })
})

describe('templates for calls', () => {
  it('cover the calls that recur, suggest only what the form has, and are named once each', () => {
    expect(BUILT_IN_TEMPLATES.map(({ key }) => key)).toEqual(['school', 'police', 'parent', 'young_person', 'hotel_taxi'])
    expect(BUILT_IN_TEMPLATES.filter((template) => !isOnTheLists(template))).toEqual([])
    expect(new Set(BUILT_IN_TEMPLATES.map(({ ref }) => ref)).size).toBe(BUILT_IN_TEMPLATES.length)
    for (const { ref, key, version, prompts } of BUILT_IN_TEMPLATES) {
      expect(partsOf(ref)).toEqual({ key, by: 'waymark', version })
      expect(builtInTemplate(ref)?.prompts).toBe(prompts)
    }
  })

  const own = (key: string, version: number): CallTemplate => ({ ref: refOf(key, 'area', version), key, version, name: `Own ${key}`, channel: null, sourceCode: null, prompts: ['Ask'] })

  it('are an area’s newest where it has its own, with its own kinds last', () => {
    const current = currentTemplates([own('school', 1), own('school', 3), own('school', 2), own('cinema', 1)])
    expect(current.map(({ ref }) => ref)).toEqual(['school/area-3', 'police/waymark-1', 'parent/waymark-1', 'young_person/waymark-1', 'hotel_taxi/waymark-1', 'cinema/area-1'])
    expect(versionInWords(own('school', 3))).toBe('Own school, version 3 of this area')
    expect(versionInWords(BUILT_IN_TEMPLATES[0] as CallTemplate)).toBe('School, Waymark’s version 1')
  })

  it.each(['', 'school', 'school/area-0', 'School/area-1', 'school/other-1', 'school/area-1x', '../x/area-1'])('no version is called %j', (ref) => expect(partsOf(ref)).toBeNull())

  it('suggest a channel and a source, and never over what a person chose', () => {
    const usual = { channel: 'phone', sourceCode: '' }
    const suggestions = fc.option(fc.record({ channel: fc.constantFrom('email', 'in_person', null), sourceCode: fc.constantFrom('2A', '6', null) }), { nil: undefined })
    expect(preselected(usual, undefined, { channel: null, sourceCode: '2A' }, usual)).toEqual({ channel: 'phone', sourceCode: '2A' })
    fc.assert(fc.property(suggestions, suggestions, (before, after) => {
      const own = { channel: 'form', sourceCode: '3A' }
      expect(preselected(own, before as never, after as never, usual)).toEqual(own)
      const first = preselected(usual, undefined, before as never, usual)
      // choosing one and then another is as if the first had not been chosen
      expect(preselected(first, before as never, after as never, usual)).toEqual(preselected(usual, undefined, after as never, usual))
      expect(preselected(first, before as never, undefined, usual)).toEqual(usual)
    }))
  })
})
