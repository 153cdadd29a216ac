import { z } from 'zod'
import { operation } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { formatDateTime } from '../pathway/dates'
import { handoverOverdue, lastChange, otherSide, SIDE_LABELS } from '../pathway/shifts'

/**
 * Tells the safeguarding lead of the last change of shift where it was not signed by both sides in time; once.
 * An area that has nobody out of hours, or that was opened since, hands nothing over.
 */
export const checkHandovers = operation({
  name: 'handovers.check',
  effect: 'change',
  permission: 'job:run',
  input: z.strictObject({}),
  audit: ['job.run'],
  async work(asking) {
    const { tx, actor, now } = asking
    const { areaId, settings } = actor
    const shift = lastChange(now, settings)
    const handover = await tx.handover.findUnique({ where: { areaId_shiftAt: { areaId, shiftAt: shift.at } } })
    const overdue = handoverOverdue(shift, now, settings) && !handover?.signedInAt && (await handsOver(asking, shift.at))
    if (overdue) {
      const [out, on] = [SIDE_LABELS[otherSide(shift.to)], SIDE_LABELS[shift.to]]
      await raiseAlert(asking, {
        kind: 'handover_overdue',
        key: `handover_overdue ${shift.at.toISOString()}`,
        owner: { role: 'safeguarding_lead' },
        why: `${handover ? `${on} has not signed for` : `${out} has not made`} the hand-over of ${formatDateTime(shift.at)}, ${settings.handoverMinutes} minutes after the change of shift. Ask both sides by voice what is open.`,
        record: { type: 'handover', id: handover?.id ?? areaId },
      })
    }
    return { output: overdue, kind: 'job.run', facts: { terms: { job: 'handovers.check', overdue } } }
  },
})

async function handsOver({ tx, actor, now }: Parameters<typeof raiseAlert>[0], shiftAt: Date): Promise<boolean> {
  const { areaId } = actor
  const area = await tx.area.findUniqueOrThrow({ where: { id: areaId }, select: { createdAt: true } })
  if (area.createdAt > shiftAt) return false
  const staff = await tx.roleAssignment.count({
    where: { areaId, role: 'emergency_duty', revokedAt: null, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
  })
  return staff > 0
}
