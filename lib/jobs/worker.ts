import { systemActor } from '../access/actor'
import { areaCodes } from '../access/areas'
import { DoorError } from '../access/errors'
import { workQueue } from '../access/queue'
import { environment } from '../env'
import { JOBS } from './list'

/** Runs a job in an area as the system, by the same door as everything. Throws an Error that names nothing personal. */
export async function runJob(name: string, area: string, id: string): Promise<void> {
  const job = JOBS.find((one) => one.name === name)
  if (!job) throw new Error(`There is no job called ${name} any more`)
  try {
    await job.operation.run(await systemActor(area), { address: 'job', requestId: id, sameOrigin: true }, {})
  } catch (cause) {
    // the queue keeps what is thrown: the kind of failure and the reference that finds it in the log
    throw new Error(cause instanceof DoorError ? `${cause.kind} ${cause.reference}` : 'unavailable', { cause: undefined })
  }
}

/** Works the queue in this process, as the environment says. */
export function startWorker(): void {
  const { jobs } = environment()
  if (jobs !== 'none') workQueue({ jobs: JOBS, run: runJob, areas: areaCodes, schedule: jobs === 'all' })
}
