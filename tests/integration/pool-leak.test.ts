import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { makeClient, transaction } from '../../lib/database/client'
import { makeContact } from '../support/records'
import { makeWorld, type World } from '../support/world'

const CONNECTIONS = 3
const ROUNDS = 2000

let world: World
let askers: { actor: Actor | null; areaId: string | null }[]
beforeAll(async () => {
  world = await makeWorld()
  await makeContact(world, { area: world.a })
  await makeContact(world, { area: world.b })
  askers = [world.as.advisor, null, world.as.advisorInB, world.as.analyst, world.as.safeguarding, null, world.b.system, world.as.auditor].map((actor) => ({
    actor,
    areaId: !actor || actor.role === 'analyst' ? null : actor.areaId,
  }))
  // the app's own client, with few connections, so that everybody gets one that somebody else had
  const shared = globalThis as { waymarkClient?: ReturnType<typeof makeClient> }
  await shared.waymarkClient?.$disconnect()
  shared.waymarkClient = makeClient(world.urls.app, CONNECTIONS)
})
afterAll(() => world.close())

class Abort extends Error {}

/** Runs `work` for each round, a few side by side. */
async function rounds(work: (round: number) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(Array.from({ length: CONNECTIONS * 2 }, async () => {
    while (next < ROUNDS) await work(next++)
  }))
}

it('a connection never carries one person’s sight over to the next, also after an abort', async () => {
  let foreign = 0
  let own = 0
  let aborted = 0
  await rounds(async (round) => {
    const { actor, areaId } = askers[(round * 5 + (round >> 3)) % askers.length] as (typeof askers)[number]
    try {
      await transaction(actor?.assignmentId ?? null, async (tx) => {
        const seen = await tx.$queryRaw<{ area_id: string }[]>`SELECT area_id::text FROM contact`
        foreign += seen.filter((row) => row.area_id !== areaId).length
        own += seen.filter((row) => row.area_id === areaId).length
        if (round % 7 === 0) throw new Abort()
        if (round % 11 === 0) await tx.$queryRaw`SELECT 1 / 0`
      })
    } catch (error) {
      aborted += 1
      if (!(error instanceof Abort) && round % 11 !== 0) throw error
    }
  })
  expect(foreign).toBe(0)
  expect(own).toBeGreaterThan(ROUNDS / 4)
  expect(aborted).toBeGreaterThan(ROUNDS / 10)
})

it('the control: a setting of the whole session does carry over', async () => {
  const pool = new pg.Pool({ connectionString: world.urls.app, max: CONNECTIONS })
  let foreign = 0
  await rounds(async (round) => {
    const { actor, areaId } = askers[(round * 5 + (round >> 3)) % askers.length] as (typeof askers)[number]
    const client = await pool.connect()
    try {
      // as one would write it by hand, and forget who had the connection before
      if (actor) await client.query(`SELECT set_config('app.assignment_id', $1, false)`, [actor.assignmentId])
      const { rows } = await client.query<{ area_id: string }>('SELECT area_id::text FROM contact')
      foreign += rows.filter((row) => row.area_id !== areaId).length
    } finally {
      client.release()
    }
  })
  await pool.end()
  expect(foreign).toBeGreaterThan(0)
})
