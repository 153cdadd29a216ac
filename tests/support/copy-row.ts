import { randomUUID } from 'node:crypto'
import type pg from 'pg'

export type Row = Readonly<Record<string, unknown>>

/** The columns that say in whose name a row is written. */
const IN_NAME = ['logged_by_id', 'decided_by_id', 'sent_by_id', 'by_id', 'recorded_by_id', 'made_by_id', 'updated_by_id', 'signed_out_by_id', 'opened_by_id', 'begun_by_id', 'asked_by_id', 'agreed_by_id', 'proposed_by_id', 'created_by_id', 'added_by_id', 'invited_by_id', 'called_by_id', 'started_by_id', 'taken_by_id']
/** Tables of which every row is its user's own. */
const OF_A_USER = ['draft', 'panel_conflict', 'break_glass']

/** Inserts a row that is given as JSON, its only parameter. */
export const insertOf = (table: string, columns: readonly string[]) => `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM jsonb_populate_record(NULL::${table}, $1)`

/** A row of the table as it stands, of that area where the table has areas. */
export async function rowOf(sql: pg.Pool, table: string, areaId: string): Promise<Row> {
  const { rows } = await sql.query(`SELECT to_jsonb(t) AS row FROM ${table} t ${table === 'user_account' ? '' : 'WHERE area_id = $1'} LIMIT 1`, table === 'user_account' ? [] : [areaId])
  return rows[0].row as Row
}

/** What is set on a copy, of the columns that the row has. */
export const withThese = (row: Row, over: Row): Row => ({ ...row, ...Object.fromEntries(Object.entries(over).filter(([key]) => key in row)) })

/** The same row in that person's name. */
export const inNameOf = (table: string, row: Row, userId: string): Row => withThese(row, Object.fromEntries([...IN_NAME, ...(OF_A_USER.includes(table) ? ['user_id'] : [])].map((name) => [name, userId])))

/** The same row under keys of its own. */
export const withFreshKeys = (row: Row): Row => withThese(row, { id: randomUUID(), submission_key: randomUUID(), reference: `copy ${randomUUID()}` })
