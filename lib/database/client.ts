import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { now } from '../clock'
import { environment } from '../env'
import { Prisma, PrismaClient } from './generated/client'
import { CHANNEL } from './listen'

export { Prisma }
/** One transaction that already tells Postgres who is asking. */
export type Tx = Prisma.TransactionClient

const SECONDS = 1000

/**
 * A client of the app's login. Nothing waits for ever: connecting, statements, locks and idle transactions all
 * have limits, on this side and on the server's, so that a page answers within five seconds.
 */
export function makeClient(connectionString: string, connections = 10): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString,
      max: connections,
      connectionTimeoutMillis: 3 * SECONDS,
      query_timeout: 5 * SECONDS,
      statement_timeout: 5 * SECONDS,
      lock_timeout: 3 * SECONDS,
      idle_in_transaction_session_timeout: 10 * SECONDS,
    }, { statementNameGenerator: nameOf }),
    errorFormat: 'minimal',
  })
}

/**
 * Names a statement so that each connection keeps its plan: with row-level security planning costs more than
 * most of our statements take to run. Those with long lists differ each time and would only fill its memory.
 */
function nameOf({ sql, args }: { sql: string; args: readonly unknown[] }): string {
  return args.length <= 16 ? createHash('sha1').update(sql).digest('base64url') : ''
}

// one client for the process, also across the reloads of `next dev`
const shared = globalThis as { waymarkClient?: PrismaClient }

export function client(): PrismaClient {
  return (shared.waymarkClient ??= makeClient(environment().databaseUrl))
}

/**
 * Runs `work` in one transaction under a role assignment, at the time of the app's clock, by which the policies end what
 * is open for a short time; without an assignment row-level security shows no rows. `snapshot`: all of it reads as of one
 * moment.
 */
export async function transaction<T>(assignmentId: string | null, work: (tx: Tx) => Promise<T>, timeout = 8 * SECONDS, snapshot = false): Promise<T> {
  return client().$transaction(
    async (tx) => {
      if (assignmentId) await tx.$queryRaw`SELECT set_config('app.assignment_id', ${assignmentId}, true), set_config('app.now', ${now().toISOString()}, true)`
      return work(tx)
    },
    { maxWait: 3 * SECONDS, timeout, ...(snapshot ? { isolationLevel: 'RepeatableRead' as const } : {}) },
  )
}

/** Says, as the transaction is committed, that something of that kind has changed in an area, and which transaction did: see `changes`. */
export async function announce(tx: Tx, areaId: string, kind: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${CHANNEL}, ${`${areaId} ${kind} `} || pg_current_xact_id())::text`
}

/** Whether the database answers. Reads nothing. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await client().$queryRaw`SELECT 1`
    return true
  } catch {
    return false
  }
}

/**
 * Refuses to serve as a login that row-level security would not bind. Throws an Error that says which to use.
 */
export async function refuseAPowerfulLogin(): Promise<void> {
  const [login] = await client().$queryRaw<{ strong: boolean }[]>`
    SELECT r.rolsuper OR r.rolbypassrls OR EXISTS (SELECT FROM pg_tables t WHERE t.schemaname = 'public' AND t.tableowner = r.rolname) AS strong
    FROM pg_roles r WHERE r.rolname = current_user`
  if (login?.strong) throw new Error('Waymark cannot start: DATABASE_APP_URL must use a login that owns nothing (waymark_app), so that row-level security binds it.')
}
