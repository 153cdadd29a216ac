// npm run bench: the production build over the seeded year, signed in, page by page beside an empty page.
// BENCH_YEARS=10 makes ten years of it first (120,000 contacts); BENCH_ONLY=figures measures the pages whose name has that
// in it, BENCH_SECONDS how long each. Every figure is measured in this one run; the ratio to the empty page is what can be
// compared between runs. It goes on to its end where a page fails, says which, and ends with 1.
import { once } from 'node:events'
import pg from 'pg'
import { repeatYear } from '../../tests/bench/ten-years.mjs'
import { build, demoEnvironment, generate, install, migrate, say, secrets, seed, serve } from './steps.mjs'

const SECONDS = Number(process.env.BENCH_SECONDS ?? 6)

install()
generate()
build()
const { startEmbedded, stopEmbedded } = await import('../database/embedded.mjs')
const { provision } = await import('../database/provision.mjs')
const { measureAll } = await import('../../tests/bench/measure.mjs')

// a database of its own, as durable as the real one, with Postgres' own counter of statements
const settings = { shared_preload_libraries: 'pg_stat_statements' }
const urlOf = await startEmbedded('postgres-bench', settings)
let child
let failed = 1
try {
  say('seeding the year')
  const urls = await provision(urlOf, 'waymark_bench', secrets(), { fresh: true })
  migrate(urls)
  const port = 3900
  // no job of the wall clock's stands beside what is measured
  const env = { ...demoEnvironment(urls, port), LOG_LEVEL: 'silent', WAYMARK_JOBS: 'none' }
  await seed(urls, env)
  if (process.env.BENCH_YEARS === '10') {
    say('making ten years of it')
    const db = new pg.Client({ connectionString: urlOf('waymark_bench') })
    await db.connect()
    await repeatYear(db)
    await db.end()
  }
  child = await serve(env, port)
  failed = await measureAll({ port, pid: child.pid, adminUrl: urlOf('waymark_bench'), seconds: SECONDS, only: process.env.BENCH_ONLY })
} finally {
  // the app first: what it still does needs the database
  if (child?.kill('SIGTERM')) await once(child, 'exit')
  await stopEmbedded('postgres-bench')
}
process.exit(failed ? 1 : 0)
