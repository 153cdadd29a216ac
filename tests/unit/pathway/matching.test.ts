import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, shortForEachOther, soundOf, stepsBetween } from '../../../lib/pathway/likeness'
import { compareChildren, isProposed, STRONG, type Identity } from '../../../lib/pathway/matching'

const KEIRA: Identity = {
  names: [{ given: 'Keira', family: 'Lowthian' }], dateOfBirth: '2012-03-14', birthEstimated: false, sex: 'F', nhsNumber: null, upn: null,
  addresses: [{ line: '12 Tannery Lane', postcode: 'WM4 2PD' }], phones: ['07700900123'], school: 'Brindmoor High School',
}
const other = (over: Partial<Identity>): Identity => ({ ...KEIRA, addresses: [], phones: [], school: null, ...over })
const named = (given: string, family: string) => [{ given, family }]
const proposed = (over: Partial<Identity>) => isProposed(compareChildren(KEIRA, other(over)))
const words = (over: Partial<Identity>) => [...compareChildren(KEIRA, other(over)).agrees, ...compareChildren(KEIRA, other(over)).conflicts].map((one) => one.words)

describe('names', () => {
  it.each([
    ['Niamh', 'niamh', 'same'], ['Róisín', 'Roisin', 'same'], ['O’Neill', 'ONeill', 'same'], ['Łukasz', 'Lukasz', 'same'], ['Matilda', 'Tilly', 'short'],
    ['Keira', 'Kiera', 'alike'], ['Bethany', 'Betheny', 'alike'], ['Catherine', 'Kathryn', 'short'], ['Stephen', 'Steven', 'short'],
    ['Thomson', 'Tomson', 'alike'], ['Philips', 'Fillips', 'sound'], ['Keira', 'Sophie', 'none'], ['Lea', 'Lou', 'none'], ['', 'Keira', 'none'],
  ] as const)('%s and %s: %s', (a, b, how) => expect(likeness(a, b, true)).toBe(how))

  it('count a swap as one step, and steps alike both ways', () => {
    expect(stepsBetween('keira', 'kiera')).toBe(1)
    expect(stepsBetween('', 'abc')).toBe(3)
    fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(stepsBetween(a, b)).toBe(stepsBetween(b, a))
      expect(stepsBetween(a, b) === 0).toBe(a === b)
    }))
  })

  it('hear what is spelt otherwise', () => {
    for (const [a, b] of [['Philip', 'Filip'], ['Knight', 'Night'], ['Zoe', 'Zoey'], ['Schmidt', 'Shmitt'], ['McKenzie', 'MacKenzy']] as const) expect([a, soundOf(a)]).toEqual([a, soundOf(b)])
    expect(shortForEachOther('Sam', 'Samantha')).toBe(true)
    expect(shortForEachOther('Samuel', 'Keira')).toBe(false)
  })
})

describe('two records are proposed', () => {
  it.each<[string, Partial<Identity>]>([
    ['same name and date of birth', {}],
    ['a first name one letter short and the date of birth', { names: named('Kira', 'Lowthian') }],
    ['another spelling of both and the date of birth', { names: named('Kiera', 'Lowthien') }],
    ['a date nearly the same and the school', { dateOfBirth: '2012-04-14', school: 'brindmoor high school' }],
    ['no date of birth, the same address', { dateOfBirth: null, addresses: KEIRA.addresses }],
    ['no date of birth, the same phone', { dateOfBirth: null, phones: KEIRA.phones }],
    ['names the other way round', { names: named('Lowthian', 'Keira') }],
    ['a name she was known by before', { names: [{ given: 'Mia', family: 'Trent' }, { given: 'Keira', family: 'Lowthian' }] }],
  ])('%s', (_, over) => expect(proposed(over)).toBe(true))

  it('with day and month swapped, and under a short name', () => {
    const born = (a: string, b: string) => isProposed(compareChildren({ ...KEIRA, dateOfBirth: a }, other({ dateOfBirth: b })))
    expect(born('2012-03-04', '2012-04-03')).toBe(true)
    expect(isProposed(compareChildren({ ...KEIRA, names: named('Matilda', 'Lowthian') }, other({ names: named('Tilly', 'Lowthian') })))).toBe(true)
  })

  it('by NHS number and by UPN, whatever the name', () => {
    const numbered = (over: Partial<Identity>) => isProposed(compareChildren({ ...KEIRA, nhsNumber: '9434765919', upn: 'X801200000001' }, other(over)))
    expect(numbered({ names: named('Someone', 'Else'), nhsNumber: '9434765919' })).toBe(true)
    expect(numbered({ names: named('Keyra', 'Other'), upn: 'X801200000001', dateOfBirth: null })).toBe(true)
  })

  it('strongly where more than name and date agree', () => {
    expect(compareChildren(KEIRA, KEIRA).score).toBeGreaterThanOrEqual(STRONG)
  })
})

describe('two records are not proposed', () => {
  it.each<[string, Partial<Identity>]>([
    ['a name alone', { dateOfBirth: null }],
    ['a date of birth alone', { names: named('Sophie', 'Marsh') }],
    ['a twin: everything but the first name', { ...KEIRA, names: named('Amber', 'Lowthian') }],
    ['a sister of another age', { ...KEIRA, names: named('Kayla', 'Lowthian'), dateOfBirth: '2009-06-02' }],
    ['the same name, years apart', { dateOfBirth: '2008-11-30' }],
    ['a schoolmate of the same first name', { names: named('Keira', 'Marsh'), dateOfBirth: null, school: KEIRA.school }],
  ])('%s', (_, over) => expect(proposed(over)).toBe(false))

  it('with two valid NHS numbers that differ, though all else agrees', () => {
    const { score, conflicts } = compareChildren({ ...KEIRA, nhsNumber: '9434765919' }, { ...KEIRA, nhsNumber: '4010232137' })
    expect(score).toBeLessThan(50)
    expect(conflicts.map((one) => one.words)).toEqual(['Different NHS numbers, both valid'])
  })

  it('a pupil number for the time being that differs speaks neither for nor against', () => {
    const kinds = (a: string, b: string) => compareChildren({ ...KEIRA, upn: a }, { ...KEIRA, upn: b }).conflicts.map((one) => one.kind)
    expect(kinds('X801200000001', 'L801200000002')).toEqual(['upn'])
    expect(kinds('X801200000001', 'H80120000000A')).toEqual([])
  })
})

it('says what speaks for it and what against, in words without names', () => {
  expect(words({ names: named('Kiera', 'Lowthian'), dateOfBirth: '2012-03-15', sex: 'M' })).toEqual([
    'First name nearly the same spelling, last name same', 'Date of birth nearly the same', 'Recorded as of different sex',
  ])
  expect(words({ dateOfBirth: '2012-03-14', birthEstimated: true })).toContain('Same date of birth, which is an estimate')
  expect(compareChildren({ ...KEIRA, dateOfBirth: '2012-03-04' }, { ...KEIRA, dateOfBirth: '2012-04-03' }).agrees.map((one) => one.words)).toContain('Date of birth with day and month swapped')
})

const word = fc.constantFrom('Keira', 'Kiera', 'Tilly', 'Matilda', 'Lowthian', 'Lowthien', 'Óg', 'Li', '')
const identities: fc.Arbitrary<Identity> = fc.record({
  names: fc.array(fc.record({ given: word, family: word }), { minLength: 1, maxLength: 3 }),
  dateOfBirth: fc.option(fc.constantFrom('2012-03-04', '2012-04-03', '2012-03-14', '2011-03-14', '2008-12-31')),
  birthEstimated: fc.boolean(),
  sex: fc.constantFrom('M', 'F', 'U'),
  nhsNumber: fc.option(fc.constantFrom('9434765919', '4010232137')),
  upn: fc.option(fc.constantFrom('X801200000001', 'L801200000002')),
  addresses: fc.array(fc.record({ line: fc.constantFrom('1 Mill Lane', '1, mill lane', '2 High Street', '?'), postcode: fc.option(fc.constantFrom('TF1 1AA', 'TF2 2BB')) }), { maxLength: 2 }),
  phones: fc.array(fc.constantFrom('07700900123', '07700900124'), { maxLength: 2 }),
  school: fc.option(fc.constantFrom('Brook High', 'brook high', 'Hill Primary', '')),
})

describe('the rule', () => {
  it('answers the same both ways round', () => {
    fc.assert(fc.property(identities, identities, (a, b) => {
      const [one, two] = [compareChildren(a, b), compareChildren(b, a)]
      expect(one.score).toBe(two.score)
      expect(new Set(one.agrees.map((e) => `${e.kind} ${e.points}`))).toEqual(new Set(two.agrees.map((e) => `${e.kind} ${e.points}`)))
    }))
  })

  it('is never lowered by evidence that agrees', () => {
    const both = (part: (a: Identity) => Partial<Identity>) => (a: Identity, b: Identity): [Identity, Identity] => [{ ...a, ...part(a) }, { ...b, ...part(b) }]
    const additions = [
      both((one) => ({ phones: [...one.phones, '01952555555'] })),
      both((one) => ({ addresses: [...one.addresses, { line: '9 New Street', postcode: 'TF9 9ZZ' }] })),
      both((one) => ({ names: [...one.names, { given: 'Zuleika', family: 'Quorn' }] })),
      both(() => ({ nhsNumber: '9434765919' })), both(() => ({ upn: 'X801200000001' })), both(() => ({ school: 'Brook High' })),
      both(() => ({ dateOfBirth: '2012-03-14', birthEstimated: false })), both(() => ({ sex: 'F' as const })),
    ]
    fc.assert(fc.property(identities, identities, fc.constantFrom(...additions), (a, b, add) => {
      const before = compareChildren(a, b).score
      const [x, y] = add(a, b)
      expect(compareChildren(x, y).score).toBeGreaterThanOrEqual(before)
    }), { numRuns: 400 })
  })

  it('gives a score that is the sum of what it says', () => {
    fc.assert(fc.property(identities, identities, (a, b) => {
      const { score, agrees, conflicts } = compareChildren(a, b)
      expect([...agrees, ...conflicts].reduce((sum, one) => sum + one.points, 0)).toBe(score)
    }))
  })
})
