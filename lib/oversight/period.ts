import { addDays, subYears } from 'date-fns'
import { Invalid } from '../access/errors'
import type { Actor } from '../access/actor'
import { addDaysTo, daysBetween, instantAt, londonDay, type IsoDay } from '../pathway/london'

/** London days, both included. */
export type Period = { from: IsoDay; until: IsoDay }

/** The instants of a period: from, until; the second is not in it. */
export const instantsOf = ({ from, until }: Period): [Date, Date] => [instantAt(from, 0), instantAt(addDaysTo(until, 1), 0)]

/** The last twelve months up to today. */
export function lastYear(now: Date): Period {
  return { from: londonDay(addDays(subYears(now, 1), 1)), until: londonDay(now) }
}

/** The last twelve whole months that are over. */
export function lastWholeYear(now: Date): Period {
  const first = monthOf(londonDay(now))
  return { from: monthOf(first, -12), until: addDaysTo(first, -1) }
}

/** Why a period is no year to publish: twelve whole months that are over; null where it is one. */
export function wholeYearProblem({ from, until }: Period, today: IsoDay): string | null {
  if (from !== monthOf(from) || until !== addDaysTo(monthOf(from, 12), -1)) return 'A year is twelve whole months, such as 1 April to 31 March'
  return until < today ? null : 'The year is not over yet: its records are still coming in'
}

/** Whether it is one year from 1 April to 31 March that is over: those never overlap, and do not grow from day to day. */
export function isFinishedYear({ from, until }: Period, now: Date): boolean {
  return from.slice(4) === '-04-01' && until === addDaysTo(monthOf(from, 12), -1) && until < londonDay(now)
}

/** The first day of the month that many months later. */
function monthOf(day: IsoDay, later = 0): IsoDay {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + later, 1)).toISOString().slice(0, 10)
}

function monthsLater(day: IsoDay, months: number): IsoDay {
  const first = monthOf(day, months)
  return addDaysTo(first, Math.min(Number(day.slice(8)), daysBetween(first, monthOf(first, 1))) - 1)
}

/**
 * The period of the same length that ends the day before: as many months earlier where the period is whole months
 * (a year is compared with the year before, and not with 365 days), as many days otherwise.
 */
export function periodBefore({ from, until }: Period): Period {
  const end = addDaysTo(until, 1)
  const months = (Number(end.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(from.slice(5, 7))
  const whole = months > 0 && from.slice(8) === end.slice(8)
  return { from: whole ? monthsLater(from, -months) : addDaysTo(from, -(daysBetween(from, until) + 1)), until: addDaysTo(from, -1) }
}

/**
 * The period to count for whoever asks; the last twelve months unless said. An analyst's is of whole months: two
 * periods that differ by a day would give that day's numbers by subtraction. Throws Invalid where it ends before it begins.
 */
export function periodFor(actor: Pick<Actor, 'role'>, given: { from?: IsoDay | null | undefined; until?: IsoDay | null | undefined }, now: Date): Period {
  const year = lastYear(now)
  const until = given.until ?? year.until
  const from = given.from ?? year.from
  if (until < from) throw new Invalid({ until: 'The period must end on or after the day it begins' })
  if (actor.role !== 'analyst') return { from, until }
  return { from: given.from ? monthOf(from) : monthOf(until, -11), until: addDaysTo(monthOf(until, 1), -1) }
}
