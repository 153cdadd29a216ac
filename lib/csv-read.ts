import { parse } from 'csv-parse/sync'

/**
 * The cells of a table in CSV (RFC 4180), with or without the mark of UTF-8 in front; rows that are empty are left out. A
 * table copied out of a spreadsheet comes with tabs, which part its cells where the first line has one. Null where a
 * quotation mark is opened and never closed.
 */
export function readCsv(text: string): string[][] | null {
  const delimiter = text.split('\n', 1)[0]?.includes('\t') ? '\t' : ','
  try {
    const rows: string[][] = parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true })
    return rows.filter((row) => row.some((cell) => cell.trim()))
  } catch {
    return null
  }
}
