import { z } from 'zod'
import { pageKey, text } from '../input'

/** The version of what was read; 0 where nothing is written yet. */
const version = z.number().int().min(0).max(2_147_483_647)

/** What the side that goes off hands over: a note on each thing that is open, and one on the whole. */
export const signOutSchema = z.strictObject({
  /** The change of shift, as the page said it: an ISO instant. */
  shiftAt: z.iso.datetime(),
  version,
  overall: text('What the next shift needs to know', { max: 4_000 }),
  items: z.array(z.strictObject({ kind: z.enum(['contact', 'alert']), id: z.uuid(), note: text('Note', { max: 1_000 }) })).max(1_000),
})

/** The side that comes on has read it. */
export const signInSchema = z.strictObject({
  handoverId: z.uuid(),
  version,
  read: z.literal(true, 'Say that you have read it'),
  remark: text('What you want to add', { max: 2_000 }),
})

export const handoverListSchema = z.strictObject({ after: pageKey })
