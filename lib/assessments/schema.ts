import { z } from 'zod'
import { heardSchema } from '../heard'
import { idsOf, oneOf, text, version } from '../input'
import { ANSWERS, RECENCIES } from '../pathway/assessment'
import { BLOCKS, MODELS } from '../pathway/indicators'
import { LEVELS } from '../pathway/levels'

/** One indicator as it was answered. What was typed under an answer that needs none of it is not kept. */
export const answerSchema = z
  .strictObject({
    answer: oneOf(idsOf(ANSWERS), 'Choose an answer, or say that it is not known'),
    when: oneOf([...idsOf(RECENCIES), ''], 'Say when'),
    evidence: text('Evidence', { max: 2_000 }),
    source: text('Source', { max: 300 }),
    nature: oneOf(['fact', 'opinion', ''], 'Say whether this is a fact or an opinion'),
  })
  .superRefine((one, context) => {
    if (one.answer !== 'yes' && one.answer !== 'suspected') return
    const ask = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (!one.when) ask('when', 'Say when')
    if (!one.evidence) ask('evidence', 'Write what shows it')
    if (!one.source) ask('source', 'Say who or what it comes from')
    if (!one.nature) ask('nature', 'Say whether this is a fact or an opinion')
  })
export type AnswerInput = z.input<typeof answerSchema>

/** The answers of one block, by the indicator's id. */
export const blockSchema = z.strictObject({
  assessmentId: z.uuid(),
  version,
  block: oneOf(idsOf(BLOCKS), 'Choose a part of the assessment'),
  answers: z.record(z.string().max(60), answerSchema),
})

export const SECTION47 = [
  { id: 'asked_for', label: 'Yes: a strategy discussion is asked for' },
  { id: 'under_way', label: 'Yes: one is under way, or section 47 has begun' },
  { id: 'not_needed', label: 'Considered, and not asked for now' },
] as const

/** The views, the level and why: what finishes an assessment. */
export const finishSchema = z.strictObject({
  assessmentId: z.uuid(),
  version,
  models: z.array(oneOf(idsOf(MODELS), 'Choose from the list')).max(MODELS.length),
  young: heardSchema('the young person has'),
  parents: heardSchema('the parents or carers have'),
  section47: oneOf([...idsOf(SECTION47), ''], 'Choose from the list'),
  section47Note: text('Why', { max: 2_000 }),
  level: oneOf(LEVELS, 'Choose the level'),
  levelReason: text('Why this level', { max: 4_000, required: 'Say why this is the level' }),
  overrideReason: text('Why it is not the suggested level', { max: 2_000 }),
})
