import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disagreements, type Said } from '../../../lib/pathway/conflicts'
import { enquiryDue, isLate, outcomesOf, reminderFor } from '../../../lib/pathway/enquiry'
import { namesIn, namesToOffer } from '../../../lib/pathway/names'
import { DEFAULT_SETTINGS } from '../../../lib/pathway/settings'

const at = (iso: string) => new Date(iso)

describe('the time to answer (DOMAIN 2)', () => {
  it.each([
    ['a Thursday', '2026-11-19T10:45:00Z', '2026-11-20T10:45:00Z'],
    ['a Friday afternoon', '2026-11-20T15:20:00Z', '2026-11-23T15:20:00Z'],
    ['the day before Christmas', '2026-12-24T11:00:00Z', '2026-12-29T11:00:00Z'],
    ['the clocks going back: the same London time', '2026-10-23T09:00:00Z', '2026-10-26T10:00:00Z'],
  ])('opened on %s', (_, opened, due) => expect(enquiryDue(at(opened), DEFAULT_SETTINGS)).toEqual(at(due)))

  it('is met at its very minute', () => {
    expect(isLate(at('2026-11-20T10:45:00Z'), at('2026-11-20T10:45:00Z'))).toBe(false)
    expect(isLate(at('2026-11-20T10:45:01Z'), at('2026-11-20T10:45:00Z'))).toBe(true)
  })

  const due = at('2026-11-20T10:45:00Z')
  it.each([
    ['2026-11-20T06:44:00Z', null],
    ['2026-11-20T06:45:00Z', 'soon'],
    ['2026-11-20T10:45:00Z', 'soon'],
    ['2026-11-20T10:46:00Z', 'late'],
    ['2026-11-23T10:44:00Z', 'late'],
    ['2026-11-23T10:45:00Z', 'still_late'],
  ])('reminds at %s: %s', (now, reminder) => expect(reminderFor({ due, answeredAt: null }, at(now))).toBe(reminder))
  it('reminds nobody who has answered', () =>
    fc.assert(fc.property(fc.date({ noInvalidDate: true, min: at('2020-01-01'), max: at('2030-01-01') }), (now) => {
      expect(reminderFor({ due, answeredAt: due }, now)).toBeNull()
    })))

  it('sends what each route says', () => {
    expect(outcomesOf('both')).toEqual(['cate', 'safeguarding'])
    expect(outcomesOf('none')).toEqual([])
  })
})

let count = 0
const said = (over: Partial<Said>): Said => ({ id: `e${++count}`, agencyId: 'school', topic: null, topicValue: null, day: null, text: 'x', source: 'y', superseded: false, ...over })

describe('what does not fit together', () => {
  it('two agencies that answer the same question differently', () => {
    const one = said({ topic: 'address', topicValue: '12 Tannery Lane' })
    const other = said({ agencyId: 'health', topic: 'address', topicValue: '9 Marsh End' })
    expect(disagreements([one, other], [])).toEqual([{ kind: 'differs', topic: 'address', day: null, sides: [one.id, other.id] }])
  })
  it.each([
    ['the same in another hand', '12 Tannery Lane', '12, tannery lane.'],
    ['one of them fuller', '12 Tannery Lane', '12 Tannery Lane, Ferrowby'],
    ['with an article', 'The Grange', 'grange'],
  ])('but not %s', (_, first, second) =>
    expect(disagreements([said({ topic: 'address', topicValue: first }), said({ agencyId: 'health', topic: 'address', topicValue: second })], [])).toEqual([]))
  it('nor one agency with itself, nor what was corrected', () => {
    const one = said({ topic: 'school', topicValue: 'Brindmoor' })
    expect(disagreements([one, said({ topic: 'school', topicValue: 'Hesslow' })], [])).toEqual([])
    expect(disagreements([one, said({ agencyId: 'health', topic: 'school', topicValue: 'Hesslow', superseded: true })], [])).toEqual([])
  })
  it('sightings only of the same day', () => {
    const one = said({ topic: 'last_seen', topicValue: 'Bus station', day: '2026-11-12' })
    const health = { agencyId: 'health', topic: 'last_seen', topicValue: 'At home' } as const
    expect(disagreements([one, said({ ...health, day: '2026-11-13' })], [])).toEqual([])
    expect(disagreements([one, said({ ...health, day: null })], [])).toEqual([])
    expect(disagreements([one, said({ ...health, day: '2026-11-12' })], [])).toMatchObject([{ kind: 'differs', day: '2026-11-12' }])
  })
  it('an agency that knows nothing and is named by another', () => {
    const one = said({ text: 'Seen twice by Wrenmoor Hearth Homes' })
    const housing = { agencyId: 'housing', name: 'Wrenmoor Hearth Homes' }
    expect(disagreements([one], [{ ...housing, answer: 'nothing_known' }])).toEqual([{ kind: 'named_but_nothing_known', agencyId: 'housing', sides: [one.id] }])
    expect(disagreements([one], [{ ...housing, answer: 'entries' }])).toEqual([])
    expect(disagreements([one], [{ ...housing, answer: null }])).toEqual([])
  })
  it('does not turn on the order in which they came', () =>
    fc.assert(fc.property(fc.array(fc.record({ agencyId: fc.constantFrom('a', 'b', 'c'), topic: fc.constantFrom('address' as const, 'last_seen' as const), topicValue: fc.constantFrom('one', 'two'), day: fc.constantFrom(null, '2026-11-12') }), { maxLength: 8 }), (parts) => {
      const entries = parts.map(said)
      const key = (list: ReturnType<typeof disagreements>) => list.map((one) => JSON.stringify([one.kind, one.kind === 'differs' ? [one.topic, one.day] : one.agencyId, [...one.sides].sort()])).sort()
      expect(key(disagreements([...entries].reverse(), []))).toEqual(key(disagreements(entries, [])))
    })))
})

describe('names that crop up', () => {
  it.each([
    ['She speaks of Darren Pike often', [['person', 'darren pike']]],
    ['Mary-Ann O’Shea and Łukasz Nowak', [['person', 'mary-ann o’shea'], ['person', 'łukasz nowak']]],
    ['On Monday The Police came', []],
    ['A silver car, AB12 CDE, outside', [['vehicle', 'AB12CDE']]],
    ['lives at wm4 2pd', [['postcode', 'WM4 2PD']]],
    ['rang from +44 7700 900123', [['phone', '07700900123']]],
    ['rang from 07700 900 123', [['phone', '07700900123']]],
    ['', []],
  ])('in “%s”', (text, found) => expect(namesIn(text).map(({ kind, value }) => [kind, value])).toEqual(found))

  const entry = (id: string, agencyId: string, text: string, restricted = false) => ({ id, agencyId, text, restricted })
  it('are offered where two agencies use them or they are on record, and not where they are the subject’s own', () => {
    const entries = [entry('1', 'a', 'Darren Pike, AB12 CDE, Keira Lowthian'), entry('2', 'b', 'Darren Pike and Keira Lowthian, Sam Test')]
    expect(namesToOffer(entries, [{ text: 'Sam Test', label: 'in the life of X' }], ['Keira Lowthian'])).toMatchObject([
      { value: 'darren pike', agencies: ['a', 'b'], known: null, restricted: false },
      { value: 'sam test', agencies: ['b'], known: 'in the life of X' },
    ])
  })
  it('are restricted only where every entry they stand in is', () => {
    expect(namesToOffer([entry('1', 'a', 'Darren Pike', true), entry('2', 'b', 'Darren Pike', true)], [], [])).toMatchObject([{ restricted: true }])
    expect(namesToOffer([entry('1', 'a', 'Darren Pike', true), entry('2', 'b', 'Darren Pike')], [], [])).toMatchObject([{ restricted: false }])
  })
  it('one agency alone, however often, offers nothing that is not on record', () =>
    fc.assert(fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 6 }), (texts) => {
      expect(namesToOffer(texts.map((text, at) => entry(String(at), 'a', `${text} Darren Pike`)), [], [])).toEqual([])
    })))
})
