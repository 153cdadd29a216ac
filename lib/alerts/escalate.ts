import { z } from 'zod'
import { operation } from '../access/operation'
import { ACCESS_CLOCK_ALERTS } from '../pathway/access-clock'
import { alertLabel, type AlertKind } from '../pathway/alert-kinds'
import { alertOverdueBefore } from '../pathway/clocks'
import { raiseAlert } from './raise'

const MOST = 200

/** What is passed on to nobody: that it was passed on, and what those alone may know who were told (decision 0029). */
const STAYS: AlertKind[] = ['alert_unanswered', ...Object.values(ACCESS_CLOCK_ALERTS)]

/**
 * Passes on what nobody has acknowledged: to the safeguarding lead, and what is the lead's own to the manager. Each
 * is passed on once. Gives how many it looked at.
 */
export const escalateAlerts = operation({
  name: 'alerts.escalate',
  effect: 'change',
  permission: 'job:run',
  input: z.strictObject({}),
  audit: ['job.run'],
  async work(asking) {
    const { tx, actor, now } = asking
    const overdue = await tx.alert.findMany({
      where: { areaId: actor.areaId, acknowledgedAt: null, raisedAt: { lt: alertOverdueBefore(now) }, kind: { notIn: STAYS } },
      orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
      take: MOST,
    })
    for (const alert of overdue) {
      await raiseAlert(asking, {
        kind: 'alert_unanswered',
        key: `unanswered:${alert.id}`,
        owner: { role: alert.ownerRole === 'safeguarding_lead' ? 'manager' : 'safeguarding_lead' },
        why: `“${alertLabel(alert.kind)}” has waited for two working days and nobody has acknowledged it.`,
        record: { type: 'alert', id: alert.id },
        childId: alert.childId,
      })
    }
    return { output: overdue.length, kind: 'job.run', facts: { terms: { job: 'alerts.escalate', overdue: overdue.length } } }
  },
})
