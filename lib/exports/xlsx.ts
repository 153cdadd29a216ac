import type { Readable } from 'node:stream'
import { harmless } from '../csv'
import type { Table } from './list'
import { zipOf } from './zip'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** How wide a column is, in characters. */
const WIDTH = 24
/** The most that a cell may hold; Excel refuses a file with more. */
const LONGEST = 32_767
/** How many rows are handed on at once. */
const AT_ONCE = 200

/** The parts of a workbook of one sheet that are the same whatever is in it. Style 1 is text, style 2 text in bold. */
const parts = (title: string): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
})

/**
 * A table as an Excel file, made as it is read: neither the sheet nor the file ever stands in memory. Every cell is text,
 * and never the beginning of a formula, also when it is saved as something else. A text longer than a cell may be ends
 * in an ellipsis.
 */
export function xlsxOf({ title, header, rows }: { title: string; header: readonly string[]; rows: Iterable<Table['rows'][number]> }): Readable {
  const fixed = Object.entries(parts(title)).map(([name, xml]) => ({ name, pieces: [XML + xml] }))
  return zipOf([...fixed, { name: 'xl/worksheets/sheet1.xml', pieces: sheet(header, rows) }])
}

/** The sheet in pieces: its heading stays in sight while the rows move. */
function* sheet(header: readonly string[], rows: Iterable<Table['rows'][number]>): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  yield `<cols><col min="1" max="${header.length}" width="${WIDTH}" customWidth="1"/></cols><sheetData>${rowOf(header, 2)}`
  let piece = ''
  let held = 0
  for (const row of rows) {
    piece += rowOf(row, 1)
    if (++held % AT_ONCE) continue
    yield piece
    piece = ''
  }
  yield `${piece}</sheetData></worksheet>`
}

const rowOf = (row: readonly (string | null)[], style: 1 | 2) => `<row>${row.map((value) => `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(fitting(harmless(value)))}</t></is></c>`).join('')}</row>`

const fitting = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)

/** Text for XML: what XML cannot hold is left out, and what Excel would read as a character by its number stays as it was typed. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
