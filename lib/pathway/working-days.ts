/**
 * Working days: Monday to Friday outside England's bank holidays, judged by the London calendar day (DOMAIN
 * 4, Time). The holiday library is too large to send to a browser, so only `clocks.ts` and server code import
 * this.
 */
import { TZDate } from '@date-fns/tz'
import Holidays from 'date-holidays'
import { type IsoDay, LONDON, addDaysTo, daysBetween, instantAt, londonDay, weekdayOf } from './london'

const england = new Holidays('GB', 'ENG')

/**
 * Where the library departs from the dates published by government for England and Wales. In 2012 the spring
 * holiday moved to 4 June to meet the Diamond Jubilee; the library keeps it in May.
 */
const CORRECTIONS: Readonly<Record<number, { add: readonly IsoDay[]; remove: readonly IsoDay[] }>> = {
  2012: { add: ['2012-06-04'], remove: ['2012-05-28'] },
}

const byYear = new Map<number, ReadonlySet<IsoDay>>()

/**
 * England's bank holidays in a calendar year, as days 'YYYY-MM-DD' in order. A holiday that falls at a
 * weekend is listed with its substitute day, so that both are known not to be working days. Checked against
 * the published dates for 2012 to 2028; later years follow the standing rules, as one-off holidays are not
 * yet proclaimed.
 */
export function bankHolidays(year: number): IsoDay[] {
  return [...holidaysIn(year)].sort()
}

/**
 * Whether the day is a working day in England. `date` is an instant, judged by its London calendar day, or a
 * day 'YYYY-MM-DD'. Throws RangeError for an invalid date.
 */
export function isWorkingDay(date: Date | IsoDay): boolean {
  const day = typeof date === 'string' ? date : londonDay(date)
  return isWeekday(weekdayOf(day)) && !holidaysIn(yearOf(day)).has(day)
}

/**
 * The instant `days` working days later (earlier, if negative), at the same London clock time. The day of the
 * event is never counted: one working day from any time on a Friday, Saturday or Sunday is the Monday. 0
 * gives the same instant back, even at a weekend. Throws RangeError for an invalid instant or a count that is
 * not whole.
 */
export function addWorkingDays(instant: Date, days: number): Date {
  if (!Number.isInteger(days)) throw new RangeError(`working days must be a whole number, not ${days}`)
  let day = londonDay(instant)
  if (days === 0) return new Date(instant.getTime())
  const step = Math.sign(days)
  for (let left = Math.abs(days); left > 0; ) {
    day = addDaysTo(day, step)
    if (isWorkingDay(day)) left -= 1
  }
  return instantAt(day, clockOf(instant))
}

/**
 * How many working days lie after the London day of `a` up to and including that of `b`; negative when `b` is
 * the earlier. So Friday to Monday is 1, and it undoes `addWorkingDays` for any count from 0 up. Counted by
 * weeks and not by days: what has waited for ten years is in the lists of a manager. Throws RangeError for an
 * invalid instant.
 */
export function workingDaysBetween(a: Date, b: Date): number {
  if (b < a) return 0 - workingDaysBetween(b, a)
  const [from, until] = [londonDay(a), londonDay(b)]
  const days = daysBetween(from, until)
  const weekday = weekdayOf(from)
  let count = Math.floor(days / 7) * 5
  for (let day = 1; day <= days % 7; day++) if (isWeekday((weekday + day) % 7)) count += 1
  for (let year = yearOf(from); year <= yearOf(until); year++) {
    for (const day of holidaysIn(year)) if (day > from && day <= until && isWeekday(weekdayOf(day))) count -= 1
  }
  return count
}

const yearOf = (day: IsoDay) => Number(day.slice(0, 4))
const isWeekday = (weekday: number) => weekday !== 0 && weekday !== 6

function holidaysIn(year: number): ReadonlySet<IsoDay> {
  const known = byYear.get(year)
  if (known) return known
  const days = new Set(
    england
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10)),
  )
  const correction = CORRECTIONS[year]
  correction?.add.forEach((day) => days.add(day))
  correction?.remove.forEach((day) => days.delete(day))
  byYear.set(year, days)
  return days
}

/** Milliseconds after midnight that the London clock shows. */
function clockOf(instant: Date): number {
  const local = new TZDate(instant.getTime(), LONDON)
  const minutes = local.getHours() * 60 + local.getMinutes()
  return (minutes * 60 + local.getSeconds()) * 1000 + local.getMilliseconds()
}
