import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { nameOf } from '../children/view'
import { partDue } from '../pathway/assessment-parts'
import { agenciesThatAnswer } from '../sharing/receivers'
import { askPartSchema } from './part-schema'
import { tellAsked } from './tell'

/**
 * Asks an agency for its own part of an open assessment. It is told the child's name and date of birth, and the
 * question. Sent twice it asks once. Throws NotFound, Invalid for an agency that nobody answers for or a day that is
 * past, Conflict where it is asked already or the assessment is finished.
 */
export const askPart = operation({
  name: 'assessments.ask-part',
  effect: 'change',
  permission: 'assessment:ask',
  input: askPartSchema,
  audit: ['assessment.part_asked'],
  async work(asking, { assessmentId, agencyId, question, due }) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const row = await tx.assessment.findUnique({ where: { areaId_id: { areaId, id: assessmentId } }, include: { case: { include: { child: true } } } })
    if (!row) throw new NotFound()
    // whoever asks the same agency now waits for this, and reads what it wrote
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`assessment ${row.caseId}`}, 0))::text`
    const known = await tx.assessmentRequest.findUnique({ where: { areaId_assessmentId_agencyId: { areaId, assessmentId, agencyId } }, include: { agency: { select: { name: true } } } })
    const dueAt = partDue(due, now)
    const same = known && known.askedById === actor.userId && known.question === question && known.dueAt.getTime() === dueAt?.getTime()
    if (known && !same) throw new Conflict(`${known.agency.name} is asked already. Reload the page to see.`)
    if (!known && row.finishedAt) throw new Conflict('This assessment is finished and stays as it is. Begin another, and ask the agency there.')
    if (!dueAt) throw new Invalid({ due: 'Choose today or a day to come, within a year' })
    const agency = (await agenciesThatAnswer(tx, areaId)).find(({ id }) => id === agencyId)
    if (!agency) throw new Invalid({ agencyId: 'Nobody signs in for this agency here: choose another, or ask it by telephone and write down what it says' })
    const { child } = row.case
    const request = known ?? (await tx.assessmentRequest.create({
      data: { areaId, assessmentId, agencyId, childId: child.id, childName: nameOf(child), bornOn: child.dateOfBirth, bornEstimated: child.birthEstimated, question, askedAt: now, askedById: actor.userId, dueAt },
    }))
    if (!known) await tellAsked(asking, request, agency.answersAs)
    return {
      output: { requestId: request.id },
      kind: 'assessment.part_asked',
      facts: { record: { type: 'assessment', id: assessmentId }, children: [child.id], before: known ? { request: request.id } : null, after: { request: request.id, agency: agency.name, dueAt: dueAt.toISOString() } },
    }
  },
})
