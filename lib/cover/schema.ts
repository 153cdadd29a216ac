import { z } from 'zod'
import { plainDate, text } from '../input'
import { CONTINUITY, type Continuity } from '../pathway/cover'

const continuity = (asked: boolean) =>
  z.strictObject(Object.fromEntries(CONTINUITY.map(({ id, label, missing }) => [id, text(label, { max: 2_000, ...(asked ? { required: missing } : {}) })])) as Record<keyof Continuity, ReturnType<typeof text>>)

/** What the young person is told and thinks when somebody else begins to work with them; each may be empty here. */
export const continuitySchema = continuity(false)

/** Cover of one case for some days. */
export const coverSchema = z.strictObject({
  caseId: z.uuid(),
  submissionKey: z.uuid(),
  coverId: z.uuid('Choose who covers'),
  startsOn: plainDate.refine((day) => day !== null, 'Enter the first day'),
  untilOn: plainDate.refine((day) => day !== null, 'Enter the last day'),
  reason: text('Reason', { max: 1_000 }),
  continuity: continuity(true),
})

export const endCoverSchema = z.strictObject({ coverId: z.uuid(), why: text('Why it ends', { max: 1_000, required: 'Say why the cover ends' }) })
