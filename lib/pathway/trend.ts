/** Where a level came from: what a reader sees in a second, said in words beside the picture. Source: DOMAIN 2, Levels; DOMAIN 6, figure 6. */
import { compareLevels, LEVEL_LABELS, type Level } from './levels'

export type LevelPoint = { /** ISO instant at which it was agreed. */ readonly at: string; readonly level: Level }

/** Each as it was agreed, oldest first, and one after another where two were agreed at the same instant. */
export function inOrder<T extends LevelPoint>(points: readonly T[]): T[] {
  return [...points].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

export type Trend = 'first' | 'up' | 'down' | 'same'

/** How the latest level stands to the one agreed before it; null where none has been agreed. */
export function trendOf(points: readonly LevelPoint[]): Trend | null {
  const [now, before] = inOrder(points).slice(-2).reverse()
  if (!now) return null
  if (!before) return 'first'
  const step = compareLevels(now.level, before.level)
  return step === 0 ? 'same' : step > 0 ? 'up' : 'down'
}

/** 'Up from Medium', 'The first level agreed'; null where none has been agreed. A lower level is no promise of safety. */
export function trendInWords(points: readonly LevelPoint[]): string | null {
  const trend = trendOf(points)
  const before = inOrder(points).at(-2)
  if (trend === null) return null
  if (trend === 'first' || !before) return 'The first level agreed'
  if (trend === 'same') return 'The same as before'
  return `${trend === 'up' ? 'Up' : 'Down'} from ${LEVEL_LABELS[before.level]}`
}
