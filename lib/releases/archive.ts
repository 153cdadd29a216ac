import type { Actor } from '../access/actor'
import type { Tx } from '../access/operation'
import { csvRows, linesOf, text, type Part } from './parts'
import { ARCHIVED, LEFT_OUT } from './tables'
import { schemaWords } from './words'

/** `key`: the columns of the table's own key. */
type Column = { table: string; column: string; type: string; required: boolean; key: string; means: string }

const README = (area: string) => `${area}: everything that Waymark holds, in files that need nothing to be read.

tables/NAME.jsonl   one table each: a line is one row, as JSON (https://jsonlines.org). UTF-8. Moments are UTC with
                    their offset, days are YYYY-MM-DD, what is empty is null.
dictionary.csv      every column of every table: its type, whether it is always there, and what it means.
left-out.csv        what stays behind, and why.
manifest.json       every file with its rows, bytes and SHA-256. Its own hash is in the log of Waymark and on its page.

All files are of one moment. Tables join by the columns called NAME_id with area_id. To check a file:
sha256sum tables/child.jsonl; wc -l tables/child.jsonl
`

/** Every table of the area with its dictionary, as the database shows it to the system: under row-level security. */
export async function archiveParts(tx: Tx, actor: Actor): Promise<Part[]> {
  const columns = await columnsOf(tx)
  const left = Object.entries(LEFT_OUT).map(([table, why]) => ({ table, why }))
  return [
    { name: 'README.txt', pieces: text(README(actor.areaName)) },
    { name: 'dictionary.csv', pieces: csvRows([
      { name: 'table', cell: (row: Column) => row.table }, { name: 'column', cell: (row: Column) => row.column }, { name: 'type', cell: (row: Column) => row.type },
      { name: 'always_there', cell: (row: Column) => (row.required ? '1' : '0') }, { name: 'means', cell: (row: Column) => row.means },
    ], columns) },
    { name: 'left-out.csv', pieces: csvRows([{ name: 'table', cell: (row: { table: string; why: string }) => row.table }, { name: 'why', cell: (row: { table: string; why: string }) => row.why }], left) },
    ...ARCHIVED.map((table): Part => ({ name: `tables/${table}.jsonl`, pieces: linesOf(tx, table, rowsOf(table, columns)) })),
  ]
}

/** The rows of a table as JSON, in the order of its key so that the same rows make the same file. */
function rowsOf(table: string, columns: readonly Column[]): string {
  const of = columns.filter((one) => one.table === table)
  const own = of.map(({ column }) => `"${column}"`)
  const area = own.includes('"area_id"') ? 'WHERE area_id = (SELECT app_area_id())' : ''
  return `SELECT row_to_json(t)::text AS line FROM (SELECT ${own.join(', ')} FROM "${table}" ${area} ORDER BY ${of[0]?.key}) t`
}

/** The columns that the app may read, in their order. The archive has those and no others. */
async function columnsOf(tx: Tx): Promise<Column[]> {
  const words = await schemaWords()
  const rows = await tx.$queryRaw<Omit<Column, 'means'>[]>`
    SELECT c.relname::text AS table, a.attname::text AS column, format_type(a.atttypid, a.atttypmod) || coalesce((SELECT ': ' || string_agg(e.enumlabel, ' ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = a.atttypid), '') AS type, a.attnotnull AS required,
      (SELECT string_agg(quote_ident(k.attname), ', ' ORDER BY place) FROM pg_index i, unnest(i.indkey) WITH ORDINALITY u(number, place) JOIN pg_attribute k ON k.attnum = u.number WHERE i.indrelid = c.oid AND i.indisprimary AND k.attrelid = c.oid) AS key
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY (${[...ARCHIVED]}::text[]) AND has_column_privilege(c.oid, a.attnum, 'SELECT')
    ORDER BY array_position(${[...ARCHIVED]}::text[], c.relname::text), a.attnum`
  return rows.map((row) => ({ ...row, means: words.get(row.table)?.columns.get(row.column) ?? (row.column === 'area_id' ? 'The area' : '') }))
}
