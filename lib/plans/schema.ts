import { z } from 'zod'
import { newActionSchema } from '../actions/schema'
import { oneOf, plainDate, text, version } from '../input'
import { PLAN_SECTIONS, SECTION_IDS, type SectionId } from '../pathway/plan'

/** As long as a section may be: about two pages. */
const LONGEST = 6_000

const sections = z.strictObject(Object.fromEntries(PLAN_SECTIONS.map(({ id, label }) => [id, text(label, { max: LONGEST })])) as Record<SectionId, ReturnType<typeof text>>)

/** A draft may leave anything out: what is missing is said when it is issued. */
const involvement = z.strictObject({
  involved: oneOf(['yes', 'no', ''], 'Say whether they were involved'),
  how: text('How', { max: 500 }),
  on: plainDate,
  words: text('What they said', { max: 4_000 }),
  whyNot: text('Why not', { max: 1_000 }),
  willTry: text('What will be tried', { max: 1_000 }),
  withheld: z.boolean(),
})

export const planSchema = z.strictObject({
  caseId: z.uuid(),
  version,
  sections,
  withheld: z.array(oneOf(SECTION_IDS, 'Choose from the list')).max(SECTION_IDS.length),
  /** By party: 'young', the id of somebody around the child, or 'parent'. */
  involvement: z.record(z.string().max(40), involvement),
  reviewOn: plainDate,
  agreedWith: text('Agreed with', { max: 1_000 }),
  copiedTo: text('Copied to', { max: 1_000 }),
  note: text('What changed', { max: 500 }),
})
export type PlanInput = z.input<typeof planSchema>

export const issueSchema = z.strictObject({ caseId: z.uuid(), version })

export const planActionSchema = z.strictObject({
  caseId: z.uuid(),
  actions: z.array(newActionSchema).min(1, 'Say what is to be done').max(20),
  /** Whether the family copy tells of them. */
  family: z.boolean(),
})
