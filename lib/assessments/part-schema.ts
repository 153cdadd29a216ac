import { z } from 'zod'
import { oneOf, plainDate, text } from '../input'
import { BLOCKS, type Block } from '../pathway/indicators'
import { LEVELS } from '../pathway/levels'

/** What one agency is asked, and until which day. */
export const askPartSchema = z.strictObject({
  assessmentId: z.uuid(),
  agencyId: z.uuid('Choose an agency'),
  question: text('The question', { max: 2_000, required: 'Write what you ask' }),
  due: plainDate.pipe(z.string('Enter the day to answer by')),
})

const MOST = 1_000
const known = Object.fromEntries(BLOCKS.map(({ id, label }) => [id, text(label, { max: MOST })])) as Record<Block, ReturnType<typeof text>>

/** An agency's part: what it knows by block and its own view of the level, or that it knows nothing. */
export const answerPartSchema = z
  .strictObject({
    requestId: z.uuid(),
    /** Made when the form is opened: an answer sent twice is kept once. */
    submissionKey: z.uuid(),
    /** The answer that this corrects; empty for the first. */
    supersedesId: z.literal('').or(z.uuid()),
    answer: oneOf(['known', 'nothing_known'], 'Say whether your agency knows anything'),
    known: z.strictObject(known),
    level: oneOf([...LEVELS, ''], 'Choose the level, or leave it out'),
    levelReason: text('Why this level', { max: MOST }),
  })
  .superRefine((part, context) => {
    if (part.answer !== 'known') return
    const ask = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (!part.level && !Object.values(part.known).some(Boolean)) ask(['known', 'vulnerability'], 'Write what you know in one of the parts, or say that nothing is known')
    if (part.level && !part.levelReason) ask(['levelReason'], 'Say why you see this level')
    if (!part.level && part.levelReason) ask(['level'], 'Choose the level that your reasons are for')
  })

export type AnswerPartInput = z.output<typeof answerPartSchema>
