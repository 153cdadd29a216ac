import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AlertFacts, alertsOf, type CountedContact, type FrontDoorAlertKind } from '../../../lib/pathway/alerts'
import { ASKING_WORDS, askingWordsIn } from '../../../lib/pathway/asking-words'
import { CONCERN_TYPES } from '../../../lib/pathway/concerns'
import { DEFAULT_SETTINGS } from '../../../lib/pathway/settings'
import { CHANNELS, EXPLOITATION_FLAGS } from '../../../lib/pathway/words'

const concernIds = CONCERN_TYPES.map((concern) => concern.id)
const A_DAY = 86_400_000
const at = (day: number) => new Date(Date.parse('2026-11-19T10:00:00Z') - day * A_DAY)

let made = 0
const contact = (over: Partial<CountedContact> = {}): CountedContact => {
  const id = `contact-${String(++made).padStart(4, '0')}`
  return { id, reference: `X-${made}`, receivedAt: at(0), adviceOnly: false, agency: null, ...over }
}
const child = { id: 'child-b', reference: 'X-C-2' }
const facts = ({ contact: over, ...rest }: Partial<Omit<AlertFacts, 'contact'>> & { contact?: Partial<AlertFacts['contact']> } = {}): AlertFacts => ({
  contact: { id: 'contact-0', reference: 'X-0', channel: 'phone', concerns: [], exploitation: 'no', immediateDanger: false, schoolDaysMissed: null, texts: [], ...over },
  child, contacts: [], shared: [], elsewhere: [], ...rest,
})
const raised = (one: AlertFacts) => alertsOf(one, DEFAULT_SETTINGS)
const kinds = (one: AlertFacts) => raised(one).map(({ kind }) => kind)
const the = (kind: FrontDoorAlertKind, one: AlertFacts) => raised(one).find((alert) => alert.kind === kind)

describe('each alert of the front door', () => {
  it('is not raised by nothing', () => expect(raised(facts())).toEqual([]))

  it('complex and acute need notify the safeguarding lead, and say why', () => {
    expect(kinds(facts({ contact: { concerns: ['housing'] } }))).toEqual([])
    expect(the('level_of_need', facts({ contact: { concerns: ['neglect'] } }))).toMatchObject({
      owner: 'safeguarding_lead', why: 'Complex need is suggested. Neglect: suggests complex need.', evidence: [{ type: 'contact', id: 'contact-0', label: 'Contact X-0' }],
    })
    expect(the('level_of_need', facts({ contact: { exploitation: 'yes' } }))?.why).toBe('Acute need is suggested. Exploitation is reported.')
    const [complex, acute] = (['suspected', 'yes'] as const).map((exploitation) => the('level_of_need', facts({ contact: { exploitation } }))?.key)
    expect(complex).not.toBe(acute)
  })

  it('a missing report always asks for a screen, whatever was said of exploitation', () => {
    for (const exploitation of EXPLOITATION_FLAGS) {
      expect(kinds(facts({ contact: { channel: 'police_missing_report', exploitation } }))).toContain('missing_screen')
      expect(kinds(facts({ contact: { concerns: ['missing'], exploitation } }))).toContain('missing_screen')
    }
    const both = the('missing_screen', facts({ contact: { channel: 'police_missing_report', concerns: ['missing'] } }))
    expect(both).toMatchObject({ owner: 'front_door', reasons: [expect.stringContaining('police'), expect.stringContaining('unclear')] })
    expect(kinds(facts({ contact: { channel: 'other_authority' } }))).toEqual([])
  })

  it('ten school days missed, or as many as the area says', () => {
    const missed = (schoolDaysMissed: number | null) => facts({ contact: { schoolDaysMissed } })
    expect([null, 0, 9].map((days) => kinds(missed(days)))).toEqual([[], [], []])
    expect(the('school_days_missed', missed(10))).toMatchObject({ owner: 'front_door', reasons: ['10 school days missed'] })
    expect(alertsOf(missed(5), { ...DEFAULT_SETTINGS, missingSchoolDays: 5 })).toHaveLength(1)
  })

  it('three contacts in twelve months notify the specialist; a fourth says nothing new, a sixth does', () => {
    const contacts = [300, 200, 100, 50, 40, 30].map((day) => contact({ receivedAt: at(day) }))
    const key = (count: number) => the('repeat_contacts', facts({ contacts: contacts.slice(0, count) }))?.key
    expect([key(1), key(2)]).toEqual([undefined, undefined])
    expect(key(3)).toBe(`repeat_contacts child-b ${contacts[2]?.id}`)
    expect([key(4), key(5)]).toEqual([key(3), key(3)])
    expect(key(6)).toBe(`repeat_contacts child-b ${contacts[5]?.id}`)
    const third = the('repeat_contacts', facts({ contacts: contacts.slice(0, 3) }))
    expect(third).toMatchObject({ owner: 'cate_manager', why: expect.stringContaining('3 contacts about one person in 12 months') })
    expect(third?.evidence.map(({ id }) => id)).toEqual(contacts.slice(0, 3).map(({ id }) => id))
    expect(third?.evidence[0]?.label).toMatch(/^Contact X-\d+, \d+ Jan 2026$/)
  })

  it('counts twelve months back from the latest contact, to the day, and no child has no count', () => {
    const contacts = ['2025-11-19T10:00:00Z', '2026-05-01T10:00:00Z', '2026-11-19T10:00:00Z'].map((when) => contact({ receivedAt: new Date(when) }))
    expect(kinds(facts({ contacts }))).toEqual(['repeat_contacts'])
    const [first = contact(), ...others] = contacts
    expect(kinds(facts({ contacts: [{ ...first, receivedAt: new Date('2025-11-19T09:59:59Z') }, ...others] }))).toEqual([])
    expect(kinds(facts({ contacts, child: null }))).toEqual([])
    expect(alertsOf(facts({ contacts: others }), { ...DEFAULT_SETTINGS, repeatContacts: 2 }).map(({ kind }) => kind)).toEqual(['repeat_contacts'])
  })

  it('advice alone adds up across agencies, and not from one agency or where something was sent on', () => {
    const advice = (agencies: (string | null)[], adviceOnly = true) => facts({ contacts: agencies.map((agency, day) => contact({ agency, adviceOnly, receivedAt: at(day) })) })
    expect(the('advice_adding_up', advice(['school', 'health', null]))).toMatchObject({ owner: 'safeguarding_lead', why: expect.stringContaining('from 2 agencies') })
    expect(kinds(advice(['school', 'school', 'school']))).toEqual(['repeat_contacts'])
    expect(kinds(advice([null, null, null]))).toEqual(['repeat_contacts'])
    expect(kinds(advice(['school', 'health', 'police'], false))).toEqual(['repeat_contacts'])
    expect(kinds(advice(['school', 'health']))).toEqual([])
  })

  it('one address, phone or vehicle with several children, under one key whichever of them is looked at', () => {
    const group = [{ id: 'child-a', reference: 'X-C-1' }, child, { id: 'child-c', reference: 'X-C-3' }]
    for (const by of ['address', 'phone', 'vehicle'] as const) {
      const seen = group.map((one) => raised(facts({ child: one, shared: [{ by, children: group.filter(({ id }) => id !== one.id) }] })))
      expect(seen.flat()).toHaveLength(3)
      expect(new Set(seen.flat().map(({ key }) => key)).size).toBe(1)
      expect(seen[0]?.[0]).toMatchObject({ kind: `shared_${by}`, owner: 'safeguarding_lead', why: expect.stringContaining('2 other children on record have the same') })
    }
    expect(raised(facts({ shared: [{ by: 'phone', children: [child] }] }))).toEqual([])
    const alone = the('shared_vehicle', facts({ shared: [{ by: 'vehicle', children: [{ id: 'child-a', reference: 'X-C-1' }] }] }))
    expect(alone?.why).toContain('Another child on record has the same vehicle')
  })

  it('an open case elsewhere says which area and whom to ask, and no more', () => {
    const alert = the('open_elsewhere', facts({ elsewhere: [{ area: 'Otherby', ask: 'CATE team' }] }))
    expect(alert).toMatchObject({ owner: 'safeguarding_lead', why: 'There is an open case in Otherby. Ask the CATE team there what they know.' })
    expect(alert?.evidence).toEqual([{ type: 'child', id: child.id, label: 'Child X-C-2' }])
  })
})

describe('words that ask', () => {
  it.each([
    ['She has a NEW phone and an older boyfriend.', ['an older partner or friend', 'gifts or money']],
    ['Seen at a hotel; she is being sexually exploited', ['exploitation', 'hotels or parties']],
    ['new\n  phone, new-phone', ['gifts or money']],
    ['The family would like advice about bedtimes', []],
    ['The grooms came to the groomed lawn', ['grooming']],
    ['Dealing with it at home; a third party rang; unexplained bruises', []],
    ['Mrs Hotelling called', ['hotels or parties']],
  ])('%s', (text, words) => expect(askingWordsIn([text])).toEqual(words))

  it('raise the question, say that it is a match, and quote none of the text', () => {
    const alert = the('exploitation_words', facts({ contact: { texts: ['Zebedee Quirke met her online at a hotel', null] } }))
    expect(alert).toMatchObject({ owner: 'front_door', reasons: ['hotels or parties', 'contact online'] })
    expect(alert?.why).toMatch(/^Text match: what was written mentions hotels or parties and contact online\. That may mean nothing\./)
    expect(alert?.why).not.toContain('Zebedee')
  })

  it('are not asked about where a person has answered', () => {
    for (const exploitation of ['yes', 'suspected'] as const) {
      expect(kinds(facts({ contact: { texts: ['a hotel'], exploitation } }))).not.toContain('exploitation_words')
    }
  })

  it('every form finds its own words, in any place of a sentence', () => {
    for (const { shown, forms } of ASKING_WORDS) {
      for (const form of forms) expect(askingWordsIn([`And then (${form.replace('*', '')}), we hear.`]), form).toContain(shown)
    }
    expect(new Set(ASKING_WORDS.map(({ shown }) => shown)).size).toBe(ASKING_WORDS.length)
  })

  it('are never fewer when more is written, and never fail', () => {
    fc.assert(fc.property(fc.array(fc.string()), fc.string(), (texts, more) => {
      expect(askingWordsIn([...texts, more])).toEqual(expect.arrayContaining(askingWordsIn(texts)))
    }))
  })
})

const counted: fc.Arbitrary<CountedContact> = fc.record({
  id: fc.uuid(), reference: fc.string(), receivedAt: fc.integer({ min: 0, max: 900 }).map(at), adviceOnly: fc.boolean(),
  agency: fc.constantFrom(null, 'school', 'health', 'police'),
})
const others = fc.uniqueArray(fc.record({ id: fc.uuid(), reference: fc.string() }), { selector: ({ id }) => id, maxLength: 4 })
const anything: fc.Arbitrary<AlertFacts> = fc.record({
  contact: fc.record({
    id: fc.uuid(), reference: fc.constant('X-1'), channel: fc.constantFrom(...CHANNELS.map(({ id }) => id)), concerns: fc.subarray<string>(concernIds),
    exploitation: fc.constantFrom(...EXPLOITATION_FLAGS), immediateDanger: fc.boolean(), schoolDaysMissed: fc.option(fc.nat(40)),
    texts: fc.array(fc.constantFrom('a hotel', 'new phone', 'nothing much', null), { maxLength: 3 }),
  }),
  child: fc.option(fc.record({ id: fc.uuid(), reference: fc.string() })),
  contacts: fc.uniqueArray(counted, { selector: ({ id }) => id, maxLength: 8 }),
  shared: fc.array(fc.record({ by: fc.constantFrom('address' as const, 'phone' as const, 'vehicle' as const), children: others }), { maxLength: 3 }),
  elsewhere: fc.uniqueArray(fc.record({ area: fc.constantFrom('Otherby', 'Thirdly'), ask: fc.constant('CATE team') }), { selector: ({ area }) => area }),
})

/** What must not get less: each kind with each of its reasons. */
const said = (one: AlertFacts) => raised(one).flatMap(({ kind, reasons }) => [kind, ...reasons.map((reason) => `${kind}: ${reason}`)])

describe('all alerts', () => {
  it('are never fewer, and lose no reason, when a concern is added', () => {
    fc.assert(fc.property(anything, fc.constantFrom<string>(...concernIds), (one, added) => {
      const more = { ...one, contact: { ...one.contact, concerns: [...one.contact.concerns, added] } }
      expect(said(more)).toEqual(expect.arrayContaining(said(one)))
    }))
  })

  it('are never fewer when danger, a school day or a written word is added', () => {
    fc.assert(fc.property(anything, (one) => {
      const { contact: told } = one
      expect(said({ ...one, contact: { ...told, immediateDanger: true } })).toEqual(expect.arrayContaining(said(one)))
      expect(said({ ...one, contact: { ...told, texts: [...told.texts, 'a taxi'] } })).toEqual(expect.arrayContaining(said(one)))
      const days = (told.schoolDaysMissed ?? 0) + 1
      const kindsOf = (facts: AlertFacts) => new Set(kinds(facts))
      expect([...kindsOf({ ...one, contact: { ...told, schoolDaysMissed: days } })]).toEqual(expect.arrayContaining([...kindsOf(one)]))
    }))
  })

  it('are a function of the facts alone: no clock, no order, nothing kept', () => {
    fc.assert(fc.property(anything, (one) => {
      const frozen = structuredClone(one)
      const first = raised(one)
      expect(raised({ ...one, contacts: [...one.contacts].reverse(), contact: { ...one.contact, concerns: [...one.contact.concerns].reverse() } })).toEqual(first)
      expect(raised(frozen)).toEqual(first)
      expect(one).toEqual(frozen)
    }))
  })

  it('a text match alone sets no flag and no level', () => {
    fc.assert(fc.property(anything, (one) => {
      const silent = { ...one, contact: { ...one.contact, texts: [] } }
      const rest = (facts: AlertFacts) => raised(facts).filter(({ kind }) => kind !== 'exploitation_words')
      expect(rest(one)).toEqual(rest(silent))
    }))
  })

  it('have one key each, a reason each, and name nobody', () => {
    fc.assert(fc.property(anything, (one) => {
      const alerts = raised({ ...one, shared: one.shared.slice(0, 1) })
      expect(new Set(alerts.map(({ key }) => key)).size).toBe(alerts.length)
      for (const alert of alerts) expect([alert.reasons.length > 0, alert.why.endsWith('.') || alert.why.endsWith('?')]).toEqual([true, true])
    }))
  })
})
