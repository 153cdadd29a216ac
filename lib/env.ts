import { z } from 'zod'

const text = z.string().trim().min(1)

/** What Waymark needs to run, and how to set it. Read once; see `environment`. */
const schema = z.object({
  /** The app's own login: it owns nothing, so that row-level security holds. */
  DATABASE_APP_URL: text,
  /** Signs the session cookie: at least 32 characters, e.g. from `openssl rand -base64 32`. */
  NEXTAUTH_SECRET: text.min(32),
  /** The address people open, e.g. https://waymark.example.gov.uk */
  NEXTAUTH_URL: z.url(),
  /** '1' in the demo alone: allows the demo people and the test clock. */
  WAYMARK_DEMO: z.enum(['0', '1']).default('0'),
  /** The folder for files that leave Waymark: on a disk of the council's own, read by nobody but the app, and shared where several machines serve it. */
  WAYMARK_FILES: text.default('.data/files'),
  /** Which background jobs this process runs: 'all' at their times, 'queued' only those asked for, or 'none'. */
  WAYMARK_JOBS: z.enum(['all', 'queued', 'none']).default('all'),
  /** A file that holds the tests' time, as an ISO instant. Only with WAYMARK_DEMO=1. */
  WAYMARK_TEST_CLOCK: text.optional(),
})

const HOW: Record<string, string> = {
  DATABASE_APP_URL: 'the connection string of the waymark_app login that npm run migrate makes',
  NEXTAUTH_SECRET: 'at least 32 random characters, e.g. from: openssl rand -base64 32',
  NEXTAUTH_URL: 'the address people open, e.g. https://waymark.example.gov.uk',
  WAYMARK_DEMO: '1 for the demo, otherwise leave it out',
  WAYMARK_FILES: 'a folder; leave it out for .data/files',
  WAYMARK_JOBS: 'all, queued or none; leave it out for all',
  WAYMARK_TEST_CLOCK: 'a file path, for tests only',
}

export type Environment = { databaseUrl: string; secret: string; url: string; demo: boolean; files: string; jobs: 'all' | 'queued' | 'none'; testClock: string | undefined }

/**
 * The settings in `source`, checked. Throws an Error that names each one that is missing or wrong and says
 * how to set it; it never repeats a value.
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = schema.safeParse(source)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
    throw new Error(`Waymark cannot start. Set these, in the environment or in .env, and start it again:\n${names.map((name) => `  ${name}: ${HOW[name]}`).join('\n')}`)
  }
  const { data } = parsed
  const demo = data.WAYMARK_DEMO === '1'
  if (data.WAYMARK_TEST_CLOCK && !demo) throw new Error('Waymark cannot start: WAYMARK_TEST_CLOCK is for tests, with WAYMARK_DEMO=1.')
  return { databaseUrl: data.DATABASE_APP_URL, secret: data.NEXTAUTH_SECRET, url: data.NEXTAUTH_URL, demo, files: data.WAYMARK_FILES, jobs: data.WAYMARK_JOBS, testClock: data.WAYMARK_TEST_CLOCK }
}

let known: Environment | undefined

/** The settings of this process, read at the first call and again where it was pointed at another database. Throws as `readEnvironment` does. */
export function environment(): Environment {
  if (known?.databaseUrl !== process.env.DATABASE_APP_URL) known = undefined
  return (known ??= readEnvironment(process.env))
}
