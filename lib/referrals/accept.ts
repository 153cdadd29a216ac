import { Conflict, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { caseReference } from '../areas/references'
import { sameChildren } from '../children/together'
import { panelDue } from '../pathway/clocks'
import { reopened } from './after-challenge'
import { moveReferral } from './move'
import { receiverOf } from './receiver'
import { openCaseSchema } from './schema'

/**
 * Accepts a referral to CATE: a case is opened, waiting to be allocated, and the panel's date is set from the
 * day of the referral. Gives the case's id. Throws Conflict where it was answered meanwhile or the child has
 * an open case already.
 */
export const acceptReferral = operation({
  name: 'referrals.accept',
  effect: 'change',
  permission: 'referral:open-case',
  input: openCaseSchema,
  audit: ['referral.accepted'],
  async work(asking, { referralId, version }) {
    const { tx, actor, now } = asking
    const referral = (await reopened(asking, referralId, version)) ?? (await moveReferral(asking, { referralId, version, to: 'accepted', words: null, saidBy: '' }))
    if (receiverOf(referral) !== 'cate') throw new NotFound()
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
