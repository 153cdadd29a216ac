import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMissingReport, namesIn, orderKnown, TIE_KINDS, weightOf, whyOf, type KnownFacts, type Tie } from '../../../lib/pathway/known'
import { EXPLOITATION_FLAGS } from '../../../lib/pathway/words'

const piece = (id: string, over: Partial<KnownFacts> = {}): KnownFacts => ({ id, what: 'contact', ties: [], exploitation: 'no', missing: false, openCase: false, at: '2026-05-01', ...over })
const tie = (kind: Tie['kind'], via: string | null = '', there: string | null = ''): Tie => ({ kind, via, there })
const order = (...pieces: KnownFacts[]) => orderKnown(pieces).map((one) => one.id)

describe('what is known is read', () => {
  it('by what matters: the open case, missing, exploitation, the family, other contacts, what coincides', () => {
    const all = [
      piece('school', { what: 'child', ties: [tie('school')], exploitation: 'suspected' }),
      piece('neighbour', { what: 'child', ties: [tie('phone')] }),
      piece('contact'),
      piece('brother with a concern', { what: 'child', ties: [tie('person', 'sibling')], exploitation: 'yes' }),
      piece('closed case', { what: 'case' }),
      piece('exploitation', { exploitation: 'yes' }),
      piece('missing with exploitation', { missing: true, exploitation: 'suspected' }),
      piece('open case', { what: 'case', openCase: true }),
    ]
    expect(order(...all)).toEqual(['open case', 'missing with exploitation', 'exploitation', 'closed case', 'brother with a concern', 'contact', 'school', 'neighbour'])
  })

  it('newest first where it matters alike', () => {
    expect(order(piece('old', { at: '2026-01-01' }), piece('new', { at: '2026-10-01' }), piece('no date', { at: '' }))).toEqual(['new', 'old', 'no date'])
  })

  it('with a sister who has an open case before a sister who has none, and two ties before one', () => {
    const sister = (id: string, openCase: boolean) => piece(id, { what: 'child', ties: [tie('person', 'sibling')], openCase })
    expect(order(sister('none', false), sister('open', true))).toEqual(['open', 'none'])
    expect(order(piece('one', { what: 'child', ties: [tie('address')] }), piece('two', { what: 'child', ties: [tie('address'), tie('school')] }))).toEqual(['two', 'one'])
  })
})

const ties = fc.array(fc.record({ kind: fc.constantFrom(...TIE_KINDS), via: fc.constantFrom('', 'sibling'), there: fc.constantFrom('', 'mother') }), { maxLength: 3 })
const pieces: fc.Arbitrary<KnownFacts> = fc.record({
  id: fc.uuid(), what: fc.constantFrom('case', 'contact', 'child'), ties, exploitation: fc.constantFrom(...EXPLOITATION_FLAGS),
  missing: fc.boolean(), openCase: fc.boolean(), at: fc.constantFrom('', '2026-01-01', '2026-10-01'),
})

describe('the order', () => {
  it('does not depend on how the pieces come, and loses none', () => {
    fc.assert(fc.property(fc.uniqueArray(pieces, { selector: (one) => one.id, maxLength: 12 }), fc.nat(), (some, seed) => {
      const shuffled = [...some].sort((a, b) => ((a.id.charCodeAt(0) * seed) % 7) - ((b.id.charCodeAt(0) * seed) % 7))
      expect(orderKnown(shuffled)).toEqual(orderKnown(some))
      expect(orderKnown(some)).toHaveLength(some.length)
    }))
  })

  it('never puts anything lower because there is more concern, or one more thing in common', () => {
    fc.assert(fc.property(pieces, ties, (one, more) => {
      const before = weightOf(one)
      expect(weightOf({ ...one, exploitation: one.exploitation === 'no' ? 'suspected' : 'yes' })).toBeGreaterThanOrEqual(before)
      expect(weightOf({ ...one, missing: true })).toBeGreaterThanOrEqual(before)
      expect(weightOf({ ...one, openCase: true })).toBeGreaterThanOrEqual(before)
      if (one.ties.length) expect(weightOf({ ...one, ties: [...one.ties, ...more] })).toBeGreaterThanOrEqual(before)
    }))
  })
})

it('a missing report is one by its channel or by its concern', () => {
  expect(isMissingReport({ channel: 'police_missing_report', concerns: [] })).toBe(true)
  expect(isMissingReport({ channel: 'phone', concerns: ['missing'] })).toBe(true)
  expect(isMissingReport({ channel: 'phone', concerns: ['bullying'] })).toBe(false)
})

it.each<[Tie, string]>([
  [tie('person', 'sibling', null), 'Brother or sister, named on this record'],
  [tie('person', null, 'associate'), 'This young person is on their record as: associate'],
  [tie('named', 'sibling', null), 'Has the name of somebody on this record: brother or sister'],
  [tie('named', null, 'household'), 'Their record names somebody of this name: in the household'],
  [tie('associate', 'Dean Marsh', 'associate'), 'Dean Marsh is named on both records'],
  [tie('phone'), 'Same phone at both addresses'],
  [tie('phone', 'mother'), 'Same phone as on this record for: mother'],
  [tie('phone', '', 'carer'), 'Same phone as at this address; on their record it is: carer'],
  [tie('phone', 'mother', 'mother'), 'Same phone on both records for: mother'],
  [tie('phone', 'mother', 'carer'), 'Same phone: mother here, carer there'],
  [tie('address'), 'Same address'],
  [tie('school'), 'Same school, and a concern about exploitation'],
  [tie('caller'), 'Same phone as the caller’s'],
  [tie('caller', '', 'mother'), 'The caller’s phone is on their record: mother'],
  [tie('described', 'name'), 'A name in the description'],
  [tie('described', 'first name'), 'A first name in the description'],
  [tie('place', 'Rainbow Hotel'), 'Same place: Rainbow Hotel'],
  [tie('place', '4 Kiln Yard', 'address'), 'Their address is the place named: 4 Kiln Yard'],
  [tie('people', 'Dean Marsh', 'associate'), 'Dean Marsh is on their record too: associate'],
  [tie('vehicle', 'AB12 CDE'), 'Same vehicle: AB12 CDE'],
  [tie('people', 'Dean'), 'Same person named: Dean'],
  [tie('person', 'of another version', null), 'Somebody around them, named on this record'],
])('%j: %s', (one, words) => expect(whyOf(one)).toBe(words))

it('names are read out of a description, and its ordinary words are not', () => {
  expect(namesIn('A girl called Keira Lowthian, about 13. She was with Dean.')).toEqual({ words: ['keira', 'lowthian', 'dean'], pairs: ['keira lowthian'] })
  expect(namesIn('About 13, school uniform')).toEqual({ words: [], pairs: [] })
  expect(namesIn('Róisín. Ní Bhriain')).toEqual({ words: ['róisín', 'bhriain'], pairs: [] })
})
