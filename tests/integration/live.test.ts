import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOfSession, type Actor } from '../../lib/access/actor'
import { streamOf } from '../../lib/access/live'
import { acknowledgeAlert } from '../../lib/alerts/commands'
import { now } from '../../lib/clock'
import { transaction } from '../../lib/database/client'
import { changes, Changes } from '../../lib/database/listen'
import { remindAgencies } from '../../lib/enquiries/remind'
import { queueJob } from '../../lib/jobs/commands'
import { insert } from '../support/insert'
import { makeAlert } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await new Promise((resolve) => changes().once('gap', resolve))
})
afterAll(() => world.close())

const READ_BY = new AbortController()
afterAll(() => READ_BY.abort())

/** Opens a stream and gives what it tells, as it comes. */
function follow(actor: Actor, since: string): string[] {
  const told: string[] = []
  void (async () => {
    const decoder = new TextDecoder()
    for await (const part of streamOf(actor, since, READ_BY.signal)) {
      told.push(...[...decoder.decode(part).matchAll(/^data: (.*)$/gm)].map((match) => match[1] ?? ''))
    }
  })()
  return told
}

/**
 * A person as a page is read: with what the database shows then. Read again while another test's transaction, on the
 * same server, is older than what that instance has heard from its beginning: it would have the page ask again.
 */
async function asPage(who: Actor, instance: Changes = changes()): Promise<Actor> {
  const id = randomUUID()
  await insert(world.sql, 'session', { id, user_id: who.userId, assignment_id: who.assignmentId, address: '192.0.2.7', created_at: now(), last_seen_at: now(), expires_at: new Date(now().getTime() + 3_600_000) })
  let page: Actor | null = null
  await expect.poll(async () => (page = await actorOfSession(id, now())) && instance.since(world.a.id, then(page)), { timeout: 25_000 }).not.toBeNull()
  return page ?? expect.fail('no session')
}

const acknowledge = async () => {
  const alertId = await makeAlert(world, { owner_role: 'advisor' })
  await acknowledgeAlert.run(world.as.advisor, request(), { alertId, version: 1, note: 'Rang them' })
}

describe('the stream of a page', () => {
  it('begins with what changed after the page was read and before it listened', async () => {
    const lead = await asPage(world.as.safeguarding)
    await acknowledge()
    await expect.poll(() => changes().since(world.a.id, then(lead))).toContain('alert.acknowledged')
    const told = follow(lead, lead.snapshot)
    await expect.poll(() => told).toEqual(['alert.acknowledged'])
  })

  it('says nothing of what the page shows already, nor of another area', async () => {
    const heard = new Promise((resolve) => changes().once('change', resolve))
    await acknowledge()
    await heard
    const [here, elsewhere] = [await asPage(world.as.safeguarding), await asPage(world.as.advisorInB)]
    const told = [follow(here, here.snapshot), follow(elsewhere, elsewhere.snapshot)]
    await acknowledge()
    await expect.poll(() => told).toEqual([['alert.acknowledged'], []])
  })

  it('says nothing of a job that found nothing to do', async () => {
    const lead = await asPage(world.as.safeguarding)
    const told = follow(lead, lead.snapshot)
    await remindAgencies.run(world.as.system, request(), {})
    await acknowledge()
    await expect.poll(() => told).toEqual(['alert.acknowledged'])
  })

  it('tells of a change that was being made as the page was read', async () => {
    let commit = () => {}
    const made = new Promise<void>((resolve) => (commit = resolve))
    let begun = () => {}
    const running = new Promise<void>((resolve) => (begun = resolve))
    const slow = transaction(world.as.admin.assignmentId, async (tx) => {
      await tx.$queryRaw`SELECT pg_notify('waymark', ${`${world.a.id} role.given `} || pg_current_xact_id())::text`
      begun()
      await made
    })
    await running
    const page = await asPage(world.as.admin)
    // what began later is there sooner
    await queueJob.run(world.as.admin, request(), { job: 'alerts.escalate' })
    commit()
    await slow
    await expect.poll(() => changes().since(world.a.id, then(page))).toEqual(expect.arrayContaining(['role.given', 'job.queued']))
    const told = follow(page, page.snapshot)
    await expect.poll(() => told).toEqual(expect.arrayContaining(['role.given', 'job.queued']))
  })

  it('has the page ask again where an instance of the app was not there to hear', async () => {
    const before = await asPage(world.as.advisor)
    await acknowledge()
    const another = new Changes(world.urls.app)
    await new Promise((resolve) => another.once('gap', resolve))
    const after = await asPage(world.as.advisor, another)
    expect(another.since(world.a.id, then(before))).toBeNull()
    expect(another.since(world.a.id, then(after))).toEqual([])
    await acknowledge()
    for (const instance of [another, changes()]) await expect.poll(() => instance.since(world.a.id, then(after))).toEqual(['alert.acknowledged'])
  })

  it.each(['', 'yesterday', '1:1:'])('has the page ask again where it says %j', async (since) => {
    const told = follow(world.as.advisor, since)
    await expect.poll(() => told).toEqual(['*'])
  })
})

describe('the connection that listens', () => {
  it('has every page ask again what it may have missed while it was cut', async () => {
    const lead = await asPage(world.as.safeguarding)
    const told = follow(lead, lead.snapshot)
    const cut = new Promise((resolve) => changes().once('gap', resolve))
    await world.sql.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_current_snapshot()::text AS now'`)
    await acknowledge()
    await cut
    await expect.poll(() => told).toContain('*')
  })
})

function then({ snapshot }: Actor) {
  const [xmin = '', xmax = '', running] = snapshot.split(':')
  return { xmin: BigInt(xmin), xmax: BigInt(xmax), running: new Set(running ? running.split(',').map(BigInt) : []) }
}
