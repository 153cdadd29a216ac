import { z } from 'zod'
import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { dropDraft } from '../drafts/commands'
import { draftIdOf } from '../drafts/id'
import { asksSection47, directionOf } from '../pathway/assessment'
import { blockSchema, finishSchema } from './schema'
import { latestOf, loadSets } from './sets'
import { askForSection47 } from './tell'
import { setOf, suggestionFor, type SavedAnswers } from './view'

/** Begins a risk assessment of a case with the area's latest indicators, or gives the one that is being filled in. Throws NotFound, Conflict where the case is closed or nobody holds it. */
export const beginAssessment = operation({
  name: 'assessments.begin',
  effect: 'change',
  permission: 'assessment:write',
  input: z.strictObject({ caseId: z.uuid() }),
  audit: ['assessment.begun'],
  async work({ tx, actor, now }, { caseId }) {
    const { areaId, userId } = actor
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } } })
    if (!one) throw new NotFound()
    if (one.stage === 'closed') throw new Conflict('This case is closed. Reopen it before you assess again.')
    if (!one.allocatedToId) throw new Conflict('Nobody holds this case yet. Allocate it first.')
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`assessment ${caseId}`}, 0))::text`
    const open = await tx.assessment.findFirst({ where: { areaId, caseId, finishedAt: null } })
    const setRef = open?.setRef ?? latestOf(await loadSets(tx, areaId)).ref
    const { id } = open ?? (await tx.assessment.create({ data: { areaId, caseId, childId: one.childId, setRef, begunAt: now, begunById: userId, answers: {} } }))
    return {
      output: { id },
      kind: 'assessment.begun',
      facts: { record: { type: 'assessment', id }, children: [one.childId], before: open ? { id } : null, after: { id, set: setRef } },
    }
  },
})

/** Keeps the answers of one block. Throws NotFound, Invalid for an indicator of another block, Conflict where it is finished or somebody else saved first. */
export const saveBlock = operation({
  name: 'assessments.save-block',
  effect: 'change',
  permission: 'assessment:write',
  input: blockSchema,
  audit: ['assessment.saved'],
  async work(asking, { assessmentId, version, block, answers }) {
    const { tx, actor } = asking
    const row = await openOne(asking, assessmentId)
    const set = setOf(row.setRef, await loadSets(tx, actor.areaId))
    const ids = set.indicators.filter((one) => one.block === block).map(({ id }) => id)
    if (Object.keys(answers).some((id) => !ids.includes(id))) throw new Invalid({ answers: 'One of these is not a question of this part. Reload the page.' })
    const kept: SavedAnswers = Object.fromEntries(Object.entries(answers).map(([id, { answer, when, evidence, source, nature }]) => [
      id,
      answer === 'yes' || answer === 'suspected' ? { answer, when: when || null, evidence, source, nature: nature || null } : { answer, when: null, evidence: '', source: '', nature: null },
    ]))
    await change(asking, assessmentId, version, { answers: { ...(row.answers as object), ...kept } })
    await dropDraft(tx, actor.areaId, draftIdOf(actor.userId, `${assessmentId} ${block}`))
    return { output: undefined, kind: 'assessment.saved', facts: { record: { type: 'assessment', id: assessmentId }, children: [row.childId], before: { version }, after: { block, answered: Object.keys(kept).length } } }
  },
})

/**
 * Finishes an assessment: its level, by the person asking and with why. The suggestion and its working are kept as
 * they were, and the safeguarding lead is told where it asks for section 47. Throws NotFound, Invalid where harm asks for the section 47 answer or an override for its reason,
 * Conflict where it is finished already or somebody else saved first.
 */
export const finishAssessment = operation({
  name: 'assessments.finish',
  effect: 'change',
  permission: 'assessment:write',
  input: finishSchema,
  audit: ['assessment.finished'],
  async work(asking, input) {
    const { tx, actor, now } = asking
    const row = await openOne(asking, input.assessmentId)
    const set = setOf(row.setRef, await loadSets(tx, actor.areaId))
    const suggestion = suggestionFor(row, set, row.case.child, now)
    const direction = directionOf(suggestion.level, input.level)
    const asks = asksSection47(set.indicators, row.answers as unknown as SavedAnswers)
    if (asks && !input.section47) throw new Invalid({ section47: 'There are signs of harm: say whether a strategy discussion or section 47 has been considered' })
    if (input.section47 && !input.section47Note) throw new Invalid({ section47Note: 'Say why' })
    if (direction !== 'as_suggested' && !input.overrideReason) throw new Invalid({ overrideReason: `This is ${direction} than suggested. Say why` })
    await change(asking, input.assessmentId, input.version, {
      models: input.models, ...heardAs('young', input.young), ...heardAs('parents', input.parents),
      finishedAt: now, finishedById: actor.userId, suggested: suggestion.level, working: suggestion.working, level: input.level, direction,
      levelReason: input.levelReason, overrideReason: direction === 'as_suggested' ? null : input.overrideReason,
      section47: input.section47 || null, section47Note: input.section47 ? input.section47Note : null,
    })
    if (input.section47 === 'asked_for') await askForSection47(asking, row)
    await dropDraft(tx, actor.areaId, draftIdOf(actor.userId, `${input.assessmentId} finish`))
    return {
      output: undefined,
      kind: 'assessment.finished',
      facts: {
        record: { type: 'assessment', id: input.assessmentId }, children: [row.childId], before: { finished: false },
        after: { suggested: suggestion.level, level: input.level, direction, section47: input.section47 || null, youngHeard: input.young.heard, parentsHeard: input.parents.heard },
      },
    }
  },
})

type Heard = { heard: 'yes' | 'no'; view: string; notHeard: string; plan: string }
const heardAs = <W extends 'young' | 'parents'>(who: W, { heard, view, notHeard, plan }: Heard) =>
  ({ [`${who}View`]: heard === 'yes' ? view : null, [`${who}NotHeard`]: heard === 'no' ? notHeard : null, [`${who}Plan`]: heard === 'no' ? plan : null })

async function openOne({ tx, actor }: Asking, id: string) {
  const row = await tx.assessment.findUnique({ where: { areaId_id: { areaId: actor.areaId, id } }, include: { case: { include: { child: true } } } })
  if (!row) throw new NotFound()
  if (row.finishedAt) throw new Conflict('This assessment is finished and stays as it is. Begin another to write down what has changed.')
  return row
}

async function change({ tx, actor }: Asking, id: string, version: number, data: object): Promise<void> {
  const { count } = await tx.assessment.updateMany({ where: { areaId: actor.areaId, id, version, finishedAt: null }, data: { ...data, version: { increment: 1 } } })
  if (!count) throw new Conflict('Somebody else saved into this assessment while you had it open. Nothing of yours was saved: reload the page; what you typed is kept as a draft.')
}
