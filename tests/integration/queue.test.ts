import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { operation } from '../../lib/access/operation'
import { workQueue } from '../../lib/access/queue'
import { changes } from '../../lib/database/listen'
import { queueJob } from '../../lib/jobs/commands'
import { listJobs } from '../../lib/jobs/queries'
import { runJob } from '../../lib/jobs/worker'
import { Conflict } from '../../lib/access/errors'
import { makeAlert } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const jobs = async () => (await world.sql.query(`SELECT name, state::text AS state, data->>'area' AS area, output->>'message' AS problem FROM pgboss.job WHERE name = 'alerts.escalate' ORDER BY created_on`)).rows
const until = async <T>(look: () => Promise<T>, right: (found: T) => boolean): Promise<T> => expect.poll(look, { timeout: 15_000 }).toSatisfy(right).then(look)

describe('the queue', () => {
  it('runs what an administrator asks for, in their area and by the door, and shows how it went', async () => {
    const alert = await makeAlert(world, { owner_role: 'advisor', raised_at: '2026-11-02T09:00:00Z' })
    // what the worker is told to run fails the first time, as a process that was killed would
    let runs = 0
    const run = async (name: string, area: string, id: string) => {
      runs += 1
      if (runs === 1) throw new Error('unavailable a-reference')
      await runJob(name, area, id)
    }
    workQueue({ jobs: [{ name: 'alerts.escalate', every: '*/15 * * * *' }], run, areas: async () => ['TST', 'OTH'], schedule: false })
    await until(async () => (await world.sql.query(`SELECT FROM pgboss.queue WHERE name = 'alerts.escalate'`)).rowCount, (count) => count === 1)
    await queueJob.run(world.as.admin, request(), { job: 'alerts.escalate' })
    await queueJob.run(world.as.admin, request(), { job: 'alerts.escalate' })
    await until(jobs, (found) => found.some(({ state }) => state === 'retry' || state === 'completed'))
    // asked for twice while it waited, it stands in the queue once
    expect((await jobs()).length).toBeLessThanOrEqual(2)
    await world.sql.query(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`)
    await until(jobs, (found) => found.every(({ state }) => state === 'completed'))
    expect((await world.sql.query('SELECT FROM alert WHERE key = $1', [`unanswered:${alert}`])).rowCount).toBe(1)
    const [shown] = await listJobs.run(world.as.admin, request(), {})
    expect(shown).toMatchObject({ name: 'alerts.escalate', failed: 0, runs: [{ state: 'completed' }] })
  })

  it('takes nothing into the queue where the work that asks for it is undone', async () => {
    const failing = operation({
      name: 'test.queue-and-fail', effect: 'change', permission: 'own:use', input: z.strictObject({}), audit: ['session.kept'],
      async work({ tx }) {
        const { enqueue } = await import('../../lib/access/queue')
        await enqueue(tx, 'alerts.escalate', 'OTH')
        throw new Conflict('it went wrong afterwards')
      },
    })
    await expect(failing.run(world.as.advisor, request(), {})).rejects.toMatchObject({ kind: 'conflict' })
    expect((await jobs()).filter(({ area }) => area === 'OTH')).toEqual([])
  })
})

describe('a change', () => {
  it('is heard of by every process, with its area and kind, once it is committed', async () => {
    const heard: string[] = []
    const ready = new Promise((resolve) => changes().once('gap', resolve))
    changes().on('change', (area: string, kind: string) => heard.push(`${area} ${kind}`))
    await ready
    const failing = operation({
      name: 'test.change-and-fail', effect: 'change', permission: 'own:use', input: z.strictObject({}), audit: ['session.switched'],
      work: async () => Promise.reject(new Conflict('undone')),
    })
    await failing.run(world.as.advisor, request(), {}).catch(() => {})
    await queueJob.run(world.as.admin, request(), { job: 'alerts.escalate' })
    await until(async () => heard, (all) => all.includes(`${world.a.id} job.queued`))
    expect(heard.filter((one) => one.includes('session.switched'))).toEqual([])
  })
})
