import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { provision } from '../../lib/database/provision.mjs'
import { appEnvironment, PASSWORDS } from './postgres'

export type Urls = { owner: string; app: string; auditor: string }

const named = (database: string) => {
  const url = new URL(inject('postgres'))
  url.pathname = `/${database}`
  return url.toString()
}

/**
 * A database of this test file's own, copied from the migrated one ('empty') or the small seeded one
 * ('seeded'), with the app's environment pointed at it. Call it before anything imports the client's first use.
 */
export async function ownDatabase(from: 'empty' | 'seeded' = 'seeded'): Promise<Urls> {
  const name = `waymark_${randomBytes(6).toString('hex')}`
  // test files run side by side, and two that set the logins' passwords at once would trip each other
  const urls = await connected(inject('postgres'), async (client) => {
    await client.query('SELECT pg_advisory_lock(1)')
    return (await provision(named, name, PASSWORDS, { template: `waymark_${from}` })) as Urls
  })
  Object.assign(process.env, appEnvironment(urls.app))
  // the files of a worker share its modules, and the client of the file before looks elsewhere
  const shared = globalThis as { waymarkClient?: { $disconnect: () => Promise<void> } }
  await shared.waymarkClient?.$disconnect()
  delete shared.waymarkClient
  return urls
}

/** Runs `work` with a plain connection, closed afterwards. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The rows of one statement, as that login. */
export async function rows<T extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  return connected(url, async (client) => (await client.query<T>(sql, values)).rows)
}
