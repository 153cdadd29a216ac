import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { logContact, nameChild } from '../../lib/contacts/commands'
import { listOwnAgencyContacts, readContact } from '../../lib/contacts/queries'
import { readChild } from '../../lib/records/queries'
import { setClock } from '../support/clock'
import { contactForm, newChild } from '../support/inputs'
import { makeChild, makeContact } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** Telling the front door: what is written down, once, and about whom. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())

const one = async <T>(sql: string, values: unknown[] = []) => (await world.sql.query(sql, values)).rows[0] as T
const log = (over: Parameters<typeof contactForm>[0] = {}, who = world.as.advisor) => logContact.run(
  who, request(), contactForm(over),
)

describe('logging a contact', () => {
  it('puts a new child on record, with where she lives, and the contact about her', async () => {
    const { id, reference } = await log()
    expect(reference).toMatch(/^TST-2026-\d{5}$/)
    const contact = await readContact.run(world.as.safeguarding, request(), { contactId: id })
    expect(contact).toMatchObject({
      reference, state: 'logged', whatWasSaid: 'She came to school with a new phone', loggedBy: 'Ada Visor',
      childBorn: 'Born 14 Feb 2011, aged 15',
      toldBy: { who: 'Gwen Hart, Teacher', source: 'School', anonymous: false },
      clock: { due: '2026-11-20T10:30:00.000Z', state: 'on_time' }, decision: null, referrals: [],
    })
    const child = await readChild.run(world.as.advisor, request(), { childId: contact.child?.id ?? '' })
    expect(child).toMatchObject({
      name: 'Maisie Underhill', dateOfBirth: '2011-02-14', sex: 'F', school: 'Brook High', exploitation: 'no', version: 1,
      addresses: [{ line: '4 Lime Street', postcode: 'TF1 2AB', phone: '07700900123', from: '2026-11-19', to: null }],
    })
    expect(child.reference).toMatch(/^TST-C-\d{5}$/)
    expect(child.contacts.map((found) => found.id)).toEqual([id])
  })

  it('about a child on record adds no child', async () => {
    const child = await makeChild(world)
    const { n } = await one<{ n: number }>('SELECT count(*)::int AS n FROM child')
    const { id } = await log({ child: { kind: 'known', childId: child } })
    expect(await one('SELECT child_id FROM contact WHERE id = $1', [id])).toEqual({ child_id: child })
    expect(await one('SELECT count(*)::int AS n FROM child')).toEqual({ n })
  })

  it('from somebody who gives no name, about a child who cannot be named, keeps what is known and no name', async () => {
    const { id } = await log({
      anonymous: true, sourceCode: '9', referrerName: 'Typed and then thought better of', referrerPhone: '07700 900456',
      child: { kind: 'unidentified', description: 'A girl of about 13 in a green coat' },
    })
    expect(await readContact.run(world.as.advisor, request(), { contactId: id })).toMatchObject({
      child: null, unidentifiedChild: 'A girl of about 13 in a green coat',
      toldBy: { who: 'Anonymous', reach: [], anonymous: true }, source: 'Anonymous',
    })
  })

  it('that came yesterday evening counts from when it came', async () => {
    const { id } = await log({ receivedAt: '2026-11-18T19:45' })
    expect(await readContact.run(world.as.advisor, request(), { contactId: id })).toMatchObject({
      receivedAt: '2026-11-18T19:45:00.000Z', loggedAt: '2026-11-19T10:30:00.000Z', clock: { due: '2026-11-20T09:00:00.000Z' },
    })
  })

  it.each([
    ['tomorrow', '2026-11-20T09:00', 'The contact cannot have come in the future'],
    ['in a minute', '2026-11-19T10:31', 'The contact cannot have come in the future'],
    ['two years ago', '2024-11-19T09:00', 'The contact must have come within the last year'],
    ['on 31 June', '2026-06-31T09:00', 'There is no such date and time; check it'],
  ])('that came %s is asked about again', async (_, receivedAt, message) => {
    await expect(log({ receivedAt })).rejects.toMatchObject({ kind: 'invalid', fields: { receivedAt: message } })
  })

  it('suggests a level of need from what was told', async () => {
    const { id } = await log({ concerns: ['missing', 'unexplained_gifts', 'missing'], exploitation: 'suspected' })
    expect(await readContact.run(world.as.advisor, request(), { contactId: id })).toMatchObject({
      levelOfNeed: 'complex', concerns: ['missing', 'unexplained_gifts'],
    })
  })

  it('knows the agency of who told by its name, however it is written, and that agency sees it and nobody else’s', async () => {
    const { id } = await log({ referrerOrganisation: 'testford HIGH school' })
    const { id: other } = await log({ referrerOrganisation: 'Testford Health Trust' })
    const { id: anonymous } = await log({
      anonymous: true, sourceCode: '9', referrerOrganisation: 'Testford High School',
      child: { kind: 'unidentified', description: '' },
    })
    const { items } = await listOwnAgencyContacts.run(world.as.school, request(), {})
    expect(items.map((item) => item.id)).toEqual([id])
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(['id', 'identityWithheld', 'receivedAt', 'reference', 'referrerName', 'state', 'whatWasSaid'])
    expect([other, anonymous]).not.toContain(id)
  })
})

describe('sending the same form again', () => {
  it('gives the contact that it made the first time', async () => {
    const form = contactForm()
    const first = await logContact.run(world.as.advisor, request(), form)
    expect(await logContact.run(world.as.advisor, request(), form)).toEqual(first)
    const other = logContact.run(world.as.advisor, request(), { ...form, whatWasSaid: 'Another call' })
    await expect(other).rejects.toMatchObject({ kind: 'invalid', fields: { form: expect.stringContaining(first.reference) } })
    expect(await one('SELECT count(*)::int AS n, min(what_was_said) AS said FROM contact WHERE submission_key = $1', [form.submissionKey])).toEqual(
      { n: 1, said: 'She came to school with a new phone' },
    )
  })

  it('five times at once makes one contact, one child and one number', async () => {
    const before = await one<{ next: number }>(
      `SELECT next FROM reference_counter WHERE area_id = $1 AND kind = 'contact' AND year = 2026`, [world.a.id],
    )
    const form = contactForm({ child: { kind: 'new', child: newChild({ familyName: 'Fivefold' }) } })
    const answers = await Promise.all(Array.from({ length: 5 }, () => logContact.run(world.as.advisor, request(), form)))
    expect(new Set(answers.map((answer) => answer.reference)).size).toBe(1)
    expect(await one('SELECT count(*)::int AS n FROM contact WHERE submission_key = $1', [form.submissionKey])).toEqual({ n: 1 })
    expect(await one(`SELECT count(*)::int AS n FROM child WHERE family_name = 'Fivefold'`)).toEqual({ n: 1 })
    expect(await one(`SELECT next FROM reference_counter WHERE area_id = $1 AND kind = 'contact' AND year = 2026`, [world.a.id])).toEqual(
      { next: before.next + 1 },
    )
  })

  it('in the other area is another contact', async () => {
    const form = contactForm({ child: { kind: 'unidentified', description: '' } })
    const here = await logContact.run(world.as.advisor, request(), form)
    const there = await logContact.run(world.as.advisorInB, request(), form)
    expect(there.reference).toMatch(/^OTH-/)
    expect(there.id).not.toBe(here.id)
  })
})

describe('references', () => {
  it('count up without a gap, also where many are given at once and some fail', async () => {
    const { next } = await one<{ next: number }>(
      `SELECT next FROM reference_counter WHERE area_id = $1 AND kind = 'contact' AND year = 2026`, [world.a.id],
    )
    const forms = Array.from(
      { length: 12 }, (_, at) => (at % 4 === 3 ? { child: { kind: 'known' as const, childId: randomUUID() } } : {}),
    )
    const settled = await Promise.allSettled(forms.map((over) => log(over)))
    const given = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value.reference] : [])).sort()
    expect(given).toEqual(Array.from({ length: 9 }, (_, at) => `TST-2026-${String(next + at).padStart(5, '0')}`))
  })

  it('begin again with the London year in which the contact came', async () => {
    setClock('2027-01-01T00:00:00Z')
    const [first, second] = [await log(), await log()]
    const late = await log({ receivedAt: '2026-12-31T23:59' })
    expect([first.reference, second.reference]).toEqual(['TST-2027-00001', 'TST-2027-00002'])
    expect(late.reference).toMatch(/^TST-2026-/)
  })
})

describe('the flag of exploitation', () => {
  const flag = async (child: string) => (await one<{ exploitation: string }>('SELECT exploitation FROM child WHERE id = $1', [child])).exploitation

  it('is raised on the child by a contact and never lowered by one', async () => {
    const child = await makeChild(world)
    const seen: string[] = []
    for (const exploitation of ['no', 'suspected', 'no', 'yes', 'suspected', 'no'] as const) {
      await log({ exploitation, child: { kind: 'known', childId: child } })
      seen.push(await flag(child))
    }
    expect(seen).toEqual(['no', 'suspected', 'suspected', 'yes', 'yes', 'yes'])
  })

  it('is raised for a child who is named only later', async () => {
    const contact = await makeContact(world, { exploitation: 'suspected' })
    const child = await makeChild(world)
    await nameChild.run(world.as.edt, request(), { contactId: contact, version: 1, child: { kind: 'known', childId: child } })
    expect(await flag(child)).toBe('suspected')
  })
})

describe('saying which child a contact is about', () => {
  it('adds a new one, or takes one on record', async () => {
    const contact = await makeContact(world)
    await nameChild.run(world.as.advisor, request(), {
      contactId: contact, version: 1, child: { kind: 'new', child: newChild({ givenName: 'Nia' }) },
    })
    expect((await readContact.run(world.as.advisor, request(), { contactId: contact })).child?.name).toBe('Nia Underhill')
  })

  it('happens once: the second of two is told so', async () => {
    const contact = await makeContact(world)
    const names = await Promise.allSettled([1, 2].map(async () => nameChild.run(world.as.advisor, request(), {
      contactId: contact, version: 1, child: { kind: 'known', childId: await makeChild(world) },
    })))
    expect(names.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(names.find((result) => result.status === 'rejected')?.reason).toMatchObject({ kind: 'conflict' })
  })

  it('asks for one', async () => {
    const contact = await makeContact(world)
    await expect(nameChild.run(world.as.advisor, request(), { contactId: contact, version: 1, child: { kind: 'unidentified', description: '' } })).rejects.toMatchObject(
      { kind: 'invalid' },
    )
  })
})
