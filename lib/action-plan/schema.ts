import { z } from 'zod'
import { besideOthers, idsOf, oneOf, plainDate, text } from '../input'
import { MILESTONES, PLAN_FIGURES, PLAN_STATUSES, statusProblem } from '../pathway/action-plan'

const LONG = 2_000
export const PLAN_FIELDS = {
  recommendation: text('The recommendation', { max: LONG, required: 'Write the recommendation' }),
  action: text('The action', { max: LONG, required: 'Write what is to be done' }),
  how: text('How', { max: LONG, required: 'Say how it is done' }),
} as const

/** A new row of the plan; its lead is an agency of the area, or in words where it is none. */
export const planItemSchema = z
  .strictObject({
    submissionKey: z.uuid(),
    ...PLAN_FIELDS,
    leadAgencyId: z.union([z.uuid(), z.literal('')]),
    leadName: text('The lead', { max: 200 }),
    due: plainDate.pipe(z.string('Enter the date it is due')),
    figures: z.array(oneOf(idsOf(PLAN_FIGURES), 'Choose from the list')).max(PLAN_FIGURES.length),
    auditId: z.uuid().nullable(),
  })
  .refine(({ leadAgencyId, leadName }) => leadAgencyId !== '' || leadName !== '', { path: ['leadAgencyId'], message: 'Choose who leads, or write who does', ...besideOthers })

/** What became of a row by a day. */
export const planUpdateSchema = z
  .strictObject({
    submissionKey: z.uuid(),
    itemId: z.uuid(),
    milestone: oneOf(idsOf(MILESTONES), 'Choose which update this is'),
    on: plainDate.pipe(z.string('Enter the date of the update')),
    status: oneOf(idsOf(PLAN_STATUSES), 'Choose where it stands'),
    words: text('The update', { max: 4_000, required: 'Write what was done' }),
    evidence: text('The evidence', { max: LONG }),
    newDue: plainDate,
  })
  .refine(({ status, evidence }) => statusProblem(status, evidence) === null, { path: ['evidence'], message: 'Say what shows that it is done', ...besideOthers })

/** A table to bring in; `leave` brings in the rest where some rows are refused. */
export const planImportSchema = z.strictObject({
  table: text('The table', { max: 200_000, required: 'Paste a table, or choose a file' }),
})
export const planImportDoneSchema = planImportSchema.extend({ leave: z.boolean() })
