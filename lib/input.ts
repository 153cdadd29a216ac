import { z } from 'zod'
import { readKey } from './paging'
import { parsePlainDate } from './pathway/dates'

// What Postgres cannot store (the null character), what no keyboard sends (other controls, half a character),
// and what makes text read in another order than it is written
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** Whether a text has a character that the database cannot keep, or that nobody typed. */
export const isUnstorable = (value: string): boolean => UNSTORABLE.test(value)

const REORDERING = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * A piece of text, trimmed, in Unicode's composed form. Any script, emoji and markup is kept as it was typed
 * and shown as text. Empty unless `required` says what to ask for. `what` begins the messages: 'What was said'.
 */
export function text(what: string, { max, required }: { max: number; required?: string }) {
  const cleaned = z
    .string(required ?? `${what} must be text`)
    .refine((value) => !UNSTORABLE.test(value), `${what} has a character that cannot be saved: delete the last thing you pasted and type it instead`)
    .transform((value) => value.replace(/\r\n?/g, '\n').replace(REORDERING, '').normalize('NFC').trim())
  return cleaned.pipe(
    required
      ? z.string().min(1, required).max(max, `${what} must be ${max.toLocaleString('en-GB')} characters or fewer`)
      : z.string().max(max, `${what} must be ${max.toLocaleString('en-GB')} characters or fewer`),
  )
}

/** The three boxes of a date, e.g. { day: '22', month: '11', year: '2026' }. Gives 'YYYY-MM-DD', or null where all are empty. */
export const plainDate = z
  .strictObject({ day: z.string().max(10), month: z.string().max(20), year: z.string().max(10) })
  .transform((parts, context) => {
    const parsed = parsePlainDate(parts)
    if (parsed.ok && /^(19|20)/.test(parsed.date)) return parsed.date
    if (parsed.ok) {
      context.addIssue({ code: 'custom', message: 'Check the year' })
      return z.NEVER
    }
    if (parsed.error === 'missing') return null
    context.addIssue({ code: 'custom', message: parsed.message })
    return z.NEVER
  })

/** One of a set of codes or ids, with the message to show where it is none of them. */
export function oneOf<const T extends string>(values: readonly T[], message: string) {
  return z.enum(values as readonly [T, ...T[]], message)
}

/** The ids of a list of `{ id }`, typed. */
export function idsOf<const T extends string>(list: readonly { readonly id: T }[]): readonly T[] {
  return list.map((one) => one.id)
}

/** The codes of a list of `{ code }`, typed. */
export function codesOf<const T extends string>(list: readonly { readonly code: T }[]): readonly T[] {
  return list.map((one) => one.code)
}

/** The version of a record that a form was opened with: a number, also as a form's text. */
export const version = z
  .union([z.number(), z.string().regex(/^\d{1,10}$/).transform(Number)])
  .pipe(z.number().int().min(1).max(2_147_483_647))

/** The key a page of a list turns on. One that is not of our making begins at the first page. */
export const pageKey = z
  .string()
  .optional()
  .transform((key) => (key !== undefined && readKey(key) ? key : undefined))

/** The ends of a period of London days, both included and either left open. Give them to a list's schema with `periodInOrder`. */
export const period = { from: plainDate.optional(), until: plainDate.optional() }

type Period = { from?: string | null | undefined; until?: string | null | undefined }

/** For a schema's `refine`: a period that ends before it begins is told at its end. */
export const periodInOrder: [(given: Period) => boolean, { path: string[]; message: string }] = [
  ({ from, until }) => !from || !until || from <= until,
  { path: ['until'], message: 'The period must end on or after the day it begins' },
]

/**
 * Lets a rule over several fields speak beside the rules of each: without it, it is told only once those are mended, and
 * a person sends the form twice to hear everything. The rule must take fields that are wrong.
 */
export const besideOthers = { when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null }
