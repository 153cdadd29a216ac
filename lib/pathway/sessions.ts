/**
 * A practitioner's work with a young person: kinds of session, when somebody was last seen, and how often they should
 * be (DOMAIN 2, CATE case).
 */
import type { Level } from './levels'
import { addDaysTo, daysBetween, londonDay } from './london'
import type { AreaSettings } from './settings'

/** `sees`: the young person was met. */
export const SESSION_TYPES = [
  { id: 'direct', label: 'With the young person', hint: 'A visit, a walk, a call with the camera on', sees: true },
  { id: 'accompanied', label: 'At an appointment, together', hint: 'Clinic, court, college, police', sees: true },
  { id: 'attempted', label: 'Tried and did not meet', hint: 'Nobody in, or not today', sees: false },
  { id: 'family', label: 'With the family', hint: 'Parents, carers, brothers and sisters', sees: false },
  { id: 'professionals', label: 'With professionals', hint: 'School, health, police, meetings', sees: false },
] as const
export type SessionType = (typeof SESSION_TYPES)[number]['id']

/** The types in which the young person is seen. */
export const SEEN_TYPES: readonly SessionType[] = SESSION_TYPES.filter(({ sees }) => sees).map(({ id }) => id)

/** How safe the young person feels, as they put it. Nothing is called "safe": a feeling is not a finding (DOMAIN 3). */
export const SAFETY_FEELINGS = [
  { id: 'safe', label: 'Feels safe' },
  { id: 'mostly_safe', label: 'Feels safe most of the time' },
  { id: 'unsure', label: 'Is not sure' },
  { id: 'unsafe', label: 'Does not feel safe' },
  { id: 'afraid', label: 'Is afraid of somebody or something' },
  { id: 'not_said', label: 'Did not say, or was not asked' },
] as const
export type SafetyFeeling = (typeof SAFETY_FEELINGS)[number]['id']

/** What became of offering an independent sexual violence adviser (DOMAIN 2: brought in early). `open`: somebody still has something to do. */
export const ISVA_STATES = [
  { id: 'not_yet', label: 'Not offered yet', open: true },
  { id: 'offered', label: 'Offered, no answer yet', open: true },
  { id: 'accepted', label: 'Accepted: asked for an adviser', open: true },
  { id: 'declined', label: 'Does not want one now', open: false },
  { id: 'in_touch', label: 'The adviser is in touch', open: false },
] as const
export type IsvaState = (typeof ISVA_STATES)[number]['id']

/** What supervision was about (Rec 33). */
export const SUPERVISION_THEMES = [
  { id: 'cases', label: 'Cases, one by one' },
  { id: 'caseload', label: 'How much there is to carry' },
  { id: 'wellbeing', label: 'How the work affects the practitioner' },
  { id: 'practice', label: 'Practice and skills' },
  { id: 'evidence', label: 'Being a witness: disclosures and notes' },
  { id: 'safety', label: 'The practitioner’s own safety' },
  { id: 'training', label: 'Training' },
] as const

export type SeenExpectation = {
  /** The most days there should be between two times that the young person is seen. */
  readonly days: number
  /** In words: 'two to three times a week'. */
  readonly words: string
}

/** A case that nobody has assessed is expected to be seen as a Medium one: its risk is not known. */
const UNASSESSED: Level = 'medium'

/** How often a young person at that level is to be seen, by the area's settings. Source: DOMAIN 2, contact at High. */
export function seenExpectation(level: Level | null, { seenDays }: Pick<AreaSettings, 'seenDays'>): SeenExpectation {
  const days = seenDays[level ?? UNASSESSED]
  return { days, words: everySo(days) }
}

function everySo(days: number): string {
  if (days <= 1) return 'every day'
  if (days <= 4) return 'two to three times a week'
  if (days <= 7) return 'once a week'
  if (days % 7 === 0) return days === 14 ? 'every two weeks' : `every ${days / 7} weeks`
  return `every ${days} days`
}

/** Days from one to the other as people count them, by London's calendar: yesterday evening is 1. Never below 0. */
export function daysSinceSeen(seenAt: Date, now: Date): number {
  return Math.max(0, daysBetween(londonDay(seenAt), londonDay(now)))
}

export type SeenState = 'on_time' | 'due' | 'late'

export type LastSeen = {
  /** When the young person was last seen; null where never. */
  readonly at: Date | null
  /** Days since then, or since the case was opened where never. */
  readonly days: number
  /** Days over what is expected; 0 where none. */
  readonly over: number
  readonly state: SeenState
  readonly expected: SeenExpectation
}

/**
 * When a young person was last seen, against what is expected at their level. 'due' is the last day before it is
 * late. One who was never seen is counted from the day the case opened.
 */
export function lastSeen(one: { readonly level: Level | null; readonly seenAt: Date | null; readonly openedAt: Date }, now: Date, settings: Pick<AreaSettings, 'seenDays'>): LastSeen {
  const expected = seenExpectation(one.level, settings)
  const days = daysSinceSeen(one.seenAt ?? one.openedAt, now)
  const over = Math.max(0, days - expected.days)
  return { at: one.seenAt, days, over, state: over > 0 ? 'late' : days === expected.days ? 'due' : 'on_time', expected }
}

/** The last London day on which seeing the young person is in time. */
export function seeBy(from: Date, { days }: SeenExpectation): string {
  return addDaysTo(londonDay(from), days)
}

/** Days in words: 'today', 'yesterday', '5 days ago'. */
export function daysAgo(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`
}

/** An entry of a session, as far as these rules look at it. */
export type Entry = { readonly id: string; readonly type: string; readonly happenedAt: Date; readonly correctsId: string | null }

/** The entries that stand: those that nothing corrects. */
export function standing<T extends Pick<Entry, 'id' | 'correctsId'>>(entries: readonly T[]): T[] {
  const corrected = new Set(entries.map(({ correctsId }) => correctsId))
  return entries.filter(({ id }) => !corrected.has(id))
}

/** When the young person was last seen by these entries: in a direct session or at an appointment, as it stands. Null where never. */
export function lastSeenOf(entries: readonly Entry[]): Date | null {
  const seen = standing(entries).filter(({ type }) => SEEN_TYPES.some((one) => one === type)).map(({ happenedAt }) => happenedAt.getTime())
  return seen.length ? new Date(Math.max(...seen)) : null
}
