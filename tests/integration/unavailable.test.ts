import net from 'node:net'
import { inspect } from 'node:util'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { actorOfSession } from '../../lib/access/actor'
import { DoorError } from '../../lib/access/errors'
import { signIn } from '../../lib/access/sign-in'
import { now } from '../../lib/clock'
import { logContact } from '../../lib/contacts/commands'
import { listContacts, readContact } from '../../lib/contacts/queries'
import { searchChildren } from '../../lib/children/queries'
import { client, databaseAnswers, makeClient, refuseAPowerfulLogin } from '../../lib/database/client'
import { log } from '../../lib/log'
import { attempt, OPERATION_NAMES, sample } from '../access/samples'
import { contactForm, newChild } from '../support/inputs'
import { makeWorld, request, type World } from '../support/world'

/** A database that is gone, mute, busy or broken: one plain message, soon, and nothing of what was typed. */
let world: World
let own: ReturnType<typeof client>
const shared = globalThis as { waymarkClient?: ReturnType<typeof makeClient> }
beforeAll(async () => {
  world = await makeWorld()
  own = client()
})
afterEach(() => {
  shared.waymarkClient = own
})
afterAll(() => world.close())

const SOON = 6_000
const PLAIN = /^Waymark cannot reach its records right now/

async function within<T>(work: Promise<T>): Promise<T> {
  const from = performance.now()
  const result = await work
  expect(performance.now() - from).toBeLessThan(SOON)
  return result
}

describe('a database that is not there', () => {
  it('gives every operation the same plain message', async () => {
    const asked = []
    for (const name of OPERATION_NAMES) asked.push({ name, ...(await sample(world, name)) })
    shared.waymarkClient = makeClient('postgresql://waymark_app:x@127.0.0.1:1/waymark')
    for (const { name, actor, input } of asked) {
      const from = request()
      const answer = await within(attempt(name, actor, input, from))
      expect(answer).toMatchObject({
        kind: 'unavailable', error: { reference: from.requestId, message: expect.stringMatching(PLAIN) },
      })
    }
    expect(await databaseAnswers()).toBe(false)
    await expect(signIn(request(), { email: 'a@example.test', password: 'x' })).rejects.toMatchObject({ kind: 'unavailable' })
    await shared.waymarkClient.$disconnect()
  })

  it('that takes the call and says nothing is given up on in time', async () => {
    const calls = new Set<net.Socket>()
    const mute = net.createServer((socket) => calls.add(socket))
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
    shared.waymarkClient = makeClient(`postgresql://waymark_app:x@127.0.0.1:${(mute.address() as net.AddressInfo).port}/waymark`)
    const answer = await within(attempt('contacts.list', world.as.advisor, {}))
    expect(answer).toMatchObject({ kind: 'unavailable' })
    expect(calls.size).toBeGreaterThan(0)
    for (const socket of calls) socket.destroy()
    mute.close()
  })

  it('is answered from again as soon as it is back', async () => {
    shared.waymarkClient = makeClient('postgresql://waymark_app:x@127.0.0.1:1/waymark')
    expect(await attempt('contacts.list', world.as.advisor, {})).toMatchObject({ kind: 'unavailable' })
    shared.waymarkClient = own
    expect(await attempt('contacts.list', world.as.advisor, {})).toMatchObject({ kind: 'done' })
    expect(await databaseAnswers()).toBe(true)
  })
})

describe('a database that falters', () => {
  it('whose connections are all cut serves again on new ones, and what it saved is there', async () => {
    const made = await logContact.run(world.as.advisor, request(), contactForm())
    const { rowCount } = await world.sql.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'waymark_app'`,
    )
    expect(rowCount).toBeGreaterThan(0)
    const answers = []
    for (let tries = 0; tries < 20; tries++) answers.push(
      (await attempt('contacts.read', world.as.advisor, { contactId: made.id })).kind,
    )
    expect(answers.every((kind) => kind === 'done' || kind === 'unavailable')).toBe(true)
    expect(answers.at(-1)).toBe('done')
  })

  it('whose table is locked by somebody else is given up on in time, and the work is undone', async () => {
    const holder = await world.sql.connect()
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE contact IN ACCESS EXCLUSIVE MODE')
    const [read, change] = await within(Promise.all([
      attempt('contacts.list', world.as.advisor, {}),
      attempt('contacts.log', world.as.advisor, contactForm({ whatWasSaid: 'while it was locked' })),
    ]))
    await holder.query('ROLLBACK')
    holder.release()
    expect([read.kind, change.kind]).toEqual(['unavailable', 'unavailable'])
    const { rowCount } = await world.sql.query(`SELECT 1 FROM contact WHERE what_was_said = 'while it was locked'`)
    expect(rowCount).toBe(0)
    expect((await listContacts.run(world.as.advisor, request(), {})).items).not.toEqual([])
  })
})

const CANARY = 'kestrel-canary'

/** Everything that can be read off a failure. */
const everythingOf = (error: unknown) => `${inspect(error, { depth: 20, showHidden: true, maxStringLength: null })} ${JSON.stringify(error)} ${String((error as Error).stack)}`

describe('what a person typed', () => {
  const canaried = () =>
    contactForm({
      whatWasSaid: `said ${CANARY}`, childWords: CANARY, referrerName: CANARY, whereabouts: CANARY,
      familyViews: CANARY, othersAtRisk: CANARY,
      child: { kind: 'new', child: newChild({ givenName: CANARY, familyName: CANARY, line: CANARY, school: CANARY }) },
    })

  async function failing(): Promise<unknown[]> {
    const failures: unknown[] = []
    const take = (work: Promise<unknown>) => work.then(() => failures.push('nothing failed'), (error) => failures.push(error))
    // Postgres' own message for this one quotes the whole row
    await world.sql.query(`ALTER TABLE contact ADD CONSTRAINT broken CHECK (what_was_said NOT LIKE '%${CANARY}%')`)
    await take(logContact.run(world.as.advisor, request(), canaried()))
    await world.sql.query('ALTER TABLE contact DROP CONSTRAINT broken')
    await world.sql.query('REVOKE INSERT ON audit_event FROM waymark_app')
    await take(logContact.run(world.as.advisor, request(), canaried()))
    await take(searchChildren.run(world.as.advisor, request(), { query: CANARY }))
    await world.sql.query('GRANT INSERT ON audit_event TO waymark_app')
    await take(logContact.run(world.as.advisor, request(), { ...canaried(), channel: CANARY, [CANARY]: CANARY } as never))
    await take(logContact.run(world.as.analyst, request(), canaried()))
    await take(readContact.run(world.as.advisor, request(), { contactId: CANARY }))
    shared.waymarkClient = makeClient('postgresql://waymark_app:x@127.0.0.1:1/waymark')
    await take(logContact.run(world.as.advisor, request(), canaried()))
    await take(signIn(request(), { email: `${CANARY}@example.test`, password: CANARY }))
    shared.waymarkClient = own
    return failures
  }

  it('stands in no error and in no line of the log', async () => {
    const lines: string[] = []
    const stream = (log as unknown as Record<symbol, { write: (line: string) => void }>)[pino.symbols.streamSym]
    if (!stream) throw new Error('the log has no stream')
    const write = vi.spyOn(stream, 'write').mockImplementation((line) => void lines.push(line))
    log.level = 'trace'
    const failures = await failing()
    log.error({ requestId: 'x' }, 'a line of the control')
    log.level = 'silent'
    write.mockRestore()
    expect(failures.map((error) => (error instanceof DoorError ? error.kind : error))).toEqual([
      'unavailable', 'not_recorded', 'not_recorded', 'invalid', 'refused', 'invalid', 'unavailable', 'unavailable',
    ])
    expect(failures.map(everythingOf).filter((text) => text.includes(CANARY))).toEqual([])
    // five of them are for support to find, and the control shows that lines are caught at all
    expect(lines).toHaveLength(6)
    expect(lines.filter((line) => line.includes(CANARY))).toEqual([])
    for (const line of lines.slice(0, 5)) expect(JSON.parse(line)).toMatchObject({
      msg: 'operation failed', requestId: expect.any(String), operation: expect.any(String),
    })
  })
})

describe('a login that row-level security would not bind', () => {
  it.each([['the owner', 'owner', true], ['the app', 'app', false]] as const)('%s', async (_, login, strong) => {
    shared.waymarkClient = makeClient(world.urls[login])
    if (strong) await expect(refuseAPowerfulLogin()).rejects.toThrow('must use a login that owns nothing')
    else await expect(refuseAPowerfulLogin()).resolves.toBeUndefined()
    await shared.waymarkClient.$disconnect()
  })

  it('a superuser', async () => {
    shared.waymarkClient = makeClient(String(world.sql.options.connectionString))
    await expect(refuseAPowerfulLogin()).rejects.toThrow('must use a login that owns nothing')
    await shared.waymarkClient.$disconnect()
  })
})

it('a session cannot be opened while the database is away, and that is no sign-out', async () => {
  shared.waymarkClient = makeClient('postgresql://waymark_app:x@127.0.0.1:1/waymark')
  await expect(actorOfSession('00000000-0000-4000-8000-000000000000', now())).rejects.toThrow()
})
