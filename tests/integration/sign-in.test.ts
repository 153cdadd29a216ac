import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actorOfSession, IDLE_MINUTES } from '../../lib/access/actor'
import { hashPassword } from '../../lib/access/passwords'
import { endSession, keepSession, listOwnRoles, switchRole } from '../../lib/access/session'
import { signIn } from '../../lib/access/sign-in'
import { now } from '../../lib/clock'
import { readContact } from '../../lib/contacts/queries'
import { revokeRole } from '../../lib/people/commands'
import { setClock } from '../support/clock'
import { insert } from '../support/insert'
import { makeCase, makeChild, makeContact } from '../support/records'
import { makePerson, makeWorld, request, type NewPerson, type World } from '../support/world'
import type { Actor } from '../../lib/access/actor'

const PASSWORD = 'a password for the tests'
const START = Date.parse('2026-11-19T10:30:00Z')
const MINUTE = 60_000
let hashed: string
let world: World
beforeAll(async () => {
  world = await makeWorld()
  hashed = await hashPassword(PASSWORD)
})
beforeEach(async () => {
  setClock(new Date(START))
  await world.sql.query('DELETE FROM sign_in_failure')
})
afterAll(() => world.close())

let people = 0
/** Somebody new who can sign in. */
async function somebody(over: Partial<NewPerson> = {}): Promise<Actor> {
  const actor = await makePerson(world.sql, world.a, { role: 'advisor', name: `Sign In ${++people}`, ...over })
  await insert(world.sql, 'credential', { user_id: actor.userId, password_hash: hashed })
  return actor
}
const enter = (email: string, password = PASSWORD, address = '192.0.2.7') => signIn(request({ address }), { email, password })
const opened = (id: string | null) => actorOfSession(id ?? '', now())
const later = (minutes: number, seconds = 0) => setClock(new Date(START + minutes * MINUTE + seconds * 1000))

describe('signing in', () => {
  it('opens a session under the role of the person, and writes it down', async () => {
    const { email, userId, assignmentId } = await somebody()
    const from = request({ address: '203.0.113.5' })
    const id = await signIn(from, { email: ` ${email.toUpperCase()} `, password: PASSWORD })
    expect(await opened(id)).toMatchObject({ userId, assignmentId, role: 'advisor', areaCode: 'TST', agencyName: 'Testford Council', sessionId: id, roles: 1, expiresAt: START + 12 * 60 * MINUTE })
    const { rows } = await world.sql.query('SELECT kind, actor_id, role, record_id, address FROM audit_event WHERE request_id = $1', [from.requestId])
    expect(rows).toEqual([{ kind: 'session.started', actor_id: userId, role: 'advisor', record_id: id, address: '203.0.113.5' }])
  })

  it.each<[string, (known: string) => Promise<{ email: unknown; password: unknown }> | { email: unknown; password: unknown }]>([
    ['a wrong password', (email) => ({ email, password: `${PASSWORD} ` })],
    ['no password', (email) => ({ email, password: '' })],
    ['an unknown account', () => ({ email: 'nobody@example.test', password: PASSWORD })],
    ['the system’s own account', () => ({ email: 'system', password: PASSWORD })],
    ['somebody who has left', async () => ({ email: (await somebody({ deactivated: '2026-01-01' })).email, password: PASSWORD })],
    ['somebody whose only role was taken away', async () => ({ email: (await somebody({ revoked: '2026-01-01' })).email, password: PASSWORD })],
    ['somebody whose only role has ended', async () => ({ email: (await somebody({ until: '2021-01-01' })).email, password: PASSWORD })],
    ['somebody whose role has not begun', async () => ({ email: (await somebody({ from: '2100-01-01' })).email, password: PASSWORD })],
    ['somebody without a password', async () => ({ email: (await makePerson(world.sql, world.a, { role: 'advisor', name: `No Password ${++people}` })).email, password: PASSWORD })],
    ['a form that is none', () => ({ email: { contains: '@' }, password: PASSWORD })],
    ['nothing', () => ({ email: undefined, password: undefined })],
    ['a null byte in the address', (email) => ({ email: `${email}\u0000`, password: PASSWORD })],
    ['half a character in the address', (email) => ({ email: `${email}\ud83d`, password: PASSWORD })],
    ['a null byte in the password', (email) => ({ email, password: `${PASSWORD}\u0000` })],
    ['an address that is too long', () => ({ email: `${'x'.repeat(300)}@example.test`, password: PASSWORD })],
    ['a wildcard for an address', () => ({ email: '%', password: PASSWORD })],
  ])('answers nothing to %s', async (_, of) => {
    const known = await somebody()
    expect(await signIn(request(), await of(known.email))).toBeNull()
    // the control: the same door does open
    expect(await enter(known.email)).not.toBeNull()
  })

  it('that fails leaves an event without the address or the password', async () => {
    const from = request()
    await signIn(from, { email: 'Somebody.Else@example.test', password: 'their password' })
    const { rows } = await world.sql.query('SELECT kind, actor_id, area_id, detail::text FROM audit_event WHERE request_id = $1', [from.requestId])
    expect(rows).toMatchObject([{ kind: 'session.failed', actor_id: null, area_id: null }])
    expect(rows[0].detail).not.toMatch(/somebody|example|their password/i)
    const { rows: kept } = await world.sql.query('SELECT account_key FROM sign_in_failure')
    expect(JSON.stringify(kept)).not.toMatch(/somebody|example/i)
  })
})

describe('the throttle', () => {
  it('after five failures on an account refuses even the right password, wherever it comes from, until the window has passed', async () => {
    const { email } = await somebody()
    for (let at = 0; at < 4; at++) expect(await enter(email, 'wrong', `198.51.100.${at}`)).toBeNull()
    // four are allowed: a success between them neither counts nor clears
    expect(await enter(email)).not.toBeNull()
    expect(await enter(email, 'wrong')).toBeNull()
    expect(await enter(email)).toBeNull()
    expect(await enter(email.toUpperCase(), PASSWORD, '198.51.100.99')).toBeNull()
    // another account is none the worse for it
    expect(await enter((await somebody()).email)).not.toBeNull()
    later(14, 59)
    expect(await enter(email)).toBeNull()
    // that try counted too: the window runs from the last five
    later(40)
    expect(await enter(email)).not.toBeNull()
  })

  it('after thirty failures from an address refuses every account from there, and nobody from elsewhere', async () => {
    const { email } = await somebody()
    await world.sql.query(`INSERT INTO sign_in_failure (account_key, address, at) SELECT 'key ' || n, '203.0.113.77', $1 FROM generate_series(1, 29) n`, [new Date(START)])
    expect(await enter(email, PASSWORD, '203.0.113.77')).not.toBeNull()
    expect(await enter('nobody@example.test', 'wrong', '203.0.113.77')).toBeNull()
    expect(await enter(email, PASSWORD, '203.0.113.77')).toBeNull()
    expect(await enter(email, PASSWORD, '203.0.113.78')).not.toBeNull()
    later(16)
    expect(await enter(email, PASSWORD, '203.0.113.77')).not.toBeNull()
  })

  it('says in the log that it was the throttle', async () => {
    const { email } = await somebody()
    for (let at = 0; at < 5; at++) await enter(email, 'wrong')
    const from = request()
    await signIn(from, { email, password: PASSWORD })
    const { rows } = await world.sql.query(`SELECT detail->'terms'->>'throttled' AS throttled FROM audit_event WHERE request_id = $1`, [from.requestId])
    expect(rows).toEqual([{ throttled: 'true' }])
  })
})

describe('a session', () => {
  it('lives at 14:59 of idleness and is dead at 15:01', async () => {
    expect(IDLE_MINUTES).toBe(15)
    const [patient, late] = [await enter((await somebody()).email), await enter((await somebody()).email)]
    later(14, 59)
    expect(await opened(patient)).not.toBeNull()
    later(15, 1)
    expect(await opened(late)).toBeNull()
    // each request starts the quarter of an hour afresh
    expect(await opened(patient)).not.toBeNull()
    later(30, 0)
    expect(await opened(patient)).not.toBeNull()
    later(45, 1)
    expect(await opened(patient)).toBeNull()
    later(16)
    expect(await opened(patient)).not.toBeNull()
  })

  it('ends after twelve hours, however busy', async () => {
    const id = await enter((await somebody()).email)
    for (let minutes = 10; minutes < 12 * 60; minutes += 10) {
      later(minutes)
      expect(await opened(id)).not.toBeNull()
    }
    later(11 * 60 + 59, 59)
    expect(await opened(id)).not.toBeNull()
    later(12 * 60)
    expect(await opened(id)).toBeNull()
  })

  it('is over when its person signs out, and only that one', async () => {
    const person = await somebody()
    const [desk, laptop] = [await enter(person.email), await enter(person.email)]
    const actor = await opened(desk)
    await endSession.run(actor, request(), {})
    expect(await opened(desk)).toBeNull()
    expect(await opened(laptop)).not.toBeNull()
  })

  it('dies at the next request when its role is taken away, and with it what a stale actor could still ask', async () => {
    const person = await somebody()
    const id = await enter(person.email)
    const actor = await opened(id)
    const contact = await makeContact(world)
    expect(await readContact.run(actor, request(), { contactId: contact })).toMatchObject({ id: contact })
    await revokeRole.run(world.as.admin, request(), { assignmentId: person.assignmentId })
    expect(await opened(id)).toBeNull()
    await expect(readContact.run(actor, request(), { contactId: contact })).rejects.toMatchObject({ kind: 'not_recorded' })
    await expect(keepSession.run(actor, request(), {})).rejects.toMatchObject({ kind: 'not_recorded' })
    expect(await enter(person.email)).toBeNull()
  })

  it('dies at the next request when its person leaves', async () => {
    const person = await somebody()
    const id = await enter(person.email)
    await world.sql.query('UPDATE user_account SET deactivated_at = now() WHERE id = $1', [person.userId])
    expect(await opened(id)).toBeNull()
  })

  it.each(['not an id', '00000000-0000-4000-8000-000000000000'])('that is none opens nothing: %s', async (id) => {
    expect(await opened(id).catch(() => null)).toBeNull()
  })
})

describe('an officer of two areas', () => {
  it('works in one at a time, switches, and is seen to', async () => {
    const { police, policeInB } = world.as
    await insert(world.sql, 'credential', { user_id: police.userId, password_hash: hashed })
    const [here, there] = [await makeChild(world, world.a), await makeChild(world, world.b)]
    await makeCase(world, { child: here, holder: world.as.practitioner })
    await makeCase(world, { area: world.b, child: there, holder: world.as.advisorInB })
    const contacts = [await makeContact(world, { child: here }), await makeContact(world, { area: world.b, child: there })]
    const id = await enter(police.email)
    const first = await opened(id)
    expect(first?.roles).toBe(2)
    const options = await listOwnRoles.run(first, request(), {})
    expect(options.map((option) => [option.area, option.role]).sort()).toEqual([['Otherby', 'police'], ['Testford', 'police']])
    const reads = async (actor: Actor | null) => Promise.all(contacts.map((contactId) => readContact.run(actor, request(), { contactId }).then(() => true, () => false)))
    const sight = { [police.areaId]: [true, false], [policeInB.areaId]: [false, true] }
    expect(await reads(first)).toEqual(sight[first?.areaId ?? ''])
    const target = first?.areaId === police.areaId ? policeInB : police
    await switchRole.run(first, request(), { assignmentId: target.assignmentId })
    const second = await opened(id)
    expect(second).toMatchObject({ userId: police.userId, areaId: target.areaId, assignmentId: target.assignmentId, sessionId: id })
    expect(await reads(second)).toEqual(sight[target.areaId])
    // the next sign-in begins where the last one worked
    later(1)
    await opened(id)
    expect(await opened(await enter(police.email))).toMatchObject({ areaId: target.areaId })
  })

  it('cannot switch somebody else’s session, nor one that has ended', async () => {
    const victim = await somebody()
    const session = await enter(victim.email)
    const two = await somebody()
    const own = (await world.sql.query('SELECT $1::uuid AS id', [two.assignmentId])).rows[0].id
    await expect(switchRole.run({ ...two, sessionId: session }, request(), { assignmentId: own })).rejects.toMatchObject({ kind: 'not_found' })
    expect(await opened(session)).toMatchObject({ userId: victim.userId })
    const actor = await opened(await enter(two.email))
    await endSession.run(actor, request(), {})
    await expect(switchRole.run(actor, request(), { assignmentId: own })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('cannot end somebody else’s session', async () => {
    const victim = await somebody()
    const session = await enter(victim.email)
    await endSession.run({ ...world.as.advisor, sessionId: session }, request(), {}).catch(() => undefined)
    expect(await opened(session)).toMatchObject({ userId: victim.userId })
  })
})
