import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { ACCESS_STATES, mayMoveAccess } from '../../lib/pathway/subject-access'
import { decidePassage } from '../../lib/subject-access/decide'
import { endRequest, extendRequest } from '../../lib/subject-access/end'
import { takeCopy } from '../../lib/subject-access/hand-out'
import { readPassage, readRequest } from '../../lib/subject-access/read'
import { concludeReading, readSecond, sendToSecond } from '../../lib/subject-access/second'
import { beginReading, takeSince } from '../../lib/subject-access/take'
import { asLogin, DENIED } from '../support/as-login'
import { insert } from '../support/insert'
import { makeCase, makeChild, makeContact, makeJudgement } from '../support/records'
import { agreeAll, decideAll, makeAccess, takenAccess } from '../support/subject-access'
import { makePerson, makeWorld, request, type World } from '../support/world'

/** Two people, in the operation and beneath it; and nothing of one written over by another unseen. */
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
const decide = (actor: Actor, passageId: string, number: number, over: Record<string, unknown> = {}) =>
  decidePassage.run(actor, request(), { passageId, number, verdict: 'give', ground: null, blackouts: [], note: '', ...over } as never)
const read = (actor: Actor, requestId: string) => readRequest.run(actor, request(), { requestId })
const passage = (actor: Actor, requestId: string, number: number) => readPassage.run(actor, request(), { requestId, number })
const step = async (actor: Actor, requestId: string) => ({ requestId, version: (await read(actor, requestId)).version })
const sayOf = (actor: Actor, decisionId: string, agrees: 'yes' | 'no' = 'yes', reason = '') => readSecond.run(actor, request(), { decisionId, agrees, reason })

describe('whoever decided', () => {
  it('reads nothing second and concludes nothing, in the operation', async () => {
    const { request: id, decision } = await makeAccess(world, { state: 'second_reading', by: lead.userId })
    await expect(sayOf(lead, decision)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('second person') })
    await sayOf(second, decision)
    await expect(concludeReading.run(lead, request(), await step(lead, id))).rejects.toMatchObject({ kind: 'conflict' })
    expect(await concludeReading.run(second, request(), await step(second, id))).toEqual({ ready: true })
  })

  it('nor by SQL, and one who read second decides nothing', async () => {
    const { request: id, decision } = await makeAccess(world, { state: 'second_reading', by: lead.userId })
    const reading = 'INSERT INTO subject_access_reading (area_id, id, request_id, decision_id, agrees, reason, at, by_id) VALUES ($1, $2, $3, $4, true, $6, now(), $5)'
    const say = (actor: Actor, by = actor) => app.run(actor, reading, [world.a.id, randomUUID(), id, decision, by.userId, ''])
    expect(await say(lead)).toMatchObject({ code: INTEGRITY })
    // in another's name, or as a role that reads nothing second
    expect(await say(lead, second)).toMatchObject({ code: DENIED })
    expect(await say(world.as.manager)).toMatchObject({ code: DENIED })
    expect(await say(second)).toMatchObject({ count: 1 })
    expect(await say(world.as.auditor)).toMatchObject({ count: 1 })

    const back = await makeAccess(world, { state: 'redacting', decided: true, agreed: true, by: lead.userId, reader: second.userId })
    const deciding = `INSERT INTO subject_access_decision (area_id, id, request_id, passage_id, number, verdict, blackouts, note, at, by_id) VALUES ($1, $2, $3, $4, 2, 'give', '[]', '', now(), $5)`
    const by = (actor: Actor) => app.run(actor, deciding, [world.a.id, randomUUID(), back.request, back.passage, actor.userId])
    expect(await by(second)).toMatchObject({ code: INTEGRITY })
    expect(await by(world.as.auditor)).toMatchObject({ code: DENIED })
    expect(await by(lead)).toMatchObject({ count: 1 })
    await expect(decide(second, back.passage, 1)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('second') })
  })

  it('makes nothing ready by SQL: not without a reading, not by their own hand, not an auditor otherwise', async () => {
    const to = (state: string) => `UPDATE subject_access_request SET state = '${state}', version = version + 1 WHERE id = $1`
    const unread = await makeAccess(world, { state: 'second_reading', by: lead.userId })
    const agreed = await makeAccess(world, { state: 'second_reading', by: lead.userId, agreed: true })
    const again = await makeAccess(world, { state: 'second_reading', by: lead.userId, agreed: true })
    await world.sql.query(`INSERT INTO subject_access_decision SELECT area_id, $2, request_id, passage_id, 2, 'give', NULL, '[]', '', at, by_id FROM subject_access_decision WHERE id = $1`, [again.decision, randomUUID()])
    expect(await app.run(second, to('ready'), [unread.request])).toMatchObject({ code: INTEGRITY })
    expect(await app.run(lead, to('ready'), [agreed.request])).toMatchObject({ code: INTEGRITY })
    // agreed, and decided again since
    expect(await app.run(second, to('ready'), [again.request])).toMatchObject({ code: INTEGRITY })
    expect(await app.run(second, to('ready'), [agreed.request])).toMatchObject({ count: 1 })
    expect(await app.run(world.as.auditor, to('ready'), [agreed.request])).toMatchObject({ count: 1 })
    expect(await app.run(world.as.auditor, to('withdrawn').replace('version =', 'ended_at = now(), version ='), [agreed.request])).toMatchObject({ code: DENIED })
    expect(await app.run(world.as.manager, to('ready'), [agreed.request])).toMatchObject({ count: 0 })
    expect(await app.run(second, to('redacting').replace(', version = version + 1', ''), [agreed.request])).toMatchObject({ code: INTEGRITY })
  })
})

describe('the states of a request', () => {
  it('follow one another in the database as in the rule', async () => {
    const differ: string[] = []
    for (const from of ACCESS_STATES) {
      const { request: id } = await makeAccess(world, { state: from, decided: true, agreed: true })
      for (const to of ACCESS_STATES.filter((one) => one !== from)) {
        const ended = ['handed_over', 'refused', 'withdrawn'].includes(to)
        const { count } = await app.run(second, `UPDATE subject_access_request SET state = $2::access_state, ended_at = ${ended ? 'now()' : 'NULL'}, version = version + 1 WHERE id = $1`, [id, to])
        if ((count === 1) !== mayMoveAccess(from, to)) differ.push(`${from} ${to}`)
      }
    }
    expect(differ).toEqual([])
  })
})

describe('two at once', () => {
  it('who decide one passage: one is told, sees both, and nothing is lost', async () => {
    const { request: id, passage: at } = await makeAccess(world, { state: 'redacting' })
    const answers = await Promise.allSettled([decide(lead, at, 0, { verdict: 'whole', ground: 'crime' }), decide(second, at, 0, { verdict: 'part', blackouts: [{ words: 'Gwen Hart', ground: 'third_party' }] })])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = answers.find((one) => one.status === 'rejected')
    const kept = (await passage(lead, id, 1)).decisions
    expect(kept).toHaveLength(1)
    expect(lost?.reason).toMatchObject({ kind: 'stale', current: { version: 1, verdict: kept[0]?.verdict === 'whole' ? 'Withhold all of it' : 'Give it with words blacked out' } })
    // decided with the other in view, it stands beside it
    await decide(lead, at, 1, { note: 'Both talked' })
    expect((await passage(lead, id, 1)).decisions.map(({ number }) => number)).toEqual([2, 1])
  })

  it('sent twice, a decision stands once', async () => {
    const { request: id, passage: at } = await makeAccess(world, { state: 'redacting' })
    expect(await Promise.all([decide(lead, at, 0), decide(lead, at, 0)])).toEqual([{ number: 1 }, { number: 1 }])
    expect((await passage(lead, id, 1)).decisions).toHaveLength(1)
  })
})

describe('a second reading', () => {
  it('sends back with a reason, is answered, and is ready only when all is agreed', async () => {
    const child = await makeChild(world)
    await makeContact(world, { child, what_was_said: 'Darren Pike waits outside' })
    const id = await takenAccess(lead, child)
    await expect(sendToSecond.run(lead, request(), await step(lead, id))).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('still to be decided') })
    await decideAll(lead, id)
    await sendToSecond.run(lead, request(), await step(lead, id))
    await expect(concludeReading.run(world.as.auditor, request(), await step(lead, id))).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('still to be read') })
    const { passages } = await read(second, id)
    for (const { number } of passages) {
      const { decisions, text } = await passage(world.as.auditor, id, number)
      await sayOf(world.as.auditor, decisions[0]?.id ?? '', text.includes('Pike') ? 'no' : 'yes', text.includes('Pike') ? 'He is not hers to be told of' : '')
    }
    expect(await concludeReading.run(world.as.auditor, request(), await step(lead, id))).toEqual({ ready: false })
    const back = (await read(lead, id)).passages.filter(({ state }) => state === 'sent_back')
    expect(back).toHaveLength(1)
    await expect(takeCopy.run(lead, request(), { requestId: id, as: 'pdf' })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(sendToSecond.run(lead, request(), await step(lead, id))).rejects.toMatchObject({ kind: 'conflict' })
    await decideAll(lead, id, () => ({ verdict: 'part', blackouts: [{ words: 'Darren Pike', ground: 'third_party' }] }))
    await agreeAll(lead, world.as.auditor, id)
    const copy = await takeCopy.run(lead, request(), { requestId: id, as: 'json' })
    expect(JSON.stringify(copy)).not.toContain('Pike')
    expect(copy.passages).toHaveLength(passages.length)
  })

  it('gives no copy before it is concluded, nor once it is opened again, though all of it is agreed', async () => {
    for (const state of ['redacting', 'second_reading', 'withdrawn']) {
      const { request: id } = await makeAccess(world, { state, decided: true, agreed: true })
      await expect(takeCopy.run(lead, request(), { requestId: id, as: 'json' })).rejects.toMatchObject({ kind: 'conflict' })
    }
    const { request: given } = await makeAccess(world, { state: 'handed_over' })
    expect(await takeCopy.run(lead, request(), { requestId: given, as: 'json' })).toMatchObject({ summary: { given: 1 } })
  })

  it('sends nothing back without a reason', async () => {
    const { decision } = await makeAccess(world, { state: 'second_reading' })
    await expect(sayOf(second, decision, 'no')).rejects.toMatchObject({ fields: { reason: expect.any(String) } })
    expect(await app.run(second, `INSERT INTO subject_access_reading SELECT area_id, $2, request_id, id, false, ' ', now(), $3 FROM subject_access_decision WHERE id = $1`, [decision, randomUUID(), second.userId])).toMatchObject({ code: '23514' })
  })
})

describe('whoever declared an interest in a case of the young person', () => {
  const declare = async (child: string, actor: Actor) => {
    const held = await makeCase(world, { child, holder: world.as.practitioner })
    const conflict = randomUUID()
    await insert(world.sql, 'panel_conflict', { area_id: world.a.id, id: conflict, case_id: held, user_id: actor.userId, reason: 'Her niece', declared_at: '2026-11-12' })
    return () => world.sql.query(`UPDATE panel_conflict SET lifted_at = '2026-11-13', lifted_by_id = $2, lift_reason = 'A mistake' WHERE id = $1`, [conflict, world.as.chair.userId])
  }
  const conflict = { kind: 'conflict', message: expect.stringContaining('conflict of interest') }

  it('reads no passage and no copy, prepares nothing and reads nothing second', async () => {
    for (const state of ['received', 'redacting', 'second_reading', 'ready']) {
      const { request: id, passage: at, decision, child } = await makeAccess(world, { state, decided: true, agreed: state === 'ready' })
      const lift = await declare(child, second)
      const now = { requestId: id, version: 1 }
      await expect(read(second, id)).rejects.toMatchObject(conflict)
      const ways = [
        passage(second, id, 1), takeCopy.run(second, request(), { requestId: id, as: 'json' }), decide(second, at, 1), sayOf(second, decision), beginReading.run(second, request(), now), takeSince.run(second, request(), now),
        sendToSecond.run(second, request(), now), concludeReading.run(second, request(), now), endRequest.run(second, request(), { ...now, to: 'withdrawn', words: 'She rang' }), extendRequest.run(second, request(), { ...now, why: 'Long' }),
      ]
      // what cannot be seen is not there; what can is told why
      for (const answer of await Promise.allSettled(ways)) expect(['conflict', 'not_found']).toContain(answer.status === 'rejected' ? answer.reason.kind : answer.status)
      expect(await read(lead, id)).toMatchObject({ state, version: 1 })
      await lift()
      expect((await read(second, id)).passages).toHaveLength(state === 'received' ? 0 : 1)
    }
  })

  it('sees none of the copy by SQL either, by whichever of two joined records; auditors see all', async () => {
    const tables = ['passage', 'decision', 'reading']
    const { request: id, child } = await makeAccess(world, { state: 'ready' })
    const other = await makeChild(world)
    await makeJudgement(world, { pair: [child, other], kept_id: child })
    const seen = (actor: Actor) => Promise.all(tables.map(async (table) => (await app.run(actor, `SELECT FROM subject_access_${table} WHERE request_id = $1`, [id])).count))
    expect(await seen(second)).toEqual([1, 1, 1])
    await declare(other, second)
    expect([await seen(second), await seen(lead), await seen(world.as.auditor)]).toEqual([[0, 0, 0], [1, 1, 1], [1, 1, 1]])
  })
})
