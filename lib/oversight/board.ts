import { z } from 'zod'
import { operation } from '../access/operation'
import { may } from '../access/permissions'
import { loads, type PractitionerLoad } from '../cases/workload'
import { idsOf, oneOf, period, periodInOrder } from '../input'
import type { Measured } from './figure-view'
import { measure } from './measure'
import { figureOf } from './definitions'
import { choicesOf, chosen, NARROWED, onlySchema, type Choice } from './only'
import { isFinishedYear, periodBefore, periodFor, type Period } from './period'
import { QUESTIONS, questionOf, type QuestionId } from './questions'

/** A period, and whether the one before it stands beside it. */
export const periodSchema = z.strictObject({ ...period, compare: z.literal('yes').optional() })

/** Which question, for a period, and for whom alone. */
export const questionSchema = periodSchema.extend({ question: oneOf(idsOf(QUESTIONS), 'Choose from the list'), only: onlySchema.optional() })

export type Answered = { question: QuestionId; period: Period; before: Period | null; figures: Measured[]; /** Small numbers are withheld, and whether others are rounded. */ withheld: boolean; rough: boolean; /** Whether this person may open the rows behind a figure. */ rows: boolean; team: PractitionerLoad[] | null; /** What some of the figures can be narrowed to, and what they are; nothing for whoever may not. */ choices: Choice[]; only: Choice | null; /** The titles of those that are not told apart by that. */ leftOut: string[] }

/**
 * The figures that answer one question of the board, small numbers withheld from an analyst; `only` for one practitioner,
 * team, agency or school. Throws Invalid for one that is not the area's, and for an analyst.
 */
export const answerQuestion = operation({
  name: 'oversight.question',
  effect: 'read',
  permission: 'figures:read',
  input: questionSchema.refine(...periodInOrder),
  audit: ['figures.seen'],
  async work({ tx, actor, now }, { question, compare, only: one, ...given }) {
    const period = periodFor(actor, given, now)
    const choices = await choicesOf(tx, actor)
    const only = chosen(choices, one)
    const wanted = questionOf(question).figures
    const figures = await measure(tx, actor, now, wanted, period, { compare: compare === 'yes', only })
    const leftOut = only ? wanted.filter((each) => !figures.some(({ figure }) => figure === each.figure)).map(({ figure }) => figureOf(figure).title) : []
    const team = question === 'who-carries' && !only && may(actor.role, 'workload:read') ? await loads(tx, actor, now) : null
    const output: Answered = { question, period, before: compare ? periodBefore(period) : null, figures, withheld: actor.role === 'analyst', rough: actor.role === 'analyst' && !isFinishedYear(period, now), rows: may(actor.role, 'figures:rows'), team, choices: choices.filter(({ by }) => wanted.some(({ figure }) => NARROWED[figureOf(figure).fact].includes(by))), only, leftOut }
    return { output, kind: 'figures.seen', facts: { terms: { question, ...period, ...(compare ? { compare } : {}), ...(only ? { only: `${only.by}.${only.id}` } : {}) } } }
  },
})
