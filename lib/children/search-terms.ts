import { addDaysTo, isIsoDay, type IsoDay } from '../pathway/london'
import { parsePlainDate } from '../pathway/dates'
import { isValidUpn, normaliseUpn } from '../pathway/identifiers'

/** What a line typed into the search box asks for. Empty parts ask for nothing. */
export type SearchTerms = {
  name: string | null
  /** The date asked for, then its near misses. */
  dates: IsoDay[]
  nhsNumber: string | null
  upn: string | null
  postcode: string | null
  phone: string | null
  address: string | null
}

const DATE = /\b(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.-]+(\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b/i
const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b/i

/**
 * Reads a search line: dates ('3/4/2010', '3 Apr 2010'), a ten-digit NHS number, a UPN, a phone number, a
 * postcode, an address that begins with a house number, and a name out of what is left. Order does not matter.
 */
export function readSearch(line: string): SearchTerms {
  let rest = ` ${line.normalize('NFC').trim()} `
  const take = (pattern: RegExp): RegExpMatchArray | null => {
    const match = rest.match(pattern)
    if (match) rest = rest.replace(match[0], ' ')
    return match
  }
  const date = take(DATE)
  const upnWord = rest.split(/\s+/).find((word) => isValidUpn(word))
  if (upnWord) rest = rest.replace(upnWord, ' ')
  const postcode = take(POSTCODE)
  const digits = take(/(?:^|\s)[+(]?\d[\d\s().-]{4,}\d(?=\s|$)/)?.[0].replace(/[\s().-]/g, '') ?? null
  const nhsNumber = digits !== null && /^[1-9]\d{9}$/.test(digits) ? digits : null
  const address = take(/(?:^|\s)\d{1,4}[a-z]?\s+\p{L}.*$/iu)?.[0].trim() ?? null
  const name = rest.replace(/[^\p{L}\p{M}'’ -]/gu, ' ').replace(/\s+/g, ' ').trim()
  return {
    name: name.length >= 2 ? name : null,
    dates: date ? datesNear(date) : [],
    nhsNumber,
    upn: upnWord ? normaliseUpn(upnWord) : null,
    postcode: postcode ? `${postcode[1]} ${postcode[2]}`.toUpperCase() : null,
    phone: digits !== null && nhsNumber === null ? digits.replace(/^\+44/, '0') : null,
    address,
  }
}

function datesNear(match: RegExpMatchArray): IsoDay[] {
  const [, day, month, year, isoYear, isoMonth, isoDay] = match
  const parsed = parsePlainDate({ day: isoDay ?? day ?? '', month: isoMonth ?? month ?? '', year: isoYear ?? year ?? '' })
  if (parsed.ok) return nearDates(parsed.date)
  // 3/14/2010 is no date; read the other way round it is
  const swapped = parsePlainDate({ day: isoMonth ?? month ?? '', month: isoDay ?? day ?? '', year: isoYear ?? year ?? '' })
  return swapped.ok ? nearDates(swapped.date) : []
}

/**
 * A date of birth and the ones it is commonly mistaken for: day and month swapped, a day either side, a month
 * or a year either side. The date itself comes first; only real dates.
 */
export function nearDates(date: IsoDay): IsoDay[] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const made = (y: number, m: number, d: number) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  const near = [
    date,
    made(year, day, month),
    addDaysTo(date, -1),
    addDaysTo(date, 1),
    made(year, month - 1, day),
    made(year, month + 1, day),
    made(year - 1, month, day),
    made(year + 1, month, day),
  ]
  return [...new Set(near)].filter(isIsoDay)
}
