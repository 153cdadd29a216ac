/**
 * Schools and housing providers that tell the front door little: what is expected by size against what came, with its
 * arithmetic. It begins a conversation and proves nothing. Source: DOMAIN 2, Assurance (Rec 19, 26).
 */
export const PROVIDER_KINDS = [
  { id: 'education', label: 'Schools and colleges', unit: 'pupils' },
  { id: 'housing', label: 'Housing providers', unit: 'homes' },
] as const
export type ProviderKind = (typeof PROVIDER_KINDS)[number]['id']

export type Provider = { readonly id: string; readonly name: string; readonly size: number | null; readonly seen: number }

export type Against = Provider & {
  /** The area's rate times its size; null where nobody said its size. */
  readonly expected: number | null
  /** How likely as few or fewer are by chance alone; null as above. */
  readonly chance: number | null
}

export type Rate = { readonly seen: number; readonly size: number }

/** The area's rate: what came from the providers whose size is known, and their size together. */
export function rateOf(providers: readonly Provider[]): Rate {
  const known = providers.filter(({ size }) => size !== null)
  return { seen: known.reduce((sum, one) => sum + one.seen, 0), size: known.reduce((sum, one) => sum + (one.size ?? 0), 0) }
}

/** Each provider against the rate of them all, the least likely by chance first; those without a size last. */
export function against(providers: readonly Provider[]): Against[] {
  const rate = rateOf(providers)
  return providers
    .map((one): Against => {
      const expected = one.size === null || !rate.size ? null : (rate.seen * one.size) / rate.size
      return { ...one, expected, chance: expected === null ? null : poissonAtMost(one.seen, expected) }
    })
    .sort((a, b) => (a.chance ?? 2) - (b.chance ?? 2) || (a.name < b.name ? -1 : 1))
}

/** The chance of so many or fewer where so many are expected (Poisson): between 0 and 1. Throws RangeError below 0. */
export function poissonAtMost(seen: number, expected: number): number {
  if (seen < 0 || expected < 0 || !Number.isInteger(seen)) throw new RangeError('no such count')
  if (expected === 0) return 1
  let sum = 0
  // by logarithms: e to the minus thousands is nothing a number can hold
  let logarithm = -expected
  for (let count = 0; count <= seen; count++) {
    sum += Math.exp(logarithm)
    logarithm += Math.log(expected) - Math.log(count + 1)
  }
  return Math.min(1, sum)
}

/** What a chance means in plain words. */
export function chanceText(chance: number): string {
  if (chance < 0.01) return 'Hardly by chance: fewer than 1 time in 100'
  if (chance < 0.05) return `Seldom by chance: about 1 time in ${Math.round(1 / chance)}`
  if (chance < 0.2) return `May be chance: about 1 time in ${Math.round(1 / chance)}`
  return 'As few as this is common by chance'
}

/** Whether it is few enough to ask about: less than expected, and by chance fewer than 1 time in 20. */
export const worthAsking = ({ expected, seen, chance }: Against): boolean => expected !== null && seen < expected && (chance ?? 1) < 0.05
