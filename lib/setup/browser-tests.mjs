// node lib/setup/browser-tests.mjs: the browser tests of tests/e2e, against a build of their own, by two workers who
// each have a web server, a database server and a clock to themselves (a test may stop or wind its own). Words after
// it go to playwright, e.g. `node lib/setup/browser-tests.mjs story`; where they name no more than one file there is
// one worker. npm run check calls `runBrowserTests`.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, demoEnvironment, generate, inRoot, migrate, say, secrets, seed, serve } from './steps.mjs'

// two runs in one folder at the same time each name a server of their own
const SERVER = process.env.WAYMARK_BROWSER_SERVER ?? 'postgres-browser'
const DATABASE = 'waymark_browser'

/** When the seeded year ends, as in the integration tests: a Thursday morning. */
const ANCHOR = '2026-11-19T10:30:00.000Z'
/** The tests' idea of now: a little later, in office hours. */
const NOW = '2026-11-19T10:45:00.000Z'

/**
 * Runs them all and always cleans up. Gives `{ code, passed, failed, skipped, seconds }`; `code` is 0 where all
 * is well. Playwright's own report goes to `reporterFile` as JSON. Throws with a plain message where the tests
 * could not begin.
 */
export async function runBrowserTests({ reporterFile = inRoot('tests/results/browser.json'), args = [] } = {}) {
  const started = Date.now()
  const browser = await findBrowser()
  generate()
  build()
  const { startEmbedded, stopEmbedded } = await import('../database/embedded.mjs')
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-browser-'))
  const stopping = stopSignal()
  const names = args.length === 1 ? [SERVER] : [SERVER, `${SERVER}-2`]
  const servers = []
  try {
    const sites = []
    for (const name of names) {
      const urlOf = await startEmbedded(name, { fsync: 'off' })
      const clock = path.join(scratch, name, 'clock')
      fs.mkdirSync(path.dirname(clock))
      fs.writeFileSync(clock, NOW)
      const { port, env } = await prepare(urlOf, clock)
      stopping.check()
      const server = await serve(env, port, { quiet: process.env.WAYMARK_BROWSER_LOUD !== '1' })
      servers.push(server)
      server.once('exit', () => stopping.stopped || say('a web server stopped by itself: the tests that follow will fail'))
      sites.push({ WAYMARK_TEST_CLOCK: clock, WAYMARK_BROWSER_URL: env.NEXTAUTH_URL, WAYMARK_BROWSER_SERVER: name, WAYMARK_BROWSER_DATABASE_URL: urlOf(DATABASE) })
    }
    fs.rmSync(reporterFile, { force: true })
    const code = await playwright(args, stopping, {
      CHROMIUM_PATH: browser,
      WAYMARK_BROWSER_SITES: JSON.stringify(sites),
      WAYMARK_BROWSER_REPORT: path.resolve(reporterFile),
    })
    return { code, ...countsOf(reporterFile), seconds: Math.round((Date.now() - started) / 1000) }
  } finally {
    stopping.stopped = true
    for (const server of servers) await ended(server)
    for (const name of names) await stopEmbedded(name)
    fs.rmSync(scratch, { recursive: true, force: true })
    stopping.forget()
  }
}

/** A fresh database with the small seeded year, and the environment of a server on it. */
async function prepare(urlOf, clock) {
  const { provision } = await import('../database/provision.mjs')
  const urls = await provision(urlOf, DATABASE, secrets(), { fresh: true })
  say('filling the browser tests’ database')
  migrate(urls)
  const port = await freePort()
  // nothing runs at the wall clock's times: a test that wants a job asks for it
  const env = { ...demoEnvironment(urls, port), WAYMARK_TEST_CLOCK: clock, WAYMARK_JOBS: 'queued' }
  await seed(urls, env, ['--small', '--anchor', ANCHOR])
  return { port, env }
}

function playwright(args, stopping, env) {
  const cli = inRoot('node_modules/@playwright/test/cli.js')
  const child = spawn(process.execPath, [cli, 'test', '--config', 'tests/playwright.config.ts', ...args], { cwd: inRoot(), env: { ...process.env, ...env }, stdio: 'inherit' })
  stopping.child = child
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

/** Passed, failed and skipped of a JSON report; a test that passed at its second try counts as failed. */
function countsOf(file) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 0, skipped: 0 }
  const { stats } = JSON.parse(fs.readFileSync(file, 'utf8'))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

/** Ctrl-C and a polite kill end the tests that run, and then everything is stopped as after any run. */
function stopSignal() {
  const state = {
    child: undefined,
    stopped: false,
    check: () => {
      if (state.stopped) throw new Error('The browser tests were stopped.')
    },
    forget: () => names.forEach((name) => process.removeListener(name, stop)),
  }
  const stop = () => {
    state.stopped = true
    state.child?.kill('SIGINT')
  }
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const name of names) process.on(name, stop)
  return state
}

async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await exit
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/**
 * The path of a Chromium that starts: that of CHROMIUM_PATH, Playwright's own, Debian's headless shell (which takes
 * less than half the work of the whole browser, and is installed where it may be), or the system's; where there is
 * none Playwright's is fetched. Throws with what to do.
 */
async function findBrowser() {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (starts(given)) return given
    throw new Error(`CHROMIUM_PATH is set to ${given}, which does not start. Correct it, or leave it out.`)
  }
  const { chromium } = await import('@playwright/test')
  const own = () => [chromium.executablePath()].find(starts)
  const shell = () => ['/usr/bin/chromium-headless-shell'].find(starts)
  const whole = () => ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(starts)
  const found = own() ?? shell() ?? (debians('chromium-headless-shell') ? shell() : undefined) ?? whole() ?? (debians('chromium') ? whole() : undefined)
  if (found) return found
  say('installing Chromium for the browser tests (Playwright’s own)')
  attempt(process.execPath, [inRoot('node_modules/@playwright/test/cli.js'), 'install', 'chromium'])
  const fetched = own()
  if (fetched) return fetched
  throw new Error('The browser tests need Chromium, and it could not be installed here. Install it, or set CHROMIUM_PATH to one, and run this again.')
}

/** Installs a package of Debian's, where this is Debian and root asks. Whether it did. */
function debians(name) {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return false
  say(`installing ${name} for the browser tests (Debian’s; a minute or less)`)
  return attempt('apt-get', ['update']) && attempt('apt-get', ['install', '-y', '--no-install-recommends', name])
}

// asking for the version fails where the file is there but a library that it needs is not
function starts(file) {
  if (!file || !fs.existsSync(file)) return false
  if (process.platform === 'win32') return true
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

function attempt(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stderr } = spawnSync(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', timeout: 600_000 })
  if (status !== 0) say(`${path.basename(command)} ${args.join(' ')} did not work: ${(stderr ?? '').trim().split('\n').at(-1)}`)
  return status === 0
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const { code, passed, failed, skipped, seconds } = await runBrowserTests({ args: process.argv.slice(2) })
    say(`browser tests: ${passed} passed, ${failed} failed, ${skipped} skipped, in ${seconds} s`)
    process.exitCode = code
  } catch (error) {
    console.error(`\n${error.message}\n`)
    process.exitCode = 1
  }
}
