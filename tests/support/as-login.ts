import pg from 'pg'
import type { Actor } from '../../lib/access/actor'

/** What came of a statement: its rows and count, or Postgres' code for why not. */
export type Result = { rows: Record<string, unknown>[]; count: number; code: null } | { rows: never[]; count: 0; code: string }

/**
 * Statements as one login, each in a transaction of its own that is always rolled back, under the role
 * assignment of an actor or of nobody: as the app asks, and without the app.
 */
export function asLogin(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  async function run(actor: Actor | null, sql: string, values: unknown[] = []): Promise<Result> {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      if (actor) await client.query(`SELECT set_config('app.assignment_id', $1, true)`, [actor.assignmentId])
      const { rows, rowCount } = await client.query<Record<string, unknown>>(sql, values)
      return { rows, count: rowCount ?? 0, code: null }
    } catch (error) {
      return { rows: [], count: 0, code: (error as { code?: string }).code ?? 'none' }
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  }
  return { run, close: () => pool.end() }
}

/** Not allowed: no grant, or row-level security, or a trigger that refuses. */
export const DENIED = '42501'

/** Every table but the one that Prisma keeps its migrations in, with the columns that can be written. */
export async function tablesOf(sql: pg.Pool): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await sql.query<{ name: string; columns: string[] }>(
    `SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations' GROUP BY c.relname ORDER BY 1`,
  )
  return rows
}
