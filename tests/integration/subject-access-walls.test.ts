import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { asLogin, DENIED } from '../support/as-login'
import { insert } from '../support/insert'
import { makeChild } from '../support/records'
import { makeAccess } from '../support/subject-access'
import { makePerson, makeWorld, PEOPLE, PERSON_NAMES, type World } from '../support/world'

/** Each wall of a request to see a record by itself, by SQL. */
let world: World
let lead: Actor
let second: Actor
let app: ReturnType<typeof asLogin>
beforeAll(async () => {
  world = await makeWorld()
  lead = world.as.safeguarding
  second = await makePerson(world.sql, world.a, { role: 'safeguarding_lead', name: 'Sela Second' })
  app = asLogin(world.urls.app)
})
afterAll(async () => {
  await app.close()
  await world.close()
})

const INTEGRITY = '23000'
const IN_A = PERSON_NAMES.filter((name) => name === 'system' || PEOPLE[name][0] === 'a')
const put = (actor: Actor, table: string, row: Readonly<Record<string, unknown>>) =>
  app.run(actor, `INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row).map((_, at) => `$${at + 1}`)})`, Object.values(row))
const set = (actor: Actor, id: string, sets: string) => app.run(actor, `UPDATE subject_access_request SET ${sets}, version = version + 1 WHERE id = $1`, [id])
const keys = (requestId: string) => ({ area_id: world.a.id, id: randomUUID(), request_id: requestId })
const passage = (actor: Actor, requestId: string) => ({
  ...keys(requestId), number: 9, key: randomUUID(), record_id: randomUUID(), child_id: randomUUID(), kind: 'Details', at: '2026-11-12', text: 'x', sha256: 'x', proposals: '[]', locks: '[]', taken_at: '2026-11-12', taken_by_id: actor.userId,
})
const decision = (actor: Actor, requestId: string, passageId: string) => ({ ...keys(requestId), passage_id: passageId, number: 2, verdict: 'give', blackouts: '[]', note: '', at: '2026-11-12', by_id: actor.userId })
const reading = (actor: Actor, requestId: string, decisionId: string) => ({ ...keys(requestId), decision_id: decisionId, agrees: true, reason: '', at: '2026-11-12', by_id: actor.userId })

describe('a request', () => {
  it('is reached by an update of everything in its own area, and by those two roles', async () => {
    await makeAccess(world, { area: world.b })
    // it names no column that one would have to see, and a trigger would speak of a version
    const all = 'UPDATE subject_access_request SET version = 0'
    for (const person of IN_A) expect([person, await app.run(world.as[person], all)]).toEqual([person, { rows: [], count: 0, code: null }])
    await makeAccess(world)
    for (const person of IN_A) expect([person, (await app.run(world.as[person], all)).code]).toEqual([person, ['safeguarding', 'auditor'].includes(person) ? INTEGRITY : null])
  })

  it('is logged by a lead, of a child of the area', async () => {
    const child = await makeChild(world)
    const row = (actor: Actor, childId = child) => ({
      area_id: world.a.id, id: randomUUID(), reference: randomUUID(), submission_key: randomUUID(), child_id: childId, requester: 'young_person', requester_name: 'Robin Test', reach: 'x', asked: '', identity: 'Known', authority: '', young_view: '',
      received_on: '2026-11-12', checked_on: '2026-11-12', due_on: '2026-12-12', logged_at: '2026-11-12', logged_by_id: actor.userId,
    })
    for (const person of IN_A) expect([person, (await put(world.as[person], 'subject_access_request', row(world.as[person]))).code]).toEqual([person, person === 'safeguarding' ? null : DENIED])
    expect(await put(lead, 'subject_access_request', row(lead, await makeChild(world, world.b)))).toMatchObject({ code: DENIED })
  })

  it('that has ended is not extended, and none is extended twice or moved to another day', async () => {
    const longer = `due_on = '2027-02-12', extended_at = now(), extended_why = 'It is long'`
    const [open, ended] = [await makeAccess(world), await makeAccess(world, { state: 'withdrawn' })]
    const extended = await makeAccess(world, { extended_at: '2026-11-13', extended_why: 'It is long' })
    expect(await set(lead, open.request, longer)).toMatchObject({ count: 1 })
    expect(await set(lead, ended.request, longer)).toMatchObject({ code: DENIED })
    for (const sets of [`due_on = '2027-02-13'`, 'extended_at = now()', `extended_why = 'Longer'`]) expect([sets, (await set(lead, extended.request, sets)).code]).toEqual([sets, DENIED])
  })

  it('is due on another day only by being extended', async () => {
    const { request: id } = await makeAccess(world)
    for (const day of ['2026-11-30', '2027-01-14']) expect(await set(lead, id, `due_on = '${day}'`)).toMatchObject({ code: DENIED })
  })

  it.each(['area_id', 'child_id', 'received_on', 'checked_on', 'requester', 'identity', 'authority', 'logged_at', 'logged_by_id'])('keeps what was logged: %s', async (column) => {
    const { request: id } = await makeAccess(world)
    for (const actor of [lead, world.as.auditor]) expect(await set(actor, id, `${column} = ${column}`)).toMatchObject({ code: DENIED })
  })

  it('is never deleted, not by the owner either', async () => {
    const { request: id } = await makeAccess(world)
    await expect(world.sql.query('DELETE FROM subject_access_request WHERE id = $1', [id])).rejects.toThrow('never changed or deleted')
  })
})

describe('an auditor', () => {
  it('moves a request at its second reading, back or on, and nothing else of it', async () => {
    const audited = (id: string, sets: string) => set(world.as.auditor, id, sets)
    const reading = await makeAccess(world, { state: 'second_reading', agreed: true })
    expect(await audited(reading.request, `state = 'redacting'`)).toMatchObject({ count: 1 })
    for (const sets of [`state = 'redacting', due_on = '2027-02-12', extended_at = now(), extended_why = 'x'`, `state = 'second_reading'`, `state = 'refused', ended_at = now()`]) expect([sets, (await audited(reading.request, sets)).code]).toEqual([sets, DENIED])
    const earlier = await makeAccess(world, { state: 'ready' })
    expect(await audited(earlier.request, `state = 'redacting'`)).toMatchObject({ code: DENIED })
  })
})

describe('what is ready', () => {
  const ready = (actor: Actor, id: string) => set(actor, id, `state = 'ready'`)

  it('was taken of the record, every passage of it decided, and every decision agreed by another', async () => {
    const [some, empty] = [await makeAccess(world, { state: 'redacting' }), await makeAccess(world)]
    await world.sql.query(`UPDATE subject_access_request SET state = 'redacting', version = version + 1 WHERE id = $1`, [empty.request])
    expect(await set(lead, empty.request, `state = 'second_reading'`)).toMatchObject({ code: INTEGRITY })
    expect(await set(lead, some.request, `state = 'second_reading'`)).toMatchObject({ count: 1 })

    const two = await makeAccess(world, { state: 'second_reading', agreed: true })
    await insert(world.sql, 'subject_access_passage', { ...passage(lead, two.request), number: 2 })
    expect(await ready(second, two.request)).toMatchObject({ code: INTEGRITY })
    const back = await makeAccess(world, { state: 'second_reading' })
    await insert(world.sql, 'subject_access_reading', { ...reading(world.as.auditor, back.request, back.decision), agrees: false, reason: 'Too much' })
    expect(await ready(second, back.request)).toMatchObject({ code: INTEGRITY })
  })

  it('is concluded by whoever decided in another request, and decided nothing in this', async () => {
    await makeAccess(world, { state: 'second_reading', by: lead.userId })
    const { request: id, decision: of } = await makeAccess(world, { state: 'second_reading', by: second.userId })
    expect(await put(lead, 'subject_access_reading', reading(lead, id, of))).toMatchObject({ count: 1 })
    const agreed = await makeAccess(world, { state: 'second_reading', by: second.userId, agreed: true })
    expect(await ready(lead, agreed.request)).toMatchObject({ count: 1 })
    // and whoever read second in another decides in this
    await makeAccess(world, { state: 'second_reading', agreed: true, reader: lead.userId })
    const open = await makeAccess(world, { state: 'redacting' })
    expect(await put(lead, 'subject_access_decision', decision(lead, open.request, open.passage))).toMatchObject({ count: 1 })
  })
})

describe('what is written in a request', () => {
  it('is of its state, and of what was taken and decided in it', async () => {
    const [received, open, other, closed] = [await makeAccess(world), await makeAccess(world, { state: 'redacting', decided: true }), await makeAccess(world, { state: 'redacting', decided: true }), await makeAccess(world, { state: 'second_reading' })]
    const move = (requestId: string, to: string) => put(lead, 'subject_access_move', { ...keys(requestId), to_state: to, words: '', at: '2026-11-12', by_id: lead.userId })
    expect([(await move(open.request, 'redacting')).code, (await move(open.request, 'received')).code, (await move(received.request, 'redacting')).code]).toEqual([null, DENIED, DENIED])
    const take = async (requestId: string) => (await put(lead, 'subject_access_passage', passage(lead, requestId))).code
    expect([await take(open.request), await take(received.request), await take(closed.request)]).toEqual([null, DENIED, DENIED])
    const decide = async (requestId: string, passageId: string) => (await put(lead, 'subject_access_decision', decision(lead, requestId, passageId))).code
    expect([await decide(open.request, open.passage), await decide(open.request, other.passage), await decide(closed.request, closed.passage)]).toEqual([null, DENIED, DENIED])
    const read = async (requestId: string, decisionId: string) => (await put(second, 'subject_access_reading', reading(second, requestId, decisionId))).code
    const another = await makeAccess(world, { state: 'second_reading' })
    expect([await read(closed.request, closed.decision), await read(closed.request, another.decision), await read(open.request, open.decision)]).toEqual([null, DENIED, DENIED])
  })

  it('waits for whoever decides, reads or concludes in it at that moment', async () => {
    const { request: id, passage: of } = await makeAccess(world, { state: 'redacting' })
    const there = await makeAccess(world, { state: 'second_reading', agreed: true })
    const last = await makeAccess(world, { state: 'second_reading' })
    const waits = `SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`
    for (const [held, work] of [
      [id, () => put(lead, 'subject_access_decision', { ...decision(lead, id, of), number: 1 })],
      [last.request, () => put(second, 'subject_access_reading', reading(second, last.request, last.decision))],
      [there.request, () => set(second, there.request, `state = 'ready'`)],
    ] as const) {
      const other = await world.sql.connect()
      await other.query('BEGIN')
      await other.query(`SELECT pg_advisory_xact_lock(hashtextextended('subject access ' || $1, 0))`, [held])
      let settled = false
      let waited = false
      const answer = work().finally(() => (settled = true))
      while (!settled && !waited) waited = Boolean((await world.sql.query(waits)).rowCount)
      await other.query('COMMIT')
      other.release()
      expect(await answer).toMatchObject({ count: 1 })
      expect(waited).toBe(true)
    }
  })
})
