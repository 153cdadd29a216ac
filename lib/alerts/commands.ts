import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { alertAsks } from '../pathway/alert-kinds'
import { formatDateTime } from '../pathway/dates'
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
  async work({ tx, actor, now }, { alertId, version, note }) {
    const { areaId } = actor
    const where = { areaId_id: { areaId, id: alertId } }
    const alert = await tx.alert.findUnique({ where, include: alertInclude })
    if (!alert || !(isAddressed(alert, actor) || actor.role === 'safeguarding_lead')) throw new NotFound()
    if (alertAsks(alert.kind) && !note) throw new Invalid({ note: 'Write what you found: this alert asks a question' })
    const { count } = await tx.alert.updateMany({
      where: { areaId, id: alertId, version, acknowledgedAt: null },
      data: { acknowledgedAt: now, acknowledgedById: actor.userId, note: note || null, version: version + 1 },
    })
    if (!count) {
      const { acknowledgedAt, acknowledgedBy } = await tx.alert.findUniqueOrThrow({ where, include: alertInclude })
      throw new Conflict(acknowledgedAt ? `${acknowledgedBy?.name ?? 'Somebody'} acknowledged this on ${formatDateTime(acknowledgedAt)}.` : 'Somebody else changed this alert. Reload the page.')
    }
    return {
      output: undefined,
      kind: 'alert.acknowledged',
      facts: { record: { type: 'alert', id: alertId }, children: alert.childId ? [alert.childId] : [], before: { kind: alert.kind, acknowledged: false }, after: { acknowledged: true, note } },
    }
  },
})
