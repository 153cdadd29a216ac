import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { startEmbedded, stopEmbedded } from '../../lib/database/embedded.mjs'
import { provision } from '../../lib/database/provision.mjs'

/** The instant the seeded year ends at, and the tests' idea of now: a Thursday morning in office hours. */
export const ANCHOR = '2026-11-19T10:30:00.000Z'

export const PASSWORDS = { owner: 'owner-for-tests', app: 'app-for-tests', auditor: 'auditor-for-tests' }

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's URL of the database 'postgres' on the tests' own server. */
    postgres: string
  }
}

const run = promisify(execFile)

/** Two runs in one folder at the same time each name a server of their own. */
const SERVER = process.env.WAYMARK_TEST_SERVER ?? 'postgres-tests'

/** Runs once before the integration tests: a server of their own, an empty template and a seeded one. */
export async function setup(project: TestProject) {
  // the tests crash nothing, so the disk need not be waited for
  const urlOf = await startEmbedded(SERVER, { fsync: 'off', max_connections: '200' })
  const empty = await provision(urlOf, 'waymark_empty', PASSWORDS, { fresh: true })
  await run('npx', ['prisma', 'migrate', 'deploy'], { env: { ...process.env, DATABASE_URL: empty.owner } })
  const seeded = await provision(urlOf, 'waymark_seeded', PASSWORDS, { fresh: true, template: 'waymark_empty' })
  // the seeds take longest and few files ask for them: leave them out while working on another
  if (process.env.WAYMARK_TEST_UNSEEDED !== '1') {
    await run('npx', ['tsx', 'prisma/seed/index.ts', '--small', '--anchor', ANCHOR], { env: { ...process.env, ...appEnvironment(seeded.app) } })
  }
  project.provide('postgres', urlOf('postgres'))
  return async () => {
    await stopEmbedded(SERVER)
  }
}

/** What the app needs in its environment to run on that database. */
export function appEnvironment(appUrl: string): Record<string, string> {
  return {
    DATABASE_APP_URL: appUrl,
    NEXTAUTH_SECRET: 'a secret for the tests that is long enough',
    NEXTAUTH_URL: 'http://localhost:3999',
    WAYMARK_DEMO: '1',
    LOG_LEVEL: 'silent',
  }
}
