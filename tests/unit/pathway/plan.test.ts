import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMarkup, plainWords } from '../../../lib/pathway/markup'
import { addDaysTo } from '../../../lib/pathway/london'
import { familySections, issueProblems, latestReviewOn, partiesOf, planStates, PLAN_SECTIONS, SECTION_IDS, SOME_PARENT, type Involvement, type PlanContent } from '../../../lib/pathway/plan'
import { readingGrade } from '../../../lib/pathway/reading'
import { DEFAULT_SETTINGS } from '../../../lib/pathway/settings'

const TODAY = '2026-11-19'
const BY = { today: TODAY, latestReview: '2026-12-17' }
const PARTIES = partiesOf('Robin', [
  { id: 'm', name: 'Ann', relationship: 'mother', parentalResponsibility: true },
  { id: 'f', name: 'Bo', relationship: 'father', parentalResponsibility: false },
  { id: 's', name: 'Sam', relationship: 'sibling', parentalResponsibility: false },
])
const involved = (party: string, over: Partial<Involvement> = {}): Involvement => ({ party, involved: 'yes', how: 'Together', on: TODAY, words: 'Yes', whyNot: '', willTry: '', ...over })
const notYet = (party: string, over: Partial<Involvement> = {}) => involved(party, { involved: 'no', how: '', on: null, words: '', whyNot: 'At work', willTry: 'A visit', ...over })
const WHOLE: PlanContent = {
  sections: Object.fromEntries(SECTION_IDS.map((id) => [id, 'Something'])),
  involvement: [involved('young'), involved('m'), notYet('f')],
  reviewOn: '2026-12-10',
}
const at = (plan: PlanContent, parties = PARTIES) => issueProblems(plan, parties, BY).map((one) => one.at)

describe('who has to have been part of a plan', () => {
  it('is the young person, each parent and carer and whoever has parental responsibility', () => {
    expect(PARTIES.map(({ key }) => key)).toEqual(['young', 'm', 'f'])
    expect(partiesOf('Robin', [{ id: 'g', name: 'Nan', relationship: 'grandparent', parentalResponsibility: true }]).map(({ key }) => key)).toEqual(['young', 'g'])
    expect(partiesOf('Robin', [])[1]).toBe(SOME_PARENT)
  })
})

describe('a plan may be issued', () => {
  it('when it is whole', () => expect(at(WHOLE)).toEqual([]))

  it('not without anybody’s involvement, and not with a part of it', () => {
    expect(at({ ...WHOLE, involvement: [] })).toEqual(['involvement.young.involved', 'involvement.m.involved', 'involvement.f.involved'])
    expect(at({ ...WHOLE, involvement: [involved('young', { words: ' ', on: null, how: '' }), notYet('m', { whyNot: '' }), notYet('f', { willTry: '' })] })).toEqual([
      'involvement.young.how', 'involvement.young.on', 'involvement.young.words', 'involvement.m.whyNot', 'involvement.f.willTry',
    ])
    expect(at({ ...WHOLE, involvement: [involved('young', { on: '2026-11-20' }), involved('m'), notYet('f')] })).toEqual(['involvement.young.on'])
    expect(issueProblems({ ...WHOLE, involvement: [involved('young')] }, partiesOf('Robin', []), BY)[0]?.message).toBe('Say how a parent or carer was involved, or why not and what will be tried')
  })

  it('not without what a night needs, nor with a review that is past or later than the level allows', () => {
    expect(at({ ...WHOLE, sections: {} })).toEqual(['sections.works_well', 'sections.worries', 'sections.trusted', 'sections.missing', 'sections.contingency', 'sections.night'])
    for (const reviewOn of [null, TODAY, '2026-12-18']) expect(at({ ...WHOLE, reviewOn })).toEqual(['reviewOn'])
  })

  it('whatever else stands in it, only with everybody heard or a reason and what will be tried', () => {
    const said = fc.record({ party: fc.constantFrom('young', 'm', 'f'), involved: fc.constantFrom('yes', 'no', ''), how: fc.constantFrom('', 'x'), on: fc.constantFrom(null, TODAY), words: fc.constantFrom('', 'x'), whyNot: fc.constantFrom('', 'x'), willTry: fc.constantFrom('', 'x') }) as fc.Arbitrary<Involvement>
    fc.assert(fc.property(fc.uniqueArray(said, { selector: ({ party }) => party }), (involvement) => {
      const evidenced = PARTIES.every(({ key }) => involvement.some((one) => one.party === key && ((one.involved === 'yes' && one.how && one.on && one.words) || (one.involved === 'no' && one.whyNot && one.willTry))))
      expect(at({ ...WHOLE, involvement }).length === 0).toBe(evidenced)
    }))
  })
})

it('the review is by the level, and by the longest interval where none is agreed', () => {
  const from = new Date('2026-11-19T10:00:00Z')
  expect(latestReviewOn('high', from, DEFAULT_SETTINGS)).toBe('2026-12-17')
  expect(latestReviewOn('medium', from, DEFAULT_SETTINGS)).toBe('2027-01-14')
  expect(latestReviewOn(null, from, DEFAULT_SETTINGS)).toBe(addDaysTo('2026-11-19', 84))
})

it('of the issued versions the last stands, those before it are superseded, and the rest are drafts', () => {
  expect(planStates([false, true, false, true].map((issued) => ({ issued })))).toEqual(['draft', 'issued', 'draft', 'superseded'])
  fc.assert(fc.property(fc.array(fc.record({ issued: fc.boolean() })), (versions) => {
    const states = planStates(versions)
    expect(states.filter((state) => state === 'issued').length).toBe(versions.some(({ issued }) => issued) ? 1 : 0)
    // one more draft on top changes none of them
    expect(planStates([{ issued: false }, ...versions])).toEqual(['draft', ...states])
  }))
})

describe('the family copy', () => {
  it('never has a withheld section or one for professionals, and every other that is written', () => {
    const sections = Object.fromEntries(SECTION_IDS.map((id) => [id, `text of ${id}`]))
    fc.assert(fc.property(fc.subarray([...SECTION_IDS]), (withheld) => {
      const shown: string[] = familySections(sections, withheld).map(({ id }) => id)
      expect(shown).toEqual(SECTION_IDS.filter((id) => id !== 'professionals' && !withheld.includes(id)))
    }))
  })

  it('has headings that are read at eleven or younger', () => {
    expect(readingGrade(PLAN_SECTIONS.map(({ heading }) => heading).join('\n'))).toBeLessThan(6)
  })
})

describe('the little markup', () => {
  it('is paragraphs, lists and bold words, and nothing that a browser would run', () => {
    expect(parseMarkup('One **two**\nthree\n\n- four\n- **five** six\nseven')).toEqual([
      { kind: 'paragraph', lines: [[{ text: 'One ', bold: false }, { text: 'two', bold: true }], [{ text: 'three', bold: false }]] },
      { kind: 'list', lines: [[{ text: 'four', bold: false }], [{ text: 'five', bold: true }, { text: ' six', bold: false }]] },
      { kind: 'paragraph', lines: [[{ text: 'seven', bold: false }]] },
    ])
    expect(plainWords('<script>alert(1)</script> ** *')).toBe('<script>alert(1)</script> ** *')
  })

  it('loses no word, whatever is typed', () => {
    const bare = (text: string) => text.replace(/[\s*•-]/g, '')
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '*', '**', '- ', '<', '\r\n', 'é'), maxLength: 60 }), (text) => {
      expect(bare(plainWords(text))).toBe(bare(text))
    }))
  })
})
