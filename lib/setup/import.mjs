// npm run import -- FOLDER: brings children.csv, contacts.csv and cases.csv of a folder in, through the same door as
// the page. In the demo it works as its manager; elsewhere say who you are with --as and give your password when asked.
import './dot-env.mjs'
import { spawnSync } from 'node:child_process'
import { database, demoEnvironment, generate, inRoot, migrate } from './steps.mjs'

const demo = !process.env.DATABASE_APP_URL
const env = { ...process.env }
if (demo) {
  generate()
  const urls = await database()
  migrate(urls)
  Object.assign(env, demoEnvironment(urls, Number(process.env.PORT ?? 3000)))
}
const { status } = spawnSync(inRoot('node_modules/.bin/tsx'), [inRoot('lib/setup/import-console.ts'), ...process.argv.slice(2)], { cwd: process.cwd(), env, stdio: 'inherit' })
process.exit(status ?? 1)
