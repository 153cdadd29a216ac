import { z } from 'zod'
import { newActionSchema } from '../actions/schema'
import { heardSchema } from '../heard'
import { codesOf, oneOf, pageKey, plainDate, text, version } from '../input'
import { CLOSURE_REASONS } from '../pathway/codes'
import { EXIT_EVIDENCE, type ExitEvidence } from '../pathway/exit'
import { LEVELS } from '../pathway/levels'

/** A review of a case. `transition` is asked from 17 on. */
export const reviewSchema = z.strictObject({
  caseId: z.uuid(),
  version,
  submissionKey: z.uuid(),
  changed: text('What has changed', { max: 4_000, required: 'Write what has changed since the last time, or that nothing has' }),
  young: heardSchema('the young person has'),
  parents: heardSchema('the parents or carers have'),
  level: oneOf(LEVELS, 'Choose the level'),
  reason: text('Why this level', { max: 4_000, required: 'Say why this is the level' }),
  nextReview: plainDate,
  transition: text('Support at 18 and after', { max: 2_000 }),
  actions: z.array(newActionSchema).max(20),
})

const evidence = z.strictObject(
  Object.fromEntries(EXIT_EVIDENCE.map(({ id, label, missing }) => [id, text(label, { max: 2_000, required: missing })])) as Record<keyof ExitEvidence, ReturnType<typeof text>>,
)

/** What shows that a case may close or its level fall to Low, and which other agency is asked to agree. */
export const proposeExitSchema = z.strictObject({
  caseId: z.uuid(),
  kind: oneOf(['low', 'close'], 'Choose what is proposed'),
  evidence,
  agencyId: z.uuid('Choose the agency that is asked to agree'),
  told: text('What the agency is told', { max: 4_000, required: 'Write what the agency needs to know to answer, and no more' }),
})

export const answerExitSchema = z.strictObject({
  exitId: z.uuid(),
  version,
  agreed: oneOf(['yes', 'no'], 'Say whether your agency agrees'),
  answer: text('Why', { max: 2_000, required: 'Say why, and what your agency knows' }),
})

export const withdrawExitSchema = z.strictObject({ exitId: z.uuid(), version })

export const closeCaseSchema = z.strictObject({
  caseId: z.uuid(),
  version,
  closureReason: oneOf(codesOf(CLOSURE_REASONS), 'Choose why it closes'),
  reason: text('Why now', { max: 2_000, required: 'Say why it closes now' }),
})

export const reopenSchema = z.strictObject({ caseId: z.uuid(), version, reason: text('Why', { max: 2_000, required: 'Say what brought it back' }) })

/** Which endings an agency is asked about are listed. */
export const exitListSchema = z.strictObject({ show: oneOf(['waiting', 'all'], 'Choose from the list').default('waiting'), after: pageKey })
