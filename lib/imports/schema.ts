import { z } from 'zod'
import { version } from '../input'
import { FILE_NAMES, isFileName } from './columns'

/** The most of one file: a hundred thousand rows with long texts. In characters. */
export const LARGEST_FILE = 60_000_000
/** The most refused rows that a person names one by one; beyond that, all of them or none. */
export const NAMED_AT_MOST = 200

const fileSchema = z.strictObject({
  name: z.enum(FILE_NAMES as [string, ...string[]], `Waymark takes ${FILE_NAMES.join(', ')}`).refine(isFileName),
  content: z.string().max(LARGEST_FILE, 'This file is too large: bring it in as several'),
})

export const submitSchema = z.strictObject({
  submissionKey: z.uuid(),
  files: z.array(fileSchema).min(1, 'Choose at least one file').max(FILE_NAMES.length)
    .refine((files) => new Set(files.map(({ name }) => name)).size === files.length, 'Choose each file once'),
})

const leave = z.array(z.string().regex(/^(children|contacts|cases)\.csv:\d{1,7}$/)).max(NAMED_AT_MOST)

/** `leave`: the refused rows that are left out, by name; or 'refused' for all of them. */
export const approveSchema = z.strictObject({ batchId: z.uuid(), version, leave: z.union([z.literal('refused'), leave]) })
export const batchSchema = z.strictObject({ batchId: z.uuid() })
export const discardSchema = z.strictObject({ batchId: z.uuid(), version })
