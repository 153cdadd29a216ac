import PgBoss from 'pg-boss'
import { environment } from '../env'
import { log } from '../log'
import type { Tx } from './client'

/** What a job of the queue carries: the area to run in, or none for "each of them". Never anything about anybody. */
type Data = { area: string | null }

export type Queue = {
  /** Each job's name and when it runs, as a cron line in London time. */
  jobs: readonly { name: string; every: string }[]
  /** Runs one job in one area. Throws where it must be tried again. */
  run: (name: string, area: string, id: string) => Promise<void>
  areas: () => Promise<readonly string[]>
  /** False to do only what is put in the queue by hand. */
  schedule: boolean
}

// a job is one short transaction: tried again after half a minute, a minute, two; one that was killed is taken up again
const TRIES = { retryLimit: 3, retryDelay: 30, retryBackoff: true, expireInSeconds: 120 } as const
const AGAIN = 10_000

/**
 * Works the queue in this process, beside any other instance of the app that does. Comes back at once and keeps
 * trying where the database is not there yet. The tables are made by the migrations, never from here.
 */
export function workQueue(queue: Queue): void {
  start(queue).catch((cause: unknown) => {
    log.warn({ problem: cause instanceof Error ? cause.name : typeof cause }, 'the queue cannot be worked yet')
    setTimeout(() => workQueue(queue), AGAIN).unref()
  })
}

async function start({ jobs, run, areas, schedule }: Queue): Promise<void> {
  const boss = new PgBoss({ connectionString: environment().databaseUrl, max: 3, migrate: false, schedule, maintenanceIntervalSeconds: 60, application_name: 'waymark-jobs' })
  boss.on('error', (cause) => log.warn({ problem: cause.name }, 'the queue stumbled'))
  await boss.start()
  for (const { name, every } of jobs) {
    // 'short': what waits already is not queued a second time
    await boss.createQueue(name, { name, policy: 'short', ...TRIES })
    if (schedule) await boss.schedule(name, every, { area: null }, { tz: 'Europe/London' })
    await boss.work<Data>(name, { pollingIntervalSeconds: 2 }, async ([job]) => {
      if (!job) return
      if (job.data.area !== null) return run(name, job.data.area, job.id)
      for (const area of await areas()) await boss.send(name, { area }, { singletonKey: area })
    })
  }
  if (!schedule) return
  const known = new Set(jobs.map(({ name }) => name))
  for (const { name } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name)
}

/** Puts a job in the queue in the transaction that causes it; nothing where the same already waits. */
export async function enqueue(tx: Tx, name: string, area: string): Promise<void> {
  const executeSql = async (text: string, values: unknown[]) => {
    const rows = await tx.$queryRawUnsafe<unknown[]>(text, ...values.map((value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value)))
    return { rows }
  }
  const boss = new PgBoss({ db: { executeSql } })
  await boss.send(name, { area }, { singletonKey: area })
}
