import { z } from 'zod'
import { version } from '../input'
import type { Built, Row } from './build'
import { FILE_NAMES, isFileName } from './columns'
import type { Report } from './view'

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

const problem = z.strictObject({ file: z.enum(FILE_NAMES), line: z.number().int(), column: z.string(), message: z.string() })
const count = z.number().int().nonnegative()
/** What a dry run found, as the job hands it in. */
export const reportSchema: z.ZodType<Report> = z.strictObject({
  counts: z.array(z.strictObject({ file: z.enum(FILE_NAMES), rows: count, add: count, same: count, refused: count })),
  problems: z.array(problem),
  notes: z.array(problem),
})

const rows = z.array(z.custom<Row>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)))
/** The records of an import, as the job hands them in: each table's, and nothing else. What a row may hold the table says. */
export const builtSchema: z.ZodType<Built> = z.strictObject({
  child: rows, child_alias: rows, child_address: rows, contact: rows, contact_decision: rows, referral: rows, referral_move: rows,
  cate_case: rows, case_allocation: rows, case_stage_move: rows, case_level: rows, import_reference: rows,
  accepted: z.array(z.strictObject({ id: z.uuid(), at: z.iso.datetime() })),
  flags: z.array(z.strictObject({ id: z.uuid(), exploitation: z.enum(['no', 'suspected', 'yes']) })),
})

/** `leave`: the refused rows that are left out, by name; or 'refused' for all of them. */
export const approveSchema = z.strictObject({ batchId: z.uuid(), version, leave: z.union([z.literal('refused'), leave]) })
export const batchSchema = z.strictObject({ batchId: z.uuid() })
export const discardSchema = z.strictObject({ batchId: z.uuid(), version })
