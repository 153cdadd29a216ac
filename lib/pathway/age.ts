/** Ages in whole years on a London day. Nothing stops on the 18th birthday; age only informs (DOMAIN 1). */
import { type IsoDay, isIsoDay, londonDay } from './london'

/**
 * Age in completed years on the London day of `on`; the new age begins as that day begins (Family Law Reform
 * Act 1969 s.9). Someone born on 29 February has a birthday on 1 March in a common year, the reading that
 * treats a child as a child for longer. `dateOfBirth` is 'YYYY-MM-DD'. Throws RangeError if it is not a real
 * day or falls after `on`.
 */
export function ageOn(dateOfBirth: IsoDay, on: Date): number {
  if (!isIsoDay(dateOfBirth)) throw new RangeError(`not a date of birth: ${dateOfBirth}`)
  const today = londonDay(on)
  if (dateOfBirth > today) throw new RangeError('the date of birth is later than the day asked about')
  const years = Number(today.slice(0, 4)) - Number(dateOfBirth.slice(0, 4))
  // '02-29' sorts after '02-28' and before '03-01', which is the leap-day rule above.
  return today.slice(5) < dateOfBirth.slice(5) ? years - 1 : years
}

/** Age bands of the published figures, with "under 13" and "not known" added (DOMAIN 6, figure 4). */
export const AGE_BANDS = [
  { id: 'under_13', label: 'Under 13' },
  { id: '13', label: '13' },
  { id: '14_15', label: '14 to 15' },
  { id: '16_17', label: '16 to 17' },
  { id: '18_over', label: '18 and over' },
  { id: 'not_known', label: 'Not known' },
] as const
export type AgeBand = (typeof AGE_BANDS)[number]['id']

/** The band of an age in whole years; null is 'not_known' (DOMAIN 6, figure 4). */
export function ageBand(age: number | null): AgeBand {
  if (age === null) return 'not_known'
  if (age < 13) return 'under_13'
  if (age < 14) return '13'
  if (age < 16) return '14_15'
  return age < 18 ? '16_17' : '18_over'
}

/**
 * The 18th birthday, by the reading above: born on 29 February it is 1 March where the year has no 29th. Shown as a
 * date to prepare for; nothing closes on it (DOMAIN 1).
 */
export function eighteenthBirthday(dateOfBirth: IsoDay): IsoDay {
  if (!isIsoDay(dateOfBirth)) throw new RangeError(`not a date of birth: ${dateOfBirth}`)
  const year = Number(dateOfBirth.slice(0, 4)) + 18
  const day = `${year}${dateOfBirth.slice(4)}`
  return isIsoDay(day) ? day : `${year}-03-01`
}

/** Whether the person is a child, under 18, on the London day of `on` (DOMAIN 1). Throws as `ageOn` does. */
export function isChildOn(dateOfBirth: IsoDay, on: Date): boolean {
  return ageOn(dateOfBirth, on) < 18
}
