/** Statutory and local time limits. Source: DOMAIN 2; Working Together to Safeguard Children. */
import { addDaysTo, endOfLondonDay, instantAt, londonDay, londonParts, minuteOf } from './london'
import type { AreaSettings } from './settings'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days'

type OfficeHours = Pick<AreaSettings, 'officeHours'>

const MS_A_MINUTE = 60_000
const MS_AN_HOUR = 3_600_000

/** How near its limit a decision is called close: office hours. */
export const DECISION_CLOSE_WITHIN_HOURS = 3
/** How near its limit a panel is called close: seven days, in elapsed hours. */
export const PANEL_CLOSE_WITHIN_HOURS = 7 * 24

/** Whether the front door is staffed: a working day, from opening up to but not at closing (DOMAIN 1). */
export function withinOfficeHours(instant: Date, settings: OfficeHours): boolean {
  const { day, minute } = londonParts(instant)
  const { opens, closes } = settings.officeHours
  return isWorkingDay(day) && minute >= minuteOf(opens) && minute < minuteOf(closes)
}

/**
 * When a contact must be decided. Working Together asks for a decision within one working day of receipt; we
 * read that strictly, by the clock and not by the end of the next day. Received in office hours: the same
 * London time one working day later (Monday 15:20, Tuesday 15:20). Received outside them: the day runs from
 * the next opening, so Saturday noon counts from Monday 09:00 and is due Tuesday 09:00. The count is
 * `decisionWorkingDays`. This is the latest time; immediate danger waits for no clock. Throws RangeError for
 * an invalid instant.
 */
export function decisionDue(
  receivedAt: Date,
  settings: Pick<AreaSettings, 'officeHours' | 'decisionWorkingDays'>,
): Date {
  const runsFrom = withinOfficeHours(receivedAt, settings) ? receivedAt : nextOpening(receivedAt, settings)
  return addWorkingDays(runsFrom, settings.decisionWorkingDays)
}

/**
 * When the risk panel must have met: the end of the London day `panelDays` calendar days after the day of
 * referral, by default six weeks (DOMAIN 2, CATE case). Throws RangeError for an invalid instant.
 */
export function panelDue(referredAt: Date, settings: Pick<AreaSettings, 'panelDays'>): Date {
  return endOfLondonDay(addDaysTo(londonDay(referredAt), settings.panelDays))
}

export type ClockState = 'met' | 'met_late' | 'on_time' | 'close' | 'late'

export const CLOCK_STATE_LABELS: Readonly<Record<ClockState, string>> = {
  met: 'Met in time',
  met_late: 'Met late',
  on_time: 'On time',
  close: 'Close to its limit',
  late: 'Late',
}

export type Clock = {
  readonly due: Date
  readonly metAt: Date | null
  readonly now: Date
  /** Hours before `due` at which it is called close; 3 unless said. */
  readonly closeWithinHours?: number
  /** Give these to count `closeWithinHours` in office hours, so that "close" shows while people are there. */
  readonly officeHours?: AreaSettings['officeHours']
}

/**
 * Where a time limit stands. At `due` exactly it is still in time. Hours are elapsed hours, or office hours
 * when `officeHours` is given: a decision due at 09:00 must be seen as close on the afternoon before. Throws
 * RangeError for an invalid date.
 */
export function clockState(clock: Clock): ClockState {
  const { due, metAt, now, closeWithinHours = DECISION_CLOSE_WITHIN_HOURS, officeHours } = clock
  // An invalid date compares as neither late nor close, and would pass for "on time".
  if ([due, now, metAt ?? now].some((date) => Number.isNaN(date.getTime()))) {
    throw new RangeError('not a valid date and time')
  }
  if (metAt) return metAt <= due ? 'met' : 'met_late'
  if (now > due) return 'late'
  const left = officeHours
    ? officeHoursBetween(now, due, { officeHours })
    : (due.getTime() - now.getTime()) / MS_AN_HOUR
  return left <= closeWithinHours ? 'close' : 'on_time'
}

/**
 * The decision clock of a contact: when it is due and where it stands, "close" in office hours (DOMAIN 6, 5).
 */
export function decisionClock(
  contact: { readonly receivedAt: Date; readonly decidedAt: Date | null; readonly now: Date },
  settings: Pick<AreaSettings, 'officeHours' | 'decisionWorkingDays'>,
): { due: Date; state: ClockState } {
  const due = decisionDue(contact.receivedAt, settings)
  const { officeHours } = settings
  const limit = { due, metAt: contact.decidedAt, closeWithinHours: DECISION_CLOSE_WITHIN_HOURS, officeHours }
  return { due, state: clockState({ ...limit, now: contact.now }) }
}

/**
 * The panel clock of a referral: when it is due and where it stands, "close" in its last week (DOMAIN 6, 5).
 */
export function panelClock(
  referral: { readonly referredAt: Date; readonly heldAt: Date | null; readonly now: Date },
  settings: Pick<AreaSettings, 'panelDays'>,
): { due: Date; state: ClockState } {
  const due = panelDue(referral.referredAt, settings)
  const closeWithinHours = PANEL_CLOSE_WITHIN_HOURS
  return { due, state: clockState({ due, metAt: referral.heldAt, now: referral.now, closeWithinHours }) }
}

/** An alert raised before this has waited too long for its owner: two working days (ours; DOMAIN 2 gives no limit). */
export function alertOverdueBefore(now: Date): Date {
  return addWorkingDays(now, -2)
}

/** Office hours, as a number of hours, between two instants; 0 when `to` is not after `from` (DOMAIN 1). */
export function officeHoursBetween(from: Date, to: Date, settings: OfficeHours): number {
  const last = londonDay(to)
  let worked = 0
  for (let day = londonDay(from); day <= last; day = addDaysTo(day, 1)) {
    if (!isWorkingDay(day)) continue
    const opens = instantAt(day, minuteOf(settings.officeHours.opens) * MS_A_MINUTE).getTime()
    const closes = instantAt(day, minuteOf(settings.officeHours.closes) * MS_A_MINUTE).getTime()
    worked += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()))
  }
  return worked / MS_AN_HOUR
}

/**
 * The latest instant that lies within so many office hours of `from`: what is due by then is "close". Where the
 * hours run out at closing this is the next opening, because no office hour passes in between.
 */
export function addOfficeHours(from: Date, hours: number, settings: OfficeHours): Date {
  let left = hours * MS_AN_HOUR
  for (let day = londonDay(from); ; day = addDaysTo(day, 1)) {
    if (!isWorkingDay(day)) continue
    const opens = instantAt(day, minuteOf(settings.officeHours.opens) * MS_A_MINUTE).getTime()
    const closes = instantAt(day, minuteOf(settings.officeHours.closes) * MS_A_MINUTE).getTime()
    const begins = Math.max(opens, from.getTime())
    if (closes - begins > left) return new Date(begins + left)
    left -= Math.max(0, closes - begins)
  }
}

/**
 * How long something has waited, in plain words: minutes, then hours up to a day, then working days ('2
 * working days'), or days where no working day has passed. A `from` that is still to come has waited 'less
 * than a minute'. Rounds down. Throws RangeError for an invalid date.
 */
export function waitedFor(from: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - from.getTime()) / MS_A_MINUTE)
  if (Number.isNaN(minutes)) throw new RangeError('not a valid date and time')
  if (minutes < 1) return 'less than a minute'
  if (minutes < 60) return count(minutes, 'minute')
  if (minutes < 24 * 60) return count(Math.floor(minutes / 60), 'hour')
  const workingDays = workingDaysBetween(from, now)
  return workingDays > 0 ? count(workingDays, 'working day') : count(Math.floor(minutes / (24 * 60)), 'day')
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}

/** The next instant at which the front door opens, after `instant` (DOMAIN 1). */
export function nextOpening(instant: Date, { officeHours }: OfficeHours): Date {
  const opens = minuteOf(officeHours.opens)
  const { day: today, minute } = londonParts(instant)
  let day = minute < opens ? today : addDaysTo(today, 1)
  while (!isWorkingDay(day)) day = addDaysTo(day, 1)
  return instantAt(day, opens * MS_A_MINUTE)
}
