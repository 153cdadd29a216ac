import { z } from 'zod'
import { operation } from '../access/operation'
import { JOBS } from './list'

export type JobState = 'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed'

export type JobRun = { id: string; state: JobState; at: string; tries: number; problem: string | null }

/** A job with its last runs in the area, newest first. */
export type JobView = { name: string; label: string; every: string; runs: JobRun[]; failed: number }

const SHOWN = 5

/** The background jobs and how they went in the area: for administrators. Holds nothing about anybody. */
export const listJobs = operation({
  name: 'jobs.list',
  effect: 'read',
  permission: 'jobs:manage',
  input: z.strictObject({}),
  audit: ['jobs.listed'],
  async work({ tx, actor }) {
    const rows = await tx.$queryRaw<{ id: string; name: string; state: JobState; at: Date; tries: number; problem: string | null }[]>`
      SELECT id, name, state::text AS state, coalesce(completed_on, started_on, created_on) AS at, retry_count AS tries, output->>'message' AS problem
      FROM (SELECT id, name, state, completed_on, started_on, created_on, retry_count, output, data FROM pgboss.job
            UNION ALL SELECT id, name, state, completed_on, started_on, created_on, retry_count, output, data FROM pgboss.archive) AS run
      WHERE data->>'area' = ${actor.areaCode} AND created_on > now() - interval '14 days'
      ORDER BY created_on DESC LIMIT 2000`
    const output: JobView[] = JOBS.map(({ name, label, every }) => {
      const runs = rows.filter((row) => row.name === name).map((row) => ({ id: row.id, state: row.state, at: row.at.toISOString(), tries: row.tries, problem: row.problem }))
      return { name, label, every, runs: runs.slice(0, SHOWN), failed: runs.filter((run) => run.state === 'failed').length }
    })
    return { output, kind: 'jobs.listed', facts: {} }
  },
})
