/**
 * The two shifts of the front door: Family Connect in office hours, the Emergency Duty Team out of them
 * (DOMAIN 1). Each change of shift is handed over and both sides sign.
 */
import { withinOfficeHours } from './clocks'
import { addDaysTo, instantAt, londonDay, minuteOf } from './london'
import type { AreaSettings } from './settings'
import type { Side } from './sides'
import { isWorkingDay } from './working-days'

export { otherSide, SIDE_LABELS, type Side } from './sides'

/** A change of shift: when, and who comes on; the other side goes off. */
export type ShiftChange = { readonly at: Date; readonly to: Side }

type OfficeHours = Pick<AreaSettings, 'officeHours'>

/** How long before a change of shift its hand-over can be written: minutes. */
export const HANDOVER_OPENS_MINUTES = 60

const MS_A_MINUTE = 60_000

/** Who answers the front door now. */
export function onDuty(now: Date, settings: OfficeHours): Side {
  return withinOfficeHours(now, settings) ? 'family_connect' : 'emergency_duty'
}

/** The next change of shift after `now`. Throws RangeError for an invalid date. */
export function nextChange(now: Date, settings: OfficeHours): ShiftChange {
  for (let day = londonDay(now); ; day = addDaysTo(day, 1)) {
    const found = changesOf(day, settings).find(({ at }) => at > now)
    if (found) return found
  }
}

/** The last change of shift, at `now` or before it. Throws RangeError for an invalid date. */
export function lastChange(now: Date, settings: OfficeHours): ShiftChange {
  for (let day = londonDay(now); ; day = addDaysTo(day, -1)) {
    const found = changesOf(day, settings).findLast(({ at }) => at <= now)
    if (found) return found
  }
}

/** The change of shift that a hand-over made now is for: the next one in the hour before it, else the last. */
export function changeToHandOver(now: Date, settings: OfficeHours): ShiftChange {
  const next = nextChange(now, settings)
  return next.at.getTime() - now.getTime() <= HANDOVER_OPENS_MINUTES * MS_A_MINUTE ? next : lastChange(now, settings)
}

/** Whether a hand-over that is not signed by both sides is overdue: so many minutes after the change of shift. */
export function handoverOverdue(change: ShiftChange, now: Date, { handoverMinutes }: Pick<AreaSettings, 'handoverMinutes'>): boolean {
  return now.getTime() - change.at.getTime() >= handoverMinutes * MS_A_MINUTE
}

function changesOf(day: string, { officeHours }: OfficeHours): ShiftChange[] {
  if (!isWorkingDay(day)) return []
  const at = (clock: string) => instantAt(day, minuteOf(clock) * MS_A_MINUTE)
  return [
    { at: at(officeHours.opens), to: 'family_connect' },
    { at: at(officeHours.closes), to: 'emergency_duty' },
  ]
}
