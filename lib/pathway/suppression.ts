/**
 * Small numbers: 1 to 5 are withheld from analysts and from anything published, with what would give them back by
 * subtraction (DOMAIN 4 and 6). A withheld number is null. None of these rules looks at the order of what it is
 * given, so that which cells are withheld says no more than that they are.
 */

/** A number of a figure; null where it is withheld. */
export type Count = number | null

/** The greatest number that is small. */
export const SMALL = 5

export const isSmall = (count: number): boolean => count > 0 && count <= SMALL

/** One number by itself: a headline or a total. */
export const withheldAlone = (count: number): Count => (isSmall(count) ? null : count)

/**
 * The parts of a whole that is known. Small ones are withheld. Where those are all the same number (one alone among
 * them), the whole less the others would give it back, so the next greater number goes with them, wherever it stands.
 * Where nothing but small ones and zeros is there, all are withheld: else the number of zeros would tell the rest.
 */
export function withheldParts(parts: readonly number[]): Count[] {
  const small = parts.filter(isSmall)
  if (!small.length) return [...parts]
  const others = parts.filter((count) => count > SMALL)
  if (!others.length) return parts.map(() => null)
  const next = new Set(small).size > 1 ? null : Math.min(...others)
  return parts.map((count) => (isSmall(count) || count === next ? null : count))
}

/** A part of a whole, e.g. those in time of all that were due: the rest of the whole counts as the other part. */
export function withheldShare(count: number, of: number): { count: Count; of: Count } {
  const [shown = null] = withheldParts([count, of - count])
  return { count: withheldAlone(of) === null ? null : shown, of: withheldAlone(of) }
}

/** What numbers are rounded to where periods may overlap: two exact ones less each other would tell a part that is withheld. */
export const NEAREST = 5

/** The greatest number that is withheld where the rest is rounded: what would be told as five is small to whoever reads it. */
export const SMALL_ROUNDED = 7

/** To the nearest five; 7 and less is withheld, and what is withheld stays so. Keeps order: no part becomes greater than its whole. */
export function roughly(count: Count): Count {
  if (count === null || (count > 0 && count <= SMALL_ROUNDED)) return null
  return Math.round(count / NEAREST) * NEAREST
}

export type Table = { cells: Count[][]; rows: Count[]; columns: Count[]; total: Count }

/**
 * A table with the totals of its rows and columns, all of which may be known from elsewhere. Its totals are withheld
 * as the parts of one whole; a row or column whose total is withheld is withheld with it. A small cell is one corner
 * of a rectangle of withheld cells along which one can be moved without changing any total, so that at least two
 * tables fit what is shown. Where there is no such rectangle all cells are withheld. Throws RangeError for rows of
 * different lengths.
 */
export function withheldTable(cells: readonly (readonly number[])[]): Table {
  const width = cells[0]?.length ?? 0
  if (cells.some((row) => row.length !== width)) throw new RangeError('the rows of a table are of one length')
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const columnSums = Array.from({ length: width }, (_, at) => sum(cells.map((row) => row[at] ?? 0)))
  const rows = withheldParts(cells.map(sum))
  const columns = withheldParts(columnSums)
  const hidden = cells.map((row, r) => row.map((cell, c) => isSmall(cell) || rows[r] === null || columns[c] === null))
  const safe = cells.every((row, r) => row.every((cell, c) => !isSmall(cell) || guard(cells, hidden, r, c)))
  return {
    cells: cells.map((row, r) => row.map((cell, c) => (safe && !hidden[r]?.[c] ? cell : null))),
    rows, columns, total: withheldAlone(sum(columnSums)),
  }
}

/** Withholds the rectangle that guards a small cell at the least cost, unless one is withheld already. False where there is none. */
function guard(cells: readonly (readonly number[])[], hidden: boolean[][], r: number, c: number): boolean {
  const at = (row: number, column: number) => cells[row]?.[column] ?? 0
  const shown = (row: number, column: number) => !hidden[row]?.[column]
  let best: { cost: number; corners: [number, number][] } | null = null
  for (let row = 0; row < cells.length; row++) {
    for (let column = 0; row !== r && column < (cells[0]?.length ?? 0); column++) {
      const movable = at(row, column) > 0 || (at(r, column) > 0 && at(row, c) > 0)
      if (column === c || !movable) continue
      const corners = ([[r, column], [row, c], [row, column]] as [number, number][]).filter(([x, y]) => shown(x, y))
      const cost = corners.reduce((total, [x, y]) => total + 1 + at(x, y), 0)
      if (!best || cost < best.cost) best = { cost, corners }
    }
  }
  for (const [x, y] of best?.corners ?? []) (hidden[x] as boolean[])[y] = true
  return best !== null
}
