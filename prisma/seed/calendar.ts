import { decisionClock, decisionDue, type ClockState } from '../../lib/pathway/clocks'
import { addDaysTo, instantAt, londonDay, minuteOf, type IsoDay } from '../../lib/pathway/london'
import type { AreaSettings } from '../../lib/pathway/settings'
import { isWorkingDay } from '../../lib/pathway/working-days'
import type { Random } from './random'
import type { Size } from './sizes'

export const MINUTE = 60_000
export const DAY = 86_400_000

type Day = { readonly day: IsoDay; readonly midnight: number; readonly working: boolean; readonly opens: number; readonly closes: number }

// cases that were open before the year go back two years more
const DAYS_BACK = 1200
const DAYS_ON = 14

// of the contacts of a working day: how many come in each of the office's hours
const OFFICE_HOURS: readonly (readonly [number, number])[] = [[9, 10], [10, 14], [11, 14], [12, 10], [13, 10], [14, 13], [15, 16], [16, 12]]
const EVENING_HOURS: readonly (readonly [number, number])[] = [
  [7, 1], [8, 2], [17, 8], [18, 7], [19, 6], [20, 5], [21, 5], [22, 4], [23, 2], [0, 1], [1, 1],
]
const WEEKEND_HOURS: readonly (readonly [number, number])[] = [
  [8, 1], [9, 2], [10, 3], [11, 4], [12, 4], [13, 4], [14, 4], [15, 4], [16, 4], [17, 4], [18, 4], [19, 4], [20, 4], [21, 4], [22, 3],
  [23, 2], [1, 1],
]

/** The days up to an anchor, its last instant, with the office's hours: what the seeded year is laid out on. */
export class Calendar {
  readonly #days: Day[]
  readonly #sessions: Day[]
  /** The first instant of the year: no contact is older. */
  readonly begins: number

  constructor(
    readonly anchor: Date,
    readonly settings: AreaSettings,
  ) {
    const last = londonDay(anchor)
    const { opens, closes } = settings.officeHours
    this.#days = Array.from({ length: DAYS_BACK + DAYS_ON }, (_, at) => {
      const day = addDaysTo(last, at - DAYS_BACK + 1)
      const at0 = (minutes: number) => instantAt(day, minutes * MINUTE).getTime()
      return { day, midnight: at0(0), working: isWorkingDay(day), opens: at0(minuteOf(opens)), closes: at0(minuteOf(closes)) }
    })
    this.#sessions = this.#days.filter(({ working }) => working)
    // 365 days, the anchor's own counted: within the twelve months whether the year is a leap year or not
    this.begins = this.#dayAt(-364).midnight
  }

  #dayAt(fromLast: number): Day {
    return this.#days[DAYS_BACK - 1 + fromLast] as Day
  }

  /** When a decision on a contact is due, as an instant. */
  due(received: number): number {
    return decisionDue(new Date(received), this.settings).getTime()
  }

  /** The instant so many office minutes after another: the clock stops while the office is closed. */
  afterOffice(from: number, minutes: number): number {
    let left = minutes * MINUTE
    for (let at = this.#sessionFrom(from); at < this.#sessions.length; at++) {
      const { opens, closes } = this.#sessions[at] as Day
      const start = Math.max(opens, from)
      if (start + left <= closes) return start + left
      left -= Math.max(0, closes - start)
    }
    return from + left
  }

  /** Office minutes from one instant to another. */
  officeMinutes(from: number, to: number): number {
    let worked = 0
    for (let at = this.#sessionFrom(from); at < this.#sessions.length; at++) {
      const { opens, closes } = this.#sessions[at] as Day
      if (opens >= to) break
      worked += Math.max(0, Math.min(closes, to) - Math.max(opens, from))
    }
    return worked / MINUTE
  }

  isOffice(instant: number): boolean {
    const session = this.#sessions[this.#sessionFrom(instant)]
    return session !== undefined && instant >= session.opens && instant < session.closes
  }

  /** A working time near so many days before the anchor, but never after it. */
  workingTime(daysAgo: number, random: Random): number {
    const wanted = this.anchor.getTime() - daysAgo * DAY
    for (let at = this.#sessionFrom(wanted); at >= 0; at--) {
      const time = (this.#sessions[at] as Day).opens + random.int(10, 460) * MINUTE
      if (time < this.anchor.getTime()) return time
    }
    throw new RangeError(`the calendar does not go back ${daysAgo} days`)
  }

  // the first session that has not closed by then
  #sessionFrom(instant: number): number {
    let low = 0
    let high = this.#sessions.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sessions[middle] as Day).closes <= instant) low = middle + 1
      else high = middle
    }
    return low
  }

  /** So many times at which contacts come in, in order: mostly in office hours, some in the evening and at weekends. */
  receipts(count: number, until: number, random: Random): number[] {
    const weights = this.#days.slice(DAYS_BACK - 365, DAYS_BACK).map((day) => [day, weightOf(day)] as const)
    const times: number[] = []
    // the weights are gone through once, not for each contact
    const sums = weights.reduce<number[]>((list, [, weight]) => [...list, (list.at(-1) ?? 0) + weight], [])
    while (times.length < count) {
      const wanted = random.next() * (sums.at(-1) ?? 0)
      const [day] = weights[sums.findIndex((sum) => sum > wanted)] ?? []
      if (!day) continue
      const time = day.midnight + hourOf(day, random) * 60 * MINUTE + random.int(0, 59) * MINUTE
      if (time >= this.begins && time <= until) times.push(time)
    }
    return times.sort((a, b) => a - b)
  }

  /** Times of contacts that are still undecided at the anchor, with clocks that stand as wanted, in order. */
  undecided(wanted: Size['undecided']): number[] {
    const found: Record<ClockState, number[]> = { met: [], met_late: [], late: [], close: [], on_time: [] }
    const latest = Math.floor(this.anchor.getTime() / MINUTE) * MINUTE - 9 * MINUTE
    const step = 17 * MINUTE
    for (let time = latest; time > latest - 12 * DAY; time -= step) {
      const { state } = decisionClock({ receivedAt: new Date(time), decidedAt: null, now: this.anchor }, this.settings)
      // the clock of one received out of hours has not begun to run; they are fewer
      if (this.isOffice(time) || (state === 'on_time' && (latest - time) % (5 * step) === 0)) found[state].push(time)
      if (found.late.length >= 40) break
    }
    const chosen = [...evenly(found.late, wanted.late), ...evenly(found.close, wanted.close)]
    const rest = wanted.late + wanted.close + wanted.onTime - chosen.length
    return [...chosen, ...evenly(found.on_time, rest)].sort((a, b) => a - b)
  }
}

function weightOf({ day, working }: Day): number {
  const month = day.slice(5, 7)
  // schools are closed for most of August and part of December
  const season = month === '08' ? 0.78 : month === '12' ? 0.9 : 1
  return (working ? 1 : 0.13) * season
}

function hourOf({ working }: Day, random: Random): number {
  if (!working) return random.weighted(WEEKEND_HOURS)
  return random.weighted(random.chance(0.88) ? OFFICE_HOURS : EVENING_HOURS)
}

/** So many of a list, or all of a shorter one, evenly spread over it. */
export function evenly<T>(list: readonly T[], count: number): T[] {
  return list.length <= count ? [...list] : Array.from({ length: count }, (_, at) => list[Math.floor(((at + 0.5) * list.length) / count)] as T)
}
