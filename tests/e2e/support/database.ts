import pg from 'pg'
import { startEmbedded, stopEmbedded } from '../../../lib/database/embedded.mjs'
import { setting } from './setting'

const server = setting('WAYMARK_BROWSER_SERVER')

/** Asks the tests' database as the superuser, past every policy. */
export async function sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: setting('WAYMARK_BROWSER_DATABASE_URL') })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** The first row of an answer; a test that finds none cannot go on. */
export async function one<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row> {
  const [row] = await sql<Row>(text, values)
  if (!row) throw new Error(`No row for: ${text}`)
  return row
}

export async function stopDatabase(): Promise<void> {
  await stopEmbedded(server)
}

/** Starts it again on the port that it had. Does nothing where it runs. */
export async function startDatabase(): Promise<void> {
  await startEmbedded(server, { fsync: 'off' })
}

export async function refuseAuditEvents(): Promise<void> {
  await sql('REVOKE INSERT ON audit_event FROM waymark_app')
}

export async function allowAuditEvents(): Promise<void> {
  await sql('GRANT INSERT ON audit_event TO waymark_app')
}
