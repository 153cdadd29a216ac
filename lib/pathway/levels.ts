/**
 * Levels of risk and what each calls for. Source: DOMAIN 2, Levels; the intervals are settings of an area.
 */
import { addDaysTo, endOfLondonDay, londonDay } from './london'

/** From lowest to highest; the order is used to compare. */
export const LEVELS = ['low', 'low_medium', 'medium', 'medium_high', 'high'] as const
export type Level = (typeof LEVELS)[number]

export const LEVEL_LABELS: Readonly<Record<Level, string>> = {
  low: 'Low',
  low_medium: 'Low-Medium',
  medium: 'Medium',
  medium_high: 'Medium-High',
  high: 'High',
}

export type LevelBand = 'none' | 'amber' | 'red'

/**
 * The colour band of a level: amber for Medium and Medium-High, red for High (DOMAIN 2). 'none' is not
 * "safe".
 */
export function levelBand(level: Level): LevelBand {
  if (level === 'high') return 'red'
  return level === 'medium' || level === 'medium_high' ? 'amber' : 'none'
}

/** Whether `value` is a level, narrowing it. For data that comes from outside. */
export function isLevel(value: string | null | undefined): value is Level {
  return LEVELS.some((level) => level === value)
}

/**
 * Below 0 when `a` is the lower level, 0 when they are the same, above 0 when `a` is the higher. For sorting.
 */
export function compareLevels(a: Level, b: Level): number {
  return LEVELS.indexOf(a) - LEVELS.indexOf(b)
}

/**
 * When the next review is due: the end of the London day that many weeks (calendar) after the day of `from`.
 * It is the latest date; new information brings a review sooner (DOMAIN 2). Throws RangeError for an invalid
 * `from`.
 */
export function reviewDue(level: Level, from: Date, settings: { readonly reviewWeeks: Readonly<Record<Level, number>> }): Date {
  return endOfLondonDay(addDaysTo(londonDay(from), settings.reviewWeeks[level] * 7))
}

/** Whether the level calls for a strategy meeting in this area; by default Medium and above (DOMAIN 2). */
export function callsForStrategyMeeting(
  level: Level,
  settings: { readonly strategyMeetingFrom: Level },
): boolean {
  return compareLevels(level, settings.strategyMeetingFrom) >= 0
}
