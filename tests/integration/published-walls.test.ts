import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { asLogin, DENIED } from '../support/as-login'
import { makePublished } from '../support/published'
import { makePerson, makeWorld, type World } from '../support/world'

/** What may be published beside what was, and what of it is public, by SQL. The years are this file's own. */
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

const INTEGRITY = '23000'
const INSERT = `INSERT INTO published_summary (area_id, id, submission_key, from_day, until_day, content, at, by_id) VALUES ($1, gen_random_uuid(), $2, $3, $4, '{}', now(), $5)`
const publish = async (actor: Actor, from: string, until: string) => (await app.run(actor, INSERT, [actor.areaId, randomUUID(), from, until, actor.userId])).code

describe('a day', () => {
  it('is published once in an area: not the last of a year again, nor the first, nor one between', async () => {
    await makePublished(world, { year: 2015, withdrawn: 'A mistake' })
    for (const [from, until] of [['2015-12-31', '2016-12-30'], ['2014-01-02', '2015-01-01'], ['2015-03-01', '2015-04-01'], ['2014-01-01', '2016-12-31']] as const) expect([from, await publish(world.as.manager, from, until)]).toEqual([from, INTEGRITY])
    for (const [from, until] of [['2016-01-01', '2016-12-31'], ['2014-01-01', '2014-12-31']] as const) expect(await publish(world.as.manager, from, until)).toBeNull()
    const inB = await makePerson(world.sql, world.b, { role: 'manager', name: 'Manny Other' })
    expect(await publish(inB, '2015-01-01', '2015-12-31')).toBeNull()
    expect((await app.run(world.as.manager, INSERT, [world.b.id, randomUUID(), '2015-01-01', '2015-12-31', world.as.manager.userId])).code).toBe(DENIED)
  })

  it('is published once by two who publish at the same time: the second waits, and is refused', async () => {
    const first = await world.sql.connect()
    await first.query('BEGIN')
    await first.query(INSERT, [world.a.id, randomUUID(), '2005-01-01', '2005-12-31', world.as.manager.userId])
    const waits = `SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`
    let settled = false
    const second = publish(world.as.manager, '2005-06-01', '2006-05-31').finally(() => (settled = true))
    while (!settled && !(await world.sql.query(waits)).rowCount);
    await first.query('COMMIT')
    first.release()
    expect(await second).toBe(INTEGRITY)
  })
})

it('what is public is each copy that was not taken back itself, to anybody, and the table to nobody', async () => {
  const kept = await makePublished(world, { year: 2001 })
  const taken = await makePublished(world, { year: 2002, withdrawn: 'A mistake' })
  const shown = (await app.run(null, 'SELECT * FROM published_summaries()')).rows
  expect([shown.some(({ id }) => id === kept), shown.some(({ id }) => id === taken)]).toEqual([true, false])
  expect(Object.keys(shown[0] ?? {}).sort()).toEqual(['area', 'at', 'content', 'from_day', 'id', 'until_day'])
  for (const table of ['published_summary', 'published_summary_withdrawal']) expect((await app.run(null, `SELECT 1 FROM ${table}`)).count).toBe(0)
})
