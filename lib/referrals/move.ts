import { Conflict, Invalid, NotFound } from '../access/errors'
import type { Asking } from '../access/operation'
import type { Referral } from '../database/models'
import { nextWordDue, tellDue } from '../pathway/referral-clock'
import { mayMove, REFERRAL_STATE_LABELS, type ReferralState } from '../pathway/states'
import { answersFor, receiverOf } from './receiver'

export type Move = { referralId: string; version: number; to: Exclude<ReferralState, 'sent'>; words: string | null; saidBy: string }

/**
 * Moves a referral on in its receiver's name, once: of two who answer at the same moment one is told what the
 * other answered (Conflict). Writes the move into its history and sets the next clock. Gives it as it was
 * before. Throws NotFound where the person asking is not its receiver.
 */
export async function moveReferral(asking: Asking, { referralId, version, to, words, saidBy }: Move): Promise<Referral> {
  const { tx, actor } = asking
  const { areaId } = actor
  const where = { areaId_id: { areaId, id: referralId } }
  const referral = await tx.referral.findUnique({ where })
  if (!referral || !answersFor(actor, referral)) throw new NotFound()
  const kind = receiverOf(referral)
  if (kind === 'service' && !saidBy) throw new Invalid({ saidBy: 'Say who at the service told you' })
  // one that was declined is accepted only through a challenge, which is another door; a case stands for itself
  const reversal = referral.state === 'declined'
  // what CATE accepted is its case, which stands for whatever is done
  const inCase = kind === 'cate' && referral.state === 'accepted'
  if (reversal || inCase || !mayMove('referral', referral.state, to)) throw answered(referral)
  const { count } = await tx.referral.updateMany({
    where: { areaId, id: referralId, version },
    data: { state: to, ...changesOf(asking, referral, to, words), version: { increment: 1 } },
  })
  if (!count) throw answered(await tx.referral.findUniqueOrThrow({ where }))
  await recordMove(asking, { referralId, from: referral.state, to, words, saidBy: kind === 'service' ? saidBy : null })
  return referral
}

/** What a move sets beside the state. A case that CATE opens has clocks of its own. */
function changesOf({ actor, now }: Asking, referral: Referral, to: Move['to'], words: string | null): Partial<Referral> {
  const { settings } = actor
  const answer = to === 'accepted' || to === 'declined'
  const ends = to === 'declined' || to === 'closed'
  const ownClocks = to === 'accepted' && receiverOf(referral) === 'cate'
  return {
    awaitedBy: ownClocks ? null : nextWordDue(to, { sentAt: referral.sentAt, since: now }, settings),
    acknowledgedAt: referral.acknowledgedAt ?? now,
    ...(answer ? { respondedAt: now, respondedById: actor.userId } : {}),
    ...(to === 'declined' ? { declineReason: words } : {}),
    ...(to === 'action_taken' ? { actionAt: now } : {}),
    ...(to === 'closed' ? { closedAt: now } : {}),
    ...(ends && referral.tellable !== false ? { tellBy: tellDue(now, settings) } : {}),
  }
}

type Recorded = { referralId: string; from: ReferralState | null; to: ReferralState; words: string | null; saidBy?: string | null }

/** Writes one move into the history of a referral, in the name of the person asking. */
export async function recordMove({ tx, actor, now }: Asking, { referralId, from, to, words, saidBy = null }: Recorded): Promise<void> {
  await tx.referralMove.create({ data: { areaId: actor.areaId, referralId, from, to, at: now, byId: actor.userId, words, saidBy }, select: { id: true } })
}

export function answered({ state }: Referral): Conflict {
  return new Conflict(`Somebody else has answered this referral meanwhile: ${REFERRAL_STATE_LABELS[state].toLowerCase()}. Nothing of yours was saved.`)
}
