import { z } from 'zod'
import { operation } from '../access/operation'
import { may } from '../access/permissions'
import { loads, type PractitionerLoad } from '../cases/workload'
import { idsOf, oneOf, period, periodInOrder } from '../input'
import type { Measured } from './figure-view'
import { measure } from './measure'
import { periodBefore, periodFor, type Period } from './period'
import { QUESTIONS, questionOf, type QuestionId } from './questions'

/** A period, and whether the one before it stands beside it. */
export const periodSchema = z.strictObject({ ...period, compare: z.literal('yes').optional() })

export type Answered = { question: QuestionId; period: Period; before: Period | null; figures: Measured[]; /** Small numbers are withheld. */ withheld: boolean; /** Whether this person may open the rows behind a figure. */ rows: boolean; team: PractitionerLoad[] | null }

/** The figures that answer one question of the board, small numbers withheld from an analyst. */
export const answerQuestion = operation({
  name: 'oversight.question',
  effect: 'read',
  permission: 'figures:read',
  input: periodSchema.extend({ question: oneOf(idsOf(QUESTIONS), 'Choose from the list') }).refine(...periodInOrder),
  audit: ['figures.seen'],
  async work({ tx, actor, now }, { question, compare, ...given }) {
    const period = periodFor(actor, given, now)
    const figures = await measure(tx, actor, now, questionOf(question).figures, period, { compare: compare === 'yes' })
    const team = question === 'who-carries' && may(actor.role, 'workload:read') ? await loads(tx, actor, now) : null
    const output: Answered = { question, period, before: compare ? periodBefore(period) : null, figures, withheld: actor.role === 'analyst', rows: may(actor.role, 'figures:rows'), team }
    return { output, kind: 'figures.seen', facts: { terms: { question, ...period, ...(compare ? { compare } : {}) } } }
  },
})
