import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerEnquiry, correctEntry } from '../../lib/enquiries/answer'
import { beginEnquiry } from '../../lib/enquiries/begin'
import { decideEnquiry } from '../../lib/enquiries/decide'
import { judgeName } from '../../lib/enquiries/names'
import { readOwnRequest } from '../../lib/enquiries/own'
import { readEnquiry } from '../../lib/enquiries/read'
import { sendAgain } from '../../lib/enquiries/send-again'
import { readSnapshots } from '../../lib/enquiries/snapshot'
import { remindAgencies } from '../../lib/enquiries/remind'
import type { Actor } from '../../lib/access/actor'
import { setClock } from '../support/clock'
import { answerForm, beginForm, entryForm, routeForm } from '../support/enquiries'
import { insert } from '../support/insert'
import { ANCHOR } from '../support/postgres'
import { makeChild, makeContact, makeReferral } from '../support/records'
import { makePerson, makeWorld, request, type World } from '../support/world'

/** An enquiry from the question to the route out: what agencies say, when it counts, and who decides. */
let world: World
let second: Actor
beforeAll(async () => {
  world = await makeWorld()
  second = await makePerson(world.sql, world.a, { role: 'safeguarding_lead', name: 'Sasha Lead' })
})
afterAll(() => world.close())
beforeEach(() => setClock(ANCHOR))

const later = (iso: string) => setClock(new Date(iso))
const DUE = '2026-11-20T10:30:00Z'

async function opened(over: Parameters<typeof beginForm>[1] = {}) {
  const child = await makeChild(world)
  const contact = await makeContact(world, { child })
  const { id } = await beginEnquiry.run(world.as.safeguarding, request(), beginForm(world, { childId: child, contactId: contact, ...over }))
  return { id, child, contact }
}
const whole = (id: string) => readEnquiry.run(world.as.safeguarding, request(), { enquiryId: id })
const own = (who: Actor, id: string) => readOwnRequest.run(who, request(), { enquiryId: id })
const answer = (who: Actor, id: string, entries: Parameters<typeof answerForm>[1], over = {}) => answerEnquiry.run(who, request(), answerForm(id, entries, over))
const decide = (who: Actor, id: string, over = {}) => decideEnquiry.run(who, request(), routeForm(id, over))
const alerts = async (record: string) => (await world.sql.query('SELECT kind, owner_role, owner_agency_id, owner_id, why FROM alert WHERE record_id = $1 ORDER BY kind, owner_agency_id', [record])).rows

describe('opening', () => {
  it('asks each agency once, with what the lead chose to tell, and tells its people', async () => {
    const form = beginForm(world, { childId: await makeChild(world) })
    const [first, again] = [await beginEnquiry.run(world.as.safeguarding, request(), form), await beginEnquiry.run(world.as.safeguarding, request(), form)]
    expect(again).toEqual(first)
    expect(first.reference).toMatch(/^TST-E-\d{4}$/)
    const { answers, question } = await whole(first.id)
    expect(answers.map(({ agency, answer: given, clock }) => [agency, given, clock])).toEqual([
      ['Testford Health Trust', null, 'on_time'], ['Testford High School', null, 'on_time'], ['Testford Police', null, 'on_time'],
    ])
    expect(question).toBe('What do you know since September?')
    const told = await alerts(first.id)
    expect(told.map(({ kind, owner_role }) => `${kind} ${owner_role}`).sort()).toEqual(['enquiry_asked partner', 'enquiry_asked partner', 'enquiry_asked police'])
    expect(JSON.stringify(told)).not.toContain('Robin')
  })

  it('gives an agency the request and no child', async () => {
    const { id, child } = await opened()
    const request = await own(world.as.school, id)
    expect(request).toMatchObject({ about: 'Robin Test, born 3 Apr 2011', told: 'Seen with an older man in a car', askedBy: 'Safia Lead', answer: null, entries: [] })
    expect(JSON.stringify(request)).not.toContain(child)
  })

  it('refuses a time that is past, and the hour that the clocks leave out', async () => {
    for (const dueAt of ['2026-11-19T10:30', '2026-11-18T09:00', '2027-03-28T01:30', '2026-02-30T10:00']) {
      await expect(opened({ dueAt })).rejects.toMatchObject({ kind: 'invalid', fields: { dueAt: 'Give a time that is still to come' } })
    }
  })

  it('hangs a child without a contact of her own on her latest', async () => {
    const child = await makeChild(world)
    await makeContact(world, { child })
    const latest = await makeContact(world, { child })
    const { id } = await beginEnquiry.run(world.as.safeguarding, request(), beginForm(world, { childId: child }))
    expect((await whole(id)).contact?.id).toBe(latest)
  })

  it('does not hang a child on a contact about another', async () => {
    const contact = await makeContact(world, { child: await makeChild(world) })
    await expect(opened({ contactId: contact })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('asks about a suspected person, whom no record of a child stands for', async () => {
    const contact = await makeContact(world)
    const { id } = await beginEnquiry.run(world.as.safeguarding, request(), beginForm(world, { subject: 'person', personName: 'A man called Daz', contactId: contact }))
    expect(await whole(id)).toMatchObject({ about: 'A man called Daz', child: null, namesChild: false })
    await expect(decide(world.as.safeguarding, id, { route: 'cate', summary: 'x' })).rejects.toMatchObject({ kind: 'invalid', fields: { route: expect.stringContaining('named child') } })
    await decide(world.as.safeguarding, id, { route: 'safeguarding', summary: 'x' })
  })
})

describe('answering', () => {
  it('shows an agency what it wrote and nobody else’s, and the lead all of it', async () => {
    const { id } = await opened()
    await answer(world.as.school, id, [{ text: 'school canary' }, { text: 'since last year', day: { day: '', month: '', year: '' }, approximately: 'since last summer', nature: 'opinion' }])
    await answer(world.as.police, id, [{ text: 'police canary', caveat: 'police_only', askWhom: 'DS Roe' }])
    const [school, health, police] = [await own(world.as.school, id), await own(world.as.health, id), await own(world.as.police, id)].map((one) => JSON.stringify(one))
    expect(school).toContain('school canary')
    expect(school).not.toContain('police canary')
    expect(health).not.toMatch(/canary/)
    expect(police).toContain('police canary')
    expect(police).not.toContain('school canary')
    const { entries, answers } = await whole(id)
    expect(entries.map(({ agency, text, nature, when }) => [agency, text, nature, when])).toEqual([
      ['Testford High School', 'school canary', 'fact', '12 Nov 2026'],
      ['Testford Police', 'police canary', 'fact', '12 Nov 2026'],
      ['Testford High School', 'since last year', 'opinion', 'since last summer'],
    ])
    expect(answers.map(({ answer: given, entries: count }) => [given, count])).toEqual([[null, 0], ['entries', 2], ['entries', 1]])
  })

  it('sent twice is kept once, and more may be added', async () => {
    const { id } = await opened()
    const form = answerForm(id, [{ text: 'one' }])
    for (let times = 0; times < 3; times++) await answerEnquiry.run(world.as.school, request(), form)
    await answer(world.as.school, id, [{ text: 'two' }])
    expect((await own(world.as.school, id)).entries.map(({ text }) => text).sort()).toEqual(['one', 'two'])
  })

  it('with nothing known keeps the time, and gives way to what is known after all', async () => {
    const { id } = await opened()
    await answer(world.as.health, id, [])
    expect(await own(world.as.health, id)).toMatchObject({ answer: 'nothing_known', answeredBy: 'Hela Health', answeredAt: ANCHOR })
    later('2026-11-19T11:30:00Z')
    await answer(world.as.health, id, [{}])
    expect(await own(world.as.health, id)).toMatchObject({ answer: 'entries', answeredAt: ANCHOR })
    await expect(answer(world.as.health, id, [])).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('late still counts and is marked, to the second', async () => {
    const { id } = await opened()
    later(DUE)
    expect(await answer(world.as.school, id, [{}])).toEqual({ late: false })
    later('2026-11-20T10:30:01Z')
    expect(await answer(world.as.police, id, [{}])).toEqual({ late: true })
    const { answers, entries } = await whole(id)
    expect(answers.map(({ clock, late }) => [clock, late])).toEqual([['late', false], ['met', false], ['met_late', true]])
    expect(entries.map(({ agency, late }) => [agency, late])).toEqual([['Testford High School', false], ['Testford Police', true]])
  })

  it('two of one agency at once: both count', async () => {
    const { id } = await opened()
    const colleague = await makePerson(world.sql, world.a, { role: 'partner', agency: 'school', name: `Colleague ${randomUUID()}` })
    const done = await Promise.allSettled([answer(world.as.school, id, [{ text: 'one' }]), answer(colleague, id, [{ text: 'two' }])])
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect((await own(world.as.school, id)).entries).toHaveLength(2)
  })

  it('asks for the topic’s answer, for whom to ask, and for some time', async () => {
    const { id } = await opened()
    const wrong = answer(world.as.school, id, [{ topic: 'address', caveat: 'named', day: { day: '', month: '', year: '' } }])
    await expect(wrong).rejects.toMatchObject({
      kind: 'invalid',
      fields: { 'entries.0.topicValue': expect.any(String), 'entries.0.caveatFor': 'Choose who may read this', 'entries.0.askWhom': expect.any(String), 'entries.0.day': 'Enter the day, or say roughly when' },
    })
  })
})

describe('a correction', () => {
  const entryOf = async (id: string) => (await own(world.as.school, id)).entries[0]?.id ?? ''
  const correct = (who: Actor, entryId: string, text: string, submissionKey = randomUUID()) => correctEntry.run(who, request(), { entryId, submissionKey, entry: entryForm({ text }) })

  it('is a new entry, and the old one stays readable', async () => {
    const { id } = await opened()
    await answer(world.as.school, id, [{ text: 'A silver car' }])
    const old = await entryOf(id)
    later('2026-11-19T12:00:00Z')
    await correct(world.as.school, old, 'A grey car')
    const entries = (await whole(id)).entries
    expect(entries.map(({ text, corrects, correctedBy }) => [text, corrects, correctedBy !== null])).toEqual([['A silver car', null, true], ['A grey car', old, false]])
    expect((await whole(id)).answers.find(({ agency }) => agency.includes('School'))?.entries).toBe(1)
  })

  it('twice at once leaves one and a clear refusal, and sent twice is one', async () => {
    const { id } = await opened()
    await answer(world.as.school, id, [{}])
    const old = await entryOf(id)
    const done = await Promise.allSettled([correct(world.as.school, old, 'one'), correct(world.as.school, old, 'two')])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(done.find((one) => one.status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } })
    expect((await own(world.as.school, id)).entries).toHaveLength(2)
    const latest = (await own(world.as.school, id)).entries.find(({ correctedBy }) => !correctedBy)?.id ?? ''
    const key = randomUUID()
    await correct(world.as.school, latest, 'three', key)
    await correct(world.as.school, latest, 'three', key)
    expect((await own(world.as.school, id)).entries).toHaveLength(3)
    await expect(correct(world.as.school, latest, 'four')).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Scott School has corrected this already') })
  })
})

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
