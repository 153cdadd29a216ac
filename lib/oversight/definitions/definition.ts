import type { DimensionName, Fact } from './dimensions'

/**
 * One figure of DOMAIN 6: its words, and which rows it counts. Its numerator and denominator are both rows of one
 * fact, so that the rows behind it are the ones it counted.
 */
export type Definition = {
  title: string
  /** What is counted, in plain words; begins with a capital and ends with a full stop. */
  words: string
  fact: Fact
  /** The rows it is about: those with all of these flags; every row unless said. */
  among?: readonly string[]
  /**
   * A wider whole of the same fact that another figure tells, by its flags: where small numbers are withheld, the rest of
   * it is withheld too, or this figure would give it back by subtraction.
   */
  within?: readonly string[]
  /** Where it is a share: the flag of those that count, and what they are a share of, in words. */
  share?: { flag: string; of: string }
  /** What one row is: 'contacts', for headings. */
  unit: string
  /** How the period binds it: what happened in it, or what stood as it ended. */
  at: 'in' | 'end'
  /** Left out where small numbers are withheld: less another figure or breakdown of the same whole it would give one back. */
  fine?: true
  /** What it may be broken down by. */
  by: readonly DimensionName[]
}
