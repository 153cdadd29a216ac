import { z } from 'zod'
import { operation } from '../access/operation'
import type { Role } from '../access/roles'
import { raiseAlert } from '../alerts/raise'
import { ACTION_SOURCE_LABELS } from '../pathway/actions'
import { endOfLondonDay, londonDay } from '../pathway/london'
import { chaseSteps, type ChaseStep } from '../pathway/referral-clock'
import { agenciesThatAnswer } from '../sharing/receivers'

const MOST = 500
type Owner = { userId: string } | { role: Role; agencyId?: string | null }

/**
 * Chases actions whose day is over, as referrals are chased: their owner, then the CATE manager, then the manager.
 * Who holds the case is asked for those who do not sign in. Each step is taken once, however often it runs.
 */
export const chaseActions = operation({
  name: 'actions.chase',
  effect: 'change',
  permission: 'job:run',
  input: z.strictObject({}),
  audit: ['action.chased'],
  async work(asking) {
    const { tx, actor, now } = asking
    const rows = await tx.agreedAction.findMany({
      where: { areaId: actor.areaId, state: 'open', dueOn: { lt: new Date(londonDay(now)) }, case: { closedAt: null } },
      orderBy: { dueOn: 'desc' },
      take: MOST,
      include: { case: { select: { allocatedToId: true } } },
    })
    const agencies = new Map((await agenciesThatAnswer(tx, actor.areaId)).map((agency) => [agency.id, agency.answersAs]))
    for (const { id, childId, source, dueOn, ownerUserId, ownerAgencyId, case: held } of rows) {
      const answers = ownerAgencyId ? agencies.get(ownerAgencyId) : undefined
      const holder: Owner = held.allocatedToId ? { userId: held.allocatedToId } : { role: 'cate_manager' }
      const owners: Record<ChaseStep, Owner> = {
        receiver: ownerUserId ? { userId: ownerUserId } : answers ? { role: answers, agencyId: ownerAgencyId } : holder,
        manager: { role: 'cate_manager' },
        ours: { role: 'safeguarding_lead' },
      }
      for (const step of chaseSteps(endOfLondonDay(dueOn.toISOString().slice(0, 10)), now, actor.settings)) {
        await raiseAlert(asking, {
          kind: 'action_overdue',
          key: `action:${id}:${step}`,
          owner: owners[step],
          why: step === 'receiver' ? `An action of a ${ACTION_SOURCE_LABELS[source].toLowerCase()} is overdue. Say what became of it.` : `An action of a ${ACTION_SOURCE_LABELS[source].toLowerCase()} is overdue and its owner, asked again, has not answered.`,
          record: { type: 'action', id },
          childId,
        })
      }
    }
    return { output: { overdue: rows.length }, kind: 'action.chased', facts: { rows: rows.map(({ id }) => id), children: rows.map(({ childId }) => childId), terms: { overdue: rows.length } } }
  },
})
