import type { Assessment, Child } from '../database/models'
import { dayOf } from '../children/view'
import { ageOn } from '../pathway/age'
import { suggestLevel, type Direction, type IndicatorAnswer, type Suggestion } from '../pathway/assessment'
import type { IndicatorSet } from '../pathway/indicators'
import type { Level } from '../pathway/levels'

export type SavedAnswers = Record<string, IndicatorAnswer>

/** The set an assessment was made with, among those there are. Throws where there is none of that name: its answers could not be read. */
export function setOf(ref: string, sets: readonly IndicatorSet[]): IndicatorSet {
  const set = sets.find((one) => one.ref === ref)
  if (!set) throw new Error(`There is no indicator set ${ref}`)
  return set
}

export type ViewOf = { view: string | null; notHeard: string | null; plan: string | null }

/** What a finished assessment says, as it was then. */
export type Finished = {
  at: string
  by: string
  suggested: Level
  working: string[]
  level: Level
  direction: Direction
  reason: string
  overrideReason: string | null
  section47: 'asked_for' | 'under_way' | 'not_needed' | null
  section47Note: string | null
}

export type AssessmentView = {
  id: string
  version: number
  set: IndicatorSet
  begunAt: string
  begunBy: string
  answers: SavedAnswers
  models: string[]
  young: ViewOf
  parents: ViewOf
  finished: Finished | null
}

type Row = Assessment & { begunBy: { name: string }; finishedBy: { name: string } | null }
export const assessmentInclude = { begunBy: { select: { name: true } }, finishedBy: { select: { name: true } } } as const

export function viewAssessment(row: Row, sets: readonly IndicatorSet[]): AssessmentView {
  return {
    id: row.id,
    version: row.version,
    set: setOf(row.setRef, sets),
    begunAt: row.begunAt.toISOString(),
    begunBy: row.begunBy.name,
    answers: row.answers as unknown as SavedAnswers,
    models: row.models,
    young: { view: row.youngView, notHeard: row.youngNotHeard, plan: row.youngPlan },
    parents: { view: row.parentsView, notHeard: row.parentsNotHeard, plan: row.parentsPlan },
    finished: finishedOf(row),
  }
}

function finishedOf(row: Row): Finished | null {
  const { finishedAt, finishedBy, suggested, level, direction, levelReason } = row
  if (!finishedAt || !finishedBy || !suggested || !level || !direction || !levelReason) return null
  return {
    at: finishedAt.toISOString(), by: finishedBy.name, suggested, working: row.working, level, direction, reason: levelReason,
    overrideReason: row.overrideReason, section47: row.section47, section47Note: row.section47Note,
  }
}

/** What is suggested on that day with the set it was made with, from what is answered so far. */
export function suggestionFor(row: Pick<Assessment, 'answers'>, { indicators }: IndicatorSet, child: Pick<Child, 'dateOfBirth' | 'birthEstimated'>, now: Date): Suggestion {
  const born = dayOf(child.dateOfBirth)
  return suggestLevel(indicators, row.answers as unknown as SavedAnswers, { age: born ? ageOn(born, now) : null, estimatedAge: child.birthEstimated })
}
