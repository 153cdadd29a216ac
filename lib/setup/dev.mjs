// npm run dev: the demo's database with pages that reload as you edit.
import { database, demoEnvironment, generate, install, migrate, say, seed, serve, stopDatabase, untilStopped } from './steps.mjs'

const port = Number(process.env.PORT ?? 3000)
install()
generate()
const urls = await database()
migrate(urls)
const env = demoEnvironment(urls, port)
await seed(urls, env)
const child = await serve(env, port, { mode: 'development' })
untilStopped(child, stopDatabase)
say(`http://localhost:${port}  (demo sign-ins: advisor@demo.test and others, password waymark-demo-2026)`)
