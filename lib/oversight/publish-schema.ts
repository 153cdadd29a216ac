import { z } from 'zod'
import { period, periodInOrder, text } from '../input'

export const previewSchema = z.strictObject(period).refine(...periodInOrder)

/** What is published: a period of London days, and the digest of the copy that was looked at. */
export const publishSchema = z.strictObject({
  submissionKey: z.uuid(),
  from: z.iso.date(),
  until: z.iso.date(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  confirmed: z.literal('yes', 'Say that you have read it and that it may be public'),
})

export const withdrawSchema = z.strictObject({
  summaryId: z.uuid(),
  reason: text('The reason', { max: 1_000, required: 'Say why it is withdrawn' }),
})
