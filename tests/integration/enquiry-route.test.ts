import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { beginEnquiry } from '../../lib/enquiries/begin'
import { judgeName } from '../../lib/enquiries/names'
import { remindAgencies } from '../../lib/enquiries/remind'
import { sendAgain } from '../../lib/enquiries/send-again'
import { readSnapshots } from '../../lib/enquiries/snapshot'
import { setClock } from '../support/clock'
import { beginForm } from '../support/enquiries'
import { later, stepsOf } from '../support/enquiry-steps'
import { insert } from '../support/insert'
import { ANCHOR } from '../support/postgres'
import { makeChild, makeContact, makeReferral, makeService } from '../support/records'
import { makePerson, makeWorld, request, type World } from '../support/world'

/** An enquiry to its end: reminders, the names that crop up, who decides the route out, and what travels. */
let world: World
let second: Actor
beforeAll(async () => {
  world = await makeWorld()
  second = await makePerson(world.sql, world.a, { role: 'safeguarding_lead', name: 'Sasha Lead' })
})
afterAll(() => world.close())
beforeEach(() => setClock(ANCHOR))
const { opened, whole, answer, decide, alerts } = stepsOf(() => world)

describe('the route out', () => {
  it('decided by two at once leaves one decision and one clear refusal', async () => {
    for (let times = 0; times < 5; times++) {
      const { id, contact } = await opened()
      const done = await Promise.allSettled([
        decide(world.as.safeguarding, id, { route: 'cate', summary: 'x' }),
        decide(second, id, { route: 'safeguarding', summary: 'x' }),
      ])
      expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const lost = done.find((one) => one.status === 'rejected')
      expect(lost).toMatchObject({ reason: { kind: 'conflict', message: expect.stringMatching(/(Safia|Sasha) Lead decided this enquiry on 19 Nov 2026, 10:30: (CATE|Safeguarding)\. Your decision was not saved\./) } })
      const { rows } = await world.sql.query(`SELECT (SELECT count(*)::int FROM enquiry_decision WHERE enquiry_id = $1) AS decisions, (SELECT count(*)::int FROM referral WHERE contact_id = $2) AS referrals`, [id, contact])
      expect(rows).toEqual([{ decisions: 1, referrals: 1 }])
    }
  })

  it('decides the contact that waited for it, and leaves one alone where nothing is sent', async () => {
    const both = await opened()
    await decide(world.as.safeguarding, both.id, { route: 'both', summary: 'What the school knows', reasons: 'Three agencies name the same man' })
    const decision = async (contact: string) => (await world.sql.query(`SELECT outcomes::text[], reported_as, rationale, referrer_told FROM contact_decision WHERE contact_id = $1`, [contact])).rows
    expect(await decision(both.contact)).toEqual([{
      outcomes: ['cate', 'safeguarding'], reported_as: 'progressed', referrer_told: 'not_yet',
      rationale: expect.stringMatching(/^After TST-E-\d{4}: Three agencies name the same man$/),
    }])
    expect((await whole(both.id)).decision?.referrals.map(({ outcome }) => outcome).sort()).toEqual(['cate', 'safeguarding'])
    const none = await opened()
    await decide(world.as.safeguarding, none.id)
    expect(await decision(none.contact)).toEqual([])
    expect((await whole(none.id)).contact?.undecided).toBe(true)
  })

  it('goes with the referral that the contact has already, and sends what is missing', async () => {
    const child = await makeChild(world)
    const known = await makeReferral(world, { child, outcome: 'safeguarding' })
    const { rows } = await world.sql.query('SELECT contact_id FROM referral WHERE id = $1', [known])
    const { id } = await beginEnquiry.run(world.as.safeguarding, request(), beginForm(world, { childId: child, contactId: rows[0].contact_id }))
    await decide(world.as.safeguarding, id, { route: 'both', summary: 'x' })
    const referrals = (await whole(id)).decision?.referrals ?? []
    expect(referrals).toHaveLength(2)
    expect(referrals.map((one) => one.id)).toContain(known)
  })

  it('to a service of the directory says which, whether its contact was waiting or decided; to any other by its name', async () => {
    const service = await makeService(world, world.a, { name: 'The Boathouse' })
    const sent = async (contact: string) => (await world.sql.query(`SELECT to_service, to_service_id FROM referral WHERE contact_id = $1 AND outcome = 'other_service'`, [contact])).rows
    const waiting = await opened()
    await decide(world.as.safeguarding, waiting.id, { route: 'other', service: 'The Boathouse', serviceId: service, summary: 'x' })
    expect(await sent(waiting.contact)).toEqual([{ to_service: 'The Boathouse', to_service_id: service }])

    const child = await makeChild(world)
    const { rows } = await world.sql.query('SELECT contact_id FROM referral WHERE id = $1', [await makeReferral(world, { child, outcome: 'safeguarding' })])
    const { id } = await beginEnquiry.run(world.as.safeguarding, request(), beginForm(world, { childId: child, contactId: rows[0].contact_id }))
    await decide(world.as.safeguarding, id, { route: 'other', service: 'The Boathouse', serviceId: service, summary: 'x' })
    expect(await sent(rows[0].contact_id)).toEqual([{ to_service: 'The Boathouse', to_service_id: service }])

    const named = await opened()
    await decide(world.as.safeguarding, named.id, { route: 'other', service: 'A club in town', summary: 'x' })
    expect(await sent(named.contact)).toEqual([{ to_service: 'A club in town', to_service_id: null }])
    const elsewhere = await makeService(world, world.b)
    await expect(decide(world.as.safeguarding, (await opened()).id, { route: 'other', serviceId: elsewhere, summary: 'x' })).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('does not revive a referral that was declined', async () => {
    const child = await makeChild(world)
    const declined = await makeReferral(world, { child, state: 'declined', decline_reason: 'No' })
    const { rows } = await world.sql.query('SELECT contact_id FROM referral WHERE id = $1', [declined])
    const { id } = await beginEnquiry.run(world.as.safeguarding, request(), beginForm(world, { childId: child, contactId: rows[0].contact_id }))
    await expect(decide(world.as.safeguarding, id, { route: 'cate', summary: 'x' })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('was declined') })
    expect((await whole(id)).decision).toBeNull()
  })

  it('says how many had not answered, and marks what comes after', async () => {
    const { id } = await opened()
    await answer(world.as.school, id, [{}])
    await decide(world.as.safeguarding, id)
    later('2026-11-19T15:00:00Z')
    await answer(world.as.police, id, [{ text: 'after' }])
    const { decision, entries } = await whole(id)
    expect(decision).toMatchObject({ route: 'none', unanswered: 2 })
    expect(entries.map(({ text, afterDecision }) => [text, afterDecision])).toEqual([['Came in with a new phone', false], ['after', true]])
    await remindAgencies.run(world.as.system, request(), {})
    expect((await alerts(id)).map(({ kind }) => kind)).toContain('enquiry_after_decision')
  })
})

describe('sending it again', () => {
  const send = (id: string) => sendAgain.run(world.as.safeguarding, request(), { enquiryId: id })
  it('takes what came since to those who received it, beside the first', async () => {
    const { id, contact } = await opened()
    await answer(world.as.school, id, [{ text: 'before' }])
    await decide(world.as.safeguarding, id, { route: 'cate', summary: 'x' })
    await expect(send(id)).rejects.toMatchObject({ kind: 'conflict' })
    later('2026-11-19T15:00:00Z')
    await answer(world.as.police, id, [{ text: 'after' }])
    later('2026-11-19T15:05:00Z')
    expect(await send(id)).toEqual({ referrals: 1 })
    await expect(send(id)).rejects.toMatchObject({ kind: 'conflict' })
    const { rows } = await world.sql.query('SELECT id FROM referral WHERE contact_id = $1', [contact])
    const snapshots = await readSnapshots.run(world.as.cateManager, request(), { referralId: rows[0].id })
    expect(snapshots.map(({ entries }) => entries.map(({ shown }) => shown?.text))).toEqual([['before', 'after'], ['before']])
  })
})

describe('names that crop up', () => {
  const judge = (id: string, value: string, verdict: 'accepted' | 'dismissed') => judgeName.run(world.as.safeguarding, request(), { enquiryId: id, kind: 'person', value, verdict })
  const around = async (child: string) => (await world.sql.query('SELECT name, relationship, note FROM person_around WHERE child_id = $1', [child])).rows

  it('are linked when somebody takes them, and never by themselves', async () => {
    const { id, child } = await opened()
    await answer(world.as.school, id, [{ text: 'She speaks of Darren Pike' }])
    expect((await whole(id)).names).toEqual([])
    await answer(world.as.health, id, [{ text: 'Came with Darren Pike' }])
    expect((await whole(id)).names).toMatchObject([{ shown: 'Darren Pike', verdict: null, from: ['Testford Health Trust', 'Testford High School'] }])
    expect(await around(child)).toEqual([])
    await judge(id, 'darren pike', 'accepted')
    await judge(id, 'darren pike', 'accepted')
    expect(await around(child)).toEqual([{ name: 'Darren Pike', relationship: 'associate', note: expect.stringMatching(/^Named in TST-E-\d{4}\.$/) }])
    await expect(judge(id, 'darren pike', 'dismissed')).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('of one agency alone are offered where another contact told of them', async () => {
    const { id } = await opened()
    const other = await makeContact(world, { child: await makeChild(world) })
    await insert(world.sql, 'contact_subject', { area_id: world.a.id, id: randomUUID(), contact_id: other, kind: 'vehicle', label: 'Silver Corsa, AB12 CDE', normalised: 'AB12CDE' })
    await answer(world.as.school, id, [{ text: 'Picked up by ab 12, then AB12 CDE' }])
    expect((await whole(id)).names).toMatchObject([{ kind: 'vehicle', value: 'AB12CDE', known: expect.stringMatching(/^told of in X-\d+$/) }])
    // taken, it stays with the enquiry: the agency that made the contact would read it there
    await judgeName.run(world.as.safeguarding, request(), { enquiryId: id, kind: 'vehicle', value: 'AB12CDE', verdict: 'accepted' })
    expect((await world.sql.query('SELECT count(*)::int AS n FROM contact_subject')).rows).toEqual([{ n: 1 }])
  })

  it('that stand only in withheld entries stay off the child’s record', async () => {
    const { id, child } = await opened()
    await answer(world.as.police, id, [{ text: 'Stopped with Silas Thorne', caveat: 'police_only', askWhom: 'DS Roe' }])
    await answer(world.as.health, id, [{ text: 'Came with Silas Thorne', caveat: 'named', caveatFor: ['panel'], askWhom: 'Nurse' }])
    expect((await whole(id)).names).toMatchObject([{ shown: 'Silas Thorne', restricted: true }])
    await judge(id, 'silas thorne', 'accepted')
    expect(await around(child)).toEqual([])
  })
})

describe('reminders', () => {
  const remind = async (iso: string) => {
    later(iso)
    return remindAgencies.run(world.as.system, request(), {})
  }
  it('come before, at and after the time, each once, and never to those who have answered', async () => {
    await world.sql.query(`UPDATE enquiry_request SET answer = 'nothing_known', answered_at = asked_at, answered_by_id = asked_by_id WHERE answered_at IS NULL`)
    const { id } = await opened()
    await answer(world.as.school, id, [{}])
    expect(await remind('2026-11-20T06:00:00Z')).toBe(0)
    expect(await remind('2026-11-20T07:00:00Z')).toBe(2)
    expect(await remind('2026-11-20T07:05:00Z')).toBe(0)
    expect(await remind('2026-11-20T10:35:00Z')).toBe(2)
    expect(await remind('2026-11-23T10:35:00Z')).toBe(2)
    expect(await remind('2026-11-24T10:35:00Z')).toBe(0)
    const raised = await alerts(id)
    const count = (kind: string) => raised.filter((alert) => alert.kind === kind).length
    expect([count('enquiry_asked'), count('enquiry_reminder'), count('enquiry_overdue'), count('enquiry_answered')]).toEqual([3, 6, 1, 0])
    expect(raised.find(({ kind }) => kind === 'enquiry_overdue')).toMatchObject({ owner_id: world.as.safeguarding.userId, why: expect.stringContaining('2 agencies have not answered') })
    expect(raised.some(({ owner_agency_id, kind }) => kind === 'enquiry_reminder' && owner_agency_id === world.a.agencies.school)).toBe(false)
    expect((await whole(id)).answers.map(({ reminders }) => reminders)).toEqual([3, 0, 3])
    later('2026-11-24T11:00:00Z')
    await answer(world.as.police, id, [])
    await answer(world.as.health, id, [])
    await remind('2026-11-24T11:05:00Z')
    expect((await alerts(id)).filter(({ kind }) => kind === 'enquiry_answered')).toHaveLength(1)
  })

  it('end with the decision', async () => {
    const { id } = await opened()
    await decide(world.as.safeguarding, id)
    await remind('2026-11-23T10:35:00Z')
    expect((await alerts(id)).filter(({ kind }) => kind === 'enquiry_reminder')).toEqual([])
  })
})
