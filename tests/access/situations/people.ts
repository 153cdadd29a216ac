import { randomUUID } from 'node:crypto'
import { systemActor } from '../../../lib/access/actor'
import type { Role } from '../../../lib/access/roles'
import { transaction } from '../../../lib/database/client'
import { giveRole } from '../../support/records'
import { makePerson, type AreaName, type World } from '../../support/world'
import { none, type Maker, type Makers } from '../cells'
import { somebody } from './oversight'

const role = (area: AreaName, revoked: boolean): Maker => async (world) => {
  const person = area === 'a' ? world.as.chair : world.as.advisorInB
  return { input: { assignmentId: await giveRole(world, person, { revoked_at: revoked ? '2026-01-01' : null }) } }
}
const roles = (revoked: boolean): Makers => ({
  'of area A': role('a', revoked),
  'of area B': role('b', revoked),
  'of the system': (world) => ({ input: { assignmentId: world.a.system.assignmentId } }),
  'not there': () => ({ input: { assignmentId: randomUUID() } }),
})

const agency = (name: string) => ({ input: { name, kind: 'education' } })

/** The form that gives somebody a role, filled in for somebody new. */
const person = (world: World, over: { email?: string; agencyId?: string; role?: Role } = {}) => ({
  input: {
    name: 'Nova Comer', email: `${randomUUID()}@example.test`, role: 'licensing',
    agencyId: world.a.agencies.council, ...over,
  },
})

let areas = 0
/** An area that was opened and has nothing in it yet, and the system there. */
const newArea: Maker = async () => {
  areas += 1
  const code = `N${String.fromCharCode(65 + (areas % 26), 65 + (Math.floor(areas / 26) % 26))}`
  await transaction(null, (tx) => tx.$queryRaw`SELECT create_area(${code}, ${`Newton ${code}`})::text`)
  const system = await systemActor(code)
  return { input: {}, ...(system ? { as: system } : {}) }
}

export const PEOPLE: Readonly<Record<string, Makers>> = {
  'areas.set-up': {
    // whoever is not the system asks in their own area, and is refused before it matters
    'a new area': (world, actor) => (actor === world.a.system ? newArea(world, actor) : none(world, actor)),
    'an area that is set up': none,
  },
  'areas.add-agency': {
    'a new one': () => agency(`School ${randomUUID()}`),
    'by a name that is taken': (world) => agency(`${world.a.name} HIGH school`),
    'by a name of area B': async (world) => {
      const name = `School ${randomUUID()}`
      await world.sql.query(
        `INSERT INTO agency (area_id, id, name, kind) VALUES ($1, gen_random_uuid(), $2, 'education')`,
        [world.b.id, name],
      )
      return agency(name)
    },
  },
  'people.agencies': {
    'an agency of area A': (world) => ({ input: {}, sees: world.a.agencies.school }),
    'an agency of area B': (world) => ({ input: {}, sees: world.b.agencies.school }),
  },
  'people.list': somebody,
  'people.add': {
    'somebody new': (world) => person(world),
    'somebody of area B': async (world) => person(world, {
      email: (await makePerson(world.sql, world.b, { role: 'police', name: `Both ${randomUUID()}` })).email,
    }),
    'in an agency of area B': (world) => person(world, { agencyId: world.b.agencies.council }),
    'in a role they have': (world) => person(world, { email: world.as.licensing.email }),
    'as the system': (world) => person(world, { role: 'system' }),
    'themselves': (world, actor) => person(world, { email: actor.email, role: 'safeguarding_lead' }),
  },
  'people.revoke-role': roles(false),
  'people.restore-role': roles(true),
}
