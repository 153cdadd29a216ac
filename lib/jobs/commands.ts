import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { enqueue } from '../access/queue'
import { JOBS } from './list'

/** Puts a job in the queue for the area now; nothing more where it waits already. Throws NotFound for one that is not there. */
export const queueJob = operation({
  name: 'jobs.queue',
  effect: 'change',
  permission: 'jobs:manage',
  input: z.strictObject({ job: z.string().max(100) }),
  audit: ['job.queued'],
  async work({ tx, actor }, { job }) {
    if (!JOBS.some(({ name }) => name === job)) throw new NotFound()
    await enqueue(tx, job, actor.areaCode)
    return { output: undefined, kind: 'job.queued', facts: { terms: { job } } }
  },
})
