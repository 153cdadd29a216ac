/**
 * Shares of a whole to a tenth of a per cent. A share by itself is rounded down, so that 99.96 % in time is not told as
 * all; that is how 337 of 12,173 is the published 2.7 % (DOMAIN 6).
 */
const words = (tenths: number) => `${(tenths / 10).toFixed(1)} %`

/** '2.7 %'; null where there is no whole. Throws RangeError for a part greater than its whole. */
export function percentOf(count: number, of: number): string | null {
  if (count > of) throw new RangeError(`${count} is no part of ${of}`)
  return of === 0 ? null : words(Math.floor((count * 1000) / of))
}

/**
 * The parts of one whole, which add up to 100.0 where they can: the tenths that rounding down left over go to the parts
 * that lost most by it, as in the published 43.3, 27.0, 17.2 and 12.5 %. Equal parts are told alike. Nulls where there
 * is no whole; parts that are not all of the whole are rounded down.
 */
export function percentsOf(counts: readonly number[], of: number): (string | null)[] {
  if (of === 0) return counts.map(() => null)
  const tenths = counts.map((count) => Math.floor((count * 1000) / of))
  const whole = counts.reduce((sum, count) => sum + count, 0) === of
  let left = whole ? 1000 - tenths.reduce((sum, one) => sum + one, 0) : 0
  const lost = (count: number) => (count * 1000) % of
  for (const next of [...new Set(counts)].sort((a, b) => lost(b) - lost(a))) {
    const same = counts.flatMap((count, at) => (count === next ? [at] : []))
    if (same.length > left || lost(next) === 0) continue
    for (const at of same) tenths[at] = (tenths[at] ?? 0) + 1
    left -= same.length
  }
  return tenths.map(words)
}
