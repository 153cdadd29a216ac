import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { asLogin, DENIED } from '../support/as-login'
import { GLASS_WHY, makeGlass, OVER } from '../support/break-glass'
import { makeCase, makeChild } from '../support/records'
import { makeWorld, type World } from '../support/world'

/** Break-glass beneath the operations: what the policies and triggers hold by themselves. */
let world: World
let app: ReturnType<typeof asLogin>
beforeAll(async () => {
  world = await makeWorld()
  app = asLogin(world.urls.app)
})
afterAll(async () => {
  await app.close()
  await world.close()
})

const held = async () => {
  const child = await makeChild(world)
  return { child, caseId: await makeCase(world, { child, stage: 'plan', level: 'high', holder: world.as.practitioner }) }
}
const second = () => world.as.otherPractitioner

describe('an opening by SQL, as the app’s login', () => {
  const add = async (actor: Actor, over: Readonly<Record<string, unknown>> = {}, made?: { child: string; caseId: string }) => {
    const { child, caseId } = made ?? (await held())
    const row = { area_id: actor.areaId, id: randomUUID(), case_id: caseId, child_id: child, submission_key: randomUUID(), user_id: actor.userId, reason: GLASS_WHY, opened_at: new Date(), ends_at: new Date(Date.now() + 3_600_000), ...over }
    const columns = Object.keys(row)
    return app.run(actor, `INSERT INTO break_glass (${columns}) VALUES (${columns.map((_, at) => `$${at + 1}`)})`, Object.values(row))
  }

  it('is added by a practitioner, in their own name, of the team’s, now and for a short time', async () => {
    expect(await add(second())).toMatchObject({ count: 1 })
    for (const actor of Object.values(world.as).filter(({ role }) => role !== 'practitioner')) expect(await add(actor, {}, await held())).toMatchObject({ code: DENIED })
    expect(await add(second(), { user_id: world.as.practitioner.userId })).toMatchObject({ code: DENIED })
    expect(await add(world.as.practitioner)).toMatchObject({ code: DENIED })
    expect(await add(second(), { child_id: await makeChild(world) })).toMatchObject({ code: DENIED })
    expect(await add(second(), { opened_at: new Date(Date.now() + 600_000) })).toMatchObject({ code: DENIED })
    expect(await add(second(), { ends_at: new Date(Date.now() + 13 * 3_600_000) })).toMatchObject({ code: '23514' })
    const child = await makeChild(world, world.b)
    const caseId = await makeCase(world, { area: world.b, child, stage: 'plan', holder: world.as.advisorInB })
    expect(await add(second(), { area_id: world.b.id }, { child, caseId })).toMatchObject({ code: DENIED })
    expect(await add(second(), {}, { child, caseId })).toMatchObject({ code: DENIED })
  })

  it('is seen by its own and its reviewers, ends once, is reviewed by another and is never deleted', async () => {
    const { child, caseId } = await held()
    const id = await makeGlass(world, { held: caseId, child, user: second().userId, ...OVER })
    const sees = async (name: keyof World['as']) => (await app.run(world.as[name], 'SELECT 1 FROM break_glass WHERE id = $1', [id])).count
    const seen = await Promise.all((Object.keys(world.as) as (keyof World['as'])[]).map(async (name) => ((await sees(name)) ? [name] : [])))
    expect(seen.flat().sort()).toEqual(['auditor', 'cateManager', 'manager', 'otherPractitioner', 'practitioner', 'safeguarding', 'system'])
    const update = (actor: Actor, by: string) => app.run(actor, `UPDATE break_glass SET reviewed_at = now(), reviewed_by_id = $2, outcome = 'needed', words = 'Fine' WHERE id = $1`, [id, by])
    const { cateManager, practitioner, manager } = world.as
    expect(await update(second(), cateManager.userId)).toMatchObject({ code: DENIED })
    expect(await update(cateManager, manager.userId)).toMatchObject({ code: DENIED })
    expect(await update(practitioner, practitioner.userId)).toMatchObject({ count: 0 })
    expect(await update(cateManager, cateManager.userId)).toMatchObject({ count: 1 })
    expect(await app.run(second(), `UPDATE break_glass SET ends_at = now() WHERE id = $1`, [id])).toMatchObject({ code: DENIED })
    await expect(world.sql.query('UPDATE break_glass SET reviewed_at = now(), reviewed_by_id = user_id, outcome = $2, words = $3 WHERE id = $1', [id, 'needed', 'x'])).rejects.toThrow('reviewed_by_another')
    await world.sql.query(`UPDATE break_glass SET ended_at = opened_at + interval '1 minute' WHERE id = $1`, [id])
    await expect(world.sql.query(`UPDATE break_glass SET ended_at = NULL WHERE id = $1`, [id])).rejects.toThrow('ends once')
    await expect(world.sql.query('DELETE FROM break_glass WHERE id = $1', [id])).rejects.toThrow('never changed or deleted')
  })

  it('ends by the database’s own clock where nobody tells the time', async () => {
    const { child, caseId } = await held()
    const now = Date.now()
    await makeGlass(world, { held: caseId, child, user: second().userId, opened_at: new Date(now - 7_200_000), ends_at: new Date(now - 1_000) })
    const sees = async (told = '') => (await app.run(second(), `SELECT 1 FROM (SELECT set_config('app.now', $2, true)) t, LATERAL (SELECT 1 FROM app_covered_cases() c WHERE c = $1 AND t IS NOT NULL) s`, [caseId, told])).count
    expect(await sees()).toBe(0)
    expect(await sees(new Date(now - 60_000).toISOString())).toBe(1)
  })
})
