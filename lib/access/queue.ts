/** The queue of later work, for lib/jobs: rooms do not reach the database themselves. */
export { enqueue, workQueue } from '../database/queue'
