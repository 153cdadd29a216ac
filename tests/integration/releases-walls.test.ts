import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { asLogin, DENIED } from '../support/as-login'
import { makeFilled, type Filled } from '../support/filled'
import { makeRelease } from '../support/releases'
import { PEOPLE, PERSON_NAMES, SYSTEM_USER } from '../support/world'

/** What leaves an area, by SQL: who moves a release where, and what the system may read while one is made. */
let world: Filled
let app: ReturnType<typeof asLogin>
beforeAll(async () => {
  world = await makeFilled()
  app = asLogin(world.urls.app)
})
afterAll(async () => {
  await app.close()
  await world.close()
})
// whatever a test let out is over for the next
afterEach(() => world.sql.query(`UPDATE data_release SET state = 'failed' WHERE state = 'let_out'`))

const ANSWERED = () => ({ asked_by_id: world.as.manager.userId, answered_at: '2026-11-18', answered_by_id: world.as.safeguarding.userId })
const MADE = () => ({ ...ANSWERED(), state: 'made', hash: 'x', bytes: 1, made_at: '2026-11-19' })
const set = (actor: Actor, id: string, sets: string) => app.run(actor, `UPDATE data_release SET ${sets} WHERE id = $1`, [id])

describe('who moves a release', () => {
  it.each([
    ['an answer is not given in another way afterwards', 'refused', 'safeguarding', [`state = 'let_out', answered_at = now()`, `answer = 'Yes'`, 'answered_at = now()', `answered_by_id = '${SYSTEM_USER}'`]],
    ['what was refused is neither made nor failed', 'refused', 'system', [`state = 'made', hash = 'x', bytes = 1, made_at = now()`, `state = 'failed'`, `state = 'deleted'`, `state = 'asked'`]],
    ['what was let out is not deleted before it is made', 'let_out', 'system', [`state = 'deleted'`, `state = 'asked'`]],
    ['what was let out is the system’s to make', 'let_out', 'manager', [`state = 'failed'`, `state = 'made', hash = 'x', bytes = 1, made_at = now()`]],
    ['what was let out is not taken yet', 'let_out', 'manager', ['asker_took_at = now()']],
    ['what was let out is not taken yet by the second either', 'let_out', 'safeguarding', ['second_took_at = now()']],
  ] as const)('%s', async (_, state, who, tries) => {
    const id = await makeRelease(world, { ...ANSWERED(), state })
    for (const sets of tries) expect([sets, (await set(world.as[who], id, sets)).code]).toEqual([sets, DENIED])
  })

  it('the system deletes what was made, and what nobody answered', async () => {
    for (const over of [MADE(), { asked_by_id: world.as.manager.userId }]) expect(await set(world.a.system, await makeRelease(world, over), `state = 'deleted'`)).toMatchObject({ count: 1 })
    const out = await makeRelease(world, { ...ANSWERED(), state: 'let_out' })
    for (const sets of [`state = 'failed'`, `state = 'made', hash = 'x', bytes = 1, made_at = now()`]) expect(await set(world.a.system, out, sets)).toMatchObject({ count: 1 })
  })

  it.each([[`hash = 'y'`], ['bytes = 2'], ['made_at = now()'], [`counts = '{"child": 1}'`], ['progress = 1'], ['total = 1']])('nobody but the system says %s', async (sets) => {
    const id = await makeRelease(world, MADE())
    for (const who of ['manager', 'safeguarding'] as const) expect(await set(world.as[who], id, sets)).toMatchObject({ code: DENIED })
    expect(await set(world.a.system, id, sets)).toMatchObject({ count: 1 })
  })

  it('each of the two takes it in their own name, and once', async () => {
    const id = await makeRelease(world, MADE())
    for (const [column, taker, other] of [['asker_took_at', 'manager', 'safeguarding'], ['second_took_at', 'safeguarding', 'manager']] as const) {
      for (const who of [other, 'system'] as const) expect(await set(world.as[who], id, `${column} = now()`)).toMatchObject({ code: DENIED })
      expect(await set(world.as[taker], id, `${column} = now()`)).toMatchObject({ count: 1 })
      const taken = await makeRelease(world, { ...MADE(), [column]: '2026-11-19' })
      for (const again of ['now()', 'NULL']) expect(await set(world.as[taker], taken, `${column} = ${again}`)).toMatchObject({ code: DENIED })
    }
  })

  it('nobody but a lead lets it out, in their own name either', async () => {
    const id = await makeRelease(world, { asked_by_id: world.as.auditor.userId })
    for (const who of ['manager', 'system', 'safeguarding'] as const) {
      expect([who, (await set(world.as[who], id, `state = 'let_out', answered_at = now(), answered_by_id = '${world.as[who].userId}'`)).code]).toEqual([who, who === 'safeguarding' ? null : DENIED])
    }
  })

  it.each(['area_id', 'kind', 'reason', 'from_day', 'asked_at', 'asked_by_id', 'submission_key'])('nobody writes over what was asked for: %s', async (column) => {
    const id = await makeRelease(world, { asked_by_id: world.as.manager.userId })
    for (const who of ['manager', 'safeguarding', 'system'] as const) expect(await set(world.as[who], id, `${column} = ${column}`)).toMatchObject({ code: DENIED })
  })

  it('is never deleted, not by the owner either', async () => {
    const id = await makeRelease(world)
    await expect(world.sql.query('DELETE FROM data_release WHERE id = $1', [id])).rejects.toThrow('never changed or deleted')
  })

  it('it is asked for as asked, and not as let out', async () => {
    const ask = (over: Readonly<Record<string, unknown>>) => {
      const row = { area_id: world.a.id, id: randomUUID(), submission_key: randomUUID(), kind: 'archive', reason: 'A reason', asked_at: '2026-11-18', asked_by_id: world.as.manager.userId, ...over }
      return app.run(world.as.manager, `INSERT INTO data_release (${Object.keys(row)}) VALUES (${Object.keys(row).map((_, at) => `$${at + 1}`)})`, Object.values(row))
    }
    expect(await ask({})).toMatchObject({ count: 1 })
    expect(await ask({ ...ANSWERED(), state: 'let_out' })).toMatchObject({ code: DENIED })
  })

  it('an update of everything reaches the area of a manager, a lead or the system, and nothing of anybody else', async () => {
    const { rows: [own] } = await world.sql.query('SELECT count(*)::int AS n FROM data_release WHERE area_id = $1', [world.a.id])
    expect((await world.sql.query('SELECT FROM data_release WHERE area_id = $1', [world.b.id])).rowCount).toBeGreaterThan(0)
    for (const person of PERSON_NAMES.filter((name) => name === 'system' || PEOPLE[name][0] === 'a')) {
      // it names no column that one would have to see
      const { count, code } = await app.run(world.as[person], 'UPDATE data_release SET progress = 0')
      expect([person, count, code]).toEqual([person, ['manager', 'safeguarding', 'system'].includes(person) ? own.n : 0, null])
    }
  })
})

const KEPT = ['audit_event', 'audit_event_child', 'supervision', 'supervision_decision', 'subject_access_request', 'subject_access_move', 'subject_access_passage', 'subject_access_decision', 'subject_access_reading', 'published_summary', 'published_summary_withdrawal']

describe.each(KEPT)('the system and %s', (table) => {
  const seen = async (actor: Actor = world.a.system) => (await app.run(actor, `SELECT area_id FROM ${table}`)).rows.map((row) => row.area_id)

  it('it reads those of its area while an archive that was let out is made, and nobody else sees more for that', async () => {
    const everybody = () => Promise.all(PERSON_NAMES.filter((name) => name !== 'system').map(async (name) => [name, (await seen(world.as[name])).length]))
    const before = await everybody()
    expect(await seen()).toEqual([])
    await makeRelease(world, { ...ANSWERED(), state: 'let_out' })
    expect(new Set(await seen())).toEqual(new Set([world.a.id]))
    expect(await everybody()).toEqual(before)
  })

  it('it reads none for a census, for what is asked, refused or made, or for what another area let out', async () => {
    const period = { kind: 'census', from_day: '2026-04-01', until_day: '2027-03-31' }
    for (const over of [{ ...ANSWERED(), ...period, state: 'let_out' }, { asked_by_id: world.as.manager.userId }, { ...ANSWERED(), state: 'refused' }, MADE(), { ...ANSWERED(), area: world.b, state: 'let_out' }]) {
      await makeRelease(world, over)
      expect(await seen()).toEqual([])
    }
  })
})
