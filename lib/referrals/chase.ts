import { z } from 'zod'
import { operation, type Asking } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { awaitedOf, AWAITED_LABELS, type Awaited } from '../pathway/awaited'
import { chaseKey, chaseSteps, type ChaseStep } from '../pathway/referral-clock'
import { agenciesThatAnswer, type AnsweringAgency } from '../sharing/receivers'
import { ownersOf, receiverOf } from './receiver'

const WHY: Readonly<Record<ChaseStep, (awaited: Awaited) => string>> = {
  receiver: (awaited) => `A referral is overdue. What is asked of you: ${AWAITED_LABELS[awaited].toLowerCase()}.`,
  manager: (awaited) => `A referral is overdue and its receiver, asked again, has not answered. Still to do: ${AWAITED_LABELS[awaited].toLowerCase()}.`,
  ours: (awaited) => `A referral stays overdue although its receiver and those above were asked. Still to do: ${AWAITED_LABELS[awaited].toLowerCase()}.`,
}

/** So many at a time, what fell due last first: what is overdue for longer has been through every step. */
const MOST = 500

/**
 * Chases overdue referrals: asks the receiver again, then the receiver's manager, then ours; and ours about a
 * challenge whose answer is late. Each step is taken once, whoever runs it and how often.
 */
export const chaseReferrals = operation({
  name: 'referrals.chase',
  effect: 'change',
  permission: 'job:run',
  input: z.strictObject({}),
  audit: ['referral.chased'],
  async work(asking) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const overdue = await tx.referral.findMany({
      where: { areaId, awaitedBy: { lt: now } },
      orderBy: { awaitedBy: 'desc' },
      take: MOST,
      select: { id: true, childId: true, state: true, outcome: true, toAgencyId: true, awaitedBy: true },
    })
    const agencies = new Map((await agenciesThatAnswer(tx, areaId)).map((agency) => [agency.id, agency]))
    for (const referral of overdue) await chase(asking, referral, agencies)
    const late = await tx.challenge.findMany({ where: { areaId, answeredAt: null, dueAt: { lt: now } }, take: MOST, select: { id: true, contactId: true } })
    for (const { id, contactId } of late) {
      await raiseAlert(asking, {
        kind: 'challenge_late',
        key: `challenge:${id}:late`,
        owner: { role: 'manager' },
        why: 'A challenge has not been answered in time. The safeguarding lead answers it.',
        record: { type: 'contact', id: contactId },
      })
    }
    return {
      output: { overdue: overdue.length, late: late.length },
      kind: 'referral.chased',
      facts: { rows: [...overdue, ...late].map(({ id }) => id), children: overdue.flatMap(({ childId }) => childId ?? []), terms: { overdue: overdue.length, late: late.length } },
    }
  },
})

type Overdue = { id: string; childId: string | null; state: Parameters<typeof awaitedOf>[0]; outcome: Parameters<typeof receiverOf>[0]['outcome']; toAgencyId: string | null; awaitedBy: Date | null }

async function chase(asking: Asking, referral: Overdue, agencies: ReadonlyMap<string, AnsweringAgency>): Promise<void> {
  const { id, state, awaitedBy, toAgencyId, childId } = referral
  const awaited = awaitedOf(state)
  if (!awaited || !awaitedBy) return
  for (const step of chaseSteps(awaitedBy, asking.now, asking.actor.settings)) {
    for (const [at, owner] of ownersOf(receiverOf(referral), step, (toAgencyId && agencies.get(toAgencyId)) || null).entries()) {
      const key = chaseKey(id, awaited, step)
      await raiseAlert(asking, { kind: 'referral_overdue', key: at ? `${key}.${at}` : key, owner, why: WHY[step](awaited), record: { type: 'referral', id }, childId })
    }
  }
}
