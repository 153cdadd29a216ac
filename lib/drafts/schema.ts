import { z } from 'zod'
import { oneOf } from '../input'

export const DRAFT_KINDS = ['contact', 'decision'] as const

/** A draft is whatever stands in the form: unfinished, so only its size and shape are checked. */
const content = z
  .record(z.string().max(60), z.json())
  .refine((value) => JSON.stringify(value).length <= 100_000, 'This is too long to keep as a draft')
  .refine((value) => !JSON.stringify(value).includes('\\u0000'), 'This has a character that cannot be saved')

export const draftSchema = z.strictObject({ draftId: z.uuid(), kind: oneOf(DRAFT_KINDS, 'Unknown kind of draft'), content })
