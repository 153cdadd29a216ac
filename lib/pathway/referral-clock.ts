/**
 * When the receiver of a referral owes the next word, and who hears of it when it does not come. Source: DOMAIN
 * 2, Referral: overdue ones are chased and escalated, so that none is left unheeded until somebody rings again.
 */
import { awaitedOf, type Awaited } from './awaited'
import { clockState, type ClockState } from './clocks'
import type { AreaSettings } from './settings'
import type { ReferralState } from './states'
import { addWorkingDays } from './working-days'

type Limits = Pick<AreaSettings, 'referralAcknowledgeDays' | 'referralAnswerDays' | 'referralActionDays' | 'referralCloseDays'>

/**
 * By when the next word is due of a referral that has just come into `state`, at `since`; null where none is
 * awaited. To acknowledge and to answer are counted from `sentAt`: a quick acknowledgement does not buy time.
 * Throws RangeError for an invalid instant.
 */
export function nextWordDue(state: ReferralState, { sentAt, since }: { readonly sentAt: Date; readonly since: Date }, settings: Limits): Date | null {
  const awaited = awaitedOf(state)
  if (awaited === null) return null
  if (awaited === 'acknowledge') return addWorkingDays(sentAt, settings.referralAcknowledgeDays)
  if (awaited === 'answer') return addWorkingDays(sentAt, settings.referralAnswerDays)
  return addWorkingDays(since, awaited === 'action' ? settings.referralActionDays : settings.referralCloseDays)
}

/** Where the next word stands against its limit, "close" counted in office hours; null where none is awaited. */
export function referralClock(referral: { readonly awaitedBy: Date | null; readonly now: Date }, { officeHours }: Pick<AreaSettings, 'officeHours'>): ClockState | null {
  const { awaitedBy: due, now } = referral
  return due ? clockState({ due, metAt: null, now, officeHours }) : null
}

/** Who hears of an overdue referral, in order: the receiver, then the receiver's manager, then ours. */
export const CHASE_STEPS = ['receiver', 'manager', 'ours'] as const
export type ChaseStep = (typeof CHASE_STEPS)[number]

/**
 * The steps whose time has come of a word that was due at `due`: none at the limit itself, then one after
 * another as working days pass. Steps are never taken back as time goes on, so a late run catches up.
 */
export function chaseSteps(due: Date, now: Date, { referralEscalateDays }: Pick<AreaSettings, 'referralEscalateDays'>): ChaseStep[] {
  const [theirs, ours] = referralEscalateDays
  const begins: Record<ChaseStep, Date> = { receiver: due, manager: addWorkingDays(due, theirs), ours: addWorkingDays(due, Math.max(theirs, ours)) }
  return CHASE_STEPS.filter((step) => now > begins[step])
}

/** The key of an alert of a step: the same step about the same word is taken once, whoever runs it and how often. */
export function chaseKey(referralId: string, awaited: Awaited, step: ChaseStep): string {
  return `referral:${referralId}:${awaited}.${step}`
}

/** By when a challenge is answered. Source: the area's own setting; five working days unless said. */
export function challengeDue(at: Date, { challengeAnswerDays }: Pick<AreaSettings, 'challengeAnswerDays'>): Date {
  return addWorkingDays(at, challengeAnswerDays)
}

/** By when whoever told us hears what came of it (DOMAIN 2: the referrer told). */
export function tellDue(at: Date, { tellReferrerDays }: Pick<AreaSettings, 'tellReferrerDays'>): Date {
  return addWorkingDays(at, tellReferrerDays)
}
