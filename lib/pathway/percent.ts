/**
 * Shares of a whole to a tenth of a per cent, as the published figures tell them (DOMAIN 6): a share that stands by
 * itself is rounded down, so that nearly all is not told as all (337 of 12,173 is 2.7 %); the parts of one whole are
 * rounded to the nearest (43.3, 27.0, 17.2 and 12.5 %), and may add up to a tenth more or less than 100.
 */
const words = (tenths: number) => `${(tenths / 10).toFixed(1)} %`

/** '2.7 %'; null where there is no whole. Throws RangeError for a part greater than its whole. */
export function percentOf(count: number, of: number): string | null {
  if (count > of) throw new RangeError(`${count} is no part of ${of}`)
  return of === 0 ? null : words(Math.floor((count * 1000) / of))
}

/** '12.5 %' for one of the parts of a whole; null where there is no whole. A part that is not all of it is never 100.0. */
export function partPercent(count: number, of: number): string | null {
  if (count > of) throw new RangeError(`${count} is no part of ${of}`)
  return of === 0 ? null : words(count === of ? 1000 : Math.min(999, Math.round((count * 1000) / of)))
}
