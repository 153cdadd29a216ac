/**
 * Days and times as people in England live them. Storage is UTC; every rule about a day is judged in
 * Europe/London (DOMAIN 4, Time). A day is an ISO string, 'YYYY-MM-DD'; an instant is a `Date`.
 */
import { TZDate } from '@date-fns/tz'

export const LONDON = 'Europe/London'

/** A calendar day, 'YYYY-MM-DD'. */
export type IsoDay = string

const MS_A_DAY = 86_400_000

/**
 * The London calendar day and the minute of that day (0 to 1439) at an instant. Throws RangeError if invalid.
 */
export function londonParts(instant: Date): { day: IsoDay; minute: number } {
  if (Number.isNaN(instant.getTime())) throw new RangeError('not a valid date and time')
  const local = new TZDate(instant.getTime(), LONDON)
  const wall = Date.UTC(local.getFullYear(), local.getMonth(), local.getDate())
  return { day: new Date(wall).toISOString().slice(0, 10), minute: local.getHours() * 60 + local.getMinutes() }
}

/** The London calendar day at an instant, 'YYYY-MM-DD'. Throws RangeError for an invalid date. */
export function londonDay(instant: Date): IsoDay {
  return londonParts(instant).day
}

/** Whether `value` is a day that exists, written 'YYYY-MM-DD': '2026-02-29' is not. */
export function isIsoDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  // a day past the end of its month is read as one of the next month
  return new Date(`${value}T00:00:00Z`).getUTCDate() === Number(value.slice(8))
}

/**
 * The day `days` after `day` (before, if negative). Calendar days. Throws RangeError if `day` is not a real
 * day.
 */
export function addDaysTo(day: IsoDay, days: number): IsoDay {
  return new Date(utcOf(day) + days * MS_A_DAY).toISOString().slice(0, 10)
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. Throws RangeError for a day not real. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((utcOf(to) - utcOf(from)) / MS_A_DAY)
}

/** Day of the week, 0 Sunday to 6 Saturday. Throws RangeError if `day` is not a real day. */
export function weekdayOf(day: IsoDay): number {
  return new Date(utcOf(day)).getUTCDay()
}

/**
 * The instant of a London wall-clock time on a day. `offsetMs` is milliseconds after midnight on the clock,
 * so that 09:00 is 9 * 3,600,000 in summer and winter alike. Throws RangeError if `day` is not a real day.
 */
export function instantAt(day: IsoDay, offsetMs: number): Date {
  // Read off a UTC clock that shows the wanted time, then asked for in London: no hour is lost on the way.
  const wall = new Date(utcOf(day) + offsetMs)
  const local = new TZDate(
    wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate(),
    wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds(), wall.getUTCMilliseconds(), LONDON,
  )
  return new Date(local.getTime())
}

/** The last millisecond of a London day: what "by the end of the day" means for a due date. */
export function endOfLondonDay(day: IsoDay): Date {
  return new Date(instantAt(addDaysTo(day, 1), 0).getTime() - 1)
}

/** Minutes after midnight for a clock time 'HH:mm'. Throws RangeError if it is not one. */
export function minuteOf(clock: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? []
  if (hours === undefined || minutes === undefined) throw new RangeError(`not a clock time: ${clock}`)
  return Number(hours) * 60 + Number(minutes)
}

function utcOf(day: IsoDay): number {
  if (!isIsoDay(day)) throw new RangeError(`not a calendar day: ${day}`)
  return Date.parse(`${day}T00:00:00Z`)
}
