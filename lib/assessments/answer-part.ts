import { Conflict, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { dropDraft } from '../drafts/commands'
import { draftIdOf } from '../drafts/id'
import { isLate } from '../pathway/enquiry'
import { answerPartSchema } from './part-schema'
import { tellAsker } from './tell'

/**
 * Answers for the agency of the person asking, or corrects what it said: the new answer takes the place of the one it
 * names, which stays readable. A late answer counts and is marked; sent twice it is kept once. Throws NotFound where
 * the agency was not asked, Conflict where a colleague answered or corrected meanwhile.
 */
export const answerPart = operation({
  name: 'assessments.answer-part',
  effect: 'change',
  permission: 'assessment:answer',
  input: answerPartSchema,
  audit: ['assessment.part_answered'],
  async work(asking, { requestId, submissionKey, supersedesId, answer, known, level, levelReason }) {
    const { tx, actor, now } = asking
    const { areaId, agencyId } = actor
    const request = agencyId === null ? null : await tx.assessmentRequest.findFirst({ where: { areaId, id: requestId, agencyId }, include: { agency: { select: { name: true } } } })
    if (!request) throw new NotFound()
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`part ${requestId}`}, 0))::text`
    const parts = await tx.assessmentPart.findMany({ where: { areaId, requestId }, include: { by: { select: { name: true } }, supersededBy: { select: { id: true } } } })
    const sent = parts.some((part) => part.submissionKey === submissionKey)
    const last = parts.find(({ supersededBy }) => !supersededBy)
    if (!sent && supersedesId && !parts.some(({ id }) => id === supersedesId)) throw new NotFound()
    if (!sent && (last?.id ?? '') !== supersedesId) {
      throw new Conflict(`${last?.by.name ?? 'Somebody'} has answered for your agency meanwhile. Nothing of yours was saved: reload the page to read it, and correct it if it is not right. What you typed is kept as a draft.`)
    }
    const nothingKnown = answer === 'nothing_known'
    if (!sent) {
      const { id } = await tx.assessmentPart.create({
        data: {
          areaId, requestId, agencyId: request.agencyId, submissionKey, nothingKnown, byId: actor.userId, at: now, supersedesId: supersedesId || null,
          known: nothingKnown ? {} : Object.fromEntries(Object.entries(known).filter(([, said]) => said)),
          level: nothingKnown ? null : level || null,
          levelReason: nothingKnown ? null : levelReason || null,
        },
      })
      await tx.assessmentRequest.updateMany({ where: { areaId, id: requestId, answeredAt: null }, data: { answeredAt: now } })
      await tellAsker(asking, request, supersedesId ? 'corrected' : 'answered', request.agency.name, id)
    }
    await dropDraft(tx, areaId, draftIdOf(actor.userId, `${requestId} part`))
    const late = isLate(now, request.dueAt)
    return {
      output: { late },
      kind: 'assessment.part_answered',
      facts: {
        record: { type: 'assessment_request', id: requestId }, children: [request.childId], before: supersedesId ? { part: supersedesId } : null,
        after: { agency: actor.agencyName, answer, level: nothingKnown ? null : level || null, late, corrects: supersedesId !== '' },
      },
    }
  },
})
