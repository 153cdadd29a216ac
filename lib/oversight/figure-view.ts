import { NEAREST, SMALL, SMALL_ROUNDED, type Count } from '../pathway/suppression'
import type { DimensionName, FigureName } from './definitions'

/** A figure, and what breakdowns of it are wanted. */
export type Wanted = { figure: FigureName; by?: readonly DimensionName[] }

/** A number, what it is a share of and how much: of the rows it is about for a share, of the whole for a part. Null where withheld. */
export type Amount = { count: Count; of: Count; percent: string | null }
export type Part = Amount & { id: string; label: string; before: Amount | null }
export type Breakdown = { by: DimensionName; header: string; parts: Part[] }

/** What a figure says of itself. `share` is what it is a share of, in words; null where it is a number alone. */
export type Told = { title: string; words: string; unit: string; share: string | null }
export type Measured = Told & { figure: FigureName; amount: Amount; before: Amount | null; breakdowns: Breakdown[] }

/** A number as it is shown: 12,173, or that it is withheld. */
export const shown = (count: Count): string => (count === null ? 'Withheld' : count.toLocaleString('en-GB'))

/** What is withheld where small numbers are, and what is rounded. */
export function withheldWords(rough: boolean): string {
  const small = `Numbers from 1 to ${rough ? SMALL_ROUNDED : SMALL} are withheld, with others that would give them away.`
  return rough ? `${small} The rest is to the nearest ${NEAREST}, because periods that overlap could be taken from each other; a year from 1 April to 31 March that is over is counted exactly.` : small
}

/** '337 of 12,173, 2.7 %' for a share; '146, 43.3 %' for a part of a whole that is told elsewhere. */
export function amountWords({ count, of, percent }: Amount, { whole = true } = {}): string {
  return [whole && of !== null ? `${shown(count)} of ${shown(of)}` : shown(count), percent].filter(Boolean).join(', ')
}
