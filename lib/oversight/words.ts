import type { Count } from '../pathway/suppression'
import type { Amount } from './measure'

/** A number as it is shown: 12,173, or that it is withheld. */
export const shown = (count: Count): string => (count === null ? 'Withheld' : count.toLocaleString('en-GB'))

/** A share of a whole to one decimal, e.g. '2.7 %'; null where either number is withheld or there is no whole. */
export function percent({ count, of }: Amount): string | null {
  return count === null || of === null || of === 0 ? null : `${((count / of) * 100).toFixed(1)} %`
}

/** '337 of 12,173, 2.7 %' for a share; '146, 43.3 %' for a part of a whole that is told elsewhere. */
export function amountWords(amount: Amount, { whole = true } = {}): string {
  const number = whole && amount.of !== null ? `${shown(amount.count)} of ${shown(amount.of)}` : shown(amount.count)
  return [number, percent(amount)].filter(Boolean).join(', ')
}
