import { decisionDue, withinOfficeHours } from '../pathway/clocks'
import { londonParts, minuteOf } from '../pathway/london'
import type { AreaSettings } from '../pathway/settings'

const HOUR = 3_600_000

/**
 * `decisionDue` for very many contacts, worked out once for each day: within the office hours of a day the limit is
 * always as far away, and before and after them it is always the same moment. London is whole hours from UTC.
 */
export function decisionDues(settings: Pick<AreaSettings, 'officeHours' | 'decisionWorkingDays'>): (receivedAt: Date) => Date {
  const [opens, closes] = [minuteOf(settings.officeHours.opens), minuteOf(settings.officeHours.closes)]
  const hours = new Map<number, ReturnType<typeof londonParts>>()
  const known = new Map<string, { away: number } | { due: number }>()
  return (receivedAt) => {
    const at = receivedAt.getTime()
    const hour = Math.floor(at / HOUR)
    const begins = hours.get(hour) ?? londonParts(new Date(hour * HOUR))
    hours.set(hour, begins)
    const minute = begins.minute + Math.floor((at % HOUR) / 60_000)
    const key = `${begins.day} ${minute < opens ? 'before' : minute < closes ? 'open' : 'after'}`
    let rule = known.get(key)
    if (!rule) {
      const due = decisionDue(receivedAt, settings).getTime()
      rule = withinOfficeHours(receivedAt, settings) ? { away: due - at } : { due }
      known.set(key, rule)
    }
    return new Date('away' in rule ? at + rule.away : rule.due)
  }
}
