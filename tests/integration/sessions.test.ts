import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { IDLE_MINUTES, type Actor } from '../../lib/access/actor'
import { endSession, keepSession, listOwnRoles, switchRole } from '../../lib/access/session'
import { readContact } from '../../lib/contacts/queries'
import { revokeRole } from '../../lib/people/commands'
import { makeCase, makeChild, makeContact } from '../support/records'
import { enter, givePassword, later, opened, somebody } from '../support/sign-in'
import { makeWorld, request, type World } from '../support/world'

/** Staying in: for how long, under which role, and until when. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(async () => {
  later(0)
  await world.sql.query('DELETE FROM sign_in_failure')
})
afterAll(() => world.close())

describe('a session', () => {
  it('lives at 14:59 of idleness and is dead at 15:01', async () => {
    expect(IDLE_MINUTES).toBe(15)
    const [patient, late] = [await enter((await somebody(world)).email), await enter((await somebody(world)).email)]
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
    const id = await enter((await somebody(world)).email)
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
    const person = await somebody(world)
    const [desk, laptop] = [await enter(person.email), await enter(person.email)]
    const actor = await opened(desk)
    await endSession.run(actor, request(), {})
    expect(await opened(desk)).toBeNull()
    expect(await opened(laptop)).not.toBeNull()
  })

  it('dies at the next request when its role is taken away, and with it what a stale actor could still ask', async () => {
    const person = await somebody(world)
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
    const person = await somebody(world)
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
    await givePassword(world, police)
    const [here, there] = [await makeChild(world, world.a), await makeChild(world, world.b)]
    await makeCase(world, { child: here, holder: world.as.practitioner })
    await makeCase(world, { area: world.b, child: there, holder: world.as.advisorInB })
    const contacts = [await makeContact(world, { child: here }), await makeContact(world, { area: world.b, child: there })]
    const id = await enter(police.email)
    const first = await opened(id)
    expect(first?.roles).toBe(2)
    const options = await listOwnRoles.run(first, request(), {})
    expect(options.map((option) => [option.area, option.role]).sort()).toEqual([['Otherby', 'police'], ['Testford', 'police']])
    const reads = async (actor: Actor | null) => Promise.all(contacts.map(
      (contactId) => readContact.run(actor, request(), { contactId }).then(() => true, () => false),
    ))
    const sight = { [police.areaId]: [true, false], [policeInB.areaId]: [false, true] }
    expect(await reads(first)).toEqual(sight[first?.areaId ?? ''])
    const target = first?.areaId === police.areaId ? policeInB : police
    await switchRole.run(first, request(), { assignmentId: target.assignmentId })
    const second = await opened(id)
    expect(second).toMatchObject({
      userId: police.userId, areaId: target.areaId, assignmentId: target.assignmentId, sessionId: id,
    })
    expect(await reads(second)).toEqual(sight[target.areaId])
    // the next sign-in begins where the last one worked
    later(1)
    await opened(id)
    expect(await opened(await enter(police.email))).toMatchObject({ areaId: target.areaId })
  })

  it('cannot switch somebody else’s session, nor one that has ended', async () => {
    const victim = await somebody(world)
    const session = await enter(victim.email)
    const two = await somebody(world)
    const own = (await world.sql.query('SELECT $1::uuid AS id', [two.assignmentId])).rows[0].id
    await expect(switchRole.run({ ...two, sessionId: session }, request(), { assignmentId: own })).rejects.toMatchObject(
      { kind: 'not_found' },
    )
    expect(await opened(session)).toMatchObject({ userId: victim.userId })
    const actor = await opened(await enter(two.email))
    await endSession.run(actor, request(), {})
    await expect(switchRole.run(actor, request(), { assignmentId: own })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('cannot end somebody else’s session', async () => {
    const victim = await somebody(world)
    const session = await enter(victim.email)
    await endSession.run({ ...world.as.advisor, sessionId: session }, request(), {}).catch(() => undefined)
    expect(await opened(session)).toMatchObject({ userId: victim.userId })
  })
})
