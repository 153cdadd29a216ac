import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { decideContact } from '../../lib/contacts/decide'
import { listReceived } from '../../lib/referrals/received'
import { refuseSharing } from '../../lib/sharing/commands'
import { listSharing, offerSharing } from '../../lib/sharing/queries'
import { readToday } from '../../lib/today/queries'
import { setClock } from '../support/clock'
import { decisionForm } from '../support/inputs'
import { makeChild, makeContact, makeReferral, makeService } from '../support/records'
import { CANARIES, referralsIn } from '../support/referrals'
import { makeWorld, request, type World } from '../support/world'

/** What goes along with a referral: what was chosen, for each receiver, and no more. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())

const { sentToSchool, referralsOf, received, school } = referralsIn(() => world)

describe('what is shared', () => {
  it('is exactly what was chosen: the agency sees that, and of contact and child nothing else', async () => {
    const { contact, child, referral } = await sentToSchool({ items: ['name', 'child_words'] })
    const seen = await received(referral)
    expect(seen.items.map(({ id }) => id)).toEqual(['reference', 'name', 'child_words'])
    const everything = JSON.stringify([seen, await school(listReceived, {}), await school(readToday, {})])
    expect(everything).toContain(CANARIES.words)
    for (const hidden of [CANARIES.said, CANARIES.family, CANARIES.told, contact, child, 'Brook High']) expect(everything).not.toContain(hidden)
  })

  it('by itself is no more than who it is about and why, and never who told us', async () => {
    const { contact } = await sentToSchool({}, { identity_withheld: true })
    const { preselected, items, identityWithheld } = await offerSharing.run(world.as.advisor, request(), { contactId: contact })
    expect(identityWithheld).toBe(true)
    expect(preselected).toEqual(['name', 'date_of_birth', 'concerns'])
    expect(items.find(({ id }) => id === 'who_told_us')?.value).toContain('The family must not learn')
    const { rows } = await world.sql.query('SELECT items FROM sharing WHERE contact_id = $1', [contact])
    expect(JSON.stringify(rows)).not.toContain(CANARIES.told)
  })

  it('stays as it was when the record changes afterwards', async () => {
    const { referral, child } = await sentToSchool()
    await world.sql.query(`UPDATE child SET given_name = 'Changed' WHERE id = $1`, [child])
    expect((await received(referral)).about).toMatch(/^Robin /)
  })

  it('stands on the child’s record with whom, why, by whom and what was left out; and so does a decision not to share', async () => {
    const { child } = await sentToSchool({ items: ['name'], purpose: 'protect', basis: 'legal_obligation', rationale: 'They see her every day' })
    await refuseSharing.run(world.as.safeguarding, request(), { childId: child, receiver: 'A newspaper', purpose: 'help', reason: 'It would harm her' })
    const list = await listSharing.run(world.as.auditor, request(), { childId: child })
    expect(list).toHaveLength(2)
    expect(list.find(({ shared }) => !shared)).toMatchObject({ receiver: 'A newspaper', reason: 'It would harm her', by: 'Safia Lead', basis: null, items: [] })
    expect(list.find(({ shared }) => shared)).toMatchObject({
      receiver: 'Testford High School', purpose: 'protect', basis: 'legal_obligation', reason: 'They see her every day', by: 'Ada Visor',
      leftOut: expect.arrayContaining(['what_was_said', 'who_told_us']),
    })
  })

  it('goes to every receiver of a decision: CATE, safeguarding, two agencies and a service', async () => {
    const child = await makeChild(world)
    const contact = await makeContact(world, { child })
    const { school: one, health: two } = world.a.agencies
    await decideContact.run(world.as.advisor, request(), decisionForm(contact, {
      outcomes: ['cate', 'safeguarding', 'other_service'], agencies: [one, two], service: 'Early help', summary: 'x',
    }))
    expect(await referralsOf(contact)).toHaveLength(5)
    const { rows } = await world.sql.query('SELECT receiver, to_agency_id, jsonb_array_length(items) AS items FROM sharing WHERE contact_id = $1 ORDER BY receiver', [contact])
    expect(rows.map((row) => row.receiver)).toEqual(['Early help', 'Testford Health Trust', 'Testford High School', 'Testford cate', 'Testford safeguarding'])
    const moves = await world.sql.query(`SELECT 1 FROM referral_move m JOIN referral r ON r.id = m.referral_id WHERE r.contact_id = $1 AND m.to_state = 'sent' AND m.by_id = $2`, [contact, world.as.advisor.userId])
    expect(moves.rowCount).toBe(5)
  })

  it('goes to no agency of another area, and none that nobody answers for', async () => {
    const contact = await makeContact(world)
    for (const agency of [world.b.agencies.school, world.a.agencies.council, randomUUID()]) {
      await expect(decideContact.run(world.as.advisor, request(), decisionForm(contact, { outcomes: ['other_service'], agencies: [agency], summary: 'x' }))).rejects.toMatchObject({
        kind: 'invalid', fields: { agencies: 'Choose from the list' },
      })
    }
    expect(await referralsOf(contact)).toEqual([])
  })
})

describe('each receiver of a decision', () => {
  const given = (items: ('name' | 'address' | 'child_words')[], over: { purpose?: 'help' | 'crime'; why?: string } = {}) => ({ items, purpose: over.purpose ?? ('help' as const), basis: 'public_task' as const, why: over.why ?? '' })
  const toTwo = async (over: object) => {
    const child = await makeChild(world)
    const contact = await makeContact(world, { child, child_words: CANARIES.words })
    const { police, school: other } = world.a.agencies
    const decided = decideContact.run(world.as.advisor, request(), decisionForm(contact, {
      outcomes: ['cate', 'other_service'], agencies: [police, other], service: 'Early help', summary: 'x', rationale: 'They know her', items: ['name'], ...over,
    }))
    return { contact, child, decided }
  }
  const recordOf = async (child: string) => Object.fromEntries((await listSharing.run(world.as.advisor, request(), { childId: child })).map((one) => [one.receiver, one]))
  const ids = (one?: { items: { id: string }[] }) => one?.items.map(({ id }) => id)

  it('is given the same where nothing was chosen apart', async () => {
    const { child, decided } = await toTwo({})
    await decided
    const record = await recordOf(child)
    for (const receiver of ['Testford Police', 'Testford High School', 'Early help']) {
      expect(record[receiver]).toMatchObject({ purpose: 'help', reason: 'They know her' })
      expect(ids(record[receiver])).toEqual(['summary', 'reference', 'name'])
    }
  })

  it('is given what was chosen for it alone, and the child’s record says to whom what went, what was left out and why', async () => {
    const { police, school: other } = world.a.agencies
    const { contact, child, decided } = await toTwo({
      apart: true, each: { [police]: given(['name', 'child_words'], { purpose: 'crime', why: 'They look for the driver' }), [other]: given(['name']), service: given([]) },
    })
    await decided
    const record = await recordOf(child)
    expect(record['Testford Police']).toMatchObject({ purpose: 'crime', reason: 'They look for the driver', by: 'Ada Visor' })
    expect(record['Testford High School']).toMatchObject({ purpose: 'help', reason: 'They know her', leftOut: expect.arrayContaining(['child_words']) })
    expect([ids(record['Testford Police']), ids(record['Testford High School']), ids(record['Early help']), ids(record['Testford cate'])]).toEqual([
      ['summary', 'reference', 'name', 'child_words'], ['summary', 'reference', 'name'], ['summary', 'reference'], ['summary', 'reference', 'record'],
    ])
    const sent = await referralsOf(contact)
    const seenBy = async (agency: string, actor: Actor) => JSON.stringify(await received(sent.find((one) => one.to_agency_id === agency)?.id ?? '', actor))
    expect(await seenBy(police, world.as.police)).toContain(CANARIES.words)
    expect(await seenBy(other, world.as.school)).not.toContain(CANARIES.words)
    const { rows: log } = await world.sql.query(`SELECT detail->'after'->'shared' AS shared FROM audit_event WHERE kind = 'contact.decided' AND record_id = $1`, [contact])
    expect(log[0].shared).toContainEqual({ to: 'Testford Police', items: ['summary', 'reference', 'name', 'child_words'] })
  })

  it('must be chosen for, where they are chosen apart; and nobody else', async () => {
    const { contact, decided } = await toTwo({ apart: true, each: { [world.a.agencies.police]: given(['name']) } })
    await expect(decided).rejects.toMatchObject({ kind: 'invalid', fields: { apart: 'Choose what each of them is given' } })
    expect(await referralsOf(contact)).toEqual([])
    const { decided: other } = await toTwo({ apart: true, each: { nobody: given(['name']) } })
    await expect(other).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('what was sent', () => {
  it('stays as it was, the service of the directory included, whoever writes', async () => {
    const [service, other] = [await makeService(world), await makeService(world)]
    const referral = await makeReferral(world, { outcome: 'other_service', to_service_id: service })
    for (const set of [`to_service_id = '${other}'`, 'to_service_id = NULL', `to_service = 'Another'`, `summary = 'Another'`]) {
      await expect(world.sql.query(`UPDATE referral SET ${set} WHERE id = $1`, [referral])).rejects.toThrow('a referral stays as it was sent')
    }
    await world.sql.query(`UPDATE referral SET state = 'acknowledged', acknowledged_at = now() WHERE id = $1`, [referral])
  })
})
