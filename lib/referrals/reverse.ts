import { Conflict, NotFound } from '../access/errors'
import type { Asking } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { nextWordDue } from '../pathway/referral-clock'
import { mayMove } from '../pathway/states'
import { agenciesThatAnswer } from '../sharing/receivers'
import { recordMove } from './move'
import { ownersOf, receiverOf } from './receiver'

/**
 * Takes a refusal back, by the answer to a challenge: the referral stands accepted, its receiver is told and owes
 * the next word (CATE: to open the case). Throws Conflict where it is not declined any more.
 */
export async function reverseDecline(asking: Asking, referralId: string, reasons: string): Promise<void> {
  const { tx, actor, now } = asking
  const { areaId } = actor
  const referral = await tx.referral.findUnique({ where: { areaId_id: { areaId, id: referralId } } })
  if (!referral) throw new NotFound()
  if (!mayMove('referral', referral.state, 'accepted')) throw gone()
  const { count } = await tx.referral.updateMany({
    where: { areaId, id: referralId, version: referral.version, declineReason: { not: null } },
    data: { state: 'accepted', declineReason: null, tellBy: null, awaitedBy: nextWordDue('accepted', { sentAt: referral.sentAt, since: now }, actor.settings), version: { increment: 1 } },
  })
  if (!count) throw gone()
  await recordMove(asking, { referralId, from: 'declined', to: 'accepted', words: reasons })
  const agency = (await agenciesThatAnswer(tx, areaId)).find(({ id }) => id === referral.toAgencyId) ?? null
  for (const owner of ownersOf(receiverOf(referral), 'receiver', agency)) {
    await raiseAlert(asking, {
      kind: 'referral_reversed',
      key: `referral:${referralId}:reversed.${referral.version}`,
      owner,
      why: 'A referral that was declined was challenged, and is yours after all. Read the reasons and go on with it.',
      record: { type: 'referral', id: referralId },
      childId: referral.childId,
    })
  }
}

function gone(): Conflict {
  return new Conflict('This referral is not declined any more, so there is nothing to reverse. Reload the page and look again.')
}
