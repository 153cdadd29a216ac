import { z } from 'zod'
import { oneOf, text, version } from '../input'

export const CHALLENGE_FROM = ['referrer', 'decider'] as const
export const CHALLENGE_FROM_LABELS: Record<(typeof CHALLENGE_FROM)[number], string> = {
  referrer: 'The person who told us',
  decider: 'Family Connect',
}

/** Somebody disagrees with what came of a contact: who, and why. */
export const raiseSchema = z.strictObject({
  contactId: z.uuid(),
  /** The declined referral that is challenged; null for the decision itself. */
  referralId: z.uuid().nullable(),
  from: oneOf(CHALLENGE_FROM, 'Say who disagrees'),
  raisedBy: text('Who disagrees', { max: 150, required: 'Say who disagrees' }),
  words: text('Why', { max: 4_000, required: 'Say why they disagree' }),
})

export const CHALLENGE_ANSWERS = ['stands', 'reversed', 'sent_elsewhere'] as const
export const CHALLENGE_ANSWER_LABELS: Record<(typeof CHALLENGE_ANSWERS)[number], string> = {
  stands: 'It stands as it was decided',
  reversed: 'It is changed: the receiver takes the referral after all',
  sent_elsewhere: 'It is changed: it has been sent elsewhere',
}

export const answerSchema = z.strictObject({
  challengeId: z.uuid(),
  version,
  answer: oneOf(CHALLENGE_ANSWERS, 'Choose your answer'),
  reasons: text('Reasons', { max: 4_000, required: 'Give your reasons: whoever disagrees reads them' }),
})
