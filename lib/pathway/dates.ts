/** Dates as they are shown and typed: '22 Nov 2026', Europe/London (DOMAIN 4, Time). */
import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'
import { type IsoDay, LONDON, instantAt, isIsoDay } from './london'

/**
 * A day in words, '22 Nov 2026'. Takes an instant (shown as its London day) or a day 'YYYY-MM-DD'. Throws
 * RangeError for an invalid date.
 */
export function formatDate(date: Date | IsoDay): string {
  return format(inLondon(date), 'd MMM yyyy')
}

/** A day and London time in words, '22 Nov 2026, 14:05'. Throws RangeError for an invalid date. */
export function formatDateTime(instant: Date): string {
  return format(inLondon(instant), 'd MMM yyyy, HH:mm')
}

export type PlainDateError = 'missing' | 'incomplete' | 'not_numbers' | 'impossible'
export type PlainDateParts = {
  readonly day: string | number
  readonly month: string | number
  readonly year: string | number
}
export type ParsedDate =
  | { readonly ok: true; readonly date: IsoDay }
  | { readonly ok: false; readonly error: PlainDateError; readonly message: string }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const MESSAGES: Readonly<Record<PlainDateError, string>> = {
  missing: 'Enter a date',
  incomplete: 'Enter the day, the month and the year',
  not_numbers: 'Enter the date in numbers, such as 22 11 2026',
  impossible: 'There is no such date; check the day and the month',
}

/**
 * Reads three typed fields. Gives `{ ok: true, date }` with a day 'YYYY-MM-DD', or `{ ok: false, error,
 * message }` with words to show: 'missing' (all empty), 'incomplete', 'not_numbers' or 'impossible' (31 June,
 * 29 February in a common year). The year has four digits; a month may be a name. Never throws and never
 * moves a date to the next real one.
 */
export function parsePlainDate(parts: PlainDateParts): ParsedDate {
  const [day, month, year] = [parts.day, parts.month, parts.year].map((part) => String(part).trim())
  if (!day && !month && !year) return refuse('missing')
  if (!day || !month || !year) return refuse('incomplete')
  const named = monthNumber(month)
  if (!/^\d{1,2}$/.test(day) || named === null || !/^\d{4}$/.test(year)) return refuse('not_numbers')
  const date = `${year}-${named.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDay(date) ? { ok: true, date } : refuse('impossible')
}

function refuse(error: PlainDateError): ParsedDate {
  return { ok: false, error, message: MESSAGES[error] }
}

function monthNumber(month: string): string | null {
  if (/^\d{1,2}$/.test(month)) return month
  if (!/^[a-z]{3,9}$/i.test(month)) return null
  const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase())
  return at < 0 ? null : String(at + 1)
}

function inLondon(date: Date | IsoDay): TZDate {
  // Midday stands well clear of both midnights, whatever the clocks do.
  const instant = typeof date === 'string' ? instantAt(date, 12 * 3_600_000) : date
  return new TZDate(instant.getTime(), LONDON)
}
