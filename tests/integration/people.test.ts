import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOfSession, systemActor, type Actor } from '../../lib/access/actor'
import { listOwnRoles } from '../../lib/access/session'
import { signIn } from '../../lib/access/sign-in'
import { addAgency, setUpArea } from '../../lib/areas/commands'
import { listAgencies } from '../../lib/areas/queries'
import { now } from '../../lib/clock'
import { logContact } from '../../lib/contacts/commands'
import { listOwnAgencyContacts } from '../../lib/contacts/queries'
import { transaction } from '../../lib/database/client'
import { addPerson, restoreRole, revokeRole } from '../../lib/people/commands'
import { changePassword } from '../../lib/people/password'
import { listPeople } from '../../lib/people/queries'
import { contactForm } from '../support/inputs'
import { makePerson, makeWorld, request, type World } from '../support/world'

/** Who works here, since when, and with which password: an administrator's work. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

type Form = Parameters<typeof addPerson.run>[2]
const form = (over: Partial<Form> = {}): Form => ({
  name: 'Nova Comer', email: `${randomUUID()}@example.test`, role: 'advisor', agencyId: world.a.agencies.council,
  ...over,
})
const add = (over: Partial<Form> = {}, who: Actor = world.as.admin) => addPerson.run(who, request(), form(over))
const enter = async (email: string, password: string) => {
  const id = await signIn(request(), { email, password })
  return id ? actorOfSession(id, now()) : null
}
const change = (actor: Actor | null, current: string, next: string) => changePassword.run(actor, request(), { current, next })

describe('somebody new', () => {
  it('signs in with the password that was made for them, and is asked for one of their own', async () => {
    const email = `${randomUUID()}@Example.test`
    const { password } = await add({ email })
    expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/)
    const actor = await enter(email, password ?? '')
    expect(actor).toMatchObject({
      name: 'Nova Comer', email: email.toLowerCase(), role: 'advisor', areaCode: 'TST',
      agencyName: 'Testford Council', temporaryPassword: true,
    })
    await change(actor, password ?? '', 'four words of their own')
    expect(await enter(email, password ?? '')).toBeNull()
    expect(await enter(email, 'four words of their own')).toMatchObject({ temporaryPassword: false })
  })

  it('stands in the list of people, and no password stands anywhere', async () => {
    const email = `${randomUUID()}@example.test`
    const from = request()
    const { password } = await addPerson.run(world.as.admin, from, form({ email, name: 'Listed Person' }))
    const people = await listPeople.run(world.as.admin, request(), {})
    expect(people.find((person) => person.email === email)).toMatchObject({
      name: 'Listed Person', role: 'advisor', agency: 'Testford Council', revoked: false, own: false,
    })
    const kept = await world.sql.query(
      'SELECT detail::text AS detail FROM audit_event UNION ALL SELECT password_hash FROM credential',
    )
    expect(kept.rows.filter((row) => row.detail?.includes(password ?? 'none'))).toEqual([])
    expect(kept.rows.map((row) => row.detail).filter((detail) => detail?.startsWith('$argon2id$')).length).toBeGreaterThan(0)
  })

  it('twice at once is one account', async () => {
    const email = `${randomUUID()}@example.test`
    await Promise.allSettled([add({ email }), add({ email })])
    expect((await world.sql.query('SELECT count(*)::int AS n FROM user_account WHERE email = $1', [email])).rows).toEqual(
      [{ n: 1 }],
    )
  })
})

describe('somebody of another area', () => {
  it('keeps the password they have, and works in both', async () => {
    const email = `${randomUUID()}@example.test`
    const bAdmin = await makePerson(world.sql, world.b, { role: 'admin', name: 'Ben Admin' })
    const { password } = await add({ email, role: 'police', agencyId: world.b.agencies.police }, bAdmin)
    expect(await add({ email, role: 'police', agencyId: world.a.agencies.police, name: 'Another Name' })).toEqual(
      { password: null },
    )
    const actor = await enter(email, password ?? '')
    expect(actor).toMatchObject({ name: 'Nova Comer', roles: 2 })
    expect((await listOwnRoles.run(actor, request(), {})).map((role) => role.area).sort()).toEqual(['Otherby', 'Testford'])
  })
})

describe('an administrator', () => {
  it('gives nobody a role that they hold, an agency of elsewhere, or the system’s role', async () => {
    const held = { email: world.as.advisor.email, role: 'advisor' as const }
    await expect(add(held)).rejects.toMatchObject({ kind: 'invalid', fields: { role: 'This person holds this role already' } })
    await expect(add({ agencyId: world.b.agencies.council })).rejects.toMatchObject({
      kind: 'invalid', fields: { agencyId: 'Choose an agency of this area' },
    })
    await expect(add({ role: 'system' as never })).rejects.toMatchObject({ kind: 'invalid', fields: { role: 'Choose a role' } })
    await expect(add({ email: 'system' })).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('gives themselves no role that opens case content', async () => {
    const before = (await world.sql.query('SELECT count(*)::int AS n FROM role_assignment WHERE user_id = $1', [world.as.admin.userId])).rows
    await add({ email: world.as.admin.email, role: 'safeguarding_lead' }).catch(() => undefined)
    expect((await world.sql.query('SELECT count(*)::int AS n FROM role_assignment WHERE user_id = $1', [world.as.admin.userId])).rows).toEqual(
      before,
    )
  })

  it('is told where somebody has left: a role would be of no use to them', async () => {
    const gone = await makePerson(world.sql, world.a, { role: 'licensing', name: 'Gone Away', deactivated: '2026-01-01' })
    await expect(add({ email: gone.email })).rejects.toMatchObject({ kind: expect.stringMatching(/^(invalid|conflict)$/) })
  })

  it('takes a role away and gives it back; its session is dead in between', async () => {
    const email = `${randomUUID()}@example.test`
    const { password } = await add({ email })
    const id = await signIn(request(), { email, password })
    const { assignmentId } = (await actorOfSession(id ?? '', now())) ?? { assignmentId: '' }
    await revokeRole.run(world.as.admin, request(), { assignmentId })
    expect(await actorOfSession(id ?? '', now())).toBeNull()
    await expect(revokeRole.run(world.as.admin, request(), { assignmentId })).rejects.toMatchObject({ kind: 'conflict' })
    await restoreRole.run(world.as.admin, request(), { assignmentId })
    await expect(restoreRole.run(world.as.admin, request(), { assignmentId })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await enter(email, password ?? '')).toMatchObject({ assignmentId })
  })

  it('does not take their own role away', async () => {
    await expect(revokeRole.run(world.as.admin, request(), { assignmentId: world.as.admin.assignmentId })).rejects.toMatchObject(
      { kind: 'conflict' },
    )
  })

  it('adds an agency, whose people then see what it told', async () => {
    const { id } = await addAgency.run(world.as.admin, request(), { name: 'St Chad’s Academy', kind: 'education' })
    await expect(addAgency.run(world.as.admin, request(), { name: 'ST CHAD’S academy', kind: 'health' })).rejects.toMatchObject(
      { kind: 'invalid' },
    )
    expect(await listAgencies.run(world.as.advisor, request(), {})).toContain('St Chad’s Academy')
    const email = `${randomUUID()}@example.test`
    const { password } = await add({ email, role: 'partner', agencyId: id })
    const told = await logContact.run(world.as.advisor, request(), contactForm({ referrerOrganisation: 'St Chad’s Academy' }))
    const { items } = await listOwnAgencyContacts.run(await enter(email, password ?? ''), request(), {})
    expect(items.map((item) => item.id)).toEqual([told.id])
  })
})

describe('one’s own password', () => {
  it('is changed by who knows the one before, to another that is long enough', async () => {
    const email = `${randomUUID()}@example.test`
    const { password } = await add({ email })
    const actor = await enter(email, password ?? '')
    await expect(change(actor, 'not that one', 'four words of their own')).rejects.toMatchObject({
      kind: 'invalid', fields: { current: expect.any(String) },
    })
    await expect(change(actor, password ?? '', password ?? '')).rejects.toMatchObject({
      kind: 'invalid', fields: { next: expect.any(String) },
    })
    await expect(change(actor, password ?? '', 'too short')).rejects.toMatchObject({
      kind: 'invalid', fields: { next: expect.any(String) },
    })
    await expect(change(actor, password ?? '', 'x'.repeat(201))).rejects.toMatchObject({ kind: 'invalid' })
    expect(await enter(email, password ?? '')).not.toBeNull()
  })

  it('and its change leave no trace of either in the log', async () => {
    const email = `${randomUUID()}@example.test`
    const { password } = await add({ email })
    const actor = await enter(email, password ?? '')
    const from = request()
    await changePassword.run(actor, from, { current: password ?? '', next: 'a kestrel over a canary' })
    const { rows } = await world.sql.query(
      'SELECT kind, record_id, detail FROM audit_event WHERE request_id = $1', [from.requestId],
    )
    expect(rows).toEqual([{ kind: 'password.changed', record_id: actor?.userId, detail: null }])
  })
})

describe('a new area', () => {
  it('is set up once, with a council, its teams, and a first administrator who adds the rest', async () => {
    await transaction(null, (tx) => tx.$queryRaw`SELECT create_area('NEW', 'Newtown')::text`)
    const system = await systemActor('NEW')
    const { agencyId } = await setUpArea.run(system, request(), {})
    await expect(setUpArea.run(system, request(), {})).rejects.toMatchObject({ kind: 'conflict' })
    const email = `${randomUUID()}@example.test`
    const { password } = await addPerson.run(system, request(), { name: 'First Admin', email, role: 'admin', agencyId })
    const admin = await enter(email, password ?? '')
    await change(admin, password ?? '', 'four words of their own')
    await addPerson.run(admin, request(), form({ role: 'advisor', agencyId }))
    expect((await listPeople.run(admin, request(), {})).map((person) => person.role).sort()).toEqual(['admin', 'advisor'])
    const { rows } = await world.sql.query('SELECT kind FROM team WHERE area_id = $1 ORDER BY kind', [system?.areaId])
    expect(rows.map((row) => row.kind).sort()).toEqual(['cate', 'emergency_duty', 'front_door', 'safeguarding'])
  })
})
