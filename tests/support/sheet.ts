import { strFromU8, unzipSync } from 'fflate'

/** The sheet of an Excel file, as XML. */
export function sheetOf(file: Uint8Array): string {
  const sheet = unzipSync(new Uint8Array(file))['xl/worksheets/sheet1.xml']
  if (!sheet) throw new Error('this file has no sheet')
  return strFromU8(sheet)
}
