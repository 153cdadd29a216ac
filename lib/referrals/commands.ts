import { Conflict, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { caseReference } from '../areas/references'
import { sameChildren } from '../children/together'
import type { Referral } from '../database/models'
import { panelDue } from '../pathway/clocks'
import { REFERRAL_STATE_LABELS, mayMove } from '../pathway/states'
import { acceptSchema, declineSchema } from './schema'

/**
 * Accepts a referral to CATE: a case is opened, waiting to be allocated, and the panel's date is set from the
 * day of the referral. Gives the case's id. Throws Conflict where it was answered meanwhile or the child has
 * an open case already.
 */
export const acceptReferral = operation({
  name: 'referrals.accept',
  effect: 'change',
  permission: 'referral:answer',
  input: acceptSchema,
  audit: ['referral.accepted'],
  async work(asking, { referralId, version }) {
    const { tx, actor, now } = asking
    const referral = await answer(asking, referralId, version, { state: 'accepted' })
    const { areaId } = actor
    const childId = referral.childId
    if (!childId) throw new Conflict('This referral names no child, so no case can be opened. Decline it and say so.')
    const open = await tx.cateCase.findFirst({ where: { areaId, childId: { in: await sameChildren(tx, childId) }, closedAt: null }, select: { reference: true } })
    if (open) throw new Conflict(`This child already has an open case, ${open.reference}. Decline the referral and record it on that case.`)
    const opened = await tx.cateCase.create({
      data: {
        areaId,
        reference: await caseReference(tx, actor),
        childId,
        referralId,
        referredAt: referral.sentAt,
        openedAt: now,
        panelDue: panelDue(referral.sentAt, actor.settings),
      },
    })
    await tx.caseStageMove.create({ data: { areaId, caseId: opened.id, to: 'allocation', at: now, byId: actor.userId } })
    return {
      output: { caseId: opened.id, reference: opened.reference },
      kind: 'referral.accepted',
      facts: {
        record: { type: 'referral', id: referralId },
        children: [childId],
        before: { state: referral.state },
        after: { state: 'accepted', case: opened.reference, panelDue: opened.panelDue.toISOString() },
      },
    }
  },
})

/** Declines a referral, with a reason that its sender reads. Throws Conflict where it was answered meanwhile. */
export const declineReferral = operation({
  name: 'referrals.decline',
  effect: 'change',
  permission: 'referral:answer',
  input: declineSchema,
  audit: ['referral.declined'],
  async work(asking, { referralId, version, reason }) {
    const referral = await answer(asking, referralId, version, { state: 'declined', declineReason: reason })
    return {
      output: undefined,
      kind: 'referral.declined',
      facts: {
        record: { type: 'referral', id: referralId },
        children: referral.childId ? [referral.childId] : [],
        before: { state: referral.state },
        after: { state: 'declined', reason },
      },
    }
  },
})

type Answer = { state: 'accepted' } | { state: 'declined'; declineReason: string }

/** Answers a referral once; gives it as it was before. */
async function answer({ tx, actor, now }: Asking, referralId: string, version: number, given: Answer): Promise<Referral> {
  const { areaId } = actor
  const where = { areaId_id: { areaId, id: referralId } }
  const referral = await tx.referral.findUnique({ where })
  if (!referral) throw new NotFound()
  // one that was declined may be accepted after all, but only through a challenge, which is another door
  if (!mayMove('referral', referral.state, given.state) || referral.respondedAt) throw answered(referral)
  const { count } = await tx.referral.updateMany({
    where: { areaId, id: referralId, version, respondedAt: null },
    data: { ...given, respondedAt: now, respondedById: actor.userId, version: { increment: 1 } },
  })
  if (!count) throw answered(await tx.referral.findUniqueOrThrow({ where }))
  return referral
}

function answered({ state }: Referral): Conflict {
  return new Conflict(`Somebody else has answered this referral meanwhile: ${REFERRAL_STATE_LABELS[state].toLowerCase()}. Nothing of yours was saved.`)
}
