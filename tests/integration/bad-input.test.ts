import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editChild } from '../../lib/children/commands'
import { searchChildren } from '../../lib/children/queries'
import { logContact } from '../../lib/contacts/commands'
import { decideContact } from '../../lib/contacts/decide'
import { readContact } from '../../lib/contacts/queries'
import { readChild } from '../../lib/records/queries'
import { KEPT, NORMALISED, REFUSED, REORDERED } from '../support/bad-text'
import { childForm, contactForm, decisionForm, newChild } from '../support/inputs'
import { makeChild, makeContact } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** What a form may send, and what comes of it: kept as typed, or refused in plain words. Never an error page. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

type ContactOver = Parameters<typeof contactForm>[0]
const log = (over: object) => logContact.run(world.as.advisor, request(), contactForm(over as ContactOver))
const edit = async (over: object) => editChild.run(
  world.as.advisor, request(), childForm(await makeChild(world), over as Parameters<typeof childForm>[1]),
)
const decide = async (over: object) => decideContact.run(world.as.advisor, request(), decisionForm(
  await makeContact(world), over as Parameters<typeof decisionForm>[1],
))
const read = (contactId: string) => readContact.run(world.as.advisor, request(), { contactId })

describe('a text', () => {
  it.each(Object.entries(KEPT))('with %s is kept and given back as it was typed', async (_, text) => {
    const { id } = await log({ whatWasSaid: text, childWords: text, referrerName: text.replaceAll(/[\n\t]/g, ' ') })
    const contact = await read(id)
    expect([contact.whatWasSaid, contact.childWords]).toEqual([text, text])
    const child = await makeChild(world)
    await editChild.run(world.as.advisor, request(), childForm(child, { howToSpeak: text }))
    expect((await readChild.run(world.as.advisor, request(), { childId: child })).howToSpeak).toBe(text)
  })

  it.each(Object.entries({ ...REORDERED, ...NORMALISED }))('with %s is kept in its plain form', async (_, [typed, kept]) => {
    expect((await read((await log({ whatWasSaid: typed })).id)).whatWasSaid).toBe(kept)
  })

  it.each(Object.entries(REFUSED))('with %s is refused in plain words, in whatever field it stands', async (_, text) => {
    const message = expect.stringContaining('has a character that cannot be saved')
    await expect(log({ whatWasSaid: text })).rejects.toMatchObject({ kind: 'invalid', fields: { whatWasSaid: message } })
    await expect(log({ referrerEmail: text })).rejects.toMatchObject({ kind: 'invalid', fields: { referrerEmail: message } })
    await expect(log({ child: { kind: 'new', child: newChild({ givenName: text }) } })).rejects.toMatchObject(
      { kind: 'invalid', fields: { 'child.child.givenName': message } },
    )
    await expect(log({ child: { kind: 'unidentified', description: text } })).rejects.toMatchObject({
      kind: 'invalid', fields: { 'child.description': message },
    })
    await expect(edit({ howToSpeak: text })).rejects.toMatchObject({ kind: 'invalid', fields: { howToSpeak: message } })
    await expect(decide({ rationale: text })).rejects.toMatchObject({ kind: 'invalid', fields: { rationale: message } })
    await expect(searchChildren.run(world.as.advisor, request(), { query: text })).rejects.toMatchObject({
      kind: 'invalid', fields: { query: message },
    })
  })

  it('of zero-width characters alone is no text', async () => {
    await expect(log({ whatWasSaid: '\u2066\u2069\u202e' })).rejects.toMatchObject({
      kind: 'invalid', fields: { whatWasSaid: 'Write down what was said' },
    })
  })
})

describe('what is missing, too long or of no kind', () => {
  it.each<[string, object, Record<string, string | RegExp>]>([
    ['nothing said', { whatWasSaid: '' }, { whatWasSaid: 'Write down what was said' }],
    ['only space said', { whatWasSaid: ' \n\t ' }, { whatWasSaid: 'Write down what was said' }],
    ['too much said', { whatWasSaid: 'x'.repeat(20_001) }, { whatWasSaid: 'What was said must be 20,000 characters or fewer' }],
    ['too many words of the child', { childWords: 'x'.repeat(5_001) }, {
      childWords: 'The child’s own words must be 5,000 characters or fewer',
    }],
    ['no name and not anonymous', { referrerName: '' }, {
      referrerName: 'Enter the name of who told us, or say that they are anonymous',
    }],
    ['anonymous under another source', { anonymous: true, sourceCode: '2A' }, {
      sourceCode: 'For an anonymous contact choose ‘Anonymous’',
    }],
    ['the anonymous source with a name', { sourceCode: '9' }, {
      sourceCode: 'Choose who told us, or say that they are anonymous',
    }],
    ['danger and nothing done', { immediateDanger: true }, { dangerAction: 'Say what has been done about the danger' }],
    ['consent not asked for and no reason', { consent: 'not_sought' }, { consentReason: 'Say why the family was not asked' }],
    ['medical consent not asked for and no reason', { medicalConsent: 'not_sought' }, {
      medicalConsentNote: 'Say why they were not asked about medical care',
    }],
    ['an unknown medical consent', { medicalConsent: 'perhaps' }, { medicalConsent: 'Say whether they agree to medical care' }],
    ['no basis for sharing', { sharingBasis: '' }, { sharingBasis: 'Say on what basis this is shared' }],
    ['consent as the basis for sharing', { sharingBasis: 'consent' }, { sharingBasis: 'Say on what basis this is shared' }],
    ['a law as the basis, and not which', { sharingBasis: 'legal_obligation' }, { sharingNote: 'Say which law or order requires it' }],
    ['not to be shared, and not why', { sharingBasis: 'not_to_share' }, { sharingNote: 'Say why it is not to be shared' }],
    ['half a school day', { schoolDaysMissed: '2.5' }, { schoolDaysMissed: /^Enter whole school days/ }],
    ['more school days than a year has', { schoolDaysMissed: '367' }, { schoolDaysMissed: 'Enter 366 school days or fewer' }],
    ['a kind of call that is none', { callTemplate: 'school/ours-1' }, { callTemplate: 'Choose the kind of call again' }],
    ['a subject that says nothing', { subjects: [{ kind: 'place', label: ' ', note: '' }] }, { 'subjects.0.label': 'Say who, what or where, or remove it' }],
    ['a subject of no kind', { subjects: [{ kind: 'boat', label: 'The Mary', note: '' }] }, { 'subjects.0.kind': 'Choose a person, a place or a vehicle' }],
    ['more subjects than a call has', { subjects: Array(21).fill({ kind: 'person', label: 'x', note: '' }) }, { subjects: /^Write down at most 20/ }],
    ['an unknown way of coming', { channel: 'pigeon' }, { channel: 'Choose how it came' }],
    ['an unknown source', { sourceCode: '99' }, { sourceCode: 'Choose who told us' }],
    ['an unknown concern', { concerns: ['missing', 'nothing'] }, { 'concerns.1': 'Choose from the list' }],
    ['more concerns than there are', { concerns: Array(1000).fill('missing') }, { concerns: /./ }],
    ['an e-mail that is none', { referrerEmail: 'gwen at school' }, { referrerEmail: /^Enter an e-mail address/ }],
    ['a telephone number of letters', { referrerPhone: 'ask at the desk' }, { referrerPhone: /^Enter a phone number in digits/ }],
    ['no child chosen', { child: {} }, { 'child.kind': 'Say which child this is about' }],
    ['a child of no kind', { child: { kind: 'other' } }, { 'child.kind': 'Say which child this is about' }],
    ['a known child without an id', { child: { kind: 'known', childId: '' } }, {
      'child.childId': 'Choose the child from the list',
    }],
    [
      'a child without a name', { child: { kind: 'new', child: newChild({ givenName: ' ', familyName: '' }) } },
      { 'child.child.givenName': 'Enter a first name', 'child.child.familyName': 'Enter a last name' },
    ],
    ['a postcode that is none', { child: { kind: 'new', child: newChild({ postcode: 'TF1' }) } }, {
      'child.child.postcode': /^Enter a full postcode/,
    }],
    [
      'a child to be born',
      { child: { kind: 'new', child: newChild({ dateOfBirth: { day: '1', month: '1', year: '2027' } }) } },
      { 'child.child.dateOfBirth': 'The date of birth must be in the past' },
    ],
    [
      'a birth on 31 June',
      { child: { kind: 'new', child: newChild({ dateOfBirth: { day: '31', month: '6', year: '2012' } }) } },
      { 'child.child.dateOfBirth': 'There is no such date; check the day and the month' },
    ],
    [
      'a birth on 29 February of a common year',
      { child: { kind: 'new', child: newChild({ dateOfBirth: { day: '29', month: '2', year: '2011' } }) } },
      { 'child.child.dateOfBirth': 'There is no such date; check the day and the month' },
    ],
    [
      'a field of a child that nobody knows',
      { child: { kind: 'new', child: { ...newChild(), exploitation: 'no' } } },
      { 'child.child': /^This form sent something/ },
    ],
    ['a field that nobody knows', { areaId: randomUUID() }, { form: /^This form sent something/ }],
    ['no key', { submissionKey: '' }, { submissionKey: /./ }],
  ])('in a contact: %s', async (_, over, fields) => {
    const error = await log(over).catch((thrown: unknown) => thrown)
    const expected = Object.fromEntries(Object.entries(fields).map(([path, message]) => [
      path, message instanceof RegExp ? expect.stringMatching(message) : message,
    ]))
    expect(error).toMatchObject({ kind: 'invalid', fields: expected })
    expect(Object.keys((error as { fields: object }).fields).sort()).toEqual(Object.keys(fields).sort())
  })

  it.each<[string, object, string]>([
    ['an NHS number with a wrong digit', { nhsNumber: '9434765918' }, 'nhsNumber'],
    ['an NHS number of one digit ten times', { nhsNumber: '1111111111' }, 'nhsNumber'],
    ['an NHS number that is too short', { nhsNumber: '943476591' }, 'nhsNumber'],
    ['a UPN with a wrong letter', { upn: 'A801200000001' }, 'upn'],
    ['a UPN with a letter that no UPN has', { upn: 'O801200000001' }, 'upn'],
    ['a disability beside none', { disabilities: ['NONE', 'HEAR'] }, 'disabilities'],
    ['an unknown disability', { disabilities: ['X'] }, 'disabilities.0'],
    ['an unknown ethnicity', { ethnicity: 'XXXX' }, 'ethnicity'],
    ['an unknown legal status', { legalStatus: 'X' }, 'legalStatus'],
    ['an unknown sex', { sex: 'X' }, 'sex'],
    ['a name that is too long', { givenName: 'x'.repeat(101) }, 'givenName'],
    ['a version below one', { version: 0 }, 'version'],
    ['half a version', { version: 1.5 }, 'version'],
    ['a version in words', { version: 'newest' }, 'version'],
    ['a version too large to keep', { version: 2 ** 31 }, 'version'],
    ['an endless version', { version: Number.POSITIVE_INFINITY }, 'version'],
    ['a version in a list', { version: ['1'] }, 'version'],
    ['a version that is only true', { version: true }, 'version'],
  ])('in a child: %s', async (_, over, field) => {
    const error = await edit(over).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: 'invalid' })
    expect(Object.keys((error as { fields: object }).fields)).toEqual([field])
  })

  it.each<[string, object, Record<string, unknown>]>([
    ['no outcome', { outcomes: [] }, { outcomes: 'Choose where this goes' }],
    ['an outcome twice', { outcomes: ['cate', 'cate'], summary: 'x' }, { outcomes: 'Choose each once' }],
    ['advice beside a referral', { outcomes: ['advice', 'cate'], summary: 'x' }, {
      outcomes: 'Choose ‘Information and advice’ alone, or a referral',
    }],
    ['an unknown outcome', { outcomes: ['nowhere'] }, { 'outcomes.0': 'Choose from the list' }],
    ['no reason', { rationale: '' }, { rationale: 'Give the reason for this decision' }],
    ['a service without a name', { outcomes: ['other_service'], summary: 'x' }, { service: 'Name the service' }],
    ['a referral that says nothing', { outcomes: ['safeguarding'] }, { summary: 'Write what they need to know' }],
    ['told, and nothing of what', { referrerTold: 'yes' }, { toldNote: 'Say what they were told' }],
    ['cannot be told, and nothing of why', { referrerTold: 'cannot' }, { toldNote: 'Say why they cannot be told' }],
  ])('in a decision: %s', async (_, over, fields) => {
    const error = await decide(over).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: 'invalid', fields })
  })

  it('takes what is exactly as long as it may be', async () => {
    const { id } = await log({ whatWasSaid: 'x'.repeat(20_000), referrerName: '😀'.repeat(75) })
    expect((await read(id)).whatWasSaid).toHaveLength(20_000)
  })
})
