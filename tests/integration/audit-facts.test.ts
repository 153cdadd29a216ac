import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allocateCase } from '../../lib/cases/commands'
import { CONTINUITY_SAID } from '../support/cover'
import { editChild } from '../../lib/children/commands'
import { logContact, nameChild } from '../../lib/contacts/commands'
import { decideContact } from '../../lib/contacts/decide'
import { readContact } from '../../lib/contacts/queries'
import { revokeRole } from '../../lib/people/commands'
import { acceptReferral } from '../../lib/referrals/accept'
import { declineReferral } from '../../lib/referrals/commands'
import { switchRole } from '../../lib/access/session'
import { by, eventOf as eventFor } from '../support/events'
import { childForm, contactForm, decisionForm } from '../support/inputs'
import { giveRole, makeCase, makeChild, makeContact, makeReferral, signedIn } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

/** What the log says of each change and each refusal: who, as whom, about which child, what was and what is. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const eventOf = (requestId: string) => eventFor(world, requestId)

describe('a change', () => {
  it('keeps what a new contact said', async () => {
    const from = request()
    const { id, reference } = await logContact.run(world.as.advisor, from, contactForm({
      concerns: ['missing'], exploitation: 'suspected',
    }))
    const event = await eventOf(from.requestId)
    const { rows } = await world.sql.query('SELECT child_id FROM contact WHERE id = $1', [id])
    expect(event).toMatchObject({
      ...by(world.as.advisor), kind: 'contact.logged', record_type: 'contact', record_id: id,
      children: [rows[0].child_id],
    })
    expect(event.detail).toMatchObject({
      before: null,
      after: {
        reference, child: 'new', whatWasSaid: 'She came to school with a new phone', concerns: ['missing'],
        exploitation: 'suspected',
      },
    })
  })

  it('keeps a decision with its reason', async () => {
    const child = await makeChild(world)
    const contact = await makeContact(world, { child })
    const from = request()
    await decideContact.run(world.as.safeguarding, from, decisionForm(contact, {
      outcomes: ['cate'], summary: 'Seen with an adult', rationale: 'Because of the adult',
    }))
    expect(await eventOf(from.requestId)).toMatchObject({
      ...by(world.as.safeguarding), kind: 'contact.decided', record_id: contact, children: [child],
      detail: {
        before: { state: 'logged' },
        after: { state: 'decided', outcomes: ['cate'], reportedAs: 'progressed', rationale: 'Because of the adult' },
      },
    })
  })

  it('keeps only the fields of a child that changed, before and after', async () => {
    const child = await makeChild(world, world.a, { given_name: 'Robin', family_name: 'Test' })
    const from = request()
    await editChild.run(world.as.edt, from, childForm(child, { knownAs: 'Rob', nhsNumber: '943 476 5919' }))
    expect((await eventOf(from.requestId)).detail).toEqual({
      before: { knownAs: '', nhsNumber: '' }, after: { knownAs: 'Rob', nhsNumber: '9434765919' },
    })
  })

  it('keeps which child a contact turned out to be about', async () => {
    const contact = await makeContact(world, { unidentified_child: 'A boy in a red coat' })
    const child = await makeChild(world)
    const from = request()
    await nameChild.run(world.as.advisor, from, { contactId: contact, version: 1, child: { kind: 'known', childId: child } })
    expect(await eventOf(from.requestId)).toMatchObject({
      kind: 'contact.child_named', children: [child],
      detail: { before: { childId: null, unidentified: 'A boy in a red coat' }, after: { childId: child } },
    })
  })

  it('keeps the answer to a referral', async () => {
    const [one, two] = [await makeChild(world), await makeChild(world)]
    const [accepted, declined] = [await makeReferral(world, { child: one }), await makeReferral(world, { child: two })]
    const [first, second] = [request(), request()]
    const { reference } = await acceptReferral.run(world.as.cateManager, first, { referralId: accepted, version: 1 })
    await declineReferral.run(world.as.cateManager, second, { referralId: declined, version: 1, reason: 'Another team has her' })
    expect(await eventOf(first.requestId)).toMatchObject({
      kind: 'referral.accepted', record_id: accepted, children: [one],
      detail: { before: { state: 'sent' }, after: { state: 'accepted', case: reference } },
    })
    expect(await eventOf(second.requestId)).toMatchObject({
      kind: 'referral.declined', record_id: declined, children: [two],
      detail: { after: { state: 'declined', reason: 'Another team has her' } },
    })
  })

  it('keeps who held a case and who holds it', async () => {
    const child = await makeChild(world)
    const held = await makeCase(world, { child, holder: world.as.practitioner })
    const from = request()
    await allocateCase.run(world.as.cateManager, from, {
      caseId: held, version: 1, practitionerId: world.as.otherPractitioner.userId, reason: '', continuity: CONTINUITY_SAID,
    })
    expect(await eventOf(from.requestId)).toMatchObject({
      kind: 'case.allocated', record_id: held, children: [child],
      detail: {
        before: { allocatedToId: world.as.practitioner.userId },
        after: { allocatedToId: world.as.otherPractitioner.userId, practitioner: 'Paz Second', maximum: 10 },
      },
    })
  })

  it('of people and of one’s own role is kept', async () => {
    const given = await giveRole(world, world.as.chair)
    const actor = await signedIn(world, world.as.licensing)
    const own = await giveRole(world, actor, { role: 'analyst' })
    const [first, second] = [request(), request()]
    await revokeRole.run(world.as.admin, first, { assignmentId: given })
    await switchRole.run(actor, second, { assignmentId: own })
    expect(await eventOf(first.requestId)).toMatchObject({
      ...by(world.as.admin), kind: 'role.revoked', record_type: 'user', record_id: world.as.chair.userId,
      children: [],
    })
    expect(await eventOf(second.requestId)).toMatchObject({
      ...by(actor), kind: 'session.switched', record_id: actor.sessionId,
      detail: { before: { assignmentId: actor.assignmentId }, after: { assignmentId: own } },
    })
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
    await expect(readContact.run(world.as.practitioner, second, { contactId: contact })).rejects.toMatchObject(
      { kind: 'not_found' },
    )
    await expect(decideContact.run(world.as.advisor, third, decisionForm(contact))).rejects.toMatchObject({ kind: 'refused' })
    const asked = { kind: 'access.refused', outcome: 'refused', record_type: 'contact', record_id: contact, children: [] }
    expect(await eventOf(first.requestId)).toMatchObject({
      ...by(world.as.analyst), ...asked, detail: { terms: { operation: 'contacts.read', why: 'permission' } },
    })
    expect(await eventOf(second.requestId)).toMatchObject({
      ...by(world.as.practitioner), ...asked, detail: { terms: { operation: 'contacts.read', why: 'not_found' } },
    })
    expect(await eventOf(third.requestId)).toMatchObject({
      ...by(world.as.advisor), ...asked, detail: { terms: { operation: 'contacts.decide', why: 'origin' } },
    })
  })

  it('keeps no text of what was asked', async () => {
    const from = request()
    await expect(logContact.run(world.as.analyst, from, contactForm({ whatWasSaid: 'kestrel canary' }))).rejects.toMatchObject(
      { kind: 'refused' },
    )
    expect(JSON.stringify(await eventOf(from.requestId))).not.toContain('kestrel')
  })
})
