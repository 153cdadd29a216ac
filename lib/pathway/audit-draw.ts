/**
 * A draw at random that can be repeated: the same seed and the same population give the same rows, in the same order,
 * on every machine. Source: DOMAIN 2, Assurance (Rec 23: 10 % of exploitation contacts).
 */
export type Drawable = { readonly id: string; readonly stratum: string }

export type Stratum = { readonly stratum: string; readonly of: number; readonly drawn: number }

/** What a draw is made by. Shares are whole percents: of the population, and of what is drawn for a second person. */
export type DrawRule = { readonly seed: string; readonly share: number; readonly secondShare: number; readonly stratified: boolean }

export type Draw<T extends Drawable> = { readonly rows: readonly (T & { readonly second: boolean })[]; readonly strata: readonly Stratum[] }

/** How many a share of so many is: never less than the share, and at least one where there is any. */
export const sampleSize = (of: number, share: number): number => Math.min(of, Math.ceil((of * share) / 100))

/** Draws. Where it is stratified every stratum is in it, so that it may be a little more than the share. */
export function draw<T extends Drawable>(population: readonly T[], { seed, share, secondShare, stratified }: DrawRule): Draw<T> {
  const names = [...new Set(population.map(({ stratum }) => stratum))].sort(byCode)
  const sizes = names.map((name) => population.filter(({ stratum }) => stratum === name).length)
  const size = sampleSize(population.length, share)
  const order = shuffled(population, seed)
  const taken = stratified
    ? allocate(sizes, size).flatMap((count, at) => order.filter(({ stratum }) => stratum === names[at]).slice(0, count))
    : order.slice(0, size)
  const chosen = new Set(taken.map(({ id }) => id))
  const drawn = order.filter(({ id }) => chosen.has(id))
  const seconds = new Set(shuffled(drawn, `${seed} second`).slice(0, sampleSize(drawn.length, secondShare)).map(({ id }) => id))
  return {
    rows: drawn.map((one) => ({ ...one, second: seconds.has(one.id) })),
    strata: names.map((stratum, at) => ({ stratum, of: sizes[at] ?? 0, drawn: drawn.filter((one) => one.stratum === stratum).length })),
  }
}

/**
 * So many out of strata of those sizes: each its share, the fractions to the largest remainders (the earlier of equal
 * ones), then at least one of each. Never more than a stratum has.
 */
export function allocate(sizes: readonly number[], size: number): number[] {
  const all = sizes.reduce((sum, one) => sum + one, 0)
  if (!all) return sizes.map(() => 0)
  const exact = sizes.map((one) => (one * size) / all)
  const whole = exact.map(Math.floor)
  const left = size - whole.reduce((sum, one) => sum + one, 0)
  const largest = exact.map((one, at) => ({ at, rest: one - (whole[at] ?? 0) })).sort((a, b) => b.rest - a.rest || a.at - b.at).slice(0, left)
  return whole.map((one, at) => Math.max((sizes[at] ?? 0) > 0 ? 1 : 0, one + (largest.some((other) => other.at === at) ? 1 : 0)))
}

/** In an order of that seed, whichever order they are given in: by their ids, then shuffled (Fisher and Yates). */
export function shuffled<T extends { readonly id: string }>(given: readonly T[], seed: string): T[] {
  const rows = [...given].sort((a, b) => byCode(a.id, b.id))
  const next = generator(seed)
  for (let at = rows.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    ;[rows[at], rows[other]] = [rows[other] as T, rows[at] as T]
  }
  return rows
}

// not by a locale, which may differ between machines
const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Numbers from 0 to below 1: mulberry32, begun with the FNV-1a hash of the seed. Not for secrets. */
function generator(seed: string): () => number {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
