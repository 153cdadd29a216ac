import writeXlsxFile from 'write-excel-file/node'
import { harmless } from '../csv'
import type { Table } from './list'

/** A table as an Excel file. Every cell is text, and never the beginning of a formula, also when it is saved as something else. */
export async function xlsxOf({ title, header, rows }: Pick<Table, 'title' | 'header' | 'rows'>): Promise<Buffer> {
  const cell = (value: string | null, bold = false) => ({ value: harmless(value), type: String, ...(bold ? { fontWeight: 'bold' as const } : {}) })
  const data = [header.map((name) => cell(name, true)), ...rows.map((row) => row.map((value) => cell(value)))]
  return writeXlsxFile(data, { sheet: title, stickyRowsCount: 1, columns: header.map(() => ({ width: 24 })) }).toBuffer()
}
