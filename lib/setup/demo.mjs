// npm run demo: from a fresh clone to a sign-in page, with a line for each step.
import { build, database, demoEnvironment, generate, install, migrate, requireFreePort, say, seed, serve, stopDatabase, untilStopped } from './steps.mjs'

const port = Number(process.env.PORT ?? 3000)

try {
  await requireFreePort(port)
} catch (error) {
  console.error(`\n${error.message}\n`)
  process.exit(1)
}

try {
  install()
  generate()
  const urls = await database()
  say('bringing the database up to date')
  migrate(urls)
  const env = demoEnvironment(urls, port)
  say('filling the database with the example year, where it is empty')
  await seed(urls, env)
  build()
  const child = await serve(env, port)
  untilStopped(child, stopDatabase)
  console.log(`
  Waymark is ready at  http://localhost:${port}

  Sign in as any of these, with the password  waymark-demo-2026
    advisor@demo.test        takes contacts and decides them
    cate-manager@demo.test   accepts referrals and allocates cases
    practitioner@demo.test   works with young people
    manager@demo.test        sees figures, what is late, and the audit log
    edt  safeguarding  practitioner2  chair  police  health  school  housing
    licensing  auditor  analyst  admin   (each @demo.test)
    advisor@marchford.demo.test  safeguarding@marchford.demo.test   (the neighbouring area)

  All people and records are made up. Press Ctrl-C to stop.
`)
} catch (error) {
  console.error(`\n${error.message}\n`)
  await stopDatabase().catch(() => {})
  process.exit(1)
}
