/**
 * The cells of a table in CSV (RFC 4180), with or without the mark of UTF-8 in front; rows that are empty are left out. A
 * table copied out of a spreadsheet comes with tabs, which part its cells where the first line has one. Null where a
 * quotation mark is opened and never closed.
 */
export function readCsv(text: string): string[][] | null {
  const source = text.replace(/^\uFEFF/, '')
  const comma = source.split('\n', 1)[0]?.includes('\t') ? '\t' : ','
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.some((one) => one.trim())) rows.push(row)
    row = []
  }
  for (let at = 0; at < source.length; at++) {
    const character = source[at] as string
    if (quoted) {
      if (character !== '"') cell += character
      else if (source[at + 1] === '"') cell += source[++at]
      else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === comma) endCell()
    else if (character === '\n') endRow()
    else if (character !== '\r') cell += character
  }
  if (quoted) return null
  endRow()
  return rows
}
