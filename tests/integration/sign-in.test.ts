import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signIn } from '../../lib/access/sign-in'
import { enter, later, MINUTE, opened, PASSWORD, somebody, START } from '../support/sign-in'
import { makePerson, makeWorld, request, type World } from '../support/world'

/** Coming in: who may, who may not, and how often anybody may try. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(async () => {
  later(0)
  await world.sql.query('DELETE FROM sign_in_failure')
})
afterAll(() => world.close())

describe('signing in', () => {
  it('opens a session under the role of the person, and writes it down', async () => {
    const { email, userId, assignmentId } = await somebody(world)
    const from = request({ address: '203.0.113.5' })
    const id = await signIn(from, { email: ` ${email.toUpperCase()} `, password: PASSWORD })
    expect(await opened(id)).toMatchObject({
      userId, assignmentId, role: 'advisor', areaCode: 'TST', agencyName: 'Testford Council', sessionId: id,
      roles: 1, expiresAt: START + 12 * 60 * MINUTE,
    })
    const { rows } = await world.sql.query(
      'SELECT kind, actor_id, role, record_id, address FROM audit_event WHERE request_id = $1', [from.requestId],
    )
    expect(rows).toEqual([{ kind: 'session.started', actor_id: userId, role: 'advisor', record_id: id, address: '203.0.113.5' }])
  })

  it.each<[string, (known: string) => Promise<{ email: unknown; password: unknown }> | { email: unknown; password: unknown }]>([
    ['a wrong password', (email) => ({ email, password: `${PASSWORD} ` })],
    ['no password', (email) => ({ email, password: '' })],
    ['an unknown account', () => ({ email: 'nobody@example.test', password: PASSWORD })],
    ['the system’s own account', () => ({ email: 'system', password: PASSWORD })],
    ['somebody who has left', async () => ({ email: (await somebody(world, { deactivated: '2026-01-01' })).email, password: PASSWORD })],
    ['somebody whose only role was taken away', async () => ({
      email: (await somebody(world, { revoked: '2026-01-01' })).email, password: PASSWORD,
    })],
    ['somebody whose only role has ended', async () => ({
      email: (await somebody(world, { until: '2021-01-01' })).email, password: PASSWORD,
    })],
    ['somebody whose role has not begun', async () => ({
      email: (await somebody(world, { from: '2100-01-01' })).email, password: PASSWORD,
    })],
    ['somebody without a password', async () => ({
      email: (await makePerson(world.sql, world.a, { role: 'advisor', name: `No Password ${randomUUID()}` })).email,
      password: PASSWORD,
    })],
    ['a form that is none', () => ({ email: { contains: '@' }, password: PASSWORD })],
    ['nothing', () => ({ email: undefined, password: undefined })],
    ['a null byte in the address', (email) => ({ email: `${email}\u0000`, password: PASSWORD })],
    ['half a character in the address', (email) => ({ email: `${email}\ud83d`, password: PASSWORD })],
    ['a null byte in the password', (email) => ({ email, password: `${PASSWORD}\u0000` })],
    ['an address that is too long', () => ({ email: `${'x'.repeat(300)}@example.test`, password: PASSWORD })],
    ['a wildcard for an address', () => ({ email: '%', password: PASSWORD })],
  ])('answers nothing to %s', async (_, of) => {
    const known = await somebody(world)
    expect(await signIn(request(), await of(known.email))).toBeNull()
    // the control: the same door does open
    expect(await enter(known.email)).not.toBeNull()
  })

  it('that fails leaves an event without the address or the password', async () => {
    const from = request()
    await signIn(from, { email: 'Somebody.Else@example.test', password: 'their password' })
    const { rows } = await world.sql.query(
      'SELECT kind, actor_id, area_id, detail::text FROM audit_event WHERE request_id = $1', [from.requestId],
    )
    expect(rows).toMatchObject([{ kind: 'session.failed', actor_id: null, area_id: null }])
    expect(rows[0].detail).not.toMatch(/somebody|example|their password/i)
    const { rows: kept } = await world.sql.query('SELECT account_key FROM sign_in_failure')
    expect(JSON.stringify(kept)).not.toMatch(/somebody|example/i)
  })
})

describe('the throttle', () => {
  it('after five failures on an account refuses even the right password, wherever it comes from, until the window has passed', async () => {
    const { email } = await somebody(world)
    for (let at = 0; at < 4; at++) expect(await enter(email, 'wrong', `198.51.100.${at}`)).toBeNull()
    // four are allowed: a success between them neither counts nor clears
    expect(await enter(email)).not.toBeNull()
    expect(await enter(email, 'wrong')).toBeNull()
    expect(await enter(email)).toBeNull()
    expect(await enter(email.toUpperCase(), PASSWORD, '198.51.100.99')).toBeNull()
    // another account is none the worse for it
    expect(await enter((await somebody(world)).email)).not.toBeNull()
    later(14, 59)
    expect(await enter(email)).toBeNull()
    // that try counted too: the window runs from the last five
    later(40)
    expect(await enter(email)).not.toBeNull()
  })

  it('after thirty failures from an address refuses every account from there, and nobody from elsewhere', async () => {
    const { email } = await somebody(world)
    await world.sql.query(
      `INSERT INTO sign_in_failure (account_key, address, at) SELECT 'key ' || n, '203.0.113.77', $1 FROM generate_series(1, 29) n`,
      [new Date(START)],
    )
    expect(await enter(email, PASSWORD, '203.0.113.77')).not.toBeNull()
    expect(await enter('nobody@example.test', 'wrong', '203.0.113.77')).toBeNull()
    expect(await enter(email, PASSWORD, '203.0.113.77')).toBeNull()
    expect(await enter(email, PASSWORD, '203.0.113.78')).not.toBeNull()
    later(16)
    expect(await enter(email, PASSWORD, '203.0.113.77')).not.toBeNull()
  })

  it('says in the log that it was the throttle', async () => {
    const { email } = await somebody(world)
    for (let at = 0; at < 5; at++) await enter(email, 'wrong')
    const from = request()
    await signIn(from, { email, password: PASSWORD })
    const { rows } = await world.sql.query(
      `SELECT detail->'terms'->>'throttled' AS throttled FROM audit_event WHERE request_id = $1`, [from.requestId],
    )
    expect(rows).toEqual([{ throttled: 'true' }])
  })
})
