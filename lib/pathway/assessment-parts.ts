/** The clock of an agency's part of a risk assessment. Source: DOMAIN 2, CATE case and Referral (overdue ones are chased). */
import type { Reminder } from './enquiry'
import { addDaysTo, endOfLondonDay, londonDay, type IsoDay } from './london'
import { addWorkingDays } from './working-days'

/** Working days that an agency is given unless whoever asks says otherwise. */
export const PART_WORKING_DAYS = 5

/** The day that is proposed to answer by, 'YYYY-MM-DD'. Throws RangeError for an invalid instant. */
export function partDay(now: Date): IsoDay {
  return londonDay(addWorkingDays(now, PART_WORKING_DAYS))
}

/** When a day to answer by is over; null where it is over already, or more than a year away. */
export function partDue(day: IsoDay, now: Date): Date | null {
  const today = londonDay(now)
  return day < today || day > addDaysTo(today, 366) ? null : endOfLondonDay(day)
}

type Asked = { readonly askedAt: Date; readonly due: Date; readonly answeredAt: Date | null }

/**
 * The latest reminder that is called for: once the working day before the last day is over, once the last day is
 * over, and a working day after that. Who is asked at short notice is not reminded before its time. Throws
 * RangeError for an invalid instant.
 */
export function partReminder({ askedAt, due, answeredAt }: Asked, now: Date): Reminder | null {
  if (answeredAt) return null
  if (now.getTime() > due.getTime()) return now.getTime() > addWorkingDays(due, 1).getTime() ? 'still_late' : 'late'
  const soon = addWorkingDays(due, -1).getTime()
  return now.getTime() > soon && askedAt.getTime() <= soon ? 'soon' : null
}
