import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { askContinuity, keepContinuity } from '../cover/continuity'
import { endCoversOfCase } from '../cover/end'
import { caseWeight } from '../pathway/caseload'
import { continuityEmpty, type Continuity } from '../pathway/cover'
import { allocateSchema } from './schema'
import { loads } from './workload'

const UNSAID: Continuity = { teller: '', told: '', thinks: '', how: '' }

/**
 * Names the practitioner who holds a case. The first allocation moves it on to assessment. Going over the
 * board's maximum is allowed and asks for a reason, so that a breach is shown and never hidden (Rec 28). A hand-over
 * says how the young person hears of it; it ends a cover that stands.
 * Throws Invalid, or Conflict where the case changed meanwhile or is closed.
 */
export const allocateCase = operation({
  name: 'cases.allocate',
  effect: 'change',
  permission: 'case:allocate',
  input: allocateSchema,
  audit: ['case.allocated'],
  async work(asking, { caseId, version, practitionerId, reason, continuity = UNSAID }) {
    const { tx, actor, now } = asking
    const { areaId, settings } = actor
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } } })
    if (!one) throw new NotFound()
    if (one.stage === 'closed') throw new Conflict('This case is closed. Reopen it before you allocate it.')
    const practitioner = (await loads(tx, actor, now)).find((candidate) => candidate.id === practitionerId)
    if (!practitioner) throw new Invalid({ practitionerId: 'Choose a practitioner of this team' })
    if (one.allocatedToId === practitionerId) throw new Invalid({ practitionerId: `${practitioner.name} holds this case already` })
    const weight = practitioner.load.weight + caseWeight(one.level, one.stage)
    if (weight > settings.caseloadMaximum && !reason) {
      throw new Invalid({ reason: `This takes ${practitioner.name} to ${weight}, over the maximum of ${settings.caseloadMaximum}. Say why` })
    }
    if (one.allocatedToId || !continuityEmpty(continuity)) askContinuity(continuity)
    const stage = one.stage === 'allocation' ? 'assessment' : one.stage
    const { count } = await tx.cateCase.updateMany({
      where: { areaId, id: caseId, version },
      data: { allocatedToId: practitionerId, stage, version: { increment: 1 } },
    })
    if (!count) throw new Conflict('Somebody else changed this case while you had it open. Reload the page; nothing was saved.')
    const { id: allocationId } = await tx.caseAllocation.create({ data: { areaId, caseId, practitionerId, byId: actor.userId, at: now, reason: reason || null }, select: { id: true } })
    if (!continuityEmpty(continuity)) await keepContinuity(asking, one, { allocationId }, continuity)
    await endCoversOfCase(asking, caseId, 'The case was handed over')
    if (stage !== one.stage) await tx.caseStageMove.create({ data: { areaId, caseId, from: one.stage, to: stage, at: now, byId: actor.userId } })
    return {
      output: { practitioner: practitioner.name },
      kind: 'case.allocated',
      facts: {
        record: { type: 'case', id: caseId },
        children: [one.childId],
        before: { allocatedToId: one.allocatedToId, stage: one.stage },
        after: { allocatedToId: practitionerId, practitioner: practitioner.name, stage, weight, maximum: settings.caseloadMaximum, reason: reason || null },
      },
    }
  },
})
