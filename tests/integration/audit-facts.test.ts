import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allocateCase } from '../../lib/cases/commands'
import { listCaseload, readCase } from '../../lib/cases/queries'
import { editChild } from '../../lib/children/commands'
import { searchChildren } from '../../lib/children/queries'
import { logContact, nameChild } from '../../lib/contacts/commands'
import { decideContact } from '../../lib/contacts/decide'
import { listContacts, readContact } from '../../lib/contacts/queries'
import { readFigures } from '../../lib/oversight/figures'
import { revokeRole } from '../../lib/people/commands'
import { readChild } from '../../lib/records/queries'
import { acceptReferral, declineReferral } from '../../lib/referrals/commands'
import { switchRole } from '../../lib/access/session'
import { childForm, contactForm, decisionForm } from '../support/inputs'
import { giveRole, makeCase, makeChild, makeContact, makeReferral, signedIn } from '../support/records'
import { makeWorld, request, type World } from '../support/world'
import type { Actor } from '../../lib/access/actor'

/** What the log says of each kind of work: who, as whom, from where, about which child, what was shown or changed. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

async function eventOf(requestId: string) {
  const { rows } = await world.sql.query(
    `SELECT kind, outcome, actor_id, role, agency_id, area_id, address, record_type, record_id, row_count, row_ids, detail,
       (SELECT coalesce(array_agg(c.child_id::text ORDER BY c.child_id::text), '{}') FROM audit_event_child c WHERE c.seq = e.seq AND c.area_id = e.area_id) AS children
     FROM audit_event e WHERE request_id = $1`,
    [requestId],
  )
  expect(rows).toHaveLength(1)
  return rows[0]
}

const by = (actor: Actor) => ({ actor_id: actor.userId, role: actor.role, agency_id: actor.agencyId, area_id: actor.areaId, outcome: 'done' })

describe('a read', () => {
  it('of a contact names who, where from, the record and the child, and shows no text', async () => {
    const child = await makeChild(world)
    const contact = await makeContact(world, { child })
    const from = request({ address: '203.0.113.9' })
    await readContact.run(world.as.advisor, from, { contactId: contact })
    expect(await eventOf(from.requestId)).toEqual({
      ...by(world.as.advisor), kind: 'contact.opened', address: '203.0.113.9', record_type: 'contact', record_id: contact, row_count: null, row_ids: [], detail: null, children: [child],
    })
  })

  it('of a child’s record and of a case names the child', async () => {
    const child = await makeChild(world)
    const held = await makeCase(world, { child, holder: world.as.practitioner })
    const [first, second] = [request(), request()]
    await readChild.run(world.as.practitioner, first, { childId: child })
    await readCase.run(world.as.practitioner, second, { caseId: held })
    expect(await eventOf(first.requestId)).toMatchObject({ ...by(world.as.practitioner), kind: 'child.opened', record_type: 'child', record_id: child, children: [child] })
    expect(await eventOf(second.requestId)).toMatchObject({ ...by(world.as.practitioner), kind: 'case.opened', record_type: 'case', record_id: held, children: [child] })
  })

  it('of a list names every row shown, every child among them, and what was asked for', async () => {
    const children = [await makeChild(world, world.b), await makeChild(world, world.b)]
    const contacts = [await makeContact(world, { area: world.b, child: children[0] }), await makeContact(world, { area: world.b, child: children[1] })]
    contacts.push(await makeContact(world, { area: world.b }))
    const from = request()
    const { items } = await listContacts.run(world.as.advisorInB, from, { show: 'all' })
    expect(items).toHaveLength(3)
    expect(await eventOf(from.requestId)).toMatchObject({
      ...by(world.as.advisorInB), kind: 'contact.listed', row_count: 3, row_ids: contacts.reverse(), children: children.sort(), detail: { terms: { show: 'all' } },
    })
  })

  it('of a search keeps the words, and whom they showed', async () => {
    const child = await makeChild(world, world.a, { given_name: 'Wilhelmina', family_name: 'Oxenford' })
    const from = request()
    await searchChildren.run(world.as.edt, from, { query: 'wilhelmina oxenford' })
    expect(await eventOf(from.requestId)).toMatchObject({ ...by(world.as.edt), kind: 'child.searched', row_ids: [child], children: [child], detail: { terms: { query: 'wilhelmina oxenford' } } })
  })

  it('that shows nothing is written down too', async () => {
    const [first, second] = [request(), request()]
    await searchChildren.run(world.as.edt, first, { query: 'xqzw' })
    await listCaseload.run(world.as.otherPractitioner, second, {})
    expect(await eventOf(first.requestId)).toMatchObject({ kind: 'child.searched', row_count: 0, row_ids: [], children: [] })
    expect(await eventOf(second.requestId)).toMatchObject({ kind: 'case.listed', row_count: 0, row_ids: [], children: [] })
  })

  it('of figures keeps the period and names nobody', async () => {
    const from = request()
    await readFigures.run(world.as.analyst, from, { from: { day: '1', month: '4', year: '2026' }, until: { day: '30', month: '6', year: '2026' } })
    expect(await eventOf(from.requestId)).toMatchObject({ ...by(world.as.analyst), kind: 'figures.seen', row_count: null, children: [], detail: { terms: { from: '2026-04-01', until: '2026-06-30' } } })
  })
})

describe('a change', () => {
  it('keeps what a new contact said', async () => {
    const from = request()
    const { id, reference } = await logContact.run(world.as.advisor, from, contactForm({ concerns: ['missing'], exploitation: 'suspected' }))
    const event = await eventOf(from.requestId)
    const { rows } = await world.sql.query('SELECT child_id FROM contact WHERE id = $1', [id])
    expect(event).toMatchObject({ ...by(world.as.advisor), kind: 'contact.logged', record_type: 'contact', record_id: id, children: [rows[0].child_id] })
    expect(event.detail).toMatchObject({ before: null, after: { reference, child: 'new', whatWasSaid: 'She came to school with a new phone', concerns: ['missing'], exploitation: 'suspected' } })
  })

  it('keeps a decision with its reason', async () => {
    const child = await makeChild(world)
    const contact = await makeContact(world, { child })
    const from = request()
    await decideContact.run(world.as.safeguarding, from, decisionForm(contact, { outcomes: ['cate'], summary: 'Seen with an adult', rationale: 'Because of the adult' }))
    expect(await eventOf(from.requestId)).toMatchObject({
      ...by(world.as.safeguarding), kind: 'contact.decided', record_id: contact, children: [child],
      detail: { before: { state: 'logged' }, after: { state: 'decided', outcomes: ['cate'], reportedAs: 'progressed', rationale: 'Because of the adult' } },
    })
  })

  it('keeps only the fields of a child that changed, before and after', async () => {
    const child = await makeChild(world, world.a, { given_name: 'Robin', family_name: 'Test' })
    const from = request()
    await editChild.run(world.as.edt, from, childForm(child, { knownAs: 'Rob', nhsNumber: '943 476 5919' }))
    expect((await eventOf(from.requestId)).detail).toEqual({ before: { knownAs: '', nhsNumber: '' }, after: { knownAs: 'Rob', nhsNumber: '9434765919' } })
  })

  it('keeps which child a contact turned out to be about', async () => {
    const contact = await makeContact(world, { unidentified_child: 'A boy in a red coat' })
    const child = await makeChild(world)
    const from = request()
    await nameChild.run(world.as.advisor, from, { contactId: contact, version: 1, child: { kind: 'known', childId: child } })
    expect(await eventOf(from.requestId)).toMatchObject({ kind: 'contact.child_named', children: [child], detail: { before: { childId: null, unidentified: 'A boy in a red coat' }, after: { childId: child } } })
  })

  it('keeps the answer to a referral', async () => {
    const [one, two] = [await makeChild(world), await makeChild(world)]
    const [accepted, declined] = [await makeReferral(world, { child: one }), await makeReferral(world, { child: two })]
    const [first, second] = [request(), request()]
    const { reference } = await acceptReferral.run(world.as.cateManager, first, { referralId: accepted, version: 1 })
    await declineReferral.run(world.as.cateManager, second, { referralId: declined, version: 1, reason: 'Another team has her' })
    expect(await eventOf(first.requestId)).toMatchObject({ kind: 'referral.accepted', record_id: accepted, children: [one], detail: { before: { state: 'sent' }, after: { state: 'accepted', case: reference } } })
    expect(await eventOf(second.requestId)).toMatchObject({ kind: 'referral.declined', record_id: declined, children: [two], detail: { after: { state: 'declined', reason: 'Another team has her' } } })
  })

  it('keeps who held a case and who holds it', async () => {
    const child = await makeChild(world)
    const held = await makeCase(world, { child, holder: world.as.practitioner })
    const from = request()
    await allocateCase.run(world.as.cateManager, from, { caseId: held, version: 1, practitionerId: world.as.otherPractitioner.userId, reason: '' })
    expect(await eventOf(from.requestId)).toMatchObject({
      kind: 'case.allocated', record_id: held, children: [child],
      detail: { before: { allocatedToId: world.as.practitioner.userId }, after: { allocatedToId: world.as.otherPractitioner.userId, practitioner: 'Paz Second', maximum: 10 } },
    })
  })

  it('of people and of one’s own role is kept', async () => {
    const given = await giveRole(world, world.as.chair)
    const actor = await signedIn(world, world.as.licensing)
    const own = await giveRole(world, actor, { role: 'analyst' })
    const [first, second] = [request(), request()]
    await revokeRole.run(world.as.admin, first, { assignmentId: given })
    await switchRole.run(actor, second, { assignmentId: own })
    expect(await eventOf(first.requestId)).toMatchObject({ ...by(world.as.admin), kind: 'role.revoked', record_type: 'user', record_id: world.as.chair.userId, children: [] })
    expect(await eventOf(second.requestId)).toMatchObject({ ...by(actor), kind: 'session.switched', record_id: actor.sessionId, detail: { before: { assignmentId: actor.assignmentId }, after: { assignmentId: own } } })
  })
})

describe('an event', () => {
  it('is written by the very transaction of the work it is about', async () => {
    const from = request()
    const { id } = await logContact.run(world.as.advisor, from, contactForm())
    const { rows } = await world.sql.query(
      `SELECT c.xmin = e.xmin AS with_contact, k.xmin = e.xmin AS with_child, l.xmin = e.xmin AS with_link
       FROM audit_event e JOIN contact c ON c.id = e.record_id JOIN child k ON k.id = c.child_id JOIN audit_event_child l ON l.seq = e.seq WHERE e.request_id = $1 AND c.id = $2`,
      [from.requestId, id],
    )
    expect(rows).toEqual([{ with_contact: true, with_child: true, with_link: true }])
  })
})

describe('a refusal', () => {
  it('names who asked, for which record, and why it was refused', async () => {
    const contact = await makeContact(world)
    const [first, second, third] = [request(), request(), request({ sameOrigin: false })]
    await expect(readContact.run(world.as.analyst, first, { contactId: contact })).rejects.toMatchObject({ kind: 'refused' })
    await expect(readContact.run(world.as.practitioner, second, { contactId: contact })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(decideContact.run(world.as.advisor, third, decisionForm(contact))).rejects.toMatchObject({ kind: 'refused' })
    const asked = { kind: 'access.refused', outcome: 'refused', record_type: 'contact', record_id: contact, children: [] }
    expect(await eventOf(first.requestId)).toMatchObject({ ...by(world.as.analyst), ...asked, detail: { terms: { operation: 'contacts.read', why: 'permission' } } })
    expect(await eventOf(second.requestId)).toMatchObject({ ...by(world.as.practitioner), ...asked, detail: { terms: { operation: 'contacts.read', why: 'not_found' } } })
    expect(await eventOf(third.requestId)).toMatchObject({ ...by(world.as.advisor), ...asked, detail: { terms: { operation: 'contacts.decide', why: 'origin' } } })
  })

  it('keeps no text of what was asked', async () => {
    const from = request()
    await expect(logContact.run(world.as.analyst, from, contactForm({ whatWasSaid: 'kestrel canary' }))).rejects.toMatchObject({ kind: 'refused' })
    expect(JSON.stringify(await eventOf(from.requestId))).not.toContain('kestrel')
  })
})
