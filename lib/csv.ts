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

/** A table as CSV (RFC 4180) in UTF-8 with its mark in front, so that a spreadsheet reads every script. */
export function csvOf(header: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}
