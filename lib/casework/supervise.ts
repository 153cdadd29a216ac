import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { practitionersOf } from '../cases/workload'
import { dayOf } from '../children/view'
import { oneSendAtATime } from '../contacts/call'
import { dropFormDraft } from '../drafts/commands'
import { londonDay } from '../pathway/london'
import { supervisionSchema } from './schema'

/**
 * Records a supervision, by its supervisor, with what was decided case by case; or corrects one with a further
 * record. Sending it twice makes one. Throws NotFound, Invalid, Conflict where it is corrected already.
 */
export const recordSupervision = operation({
  name: 'supervision.record',
  effect: 'change',
  permission: 'supervision:write',
  input: supervisionSchema,
  audit: ['supervision.recorded', 'supervision.opened'],
  async work(asking, { submissionKey, correctsId, practitionerId, themes, reflections, ...given }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    await oneSendAtATime(tx, submissionKey)
    const heldOn = given.heldOn ?? ''
    const made = await tx.supervision.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } } })
    if (made) {
      if (made.reflections !== reflections || made.practitionerId !== practitionerId || dayOf(made.heldOn) !== heldOn) throw new Invalid({ form: 'This was saved already, with other words. What you typed is still here: open the saved record and correct it there.' })
      return { output: { id: made.id }, kind: 'supervision.opened', facts: { record: { type: 'supervision', id: made.id }, children: [] } }
    }
    if (heldOn > londonDay(now)) throw new Invalid({ heldOn: 'The day cannot be in the future' })
    if (practitionerId === userId) throw new Invalid({ practitionerId: 'Supervision is between two people: choose somebody else' })
    const corrected = correctsId ? await recordToCorrect(asking, correctsId, practitionerId) : null
    if (!corrected && !(await practitionersOf(tx, actor, now)).some(({ id }) => id === practitionerId)) throw new Invalid({ practitionerId: 'Choose a practitioner of this team' })
    const decided = given.decisions.filter(({ decision }) => decision)
    const cases = await tx.cateCase.findMany({ where: { areaId, id: { in: decided.map(({ caseId }) => caseId) } }, select: { id: true, reference: true, childId: true } })
    if (cases.length !== new Set(decided.map(({ caseId }) => caseId)).size || cases.length !== decided.length) throw new Invalid({ form: 'One of the cases is not there any more. Reload the page; what you typed is kept.' })
    const { id } = await tx.supervision.create({
      data: {
        areaId, practitionerId, supervisorId: userId, submissionKey, heldOn: new Date(heldOn), themes: [...new Set(themes)], reflections,
        nextOn: given.nextOn ? new Date(given.nextOn) : null, correctsId: corrected, at: now,
      },
      select: { id: true },
    })
    await tx.supervisionDecision.createMany({
      data: decided.map(({ caseId, decision }) => ({ areaId, supervisionId: id, caseId, decision, reference: cases.find((one) => one.id === caseId)?.reference ?? '' })),
    })
    await dropFormDraft(asking, 'supervised', correctsId || userId)
    return {
      output: { id },
      kind: 'supervision.recorded',
      // what the two reflected on is theirs, and is not copied into the log
      facts: { record: { type: 'supervision', id }, children: cases.map(({ childId }) => childId), before: corrected && { id: corrected }, after: { practitionerId, heldOn, decisions: decided.length } },
    }
  },
})

async function recordToCorrect({ tx, actor }: Asking, id: string, practitionerId: string): Promise<string> {
  await oneSendAtATime(tx, `correct ${id}`)
  const row = await tx.supervision.findUnique({ where: { areaId_id: { areaId: actor.areaId, id } }, include: { correctedBy: { select: { id: true } } } })
  if (!row || row.supervisorId !== actor.userId || row.practitionerId !== practitionerId) throw new NotFound()
  if (row.correctedBy) throw new Conflict('This record is corrected already. What you typed is still here: open the newest one and correct that.')
  return id
}
