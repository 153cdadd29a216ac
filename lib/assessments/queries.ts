import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { nameOf } from '../children/view'
import type { Suggestion } from '../pathway/assessment'
import type { CaseStage } from '../pathway/states'
import { partsOf, type PartView } from './parts'
import { loadSets } from './sets'
import { assessmentInclude, setOf, suggestionFor, viewAssessment, type AssessmentView } from './view'

export type AssessmentPage = AssessmentView & {
  child: { id: string; name: string }
  case: { id: string; reference: string; stage: CaseStage }
  /** What is suggested now, from what is answered so far; a finished one keeps its own. */
  suggestion: Suggestion | null
  /** The one finished before it, to compare with. */
  previous: AssessmentView | null
  /** What other agencies were asked for it, and say. */
  parts: PartView[]
}

/** One assessment with the one before it. Throws NotFound. */
export const readAssessment = operation({
  name: 'assessments.read',
  effect: 'read',
  permission: 'assessment:read',
  input: z.strictObject({ assessmentId: z.uuid() }),
  audit: ['assessment.opened'],
  async work(asking, { assessmentId }) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const row = await tx.assessment.findUnique({ where: { areaId_id: { areaId, id: assessmentId } }, include: { ...assessmentInclude, case: { include: { child: true } } } })
    if (!row) throw new NotFound()
    const previous = await tx.assessment.findFirst({
      where: { areaId, caseId: row.caseId, finishedAt: row.finishedAt ? { lt: row.finishedAt } : { not: null } },
      orderBy: { finishedAt: 'desc' },
      include: assessmentInclude,
    })
    const sets = await loadSets(tx, areaId)
    const output: AssessmentPage = {
      ...viewAssessment(row, sets),
      child: { id: row.case.child.id, name: nameOf(row.case.child) },
      case: { id: row.caseId, reference: row.case.reference, stage: row.case.stage },
      suggestion: row.finishedAt ? null : suggestionFor(row, setOf(row.setRef, sets), row.case.child, now),
      previous: previous ? viewAssessment(previous, sets) : null,
      parts: await partsOf(asking, assessmentId),
    }
    return { output, kind: 'assessment.opened', facts: { record: { type: 'assessment', id: assessmentId }, children: [row.childId] } }
  },
})

export type AssessmentSummary = { id: string; begunAt: string; begunBy: string; finished: AssessmentView['finished'] }

/** The assessments of a case, the one being filled in first, then newest first. Throws NotFound. */
export const listAssessments = operation({
  name: 'assessments.list',
  effect: 'read',
  permission: 'assessment:read',
  input: z.strictObject({ caseId: z.uuid() }),
  audit: ['assessment.opened'],
  async work({ tx, actor }, { caseId }) {
    const { areaId } = actor
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } }, select: { childId: true } })
    if (!one) throw new NotFound()
    const rows = await tx.assessment.findMany({ where: { areaId, caseId }, orderBy: { finishedAt: { sort: 'desc', nulls: 'first' } }, include: assessmentInclude })
    const sets = await loadSets(tx, areaId)
    const output: AssessmentSummary[] = rows.map((row) => viewAssessment(row, sets)).map(({ id, begunAt, begunBy, finished }) => ({ id, begunAt, begunBy, finished }))
    return { output, kind: 'assessment.opened', facts: { record: { type: 'case', id: caseId }, children: [one.childId] } }
  },
})
