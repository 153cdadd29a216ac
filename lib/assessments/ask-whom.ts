import { z } from 'zod'
import { Conflict, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { bornText, nameOf } from '../children/view'
import { partDay } from '../pathway/assessment-parts'
import { agenciesThatAnswer } from '../sharing/receivers'

/** What whoever asks an agency chooses from: what it will be told, and the agencies that are not asked yet. */
export type AskWhom = { assessmentId: string; child: string; born: string; agencies: { id: string; name: string }[]; day: string }

/** For the form that asks an agency for its part of an open assessment. Throws NotFound, Conflict where it is finished. */
export const readAskWhom = operation({
  name: 'assessments.ask-whom',
  effect: 'read',
  permission: 'assessment:ask',
  input: z.strictObject({ assessmentId: z.uuid() }),
  audit: ['assessment.opened'],
  async work({ tx, actor, now }, { assessmentId }) {
    const { areaId } = actor
    const row = await tx.assessment.findUnique({
      where: { areaId_id: { areaId, id: assessmentId } },
      include: { case: { include: { child: true } }, requests: { select: { agencyId: true } } },
    })
    if (!row) throw new NotFound()
    if (row.finishedAt) throw new Conflict('This assessment is finished and stays as it is. Begin another, and ask the agency there.')
    const asked = row.requests.map(({ agencyId }) => agencyId)
    const { child } = row.case
    const output: AskWhom = {
      assessmentId,
      child: nameOf(child),
      born: bornText(child, now),
      agencies: (await agenciesThatAnswer(tx, areaId)).filter(({ id }) => !asked.includes(id)).map(({ id, name }) => ({ id, name })),
      day: partDay(now),
    }
    return { output, kind: 'assessment.opened', facts: { record: { type: 'assessment', id: assessmentId }, children: [child.id] } }
  },
})
