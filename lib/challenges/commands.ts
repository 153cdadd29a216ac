import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { dropFormDraft } from '../drafts/commands'
import { challengeDue } from '../pathway/referral-clock'
import { reverseDecline } from '../referrals/reverse'
import { CHALLENGE_ANSWER_LABELS, answerSchema, raiseSchema } from './schema'

/**
 * Writes down that somebody disagrees with what came of a contact: for whoever rang, by the front door; or by
 * the agency that told us, in its own pages. Once for the referrer and once for the front door: a second throws
 * Conflict. Throws NotFound where the contact is not there or, for an agency, not its own.
 */
export const raiseChallenge = operation({
  name: 'challenges.raise',
  effect: 'change',
  permission: 'challenge:raise',
  input: raiseSchema,
  audit: ['challenge.raised'],
  async work(asking, { contactId, referralId, from, raisedBy, words }) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const agency = actor.role === 'partner' || actor.role === 'police'
    const contact = await tx.contact.findUnique({ where: { areaId_id: { areaId, id: contactId } }, select: { childId: true, state: true, referrerAgencyId: true } })
    if (!contact || (agency && (!actor.agencyId || contact.referrerAgencyId !== actor.agencyId))) throw new NotFound()
    if (agency && (from !== 'referrer' || referralId)) throw new Invalid({ from: 'Your agency challenges what came of its own contact' })
    if (contact.state !== 'decided') throw new Conflict('This contact is not decided yet, so there is nothing to challenge. Ask Family Connect where it stands.')
    if (referralId) {
      const referral = await tx.referral.findFirst({ where: { areaId, id: referralId, contactId }, select: { state: true } })
      if (!referral) throw new NotFound()
      if (referral.state !== 'declined') throw new Conflict('This referral is not declined any more. Reload the page and look again.')
    }
    if (await tx.challenge.count({ where: { areaId, contactId, from } })) throw new Conflict('This was challenged already. It can be challenged once; the answer stands on this page.')
    const dueAt = challengeDue(now, actor.settings)
    const { id } = await tx.challenge.create({
      data: { areaId, contactId, referralId, from, byAgencyId: agency ? actor.agencyId : null, raisedBy, words, at: now, byId: actor.userId, dueAt },
      select: { id: true },
    })
    await raiseAlert(asking, {
      kind: 'challenge_raised',
      key: `challenge:${id}`,
      owner: { role: 'safeguarding_lead' },
      why: 'Somebody disagrees with what came of a contact, and asks for your answer.',
      record: { type: 'contact', id: contactId },
      childId: contact.childId,
    })
    await dropFormDraft(asking, 'challenged', referralId ?? contactId)
    return {
      output: { id },
      kind: 'challenge.raised',
      facts: { record: { type: 'challenge', id }, children: contact.childId ? [contact.childId] : [], before: null, after: { from, raisedBy, words, referralId, dueAt: dueAt.toISOString() } },
    }
  },
})

/**
 * Answers a challenge, once, with reasons. To reverse a refusal moves the referral to accepted; to have sent it
 * elsewhere needs a further referral since the challenge. Throws Conflict where somebody answered meanwhile.
 */
export const answerChallenge = operation({
  name: 'challenges.answer',
  effect: 'change',
  permission: 'challenge:answer',
  input: answerSchema,
  audit: ['challenge.answered'],
  async work(asking, { challengeId, version, answer, reasons }) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const challenge = await tx.challenge.findUnique({ where: { areaId_id: { areaId, id: challengeId } }, include: { contact: { select: { childId: true } }, answeredBy: { select: { name: true } } } })
    if (!challenge) throw new NotFound()
    if (challenge.answeredAt) throw new Conflict(`${challenge.answeredBy?.name ?? 'Somebody'} answered this already: ${CHALLENGE_ANSWER_LABELS[challenge.answer ?? 'stands'].toLowerCase()}. Yours was not saved.`)
    if (answer === 'reversed' && !challenge.referralId) throw new Invalid({ answer: 'There is no refusal to reverse: send it to somebody, then answer ‘sent elsewhere’' })
    if (answer === 'sent_elsewhere' && !(await tx.referral.count({ where: { areaId, contactId: challenge.contactId, sentAt: { gte: challenge.at } } }))) {
      throw new Invalid({ answer: 'Nothing has been sent since the challenge: send it first, then answer' })
    }
    const { count } = await tx.challenge.updateMany({
      where: { areaId, id: challengeId, version, answeredAt: null },
      data: { answer, reasons, answeredAt: now, answeredById: actor.userId, version: { increment: 1 } },
    })
    if (!count) throw new Conflict('Somebody else answered this challenge meanwhile. Reload the page; nothing of yours was saved.')
    if (answer === 'reversed' && challenge.referralId) await reverseDecline(asking, challenge.referralId, reasons)
    await raiseAlert(asking, {
      kind: 'challenge_answered',
      key: `challenge:${challengeId}:answered`,
      owner: { userId: challenge.byId },
      why: 'A challenge that you wrote down is answered. Read the reasons, and tell whoever disagreed.',
      record: { type: 'contact', id: challenge.contactId },
      childId: challenge.contact.childId,
    })
    await dropFormDraft(asking, 'challenge_answered', challengeId)
    return {
      output: undefined,
      kind: 'challenge.answered',
      facts: { record: { type: 'challenge', id: challengeId }, children: challenge.contact.childId ? [challenge.contact.childId] : [], before: { answer: null }, after: { answer, reasons } },
    }
  },
})
