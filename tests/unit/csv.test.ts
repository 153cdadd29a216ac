import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, csvOf } from '../../lib/csv'

/** Reads CSV as a spreadsheet does. */
function parse(csv: string): string[][] {
  const rows: string[][] = []
  const row: string[] = []
  for (const [, cell = '', end] of csv.replace(/^\uFEFF/, '').matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    row.push(cell.replaceAll('""', '"'))
    if (end === '\r\n') rows.push(row.splice(0))
  }
  return rows
}

describe('a cell', () => {
  it.each(['=1+1', '+44 7700', '-2', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '=HYPERLINK("http://x")'])('that begins like a formula is text: %j', (text) => {
    expect(csvCell(text)).toBe(`"'${text.replaceAll('"', '""')}"`)
  })
  it('of plain text, with marks in the middle, is as it was', () => {
    expect([csvCell('a = b, "c"'), csvCell(null), csvCell(' =1')]).toEqual(['"a = b, ""c"""', '""', '" =1"'])
  })
})

describe('a file', () => {
  it('is UTF-8 with its mark, and read back has every cell, none of which begins a formula', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('=x', '"', '\r\n', ',', '-'))
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 6 }), (rows) => {
      const csv = csvOf(['A', 'B'], rows)
      expect(csv.startsWith('\uFEFF"A","B"\r\n')).toBe(true)
      const [, ...read] = parse(csv)
      expect(read.flat().every((text) => !/^[=+\-@\t\r\n]/.test(text))).toBe(true)
      expect(read).toEqual(rows.map((row) => row.map((text) => (/^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text))))
    }))
  })
})
