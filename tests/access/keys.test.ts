import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestOf } from '../../lib/access/request'
import { operations } from '../../lib/operations'
import { makeWorld, request, type World } from '../support/world'
import { attempt, OPERATION_NAMES, sample } from './samples'

/** Who may come to the door at all, before it is asked what their role may do. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

/** A fingerprint of everything but the audit log. */
async function everything(): Promise<string> {
  const { rows } = await world.sql.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_prisma%' AND tablename NOT LIKE 'audit%'`,
  )
  const prints: string[] = []
  for (const { name } of rows) {
    const found = await world.sql.query<{ print: string }>(
      `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS print FROM ${name} t`,
    )
    prints.push(`${name} ${found.rows[0]?.print}`)
  }
  return prints.join('\n')
}

const events = async (requestId: string) =>
  (await world.sql.query(`SELECT kind, outcome, actor_id, detail->'terms'->>'why' AS why FROM audit_event WHERE request_id = $1`, [requestId])).rows

const CHANGES = OPERATION_NAMES.filter((name) => operations.get(name)?.effect === 'change')

describe.each(OPERATION_NAMES)('%s', (name) => {
  it('tells somebody who is not signed in to sign in, and does nothing', async () => {
    const { input } = await sample(world, name)
    const before = await everything()
    const from = request()
    expect(await attempt(name, null, input, from)).toMatchObject({ kind: 'not_signed_in' })
    expect(await everything()).toBe(before)
    expect(await events(from.requestId)).toEqual([])
  })

  it('gives nothing to an actor that claims a role which its assignment does not have', async () => {
    const { actor, input } = await sample(world, name)
    const before = await everything()
    const forged = { ...actor, assignmentId: world.as.licensing.assignmentId, sessionId: actor.sessionId }
    // the licensing officer's own assignment is the one that the database knows; the rest is a lie
    const answer = await attempt(
      name,
      actor.userId === world.as.licensing.userId ? { ...forged, assignmentId: world.as.analyst.assignmentId } : forged,
      input,
    )
    expect(answer.kind).not.toBe('done')
    expect(await everything()).toBe(before)
  })
})

describe('a request that did not come from a page of Waymark', () => {
  it('is known by its operations', () => expect(CHANGES.length).toBeGreaterThan(10))

  it.each(CHANGES)('%s is refused, changes nothing and is written down', async (name) => {
    const { actor, input } = await sample(world, name)
    const before = await everything()
    const from = request({ sameOrigin: false })
    const answer = await attempt(name, actor, input, from)
    expect(answer).toMatchObject({ kind: 'refused' })
    expect(await everything()).toBe(before)
    expect(await events(from.requestId)).toEqual([
      { kind: 'access.refused', outcome: 'refused', actor_id: actor.userId, why: 'origin' },
    ])
    // the control: the very same, sent from a page of ours, goes through
    expect(await attempt(name, actor, input)).toMatchObject({ kind: 'done' })
  })

  it.each([
    ['the same host', { origin: 'http://waymark.test', host: 'waymark.test' }, true],
    ['the same host and port', { origin: 'http://localhost:3999', host: 'localhost:3999' }, true],
    ['another port', { origin: 'http://localhost:4000', host: 'localhost:3999' }, false],
    ['another site', { origin: 'https://evil.test', host: 'waymark.test' }, false],
    ['a site whose name begins with ours', { origin: 'https://waymark.test.evil.test', host: 'waymark.test' }, false],
    ['a site whose name ends with ours', { origin: 'https://evilwaymark.test', host: 'waymark.test' }, false],
    ['no origin', { host: 'waymark.test' }, false],
    ['a null origin', { origin: 'null', host: 'waymark.test' }, false],
    ['an empty origin', { origin: '', host: 'waymark.test' }, false],
    ['an origin that is no address', { origin: 'waymark.test', host: 'waymark.test' }, false],
    ['no host', { origin: 'http://waymark.test' }, false],
    ['ours with a name and password before it', { origin: 'http://waymark.test@evil.test', host: 'waymark.test' }, false],
  ])('is told by its headers: %s', (_, headers, same) => {
    expect(requestOf(new Headers(headers as Record<string, string>)).sameOrigin).toBe(same)
  })
})
