import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { alertAsks, alertScreens } from '../pathway/alert-kinds'
import { formatDateTime } from '../pathway/dates'
import type { ExploitationFlag } from '../pathway/words'
import { acknowledgeSchema } from './schema'
import { alertInclude, isAddressed } from './view'

/**
 * Acknowledges an alert: whom it is addressed to says that they have it, and answers where it asks. The
 * safeguarding lead may for anybody. Throws NotFound for one that is not theirs, Conflict where somebody was
 * quicker, Invalid where an answer is missing.
 */
export const acknowledgeAlert = operation({
  name: 'alerts.acknowledge',
  effect: 'change',
  permission: 'alert:acknowledge',
  input: acknowledgeSchema,
  audit: ['alert.acknowledged'],
  async work(asking, { alertId, version, note }) {
    const alert = await openAlert(asking, alertId)
    if (alertScreens(alert.kind)) throw new Invalid({ note: 'Answer whether exploitation is a concern: this alert asks that' })
    if (alertAsks(alert.kind) && !note) throw new Invalid({ note: 'Write what you found: this alert asks a question' })
    await markAcknowledged(asking, { alertId, version, note })
    return {
      output: undefined,
      kind: 'alert.acknowledged',
      facts: { record: { type: 'alert', id: alertId }, children: alert.childId ? [alert.childId] : [], before: { kind: alert.kind, acknowledged: false }, after: { acknowledged: true, note } },
    }
  },
})

/** An alert that the person asking may acknowledge: theirs, or anybody's for the safeguarding lead. Throws NotFound. */
export async function openAlert({ tx, actor }: Asking, alertId: string) {
  const alert = await tx.alert.findUnique({ where: { areaId_id: { areaId: actor.areaId, id: alertId } }, include: alertInclude })
  if (!alert || !(isAddressed(alert, actor) || actor.role === 'safeguarding_lead')) throw new NotFound()
  return alert
}

type Acknowledgement = { alertId: string; version: number; note: string; answer?: ExploitationFlag }

/** Writes the acknowledgement down, once. Throws Conflict, and says who was quicker. */
export async function markAcknowledged({ tx, actor, now }: Asking, { alertId, version, note, answer }: Acknowledgement): Promise<void> {
  const { areaId } = actor
  const { count } = await tx.alert.updateMany({
    where: { areaId, id: alertId, version, acknowledgedAt: null },
    data: { acknowledgedAt: now, acknowledgedById: actor.userId, note: note || null, version: version + 1, ...(answer ? { answer } : {}) },
  })
  if (count) return
  const { acknowledgedAt, acknowledgedBy } = await tx.alert.findUniqueOrThrow({ where: { areaId_id: { areaId, id: alertId } }, include: alertInclude })
  throw new Conflict(acknowledgedAt ? `${acknowledgedBy?.name ?? 'Somebody'} acknowledged this on ${formatDateTime(acknowledgedAt)}.` : 'Somebody else changed this alert. Reload the page.')
}
