import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { normaliseSubject } from '../../lib/pathway/subjects'
import { mergeChildren } from '../../lib/screening/judge'
import type { KnownView } from '../../lib/screening/known'
import { knownOfChild, knownOfContact } from '../../lib/screening/queries'
import { oddName } from '../access/cells'
import { eventOf } from '../support/events'
import { insert } from '../support/insert'
import { makeCase, makeChild, makeContact, makeDecision } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** What is known already: each thing that two records have in common, why it matched, and who sees it. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const ofChild = (childId: string, who: Actor = world.as.advisor) => knownOfChild.run(who, request(), { childId })
const ofContact = (contactId: string, who: Actor = world.as.advisor) => knownOfContact.run(who, request(), { contactId })
const whyOf = (view: KnownView, id: string) => pieceOf(view, id)?.why.map(({ words }) => words)
const pieceOf = ({ pieces }: KnownView, id: string) => pieces.find((piece) => piece.id === id)
const row = () => ({ area_id: world.a.id, id: randomUUID() })
const addressed = (child: string, over: object) => insert(world.sql, 'child_address', { ...row(), child_id: child, line: '1 Somewhere', ...over })
const around = (child: string, over: object) => insert(world.sql, 'person_around', { ...row(), child_id: child, relationship: 'mother', name: oddName(), ...over })
const aPhone = () => `07${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`
const other = (over: object = {}) => makeChild(world, world.a, { family_name: oddName(), ...over })

describe('a child’s own history', () => {
  it('comes in the order of what matters: open case, missing, exploitation, the rest; not the contact asked from', async () => {
    const child = await other()
    const plain = await makeContact(world, { child })
    const exploitation = await makeContact(world, { child, exploitation: 'yes' })
    const missing = await makeContact(world, { child, channel: 'police_missing_report', exploitation: 'suspected' })
    await makeDecision(world, plain)
    const held = await makeCase(world, { child, holder: world.as.practitioner })
    const asked = await makeContact(world, { child })
    const known = await ofContact(asked)
    expect(known.pieces.map((piece) => piece.id)).toEqual([held, missing, exploitation, plain])
    expect(known).toMatchObject({ earlier: 3, missing: 1 })
    expect(known.pieces[0]).toMatchObject({ text: 'Open, with Pru First', openCase: true, link: { type: 'case' } })
    expect(pieceOf(known, plain)?.text).toContain('Information and advice. “Something was said”')
    // one that came later is known too, and is no earlier contact
    expect(await ofContact(exploitation)).toMatchObject({ earlier: 1 })
  })

  it('holds that of a record which was joined', async () => {
    const [kept, joined] = [await other(), await other()]
    const told = await makeContact(world, { child: joined, exploitation: 'yes' })
    await mergeChildren.run(world.as.safeguarding, request(), { childId: kept, otherId: joined, keptId: kept, reason: 'The same' })
    expect((await ofChild(kept)).pieces).toMatchObject([{ id: told, ties: [] }])
  })
})

describe('another child is known by', () => {
  it.each<[string, (child: string, friend: string) => Promise<void>, string]>([
    ['the same address', async (child, friend) => { const line = `12 ${oddName()} Road`; await addressed(child, { line, postcode: 'TF3 3AA' }); await addressed(friend, { line: line.toUpperCase().replace(' ', ', '), postcode: 'TF3 3AA' }) }, 'Same address'],
    ['the phone of the address', async (child, friend) => { const phone = aPhone(); await addressed(child, { phone }); await addressed(friend, { phone }) }, 'Same phone at both addresses'],
    ['a mother’s phone', async (child, friend) => { const phone = aPhone(); await around(child, { phone }); await around(friend, { phone, relationship: 'carer' }) }, 'Same phone: mother here, carer there'],
    ['being the brother named on the record', (child, friend) => around(child, { relationship: 'sibling', related_child_id: friend }), 'Brother or sister, named on this record'],
    ['naming the child as somebody around', (child, friend) => around(friend, { relationship: 'household', related_child_id: child }), 'This young person is on their record as: in the household'],
    ['the same associate', async (child, friend) => { const name = `Dean ${oddName()}`; await around(child, { relationship: 'associate', name }); await around(friend, { relationship: 'associate', name: name.toUpperCase() }) }, 'is named on both records'],
    ['a name on the record that is on record itself', async (child, friend) => { const { rows } = await world.sql.query(`SELECT given_name || ' ' || family_name AS name FROM child WHERE id = $1`, [friend]); await around(child, { relationship: 'sibling', name: rows[0].name }) }, 'Has the name of somebody on this record: brother or sister'],
    ['the same school, with a concern', async (child, friend) => { const school = `${oddName()} High`; await world.sql.query('UPDATE child SET school = $1 WHERE id = ANY ($2::uuid[])', [school, [child, friend]]); await world.sql.query(`UPDATE child SET exploitation = 'suspected' WHERE id = $1`, [friend]) }, 'Same school, and a concern about exploitation'],
  ])('%s, from either side', async (_, tie, why) => {
    const [child, friend] = [await other(), await other()]
    await tie(child, friend)
    expect(whyOf(await ofChild(child), friend)?.join()).toContain(why)
    expect(pieceOf(await ofChild(child), friend)?.link).toEqual({ type: 'child', id: friend })
    // the school alone counts where there is a concern, and there is none about the first
    if (!why.includes('school')) expect(pieceOf(await ofChild(friend), child)).toBeDefined()
  })

  it('a school alone is not enough, nor a name or an address of another', async () => {
    const school = `${oddName()} High`
    const [child, mate] = [await other({ school }), await other({ school })]
    await addressed(child, { line: '1 Long Road', postcode: 'TF4 4AA' })
    await addressed(mate, { line: '11 Long Road', postcode: 'TF4 4AA' })
    expect((await ofChild(child)).pieces).toEqual([])
  })

  it('shows that a case is open and to whom, a concern, and no level', async () => {
    const [child, friend] = [await other(), await other({ exploitation: 'yes' })]
    await around(child, { relationship: 'sibling', related_child_id: friend })
    await makeCase(world, { child: friend, holder: world.as.practitioner, level: 'high' })
    const known = await ofChild(child)
    expect(pieceOf(known, friend)).toMatchObject({ openCase: true, holder: 'Pru First', exploitation: 'yes' })
    expect(JSON.stringify(known)).not.toMatch(/"high"|level/i)
  })
})

describe('a contact without a child', () => {
  it('finds by the caller’s phone other contacts, and the child whose mother has it', async () => {
    const phone = aPhone()
    const child = await other()
    await around(child, { phone })
    const before = await makeContact(world, { referrer_phone: phone })
    const known = await ofContact(await makeContact(world, { referrer_phone: phone, unidentified_child: 'About 13' }))
    expect(whyOf(known, child)).toEqual(['The caller’s phone is on their record: mother'])
    expect(whyOf(known, before)).toEqual(['Same phone as the caller’s'])
  })

  it('finds by the names in its description', async () => {
    const family = oddName()
    const child = await other({ given_name: 'Keira', family_name: family })
    const sameFirst = await other({ given_name: 'Keira', exploitation: 'yes' })
    const known = await ofContact(await makeContact(world, { unidentified_child: `A girl called Keira ${family.charAt(0).toUpperCase()}${family.slice(1)}, with red hair` }))
    expect(whyOf(known, child)).toEqual(['A name in the description'])
    expect(whyOf(known, sameFirst)).toEqual(['A first name in the description'])
  })

  it('finds by the place, the vehicle and the person it names, and the child who lives there', async () => {
    const place = `${oddName()} Hotel`
    const address = `9 ${oddName()} Yard`
    const person = `Dean ${oddName()}`
    const tells = (contact_id: string, kind: 'place' | 'vehicle' | 'person', label: string) =>
      insert(world.sql, 'contact_subject', { ...row(), contact_id, kind, label, normalised: normaliseSubject(kind, label) })
    const [one, two, child, associated] = [await makeContact(world), await makeContact(world, { child: await other() }), await other(), await other()]
    await tells(two, 'place', place.toUpperCase())
    await tells(two, 'vehicle', 'a silver car, KX19 ABC')
    await addressed(child, { line: address, postcode: 'TF6 6AA' })
    await around(associated, { relationship: 'associate', name: person })
    await tells(one, 'place', place)
    await tells(one, 'vehicle', 'kx19abc')
    await tells(one, 'place', `${address}, TF6 6AA`)
    await tells(one, 'person', person)
    const known = await ofContact(one)
    expect(whyOf(known, two)?.sort()).toEqual([`Same place: ${place}`, 'Same vehicle: kx19abc'])
    expect(pieceOf(known, two)?.text).toContain('About Robin')
    expect(whyOf(known, child)).toEqual([`Their address is the place named: ${address}, TF6 6AA`])
    expect(whyOf(known, associated)).toEqual([`${person} is on their record too: associate`])
  })

  it('finds nothing where it tells nothing', async () => {
    expect((await ofContact(await makeContact(world, { unidentified_child: 'About 13, school uniform' }))).pieces).toEqual([])
    expect((await ofContact(await makeContact(world))).pieces).toEqual([])
  })
})

describe('who sees it', () => {
  it('a practitioner sees of an own young person what is theirs to see, and no stranger at the same address', async () => {
    const [child, stranger, second] = [await other(), await other(), await other()]
    const line = `5 ${oddName()} Lane`
    for (const one of [child, stranger, second]) await addressed(one, { line, postcode: 'TF5 5AA' })
    const told = await makeContact(world, { child })
    await makeContact(world, { child: stranger })
    for (const one of [child, second]) await makeCase(world, { child: one, holder: world.as.practitioner })
    const ids = (await ofChild(child, world.as.practitioner)).pieces.flatMap((piece) => (piece.what === 'case' ? [] : [piece.id]))
    expect(ids.sort()).toEqual([told, second].sort())
    // the control: the front door sees both
    expect((await ofChild(child)).pieces.map((piece) => piece.id)).toEqual(expect.arrayContaining([stranger, second]))
  })

  it('another area is not looked at', async () => {
    const phone = aPhone()
    const [child, foreign] = [await other(), await makeChild(world, world.b)]
    await addressed(child, { phone })
    await insert(world.sql, 'child_address', { area_id: world.b.id, id: randomUUID(), child_id: foreign, line: '1 There', phone })
    expect((await ofChild(child)).pieces).toEqual([])
  })

  it('every child it shows stands in the audit log', async () => {
    const [child, friend] = [await other(), await other()]
    await around(child, { relationship: 'sibling', related_child_id: friend })
    const asked = request()
    await knownOfChild.run(world.as.advisor, asked, { childId: child })
    expect(await eventOf(world, asked.requestId)).toMatchObject({ kind: 'known.seen', children: [child, friend].sort(), row_ids: [friend] })
  })
})
