// what a spreadsheet takes for the beginning of a formula, the wide forms of the same signs included
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** A cell's text, never the beginning of a formula, whoever typed it: for a spreadsheet in any form. */
export function harmless(value: string | null): string {
  const text = value ?? ''
  return FORMULA.test(text) ? `'${text}` : text
}

/** One cell: in quotation marks always, and harmless. */
export function csvCell(value: string | null): string {
  return `"${harmless(value).replaceAll('"', '""')}"`
}

type Row = readonly (string | null)[]

/** How many rows of a table are handed on at once. */
const AT_ONCE = 200

/** One line of CSV with its end. */
export const csvLine = (row: Row): string => `${row.map(csvCell).join(',')}\r\n`

/** A table as CSV (RFC 4180) in UTF-8 with its mark in front, so that a spreadsheet reads every script; in pieces, as it is read. */
export function* csvPieces(header: Row, rows: Iterable<Row>): Generator<string> {
  let piece = `\uFEFF${csvLine(header)}`
  let held = 0
  for (const row of rows) {
    piece += csvLine(row)
    if (++held % AT_ONCE) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}

/** The same in one. */
export const csvOf = (header: Row, rows: Iterable<Row>): string => [...csvPieces(header, rows)].join('')
