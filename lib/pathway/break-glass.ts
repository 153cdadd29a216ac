/**
 * Break-glass: a permitted role opens what it normally may not, with a reason and for a short time; the manager is told
 * and reviews it. Source: DOMAIN 4.
 */
const MINUTE = 60_000

/** How a review may end. What was opened is never undone by it, and neither answer punishes: it is asked about. */
export const GLASS_OUTCOMES = [
  { id: 'needed', label: 'Needed and proportionate' },
  { id: 'wider', label: 'Needed, and wider than was necessary' },
  { id: 'not_needed', label: 'Not needed' },
] as const

/** The words of an outcome; null where there is none yet. */
export const glassOutcomeLabel = (id: string | null): string | null => GLASS_OUTCOMES.find((one) => one.id === id)?.label ?? null

/** When what is opened now ends by itself. Minutes are the area's. */
export const glassEnds = (openedAt: Date, minutes: number): Date => new Date(openedAt.getTime() + minutes * MINUTE)

export type GlassTimes = { readonly openedAt: Date; readonly endsAt: Date; readonly endedAt: Date | null }

/** Whether it is open at that moment: not at its end any more. */
export const glassIsOpen = ({ endsAt, endedAt }: GlassTimes, now: Date): boolean => endedAt === null && now < endsAt

/** Whole minutes for which it was open by that moment, begun ones counted. */
export function glassMinutes({ openedAt, endsAt, endedAt }: GlassTimes, now: Date): number {
  const until = Math.min((endedAt ?? endsAt).getTime(), now.getTime())
  return Math.max(0, Math.ceil((until - openedAt.getTime()) / MINUTE))
}

/** The shortest reason that says anything. Ours, not DOMAIN's. */
const LEAST_LETTERS = 20
const LEAST_WORDS = 4

/** Whether a reason is a sentence somebody else can judge, and not a word to get past the field. */
export function saysWhy(reason: string): boolean {
  const words = reason.trim().split(/\s+/).filter((word) => /\p{L}/u.test(word))
  return words.length >= LEAST_WORDS && words.join(' ').length >= LEAST_LETTERS
}

/** '2 hours', '90 minutes': how long it stays open, in words. */
export function minutesText(minutes: number): string {
  if (minutes >= 60 && minutes % 60 === 0) return minutes === 60 ? '1 hour' : `${minutes / 60} hours`
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
