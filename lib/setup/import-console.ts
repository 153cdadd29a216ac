import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { actorOfSession, systemActor, type Actor } from '../access/actor'
import { closeConnections } from '../access/areas'
import { DoorError, Invalid } from '../access/errors'
import type { Request } from '../access/operation'
import { endSession } from '../access/session'
import { signIn } from '../access/sign-in'
import { now } from '../clock'
import { environment } from '../env'
import { approveImport, discardImport, submitImport } from '../imports/commands'
import { FILE_NAMES } from '../imports/columns'
import { readImport } from '../imports/queries'
import { decoded } from '../imports/read'
import { workImports } from '../imports/run'
import type { ImportView } from '../imports/view'

const HELP = `npm run import -- FOLDER [--as E-MAIL] [--leave refused | --leave contacts.csv:17,children.csv:4] [--check]

  Brings children.csv, contacts.csv and cases.csv of a folder in. They are checked first; nothing comes in unless
  every row is good or you say which refused rows to leave out. --check stops after the check.
  --as names the manager who brings them in; the password is asked for, or read from WAYMARK_PASSWORD.`

const DEMO = { email: 'manager@demo.test', password: 'waymark-demo-2026' }
const SHOWN = 500
const request: Request = { address: 'console', requestId: randomUUID(), sameOrigin: true }
const say = (line = '') => process.stdout.write(`${line}\n`)

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { as: { type: 'string' }, leave: { type: 'string' }, check: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } })
  const folder = positionals[0]
  if (!folder || values.help) return say(HELP), folder ? 0 : 1
  const files = FILE_NAMES.filter((name) => existsSync(path.join(folder, name))).map((name) => ({ name: name as string, content: decoded(readFileSync(path.join(folder, name))) ?? '\u0001' }))
  if (!files.length) return say(`There is none of ${FILE_NAMES.join(', ')} in ${folder}.`), 1
  const actor = await actorFor(values.as)
  if (!actor) return say('That e-mail address and password do not sign in.'), 1
  try {
    return await bring(actor, files, values)
  } finally {
    await endSession.run(actor, request, {}).catch(() => {})
  }
}

async function bring(actor: Actor, files: { name: string; content: string }[], { leave, check }: { leave?: string | undefined; check: boolean }): Promise<number> {
  const started = Date.now()
  const { batchId } = await submitImport.run(actor, request, { submissionKey: randomUUID(), files })
  const checked = await worked(actor, batchId)
  print(checked)
  say(`Checked in ${seconds(started)}.`)
  const refused = new Set((checked.report?.problems ?? []).map(({ file, line }) => `${file}:${line}`))
  const left = leave === undefined ? [] : leave === 'refused' ? 'refused' as const : leave.split(',').map((row) => row.trim())
  const agreed = !(checked.report?.problems ?? []).some(({ line }) => line <= 1) && (left === 'refused' || [...refused].every((row) => left.includes(row)))
  if (check || !agreed) {
    await discardImport.run(actor, request, { batchId, version: checked.version })
    say(check ? 'Nothing was brought in: this was a check.' : 'Nothing was brought in. Put the refused rows right, or say which to leave: --leave refused, or --leave contacts.csv:17')
    return agreed ? 0 : 1
  }
  const began = Date.now()
  await approveImport.run(actor, request, { batchId, version: checked.version, leave: left })
  const done = await worked(actor, batchId)
  if (done.state === 'checked') print(done)
  say(done.state === 'done' ? `Brought in in ${seconds(began)}.` : 'Nothing was brought in: the records changed meanwhile. Run this again.')
  return done.state === 'done' ? 0 : 1
}

/** Works on the import here, beside any worker of the app's, until it is checked or has ended. */
async function worked(actor: Actor, batchId: string): Promise<ImportView> {
  const system = await systemActor(actor.areaCode)
  for (;;) {
    await workImports(system as Actor, request, progressed).catch((cause: unknown) => {
      // the app's own worker has it: wait for what it says
      if (!(cause instanceof DoorError)) throw cause
    })
    const view = await readImport.run(actor, request, { batchId })
    if (view.state !== 'waiting' && view.state !== 'approved') return view
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

let tenth = 0
function progressed(progress: number, total: number): void {
  const reached = Math.floor((progress / Math.max(total, 1)) * 10)
  if (reached === tenth) return
  tenth = reached
  say(`  ${reached * 10} % of ${total.toLocaleString('en-GB')} records written`)
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`

function print({ report }: ImportView): void {
  for (const { file, rows, add, same, refused } of report?.counts ?? []) say(`${file.padEnd(13)} ${rows} rows: ${add} to bring in, ${same} here already, ${refused} refused`)
  const problems = report?.problems ?? []
  for (const { file, line, column, message } of problems.slice(0, SHOWN)) say(`  ${file}:${line} ${column ? `${column}: ` : ''}${message}`)
  if (problems.length > SHOWN) say(`  and ${problems.length - SHOWN} more`)
  const notes = report?.notes.length ?? 0
  if (notes) say(`${notes === 1 ? '1 row is worth a look: it comes in' : `${notes} rows are worth a look: they come in`}, with a note. The page Bring data in lists ${notes === 1 ? 'it' : 'them'}.`)
}

async function actorFor(as: string | undefined): Promise<Actor | null> {
  const demo = environment().demo && as === undefined
  const email = demo ? DEMO.email : (as ?? '')
  if (!email) throw new Error('Say who brings it in: --as manager@example.org')
  const password = demo ? DEMO.password : (process.env.WAYMARK_PASSWORD ?? (await ask(`Password of ${email}: `)))
  const session = await signIn(request, { email, password })
  return session ? actorOfSession(session, now()) : null
}

/** Asks at the terminal, without showing what is typed. */
async function ask(question: string): Promise<string> {
  process.stdout.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
  const answer = await reader.question('')
  reader.close()
  say()
  return answer
}

try {
  process.exitCode = await main()
} catch (cause) {
  process.stderr.write(`${cause instanceof Invalid ? Object.values(cause.fields).join('\n') : cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exitCode = 1
} finally {
  await closeConnections().catch(() => {})
}
