import { parse, CsvError } from 'csv-parse/sync'
import { COLUMNS, type FileName, type Problem } from './columns'

/** A row as it stands in the file: its cells by column, without the spaces around them. */
export type RawRow = { line: number; cells: Readonly<Record<string, string>> }
export type RawFile = { file: FileName; rows: RawRow[]; problems: Problem[] }

/** The text of a file's bytes, its mark left off; null where they are not UTF-8. */
export function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const lineBreaks = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)

/**
 * Reads a CSV file (RFC 4180, UTF-8 with or without its mark). Harmless differences are taken: the order of the
 * columns and their case, spaces around cells, either line ending, line breaks inside quotation marks, empty lines.
 * A column that is missing or unknown, and quotation marks that do not close, are problems of the whole file, and then no row is read.
 */
export function readFile(file: FileName, text: string): RawFile {
  const refuse = (line: number, column: string, message: string): RawFile => ({ file, rows: [], problems: [{ file, line, column, message }] })
  if (text === '\u0001') return refuse(1, '', 'This is not UTF-8 text. Save it as "CSV UTF-8" and bring it again')
  let records: { record: string[]; info: { lines: number } }[]
  try {
    records = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }) as unknown as typeof records
  } catch (cause) {
    // of the whole file, by its first line: no row of it was read, so leaving one out would lose the others
    const from = cause instanceof CsvError && typeof cause.lines === 'number' ? `From line ${cause.lines} on this is` : 'This is'
    return refuse(1, '', `${from} not CSV: a quotation mark does not open or close a whole cell`)
  }
  const [first, ...rest] = records
  if (!first) return refuse(1, '', 'The file is empty: its first line names the columns')
  const header = first.record.map((name) => name.trim().toLowerCase())
  const columns: readonly string[] = COLUMNS[file]
  const problems = [
    ...columns.filter((name) => !header.includes(name)).map((column) => ({ column, message: `The column ${column} is missing${header.length === 1 && header[0]?.includes(';') ? ': put commas between columns, not semicolons' : ''}` })),
    ...header.flatMap((name, at) => (!columns.includes(name) ? [{ column: '', message: `Column ${at + 1} is not one of this file's columns` }] : header.indexOf(name) < at ? [{ column: name, message: `The column ${name} stands there twice` }] : [])),
  ]
  if (problems.length) return { file, rows: [], problems: problems.map((problem) => ({ file, line: 1, ...problem })) }
  const read: RawFile = { file, rows: [], problems: [] }
  for (const { record, info } of rest) {
    const line = info.lines - lineBreaks(record)
    if (record.every((cell) => cell.trim() === '')) continue
    // one more or fewer would put a value under another's heading
    if (record.length !== header.length) read.problems.push({ file, line, column: '', message: `The row has ${record.length} cells where the header has ${header.length}` })
    else read.rows.push({ line, cells: Object.fromEntries(header.map((name, at) => [name, record[at]?.trim() ?? ''])) })
  }
  return read
}
