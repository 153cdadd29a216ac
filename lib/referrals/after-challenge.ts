import type { Asking } from '../access/operation'
import type { Referral } from '../database/models'
import { answered } from './move'
import { answersFor } from './receiver'

/**
 * A referral to CATE whose refusal a challenge reversed stands accepted and has no case yet: the manager opens
 * it by accepting. Gives it and stops its clock, or null where it is no such referral. Throws Conflict where it
 * was changed meanwhile.
 */
export async function reopened({ tx, actor }: Asking, referralId: string, version: number): Promise<Referral | null> {
  const { areaId } = actor
  const where = { areaId_id: { areaId, id: referralId } }
  const referral = await tx.referral.findUnique({ where, include: { case: { select: { id: true } } } })
  if (!referral || referral.outcome !== 'cate' || referral.state !== 'accepted' || referral.case || !referral.awaitedBy || !answersFor(actor, referral)) return null
  const { count } = await tx.referral.updateMany({ where: { areaId, id: referralId, version }, data: { awaitedBy: null, version: { increment: 1 } } })
  if (!count) throw answered(referral)
  return referral
}
