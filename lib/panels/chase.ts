import { z } from 'zod'
import { operation } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { answerersOf } from '../enquiries/tell'
import { formatDateTime } from '../pathway/dates'
import { listed } from '../pathway/panel'
import { returnsReminder } from '../pathway/panel-agenda'

/**
 * Reminds agencies of answers that a coming panel is missing, as they become late and a working day later, and tells its
 * chair who is missing. Each reminder is raised once however often this runs.
 */
export const chaseReturns = operation({
  name: 'panels.chase',
  effect: 'change',
  permission: 'job:run',
  input: z.strictObject({}),
  audit: ['panel.chased'],
  async work(asking) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const panels = await tx.panel.findMany({
      where: { areaId, openedAt: null, returnsDue: { lt: now }, heldAt: { gt: now } },
      include: { items: { where: { state: 'listed' }, include: { returns: { select: { agencyId: true } } } }, invitations: { where: { withdrawnAt: null }, include: { agency: { select: { name: true, kind: true } } } } },
    })
    const chased: string[] = []
    for (const panel of panels) {
      const late: string[] = []
      for (const { id, agencyId, agency, chased: before } of panel.invitations) {
        const missing = panel.items.filter(({ returns }) => !returns.some((said) => said.agencyId === agencyId)).length
        if (missing) late.push(agency.name)
        const number = returnsReminder({ returnsDue: panel.returnsDue, heldAt: panel.heldAt, missing, chased: before }, now)
        if (number === null) continue
        await raiseAlert(asking, {
          kind: 'panel_return_late',
          key: `panel late ${panel.id} ${agencyId} ${number}`,
          owner: { role: answerersOf(agency.kind), agencyId },
          why: `Your agency has not answered about ${missing === 1 ? 'one young person' : `${missing} young people`} for the risk panel of ${formatDateTime(panel.heldAt)}. Answers were due by ${formatDateTime(panel.returnsDue)}; a late one still counts.`,
          record: { type: 'panel', id: panel.id },
        })
        await tx.panelInvitation.updateMany({ where: { areaId, id }, data: { chased: number, chasedAt: now } })
        chased.push(id)
      }
      if (!late.length) continue
      await raiseAlert(asking, {
        kind: 'panel_returns_missing',
        key: `panel missing ${panel.id}`,
        owner: { userId: panel.chairId },
        why: `For the risk panel of ${formatDateTime(panel.heldAt)} answers are missing from ${listed(late.sort())}. They were reminded.`,
        record: { type: 'panel', id: panel.id },
      })
    }
    return { output: chased.length, kind: 'panel.chased', facts: { rows: chased } }
  },
})
