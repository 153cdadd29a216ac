import { createHash } from 'node:crypto'
import { csvLine } from '../csv'
import type { Tx } from '../access/operation'

/** A file in what leaves: its name, and its lines in pieces with how many each holds. */
export type Part = { name: string; pieces: AsyncIterable<{ text: string; rows: number }> }

/** A file as the manifest tells it. */
export type Told = { name: string; rows: number; bytes: number; sha256: string }

/** Rows read at once: few enough for a statement of a moment, many enough for the way there and back. */
const AT_ONCE = 1000

/** One text as a file without rows. */
export async function* text(content: string) {
  yield { text: content, rows: 0 }
}

/**
 * The lines of a statement that gives one text column called `line`, read as the file is written. A cursor takes no
 * parameters, so name and statement are set as they are: both are made of `ARCHIVED` and of the names of columns that the
 * database itself gives (archive.ts, its only caller), and nothing that anybody typed is ever in them.
 */
export async function* linesOf(tx: Tx, name: string, sql: string) {
  await tx.$executeRawUnsafe(`DECLARE "${name}" NO SCROLL CURSOR FOR ${sql}`)
  for (;;) {
    const rows = await tx.$queryRawUnsafe<{ line: string }[]>(`FETCH ${AT_ONCE} FROM "${name}"`)
    if (rows.length) yield { text: `${rows.map(({ line }) => line).join('\n')}\n`, rows: rows.length }
    if (rows.length < AT_ONCE) break
  }
  await tx.$executeRawUnsafe(`CLOSE "${name}"`)
}

/** A table in memory as CSV with the names of its columns. */
export async function* csvRows<R>(columns: readonly { name: string; cell: (row: R) => string }[], rows: readonly R[]) {
  yield { text: `\uFEFF${csvLine(columns.map(({ name }) => name))}`, rows: 0 }
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE)
    yield { text: some.map((row) => csvLine(columns.map(({ cell }) => cell(row)))).join(''), rows: some.length }
  }
}

/** A part as a file of a zip; what it held is told when its last piece has been read. */
export function counted({ name, pieces }: Part, told: (file: Told) => Promise<void>) {
  async function* read() {
    const hash = createHash('sha256')
    let [rows, bytes] = [0, 0]
    for await (const piece of pieces) {
      hash.update(piece.text)
      bytes += Buffer.byteLength(piece.text)
      rows += piece.rows
      yield piece.text
    }
    await told({ name, rows, bytes, sha256: hash.digest('hex') })
  }
  return { name, pieces: read() }
}
