import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOfSession, type Actor } from '../../lib/access/actor'
import { now } from '../../lib/clock'
import { signedIn } from '../support/records'
import { makePerson, makeWorld, type NewPerson, type PersonName, type World } from '../support/world'
import { allowedSample, attempt, OPERATION_NAMES } from './samples'

/** A role that is no longer, or not yet, one: the actor object is stale and the database knows better. */
const MEMBERSHIPS: Readonly<Record<string, Partial<NewPerson>>> = {
  'taken away': { revoked: '2026-01-01' },
  'ended by itself': { until: '2021-01-01' },
  'not begun yet': { from: '2100-01-01' },
  'of somebody who has left': { deactivated: '2026-01-01' },
}

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

/** Somebody like the person of the world, under such a role. */
async function somebodyLike(person: PersonName, how: string): Promise<Actor> {
  const like = world.as[person]
  const area = like.areaId === world.a.id ? world.a : world.b
  const agency = Object.entries(area.agencies).find(([, id]) => id === like.agencyId)?.[0] as NewPerson['agency']
  return makePerson(world.sql, area, { role: like.role, agency, name: `${like.name} ${how}`, ...MEMBERSHIPS[how] })
}

async function stateOf(actor: Actor): Promise<unknown> {
  const { rows } = await world.sql.query(
    `SELECT (SELECT count(*)::int FROM contact) AS contacts, (SELECT sum(version)::int FROM contact) AS contact_versions,
       (SELECT count(*)::int FROM child) AS children, (SELECT sum(version)::int FROM child) AS child_versions,
       (SELECT sum(version)::int FROM referral) AS referrals, (SELECT sum(version)::int FROM cate_case) AS cases, (SELECT count(*)::int FROM draft) AS drafts,
       (SELECT count(*)::int FROM role_assignment WHERE revoked_at IS NULL) AS roles,
       (SELECT string_agg(assignment_id::text || coalesce(ended_at::text, ''), ',' ORDER BY id) FROM session) AS sessions,
       (SELECT count(*)::int FROM audit_event WHERE actor_id = $1) AS events`,
    [actor.userId],
  )
  return rows[0]
}

describe.each(Object.keys(MEMBERSHIPS))('a role %s', (how) => {
  it('opens no session', async () => {
    const actor = await somebodyLike('advisor', how)
    const { sessionId } = await signedIn(world, actor)
    expect(await actorOfSession(sessionId as string, now())).toBeNull()
  })

  it.each(OPERATION_NAMES)('gives and changes nothing by a stale actor: %s', async (name) => {
    const { person, maker } = allowedSample(name)
    const stranger = await somebodyLike(person, how)
    const actor = name.startsWith('session.') ? await signedIn(world, stranger) : stranger
    const cell = await maker(world, world.as[person])
    const before = await stateOf(actor)
    const answer = await attempt(name, actor, cell.input)
    // no event can be written in that name, and without one nothing is served; a few are stopped sooner, at their
    // first row or because what the form names is not there for them
    expect(['not_recorded', 'unavailable', 'invalid']).toContain(answer.kind)
    expect(await stateOf(actor)).toEqual(before)
  })
})

describe('the same people under a role that holds', () => {
  it.each(OPERATION_NAMES)('are served: %s', async (name) => {
    const { person, maker } = allowedSample(name)
    const asking = name.startsWith('session.') ? await signedIn(world, world.as[person]) : world.as[person]
    const { input, as } = await maker(world, asking)
    expect((await attempt(name, as ?? asking, input)).kind).toBe('done')
  })

  it('open a session', async () => {
    const { sessionId, userId } = await signedIn(world, world.as.advisor)
    expect(await actorOfSession(sessionId as string, now())).toMatchObject({ userId, role: 'advisor', areaCode: 'TST' })
  })
})
