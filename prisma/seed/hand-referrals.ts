import { chaseReferrals } from '../../lib/referrals/chase'
import { acknowledgeReferral, actOnReferral, closeReferral, declineReferral, takeOnReferral } from '../../lib/referrals/commands'
import { demoPerson } from './demo-actors'
import { doAs, HOUR, MINUTE, officeBefore, type Hand } from './hand'
import { agencyOf, type Found } from './hand-found'
import { about } from './wording'

const ANSWERS = { school: 'Brindmoor High School', health: 'Wrenmoor Community Health Trust', housing: 'Wrenmoor Hearth Homes' } as const
type Step = 'acknowledge' | 'accept' | 'decline' | 'act' | 'close'

/** What each of the agencies has done with its referrals, the oldest first: those it has said nothing about are late or new. */
const DONE: Readonly<Record<keyof typeof ANSWERS, readonly (readonly Step[])[]>> = {
  school: [['acknowledge', 'decline'], ['acknowledge', 'accept'], ['acknowledge'], []],
  health: [['acknowledge', 'accept', 'act', 'close'], [], ['acknowledge', 'accept'], []],
  housing: [['acknowledge', 'accept', 'act'], ['acknowledge', 'accept'], [], []],
}

const WORDS = {
  reason: 'We have looked: {she} moved to another school in September. Please send this to the school {she} goes to now.',
  action: 'We visited on two evenings, spoke with {her} mother, and agreed what {she} wants to change at home.',
  outcome: 'Seen three times. {She} has a named nurse and comes by {him_self}; nothing further from us for now.',
}

/** Lets the agencies answer what was sent to them, and the chaser look at the rest. */
export async function referralsInHand(hand: Hand, found: Found): Promise<void> {
  const end = hand.anchor.getTime()
  for (const [who, plans] of Object.entries(DONE) as [keyof typeof ANSWERS, (typeof DONE)[keyof typeof ANSWERS]][]) {
    const actor = demoPerson(hand.demo, who)
    const own = found.referrals.filter(({ toAgencyId }) => toAgencyId === agencyOf(found, ANSWERS[who]))
    for (const [at, steps] of plans.entries()) {
      const referral = own[at]
      if (!referral) continue
      const words = (text: string) => about(text, referral.child?.sex ?? 'U')
      for (const [number, step] of steps.entries()) {
        // after it was sent, in order, and before the year ends
        const latest = end - (steps.length - number) * 5 * MINUTE
        const when = Math.max(referral.sentAt.getTime() + (number + 1) * MINUTE, officeBefore(Math.min(referral.sentAt.getTime() + (number * 20 + 2) * HOUR, latest), hand.system.settings))
        const given = { referralId: referral.id, version: number + 1 }
        if (step === 'acknowledge') await doAs(acknowledgeReferral, actor, when, given)
        if (step === 'accept') await doAs(takeOnReferral, actor, when, given)
        if (step === 'decline') await doAs(declineReferral, actor, when, { ...given, reason: words(WORDS.reason) })
        if (step === 'act') await doAs(actOnReferral, actor, when, { ...given, action: words(WORDS.action) })
        if (step === 'close') await doAs(closeReferral, actor, when, { ...given, outcome: words(WORDS.outcome) })
      }
    }
  }
  await doAs(chaseReferrals, hand.system, end, {})
}
