import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { openGlass } from '../../lib/break-glass/commands'
import { searchGlass } from '../../lib/break-glass/queries'
import { asLogin, DENIED } from '../support/as-login'
import { GLASS_WHY, glassForm, makeGlass, OVER, reviewed } from '../support/break-glass'
import { setClock } from '../support/clock'
import { makeCover } from '../support/cover'
import { insert } from '../support/insert'
import { makeCase, makeChild, makeJudgement } from '../support/records'
import { makePerson, makeWorld, request, type World } from '../support/world'

/** Each wall of break-glass by itself: what it keeps in where the one before it fell. */
let world: World
let app: ReturnType<typeof asLogin>
beforeAll(async () => {
  world = await makeWorld()
  app = asLogin(world.urls.app)
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(async () => {
  await app.close()
  await world.close()
})

const second = () => world.as.otherPractitioner
const held = async (over: Readonly<Record<string, unknown>> = {}, names: Readonly<Record<string, unknown>> = {}) => {
  const child = await makeChild(world, world.a, names)
  return { child, caseId: await makeCase(world, { child, stage: 'plan', level: 'high', holder: world.as.practitioner, ...over }) }
}
const open = (caseId: string, actor: Actor = second()) => openGlass.run(actor, request(), glassForm(caseId))
/** Open by the database's own clock, which is the one of SQL that nobody tells the time. */
const now = () => ({ opened_at: new Date(Date.now() - 30_000), ends_at: new Date(Date.now() + 3_600_000) })
const add = (actor: Actor, { child, caseId }: { child: string; caseId: string }, over: Readonly<Record<string, unknown>> = {}) => {
  const row = { area_id: actor.areaId, id: randomUUID(), case_id: caseId, child_id: child, submission_key: randomUUID(), user_id: actor.userId, reason: GLASS_WHY, ...now(), ...over }
  const columns = Object.keys(row)
  return app.run(actor, `INSERT INTO break_glass (${columns}) VALUES (${columns.map((_, at) => `$${at + 1}`)})`, Object.values(row))
}

it('an update of everything reaches no other area', async () => {
  const inB = await makeChild(world, world.b)
  const ofB = await makeGlass(world, { area: world.b, held: await makeCase(world, { area: world.b, child: inB, stage: 'plan', holder: world.as.advisorInB }), child: inB, user: world.as.advisorInB.userId })
  const { child, caseId } = await held()
  await makeGlass(world, { held: caseId, child, user: second().userId })
  // it names no column that one would have to see
  expect(await app.run(world.as.cateManager, 'UPDATE break_glass SET ended_at = NULL')).toMatchObject({ count: 1, code: null })
  expect(await app.run(world.as.cateManager, 'SELECT 1 FROM break_glass WHERE id = $1', [ofB])).toMatchObject({ count: 0 })
})

describe('what can be opened', () => {
  it('is a case that nobody holds yet, too, and then nobody is told but the CATE manager', async () => {
    const { caseId } = await held({ holder: null, stage: 'allocation' })
    const { id } = await open(caseId)
    expect((await world.sql.query('SELECT kind FROM alert WHERE key LIKE $1', [`glass ${id}%`])).rows).toEqual([{ kind: 'glass_broken' }])
  })

  it('is none that one covers or has open already: not found again, and not added by SQL', async () => {
    const covered = await held({}, { family_name: 'Quennellshaw' })
    await makeCover(world, { held: covered.caseId, child: covered.child, holder: world.as.practitioner.userId, cover: second().userId })
    await expect(open(covered.caseId)).rejects.toMatchObject({ kind: 'not_found' })
    const opened = await held({}, { family_name: 'Quennellshaw' })
    expect(await add(second(), opened)).toMatchObject({ count: 1 })
    await makeGlass(world, { held: opened.caseId, child: opened.child, user: second().userId, ...now() })
    expect(await add(second(), opened)).toMatchObject({ code: DENIED })
    setClock(new Date().toISOString())
    expect(await searchGlass.run(second(), request(), { query: 'Quennellshaw' })).toEqual([])
  })

  it('is shut by an interest of one’s own in that case, and by no other', async () => {
    const [mine, others] = [await held(), await held()]
    const declare = (caseId: string, user: Actor) => insert(world.sql, 'panel_conflict', { area_id: world.a.id, id: randomUUID(), case_id: caseId, user_id: user.userId, declared_at: '2026-11-18', reason: 'A cousin' })
    await declare(mine.caseId, second())
    await declare(others.caseId, world.as.chair)
    await expect(open(mine.caseId)).rejects.toMatchObject({ kind: 'not_found' })
    await open(others.caseId)
  })

  it('is found ten at a time, however many are called so', async () => {
    for (let at = 0; at < 11; at++) await held({}, { family_name: 'Zwingliomarsh' })
    expect(await searchGlass.run(second(), request(), { query: 'Zwingliomarsh' })).toHaveLength(10)
  })

  it('is added as it begins: not before now, not ended and not reviewed', async () => {
    const one = await held()
    const past = new Date(Date.now() - 600_000)
    expect(await add(second(), one)).toMatchObject({ count: 1 })
    const whole = { ends_at: new Date(Date.now() + 60_000), reviewed_at: new Date(Date.now() + 120_000), reviewed_by_id: world.as.cateManager.userId, outcome: 'needed', words: 'Fine' }
    for (const over of [{ opened_at: past }, { ended_at: new Date() }, whole]) expect(await add(second(), one, over)).toMatchObject({ code: DENIED })
  })
})

describe('an opening', () => {
  it('in another area opens nothing here, to the same person', async () => {
    const there = await makePerson(world.sql, world.b, { role: 'practitioner', name: 'Paz Second' })
    expect(there.userId).toBe(second().userId)
    const inB = await makeChild(world, world.b)
    const caseId = await makeCase(world, { area: world.b, child: inB, stage: 'plan', holder: world.as.advisorInB })
    await makeGlass(world, { area: world.b, held: caseId, child: inB, user: there.userId, ...now() })
    const opens = async (actor: Actor) => (await app.run(actor, 'SELECT 1 FROM app_covered_cases() c WHERE c = $1', [caseId])).count
    expect([await opens(there), await opens(second())]).toEqual([1, 0])
  })

  it('is of the role it was made in: the same person neither sees nor ends it under another', async () => {
    const { child, caseId } = await held()
    const id = await makeGlass(world, { held: caseId, child, user: second().userId, ...now() })
    const [asAnalyst, asManager] = [await makePerson(world.sql, world.a, { role: 'analyst', name: 'Paz Second' }), await makePerson(world.sql, world.a, { role: 'manager', name: 'Paz Second' })]
    const sees = async (actor: Actor) => (await app.run(actor, 'SELECT 1 FROM break_glass WHERE id = $1', [id])).count
    expect([await sees(second()), await sees(asAnalyst), await sees(asManager)]).toEqual([1, 0, 1])
    const end = (actor: Actor) => app.run(actor, 'UPDATE break_glass SET ended_at = now() WHERE id = $1', [id])
    expect(await end(second())).toMatchObject({ count: 1 })
    expect(await end(asManager)).toMatchObject({ count: 0, code: null })
    // nor does whoever holds the case
    expect(await end(world.as.practitioner)).toMatchObject({ count: 0, code: null })
    expect(await end(world.as.cateManager)).toMatchObject({ count: 1 })
  })

  it('is seen by whoever holds that case, not by a colleague who holds another or covers it', async () => {
    const { child, caseId } = await held()
    const id = await makeGlass(world, { held: caseId, child, user: second().userId, ...OVER })
    const third = await makePerson(world.sql, world.a, { role: 'practitioner', name: 'Thea Third' })
    await held({ holder: third })
    await makeCover(world, { held: caseId, child, holder: world.as.practitioner.userId, cover: third.userId })
    const sees = async (actor: Actor) => (await app.run(actor, 'SELECT 1 FROM break_glass WHERE id = $1', [id])).count
    expect([await sees(world.as.practitioner), await sees(third)]).toEqual([1, 0])
  })

  it('is reviewed by nobody who made it, and once, by SQL too', async () => {
    const { child, caseId } = await held()
    const review = (actor: Actor, id: string) => app.run(actor, `UPDATE break_glass SET reviewed_at = now(), reviewed_by_id = $2, outcome = 'needed', words = 'Fine' WHERE id = $1`, [id, actor.userId])
    const open = await makeGlass(world, { held: caseId, child, user: second().userId, ...OVER })
    expect(await review(second(), open)).toMatchObject({ code: DENIED })
    const done = await makeGlass(world, { held: caseId, child, user: second().userId, ...reviewed(world.as.cateManager.userId) })
    expect(await review(world.as.cateManager, done)).toMatchObject({ code: DENIED })
  })
})

it('one that waits for its review is drawn for an audit as that', async () => {
  const { child, caseId } = await held()
  const id = await makeGlass(world, { held: caseId, child, user: second().userId, opened_at: '2026-09-05T10:00:00Z', ends_at: '2026-09-05T12:00:00Z' })
  const drawn = await app.run(world.as.manager, `SELECT record_id, stratum FROM audit_population('break_glass', '2026-09-01', '2026-10-01')`)
  expect(drawn.rows).toEqual([{ record_id: id, stratum: 'not_reviewed' }])
})

describe('the pages that one was used for', () => {
  const EVENT = { kind: 'child.opened', outcome: 'done', role: 'practitioner' }
  /** An event of the log past its triggers, which would set the time and the name themselves. */
  async function event(child: string, over: Readonly<Record<string, unknown>>): Promise<void> {
    const client = await world.sql.connect()
    try {
      await client.query('BEGIN')
      await client.query('SET LOCAL session_replication_role = replica')
      const row = { area_id: world.a.id, actor_id: second().userId, row_ids: [], address: '192.0.2.7', request_id: randomUUID(), ...EVENT, ...over }
      const columns = Object.keys(row)
      const { rows } = await client.query(`INSERT INTO audit_event (${columns}) VALUES (${columns.map((_, index) => `$${index + 1}`)}) RETURNING seq`, Object.values(row))
      await client.query('INSERT INTO audit_event_child (area_id, child_id, seq) VALUES ($1, $2, $3)', [world.a.id, child, rows[0].seq])
      await client.query('COMMIT')
    } finally {
      client.release()
    }
  }
  const at = (minutes: number) => new Date(Date.parse(OVER.opened_at) + minutes * 60_000)
  /** An opening of two hours with the event that made it, and a count of its pages as a manager's SQL. */
  async function opened() {
    const { child, caseId } = await held()
    const id = await makeGlass(world, { held: caseId, child, user: second().userId, ...OVER })
    await event(child, { kind: 'child.opened', at: at(-1) })
    await event(child, { kind: 'glass.opened', record_id: id, at: at(0) })
    const pages = async (actor: Actor = world.as.manager) => (await app.run(actor, 'SELECT id, pages FROM break_glass_pages($1)', [[id]])).rows
    return { child, id, pages }
  }

  it.each([
    ['one before its end', { at: at(119) }, 1],
    ['one at its end', { at: at(120) }, 0],
    ['one under another role', { role: 'analyst' }, 0],
    ['one that was refused', { outcome: 'refused' }, 0],
    ['what shows that it is open', { kind: 'glass.listed' }, 0],
  ])('count %s', async (_, over, count) => {
    const { child, id, pages } = await opened()
    await event(child, { at: at(5), ...over })
    expect(await pages()).toEqual([{ id, pages: count }])
  })

  it('are of one child, under each record of hers, and a request is one', async () => {
    const { child, id, pages } = await opened()
    const [merged, another] = [await makeChild(world), await makeChild(world)]
    await makeJudgement(world, { pair: [child, merged], kept_id: child })
    await event(another, { at: at(5) })
    expect(await pages()).toEqual([{ id, pages: 0 }])
    const requestId = randomUUID()
    for (const whose of [child, merged]) await event(whose, { at: at(6), request_id: requestId })
    expect(await pages()).toEqual([{ id, pages: 1 }])
    await event(merged, { at: at(7) })
    expect(await pages()).toEqual([{ id, pages: 2 }])
  })

  it('are counted for nobody of another area, and for nobody unasked', async () => {
    const { pages } = await opened()
    const inB = await makePerson(world.sql, world.b, { role: 'manager', name: 'Manny Other' })
    expect(await pages()).toHaveLength(1)
    expect(await pages(inB)).toEqual([])
  })
})
