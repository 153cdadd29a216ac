import { z } from 'zod'
import { idsOf, oneOf, plainDate, text } from '../input'
import { ANSWER_WAYS, AUDIT_KINDS, JUDGEMENTS, type AuditQuestion } from '../pathway/audit-questions'
import { PROVIDER_KINDS } from '../pathway/low-referrers'

const dayOf = (message: string) => plainDate.pipe(z.string(message))
const percent = (what: string, from: number) =>
  z.union([z.number(), z.string().trim().regex(/^\d{1,3}$/, `${what} is a whole number from ${from} to 100`).transform(Number)])
    .pipe(z.number().int().min(from, `${what} is from ${from} to 100`).max(100, `${what} is from ${from} to 100`))

export const kindSchema = oneOf(idsOf(AUDIT_KINDS), 'Choose what is audited')

/** What a draw is made by; an empty seed lets Waymark choose one. */
export const drawSchema = z
  .strictObject({
    submissionKey: z.uuid(),
    kind: kindSchema,
    from: dayOf('Enter the first day of the period'),
    until: dayOf('Enter the last day of the period'),
    share: percent('The share', 1),
    secondShare: percent('The share for a second opinion', 0),
    stratified: z.boolean(),
    seed: text('The seed', { max: 60 }),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'The period must end on or after the day it begins' })

const loose = z.strictObject({
  judgement: z.string().max(30).nullish(),
  on: z.strictObject({ day: z.string().max(10), month: z.string().max(20), year: z.string().max(10) }).optional(),
  words: z.string().max(10_000).optional(),
})

/** An answer as it is sent; `answersSchema` checks it against the questions of its audit. */
export const answerSchema = z.strictObject({ itemId: z.uuid(), answers: z.record(z.string().max(60), loose) })

/** What the form and the command check: an answer to every question, with what shows it unless the record cannot tell. */
export function answersSchema(questions: readonly AuditQuestion[]) {
  // each message names its question: in the summary above the form they stand one below the other
  const judge = (label: string) =>
    z
      .strictObject({ judgement: oneOf(idsOf(JUDGEMENTS), `Choose an answer: ${label}`), words: text('What shows it', { max: 4_000 }) })
      .refine(({ judgement, words }) => words || judgement === 'cannot_tell', { path: ['words'], message: `Say what shows it: ${label}` })
  const ways = { judge, date: () => z.strictObject({ on: plainDate }), words: () => z.strictObject({ words: text('The notes', { max: 4_000 }) }) }
  return z.strictObject({ itemId: z.uuid(), answers: z.strictObject(Object.fromEntries(questions.map(({ id, answer, label }) => [id, ways[answer](label)]))) })
}

/** Which readings of an audit go to whom; each is an item's id and 1 or 2. */
export const giveSchema = z.strictObject({
  submissionKey: z.uuid(),
  auditId: z.uuid(),
  slots: z.array(z.string().regex(/^[0-9a-f-]{36}\.[12]$/)).min(1, 'Choose what is to be read').max(2_000),
  toId: z.uuid('Choose who reads them'),
  reason: text('The reason', { max: 1_000 }),
})

export const themeSchema = z.strictObject({
  submissionKey: z.uuid(),
  auditId: z.uuid(),
  words: text('The theme', { max: 4_000, required: 'Write what you see across the records' }),
})

const MOST = 40

/** The next version of the questions of a kind. */
export const questionsSchema = z
  .strictObject({
    kind: kindSchema,
    /** The number of the version that the form was opened with; 0 for the built-in set. */
    from: z.number().int().min(0).max(100_000),
    rows: z
      .array(
        z.strictObject({
          id: z.string().max(60),
          label: text('The question', { max: 300, required: 'Write the question, or remove it' }),
          hint: text('The hint', { max: 300 }),
          answer: oneOf(idsOf(ANSWER_WAYS), 'Choose how it is answered'),
        }),
      )
      .max(MOST, `An audit asks up to ${MOST} questions`),
    note: text('Why it is changed', { max: 2_000, required: 'Say why it is changed' }),
  })
  .superRefine(({ rows }, context) => {
    if (!rows.some(({ answer }) => answer === 'judge')) context.addIssue({ code: 'custom', path: ['note'], message: 'Keep at least one question that is answered yes, partly or no: the results are counted from those' })
    const seen = new Set<string>()
    for (const [at, { id, label }] of rows.entries()) {
      const words = label.toLowerCase()
      if (seen.has(`label ${words}`) || (id && seen.has(`id ${id}`))) context.addIssue({ code: 'custom', path: ['rows', at, 'label'], message: `“${label}” stands here twice` })
      seen.add(`label ${words}`).add(`id ${id}`)
    }
  })

export const providerListSchema = z.strictObject({
  kind: oneOf(idsOf(PROVIDER_KINDS), 'Choose a kind of provider').default('education'),
  of: z.enum(['exploitation', 'all']).default('exploitation'),
  from: plainDate.optional(),
  until: plainDate.optional(),
})

export const talkSchema = z
  .strictObject({
    submissionKey: z.uuid(),
    agencyId: z.uuid(),
    from: z.iso.date(),
    until: z.iso.date(),
    on: dayOf('Enter the day you talked'),
    withWhom: text('Whom you talked with', { max: 200, required: 'Say whom you talked with' }),
    said: text('What was said', { max: 4_000, required: 'Write what was said' }),
    nextStep: text('The next step', { max: 1_000, required: 'Write the next step, or that there is none' }),
    nextOn: plainDate,
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'The period must end on or after the day it begins' })

/** The size of a provider; empty where it is not known. `was` is what stood there when the form was opened. */
export const sizeSchema = z
  .strictObject({
    agencyId: z.uuid(),
    was: z.number().int().nullable(),
    size: z
      .string()
      .trim()
      .regex(/^\d{0,6}$/, 'Enter a whole number, or leave it empty')
      .transform((value) => (value === '' ? null : Number(value)))
      .pipe(z.number().int().min(1, 'Enter 1 or more, or leave it empty').nullable()),
  })
  .refine(({ was, size }) => was !== size, { path: ['size'], message: 'This is the size that stands there already' })
