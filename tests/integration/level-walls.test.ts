import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { asLogin, DENIED } from '../support/as-login'
import { answered, makeExit } from '../support/pathway'
import { makeCase, makeChild } from '../support/records'
import { makeWorld, type World } from '../support/world'

/** A level falls to Low only as a second agency agreed: at the case itself, by SQL. */
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

const held = async (level: string | null = 'medium') => {
  const child = await makeChild(world)
  return { child, held: await makeCase(world, { child, stage: 'plan', holder: world.as.practitioner, level }) }
}
const to = (caseId: string, level: string | null, actor: Actor = world.as.practitioner) => app.run(actor, 'UPDATE cate_case SET level = $2::level WHERE id = $1', [caseId, level])
const LOW = { kind: 'low', level_before: 'medium' }

describe('the level of a case', () => {
  it('falls to Low by an agreed proposal of that case that still stands, and by no other', async () => {
    const one = await held()
    await makeExit(world, { ...one, ...LOW, ...answered(true) })
    expect(await to(one.held, 'low')).toMatchObject({ count: 1 })
    const agreedElsewhere = await held()
    await makeExit(world, { ...(await held()), ...LOW, ...answered(true) })
    expect(await to(agreedElsewhere.held, 'low')).toMatchObject({ code: DENIED })
    for (const over of [{}, answered(false), { ...answered(true), kind: 'close', level_before: null }, { ...answered(true), ended_at: '2026-11-18', ended_by_id: world.as.practitioner.userId, carried_out: true }]) {
      const other = await held()
      await makeExit(world, { ...other, ...LOW, ...over })
      expect([over, (await to(other.held, 'low')).code]).toEqual([over, DENIED])
    }
  })

  it('falls so whoever works with the case, but for the system, and moves to every other as they say', async () => {
    for (const actor of [world.as.practitioner, world.as.cateManager, world.as.chair]) expect(await to((await held()).held, 'low', actor)).toMatchObject({ code: DENIED })
    expect(await to((await held()).held, 'low', world.a.system)).toMatchObject({ count: 1 })
    // nor is anybody asked who mends the store by hand, past the app
    expect((await world.sql.query(`UPDATE cate_case SET level = 'low' WHERE id = $1`, [(await held()).held])).rowCount).toBe(1)
    for (const [from, level] of [[null, 'low'], ['low', 'low'], ['low', 'high'], ['high', 'low_medium']] as const) expect(await to((await held(from)).held, level)).toMatchObject({ count: 1 })
  })

  it('is not taken away, after which it would be a first one', async () => {
    const { held: caseId } = await held()
    expect(await to(caseId, null)).toMatchObject({ code: DENIED })
    expect(await to(caseId, null, world.as.cateManager)).toMatchObject({ code: DENIED })
  })
})
