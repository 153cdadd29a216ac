import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSmall, roughly, withheldAlone, withheldParts, withheldShare, withheldTable, type Count } from '../../../lib/pathway/suppression'

describe('the parts of a whole', () => {
  it.each<[string, number[], Count[]]>([
    ['nothing is small', [6, 0, 40], [6, 0, 40]],
    ['one small part takes the next with it', [3, 20, 8], [null, 20, null]],
    ['two different ones guard each other', [3, 1, 20], [null, null, 20]],
    ['two that are the same do not: two in two parts are one each', [1, 1, 20, 0], [null, null, null, 0]],
    ['what is as great as the one that is taken goes too, so that its place says nothing', [2, 9, 9, 30], [null, null, null, 30]],
    ['where all are small the zeros go too', [2, 0, 4], [null, null, null]],
    ['one alone', [4], [null]],
  ])('%s', (_, parts, expected) => expect(withheldParts(parts)).toEqual(expected))

  it('of a share are those that count and the rest', () => {
    expect(withheldShare(7, 8)).toEqual({ count: null, of: 8 })
    expect(withheldShare(0, 8)).toEqual({ count: 0, of: 8 })
    expect(withheldShare(6, 12)).toEqual({ count: 6, of: 12 })
    expect(withheldShare(2, 3)).toEqual({ count: null, of: null })
  })

  /** Every way to share `total` among so many parts. */
  function* ways(total: number, parts: number): Generator<number[]> {
    if (parts === 1) yield [total]
    else for (let first = 0; first <= total; first++) for (const rest of ways(total - first, parts - 1)) yield [first, ...rest]
  }

  it('cannot be worked out by somebody who knows the whole, the rule, and what is shown', () => {
    for (let parts = 2; parts <= 4; parts++) {
      for (let total = 6; total <= 26; total++) {
        const by = new Map<string, number[][]>()
        for (const way of ways(total, parts)) {
          const shown = withheldParts(way).join()
          by.set(shown, [...(by.get(shown) ?? []), way])
        }
        for (const [shown, same] of by) {
          for (let at = 0; at < parts; at++) {
            const values = new Set(same.map((way) => way[at]))
            const [only] = values
            if (values.size === 1 && isSmall(only ?? 0)) throw new Error(`${shown} of ${total} can only be ${same[0]}`)
          }
        }
      }
    }
  })
})

const tables = fc.integer({ min: 2, max: 3 }).chain((width) => fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: width, maxLength: width }), { minLength: 2, maxLength: 3 }))

const sum = (row: readonly number[]) => row.reduce((total, one) => total + one, 0)

/** Whether a table of whole numbers could be the one that was shown so. */
function fits(shown: ReturnType<typeof withheldTable>, table: readonly (readonly number[])[]): boolean {
  const agree = (told: Count | undefined, number: number) => told === null || told === number
  const columns = table[0]?.map((_, c) => sum(table.map((row) => row[c] ?? 0))) ?? []
  return table.every((row, r) => agree(shown.rows[r], sum(row)) && row.every((cell, c) => cell >= 0 && agree(shown.cells[r]?.[c], cell)))
    && columns.every((total, c) => agree(shown.columns[c], total)) && agree(shown.total, sum(columns))
}

/** Whether another table fits, with another number in that cell: found by moving one from cell to cell, a few times. */
function another(shown: ReturnType<typeof withheldTable>, truth: readonly (readonly number[])[], r: number, c: number): boolean {
  const places = truth.flatMap((row, i) => row.flatMap((_, k) => (shown.cells[i]?.[k] === null ? [[i, k] as const] : [])))
  const search = (table: readonly (readonly number[])[], moves: number): boolean => {
    if (table[r]?.[c] !== truth[r]?.[c] && fits(shown, table)) return true
    if (moves === 0) return false
    return places.some(([i, k]) => places.some(([x, y]) => {
      if ((table[i]?.[k] ?? 0) === 0 || (i === x && k === y)) return false
      return search(table.map((row, at) => row.map((cell, place) => cell + (at === x && place === y ? 1 : 0) - (at === i && place === k ? 1 : 0))), moves - 1)
    }))
  }
  return search(truth, 2)
}

describe('a table with its totals', () => {
  it('shows no small number, in no cell and no total', () => {
    fc.assert(fc.property(tables, (cells) => {
      const table = withheldTable(cells)
      for (const count of [...table.cells.flat(), ...table.rows, ...table.columns, table.total]) expect(count !== null && isSmall(count)).toBe(false)
      table.cells.forEach((row, r) => row.forEach((cell, c) => cell !== null && expect(cell).toBe(cells[r]?.[c])))
    }))
  })

  it('leaves another table possible for each small cell', () => {
    fc.assert(fc.property(tables, (cells) => {
      const table = withheldTable(cells)
      cells.forEach((row, r) => row.forEach((cell, c) => {
        if (isSmall(cell) && !another(table, cells, r, c)) throw new Error(`${JSON.stringify(cells)} shown as ${JSON.stringify(table)} gives back ${r},${c}`)
      }))
    }), { numRuns: 300 })
  })

  it('withholds totals as the parts of one whole', () => {
    const { rows, columns, total } = withheldTable([[10, 10], [3, 0], [8, 20]])
    expect(rows).toEqual([null, null, 28])
    expect(columns).toEqual([21, 30])
    expect(total).toBe(51)
  })

  it('is left as it is where nothing is small, and refuses rows of different lengths', () => {
    expect(withheldTable([[10, 0], [6, 8]])).toEqual({ cells: [[10, 0], [6, 8]], rows: [10, 14], columns: [16, 8], total: 24 })
    expect(() => withheldTable([[1], [1, 2]])).toThrow(RangeError)
    expect(withheldAlone(5)).toBe(null)
  })
})

describe('numbers of periods that may overlap', () => {
  const count = fc.integer({ min: 0, max: 5000 })
  it('are to the nearest five, in their order, and none up to seven is told', () => {
    expect([0, 1, 5, 7, 8, 12, 13, 337].map(roughly)).toEqual([0, null, null, null, 10, 10, 15, 335])
    fc.assert(fc.property(count, count, (one, other) => {
      const [a, b] = [roughly(Math.min(one, other)), roughly(Math.max(one, other))]
      expect(a === null || b === null || a <= b).toBe(true)
      const told = roughly(one)
      if (told !== null) expect(Math.abs(told - one)).toBeLessThanOrEqual(2)
    }))
  })

  it('taken from each other leave a small number unknown', () => {
    fc.assert(fc.property(count, fc.integer({ min: 1, max: 5 }), (rest, small) => {
      const [shorter, longer] = [roughly(rest), roughly(rest + small)]
      const others = [1, 2, 3, 4, 5].filter((one) => one !== small)
      const near = Array.from({ length: 9 }, (_, at) => rest + at - 4).filter((one) => one >= 0)
      expect(others.some((one) => near.some((base) => roughly(base) === shorter && roughly(base + one) === longer))).toBe(true)
    }))
  })
})
