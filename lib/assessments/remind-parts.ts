import { z } from 'zod'
import { operation } from '../access/operation'
import { partReminder } from '../pathway/assessment-parts'
import { agenciesThatAnswer } from '../sharing/receivers'
import { remindOfPart, tellAsker } from './tell'

/** So many at a time, what falls due first before the rest. */
const MOST = 500
const NUMBER = { soon: 1, late: 2, still_late: 3 } as const

/**
 * Reminds agencies that have not answered for their part of an open assessment, before its day and after it, and tells
 * whoever asked once it is over. Each reminder is raised once however often this runs.
 */
export const remindParts = operation({
  name: 'assessments.remind-parts',
  effect: 'change',
  permission: 'job:run',
  input: z.strictObject({}),
  audit: ['assessment.parts_chased'],
  async work(asking) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const waiting = await tx.assessmentRequest.findMany({
      where: { areaId, answeredAt: null, reminders: { lt: NUMBER.still_late }, assessment: { finishedAt: null } },
      include: { agency: { select: { kind: true, name: true } } },
      orderBy: { dueAt: 'asc' },
      take: MOST,
    })
    const people = new Map((await agenciesThatAnswer(tx, areaId)).map(({ id, answersAs }) => [id, answersAs]))
    const reminded: { id: string; childId: string }[] = []
    for (const request of waiting) {
      const reminder = partReminder({ askedAt: request.askedAt, due: request.dueAt, answeredAt: request.answeredAt }, now)
      if (!reminder || request.reminders >= NUMBER[reminder]) continue
      await remindOfPart(asking, request, people.get(request.agencyId) ?? (request.agency.kind === 'police' ? 'police' : 'partner'), reminder)
      if (reminder !== 'soon') await tellAsker(asking, request, 'late', request.agency.name, request.id)
      await tx.assessmentRequest.updateMany({ where: { areaId, id: request.id }, data: { reminders: NUMBER[reminder] } })
      reminded.push(request)
    }
    return { output: reminded.length, kind: 'assessment.parts_chased', facts: { rows: reminded.map(({ id }) => id), children: [...new Set(reminded.map(({ childId }) => childId))] } }
  },
})
