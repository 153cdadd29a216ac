// The steps that stand the project up, shared by demo, dev, check and bench. Plain Node with no dependencies
// at the top, because the first step installs them.
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
export const inRoot = (...parts) => path.join(root, ...parts)
const bin = (name) => inRoot('node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name)

export const say = (line) => console.log(`waymark  ${line}`)

/** Throws, with what to do, where something else listens on that port already. */
export async function requireFreePort(port) {
  const taken = await new Promise((resolve) => {
    const probe = net.createServer().once('error', () => resolve(true))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)))
  })
  if (taken) throw new Error(`Port ${port} is in use, perhaps by another Waymark. Stop that one, or choose another port: PORT=${port + 1} npm run demo`)
}

/** Runs a command to its end; throws with its output where it fails. `loud` shows the output as it comes. */
export function run(command, args, { env = {}, loud = false } = {}) {
  const stdio = loud ? 'inherit' : 'pipe'
  const result = spawnSync(command, args, { cwd: root, env: { ...process.env, ...env }, stdio, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 1 << 27 })
  if (result.error) throw result.error
  if (result.status !== 0) throw new Error(`${path.basename(command)} ${args.join(' ')} failed\n${result.stdout ?? ''}${result.stderr ?? ''}`)
  return result.stdout ?? ''
}

// generated from the schema, or no part of what is built
const NOT_BUILT = new Set(['generated', 'setup', 'decisions'])

/** A fingerprint of files and folders by their contents. */
function fingerprint(places) {
  const hash = createHash('sha256')
  const add = (place) => {
    if (!fs.existsSync(place)) return
    if (!fs.statSync(place).isDirectory()) return hash.update(place).update(fs.readFileSync(place))
    for (const name of fs.readdirSync(place).sort()) if (!NOT_BUILT.has(name)) add(path.join(place, name))
  }
  for (const place of places) add(inRoot(place))
  return hash.digest('hex')
}

/** Does `work` unless it was done for the same `places` before. Gives whether it was done now. */
function unlessSame(stamp, places, work) {
  const print = fingerprint(places)
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === print) return false
  work()
  fs.mkdirSync(path.dirname(stamp), { recursive: true })
  fs.writeFileSync(stamp, print)
  return true
}

export function install() {
  const done = unlessSame(inRoot('node_modules/.waymark-installed'), ['package.json', 'package-lock.json'], () => {
    say('installing packages (about a minute)')
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  })
  if (!done) say('packages are installed')
}

export function generate() {
  unlessSame(inRoot('lib/database/generated/.stamp'), ['prisma/schema', 'package-lock.json'], () => {
    say('generating the database client')
    run(bin('prisma'), ['generate'])
  })
}

export function build() {
  const sources = ['app', 'components', 'lib', 'public', 'prisma/schema', 'proxy.ts', 'instrumentation.ts', 'next.config.js', 'postcss.config.mjs', 'package-lock.json', 'tsconfig.json']
  const done = unlessSame(inRoot('.next/.waymark-built'), sources, () => {
    say('building (about half a minute)')
    run(bin('next'), ['build'], { env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } })
  })
  if (!done) say('the build is up to date')
}

/** Passwords and secrets of this folder's demo and tests: made once, readable by this user alone. */
export function secrets() {
  const file = inRoot('.data/secrets.json')
  if (!fs.existsSync(file)) {
    const made = Object.fromEntries(['owner', 'app', 'auditor', 'session'].map((name) => [name, randomBytes(32).toString('base64url')]))
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 })
  }
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}

/** Starts the embedded database, or adopts the one of DATABASE_URL. Gives the three logins' URLs. */
export async function database() {
  const { startEmbedded } = await import('../database/embedded.mjs')
  const { adopt, provision } = await import('../database/provision.mjs')
  const passwords = secrets()
  if (process.env.DATABASE_URL) {
    say('using the database of DATABASE_URL')
    return adopt(process.env.DATABASE_URL, passwords)
  }
  say('starting the embedded Postgres')
  return provision(await startEmbedded(), 'waymark', passwords)
}

export async function stopDatabase() {
  if (process.env.DATABASE_URL) return
  const { stopEmbedded } = await import('../database/embedded.mjs')
  await stopEmbedded()
}

export function migrate(urls) {
  run(bin('prisma'), ['migrate', 'deploy'], { env: { DATABASE_URL: urls.owner } })
}

/** What the app needs to run in the demo or a test, on that port. */
export function demoEnvironment(urls, port) {
  return {
    DATABASE_APP_URL: urls.app,
    NEXTAUTH_SECRET: secrets().session,
    NEXTAUTH_URL: `http://localhost:${port}`,
    WAYMARK_DEMO: '1',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

export async function seed(urls, env, args = []) {
  run(bin('tsx'), ['prisma/seed/index.ts', ...args], { env, loud: true })
  // the planner knows nothing of rows that came a moment ago, and would read whole tables
  const { default: pg } = await import('pg')
  const owner = new pg.Client({ connectionString: urls.owner })
  await owner.connect()
  await owner.query('ANALYZE')
  await owner.end()
}

/** Starts the server as a child that dies with this process, whatever kills it. Resolves when it answers. */
export async function serve(env, port, { mode = 'production', quiet = false } = {}) {
  const child = spawn(process.execPath, [inRoot('lib/setup/server.mjs')], {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port), NODE_ENV: mode },
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit', 'ipc'],
  })
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the server stopped while starting (exit ${code})`)))
  })
  return child
}

/** Stops at Ctrl-C, at a polite kill, or when the server ends by itself: first the app, then the database. */
export function untilStopped(child, finish) {
  let stopping = false
  const stop = async (code) => {
    if (stopping) return
    stopping = true
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    }
    await finish()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0))
  child.once('exit', (code) => void stop(code ?? 1))
}
