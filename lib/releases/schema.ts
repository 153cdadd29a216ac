import { z } from 'zod'
import { oneOf, period, periodInOrder, text } from '../input'

/** The job that makes what was let out (lib/jobs/list). */
export const RELEASE_JOB = 'releases.work'

/** Days after which a file is deleted, taken or not, and a request that nobody answered lapses. */
export const KEPT_DAYS = 7

/** Minutes that a file stays after both have taken it: who takes it opens it a moment after the log says so. */
export const TAKING_MINUTES = 10

const RELEASE_KINDS = ['archive', 'census'] as const

export const askSchema = z
  .strictObject({
    submissionKey: z.uuid(),
    kind: oneOf(RELEASE_KINDS, 'Choose what is to leave'),
    reason: text('Why it leaves', { max: 1000, required: 'Say why it leaves, and into whose hands' }),
    ...period,
  })
  .refine(...periodInOrder)
  .refine(({ kind, from }) => kind !== 'census' || from, { path: ['from'], message: 'Enter the first day of the period' })
  .refine(({ kind, until }) => kind !== 'census' || until, { path: ['until'], message: 'Enter the last day of the period' })

const releaseId = z.uuid()

export const answerSchema = z
  .strictObject({ releaseId, answer: oneOf(['let_out', 'refused'], 'Choose whether it may leave'), why: text('Why not', { max: 1000 }) })
  .refine(({ answer, why }) => answer === 'let_out' || why, { path: ['why'], message: 'Say why it may not leave' })

export const releaseSchema = z.strictObject({ releaseId })
const whole = z.number().int().min(0)
export const progressSchema = z.strictObject({ releaseId, progress: whole, total: whole })

/** What was written: rows by part, and the file's hash and bytes. */
export const writtenSchema = z.strictObject({ counts: z.record(z.string(), whole), hash: z.string().regex(/^[0-9a-f]{64}$/), bytes: whole })
export type Written = z.output<typeof writtenSchema>
