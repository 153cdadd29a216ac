/**
 * Cover while a practitioner is away, and the young person's continuity whenever somebody else begins to work with
 * her. Source: DOMAIN 2 (CATE case: one practitioner builds trust for as long as it takes) and 4 (team cases when
 * covering). A cover is for days; what is longer is a hand-over, and is said so.
 */
import { daysBetween, type IsoDay } from './london'

/** The longest a cover is arranged for at a time, in days. Ours, not DOMAIN's: past it somebody has to think again. */
export const MOST_COVER_DAYS = 56

/** What is asked for each case whenever it changes hands, for days or for good. */
export const CONTINUITY = [
  { id: 'teller', label: 'Who tells the young person?', hint: 'Best somebody they know. A name, and when', missing: 'Say who tells the young person' },
  { id: 'told', label: 'What are they told?', hint: 'Why, for how long, and who comes now', missing: 'Write what the young person is told' },
  { id: 'thinks', label: 'What do they think of it?', hint: 'In their own words. If they were not asked: why, and when they will be', missing: 'Write what the young person thinks of it, or why they have not been asked and when they will be' },
  { id: 'how', label: 'How is the change made?', hint: 'A visit together, a goodbye, what stays the same', missing: 'Say how the change is made' },
] as const
export type Continuity = Record<(typeof CONTINUITY)[number]['id'], string>

/** What has not been answered, by its id, with what to ask for. */
export function continuityMissing(given: Readonly<Continuity>): { id: keyof Continuity; message: string }[] {
  return CONTINUITY.filter(({ id }) => !given[id].trim()).map(({ id, missing }) => ({ id, message: missing }))
}

/** Whether nothing was answered at all: it is not yet known, which a first allocation allows and a hand-over does not. */
export const continuityEmpty = (given: Readonly<Continuity>): boolean => continuityMissing(given).length === CONTINUITY.length

export type CoverDays = { readonly startsOn: IsoDay; readonly untilOn: IsoDay }

/** What is wrong with the days of a cover, as field and message; null where nothing is. */
export function coverDaysProblem({ startsOn, untilOn }: CoverDays, today: IsoDay): { field: 'startsOn' | 'untilOn'; message: string } | null {
  if (startsOn < today) return { field: 'startsOn', message: 'The first day must be today or later' }
  if (untilOn < startsOn) return { field: 'untilOn', message: 'The last day must be on or after the first' }
  if (daysBetween(startsOn, untilOn) >= MOST_COVER_DAYS) return { field: 'untilOn', message: `A cover is for ${MOST_COVER_DAYS / 7} weeks at most. For longer, hand the case over` }
  return null
}

export type CoverState = 'to_come' | 'standing' | 'ended'
type Moments = { readonly begunAt: Date | null; readonly endedAt: Date | null }

/** Where a cover stands. Sight of the case goes with 'standing' alone. */
export function coverState({ begunAt, endedAt }: Moments): CoverState {
  return endedAt ? 'ended' : begunAt ? 'standing' : 'to_come'
}

/** What is due to happen to a cover on that day: whoever was to see it back may find it over before it began. */
export function coverMove(one: CoverDays & Moments, today: IsoDay): 'begin' | 'end' | null {
  if (one.endedAt) return null
  if (one.untilOn < today) return 'end'
  return !one.begunAt && one.startsOn <= today ? 'begin' : null
}
