import { Readable } from 'node:stream'
import { csvPieces } from '../csv'
import type { Table } from './list'

/** A table as a CSV file, made as it is read: in bytes, which is all that the body of an answer may be made of. */
export function csvFile({ header, rows }: Pick<Table, 'header' | 'rows'>): Readable {
  return Readable.from(csvPieces(header, rows), { objectMode: false })
}
