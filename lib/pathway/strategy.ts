/** The clocks of a strategy meeting and of the child protection that it begins. Source: DOMAIN 2; Working Together. */
import { clockState, type ClockState } from './clocks'
import { endOfLondonDay, londonDay } from './london'
import { addWorkingDays } from './working-days'

export * from './strategy-words'

/** Working days from a meeting to its minutes (DOMAIN 2). */
export const MINUTES_WORKING_DAYS = 1
/** Working days from the discussion that began section 47 to the initial conference (Working Together). */
export const CONFERENCE_WORKING_DAYS = 15
/** Working days from a referral to the end of its assessment (Working Together). */
export const ASSESSMENT_WORKING_DAYS = 45

/** When a meeting is planned for, unless somebody says otherwise: the same London time on the next working day (ours; DOMAIN 2 gives no limit). */
export function strategyPlanned(calledAt: Date): Date {
  return addWorkingDays(calledAt, 1)
}

/** By when the minutes are out: the same London time on the next working day. Throws RangeError for an invalid instant. */
export function minutesDue(heldAt: Date): Date {
  return addWorkingDays(heldAt, MINUTES_WORKING_DAYS)
}

/** By when the initial child protection conference is held: the end of the 15th working day after the meeting that began section 47. */
export function conferenceDue(heldAt: Date): Date {
  return endOfLondonDay(londonDay(addWorkingDays(heldAt, CONFERENCE_WORKING_DAYS)))
}

/**
 * By when the assessment is finished: the end of the 45th working day after the referral. Where that is past before
 * section 47 begins, the meeting is what social care was referred by, and the days count from it.
 */
export function assessmentDue(referredAt: Date, heldAt: Date): Date {
  const due = (from: Date) => endOfLondonDay(londonDay(addWorkingDays(from, ASSESSMENT_WORKING_DAYS)))
  const fromReferral = due(referredAt)
  return fromReferral > heldAt ? fromReferral : due(heldAt)
}

/** A week before its limit a conference, an assessment or a review is called close; minutes and a meeting in their last three hours. */
export const STRATEGY_CLOSE_WITHIN_HOURS = 7 * 24

/** Where a clock of days stands. A step on the very day is in time. */
export function protectionClock({ due, metOn, now }: { readonly due: Date; readonly metOn: Date | null; readonly now: Date }): ClockState {
  return clockState({ due, metAt: metOn, now, closeWithinHours: STRATEGY_CLOSE_WITHIN_HOURS })
}

/** The next time something is awaited of a meeting that is called: when it is planned, or earlier where the review it holds is due before. */
export function meetingDue(plannedAt: Date, reviewDue: Date | null): Date {
  return reviewDue && reviewDue < plannedAt ? reviewDue : plannedAt
}
