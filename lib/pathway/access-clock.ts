/**
 * By when a request to see what is held is answered. Source: UK GDPR Art 12(3); the Information Commissioner's guidance
 * on counting the month. Apart from `subject-access.ts`, which a browser needs, because of the holidays.
 */
import type { AlertKind } from './alert-kinds'
import { clockState, type ClockState } from './clocks'
import { addDaysTo, endOfLondonDay, londonDay, type IsoDay } from './london'
import { isOpenAccess, type AccessState } from './subject-access'
import { isWorkingDay } from './working-days'

/** The day the month runs from: that of the request, or of the proof of who asks, where that came later. */
export function accessRunsFrom(receivedOn: IsoDay, checkedOn: IsoDay): IsoDay {
  return checkedOn > receivedOn ? checkedOn : receivedOn
}

/**
 * The last day to answer: the same day of the next month (of the third month where it was extended), the last of that
 * month where it has no such day, and the next working day where nobody is there on it. Takes and gives London days.
 */
export function accessDue(from: IsoDay, extended: boolean): IsoDay {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  const at = month - 1 + (extended ? 3 : 1)
  const last = new Date(Date.UTC(year, at + 1, 0)).getUTCDate()
  let due = new Date(Date.UTC(year, at, Math.min(day, last))).toISOString().slice(0, 10)
  while (!isWorkingDay(due)) due = addDaysTo(due, 1)
  return due
}

/** Days before its end at which a request is called close. */
const ACCESS_CLOSE_WITHIN_DAYS = 7

/** How a request stands to its clock. `endedAt` is when it was handed over, refused or withdrawn. */
export function accessClock(dueOn: IsoDay, endedAt: Date | null, now: Date): ClockState {
  return clockState({ due: endOfLondonDay(dueOn), metAt: endedAt, now, closeWithinHours: ACCESS_CLOSE_WITHIN_DAYS * 24 })
}

/** The alerts of that clock: for those alone who may know that somebody asked. */
export const ACCESS_CLOCK_ALERTS = { close: 'access_close', late: 'access_late' } as const satisfies Partial<Record<ClockState, AlertKind>>

/** What stands in the way of extending, in words; null where nothing does. They are told within the first month (Art 12(3)). */
export function extendProblem({ state, extended, dueOn }: { state: AccessState; extended: boolean; dueOn: IsoDay }, now: Date): string | null {
  if (!isOpenAccess(state)) return 'This request has ended.'
  if (extended) return 'The time was extended already, and the law allows it once.'
  return londonDay(now) > dueOn ? 'The first month is over. The law allows an extension only where the person who asked is told within it.' : null
}
