import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { systemActor, type Actor } from '../../lib/access/actor'
import type { Request } from '../../lib/access/operation'
import type { Role } from '../../lib/access/roles'
import { client, transaction } from '../../lib/database/client'
import { log } from '../../lib/log'
import { DEFAULT_SETTINGS } from '../../lib/pathway/settings'
import { setClock } from './clock'
import { ownDatabase, type Urls } from './database'
import { insert } from './insert'
import { ANCHOR } from './postgres'

/** Two areas, in the smaller of which an advisor and the same police user work too. */
export type AreaName = 'a' | 'b'

export type TestArea = {
  id: string
  code: string
  name: string
  system: Actor
  agencies: Record<'council' | 'police' | 'school' | 'health', string>
  teams: Record<'front_door' | 'emergency_duty' | 'safeguarding' | 'cate', string>
}

/** Everybody who may ask, one for each role; of practitioners and of partners there are two. */
export const PEOPLE = {
  advisor: ['a', 'advisor', 'council', 'Ada Visor'],
  edt: ['a', 'emergency_duty', 'council', 'Edith Duty'],
  safeguarding: ['a', 'safeguarding_lead', 'council', 'Safia Lead'],
  practitioner: ['a', 'practitioner', 'council', 'Pru First'],
  otherPractitioner: ['a', 'practitioner', 'council', 'Paz Second'],
  cateManager: ['a', 'cate_manager', 'council', 'Cat Emmanuel'],
  chair: ['a', 'panel_chair', 'council', 'Charis Panel'],
  school: ['a', 'partner', 'school', 'Scott School'],
  health: ['a', 'partner', 'health', 'Hela Health'],
  police: ['a', 'police', 'police', 'Paula Force'],
  policeInB: ['b', 'police', 'police', 'Paula Force'],
  licensing: ['a', 'licensing', 'council', 'Lyle Sense'],
  manager: ['a', 'manager', 'council', 'Mona Jerr'],
  auditor: ['a', 'auditor', 'council', 'Audra Terr'],
  analyst: ['a', 'analyst', 'council', 'Anna List'],
  admin: ['a', 'admin', 'council', 'Ad Minn'],
  advisorInB: ['b', 'advisor', 'council', 'Bea Visor'],
} as const satisfies Record<string, readonly [AreaName, Role, keyof TestArea['agencies'], string]>

export type PersonName = keyof typeof PEOPLE | 'system'
export const PERSON_NAMES = [...Object.keys(PEOPLE), 'system'] as PersonName[]

export type World = {
  urls: Urls
  /** The superuser: sees and writes everything, so that what a test sets up does not pass through what it tests. */
  sql: pg.Pool
  a: TestArea
  b: TestArea
  as: Record<PersonName, Actor>
  close: () => Promise<void>
}

/** The system's own account, made by the migration. */
export const SYSTEM_USER = '00000000-0000-7000-8000-000000000001'

/** A request from one of Waymark's own pages, with an id of its own. */
export function request(over: Partial<Request> = {}): Request {
  return { address: '192.0.2.7', requestId: randomUUID(), sameOrigin: true, ...over }
}

/** A migrated database of this test file's own with the two areas and their people, and the clock at ANCHOR. */
export async function makeWorld(): Promise<World> {
  log.level = 'silent'
  setClock(ANCHOR)
  const urls = await ownDatabase('empty')
  const own = new URL(inject('postgres'))
  own.pathname = new URL(urls.app).pathname
  const sql = new pg.Pool({ connectionString: own.toString(), max: 4 })
  const a = await makeArea(sql, 'TST', 'Testford')
  const b = await makeArea(sql, 'OTH', 'Otherby')
  const as: Partial<Record<PersonName, Actor>> = { system: a.system }
  for (const [key, [area, role, agency, name]] of Object.entries(PEOPLE)) {
    as[key as PersonName] = await makePerson(sql, area === 'a' ? a : b, { role, agency, name })
  }
  const close = async () => {
    await sql.end()
    await client().$disconnect()
  }
  return { urls, sql, a, b, as: as as Record<PersonName, Actor>, close }
}

async function makeArea(sql: pg.Pool, code: string, name: string): Promise<TestArea> {
  await transaction(null, (tx) => tx.$queryRaw`SELECT create_area(${code}, ${name})::text`)
  const system = await systemActor(code)
  if (!system) throw new Error('the area was not made')
  const id = system.areaId
  const agencies = { council: randomUUID(), police: randomUUID(), school: randomUUID(), health: randomUUID() }
  const named = {
    council: ['Council', 'council'], police: ['Police', 'police'], school: ['High School', 'education'],
    health: ['Health Trust', 'health'],
  }
  for (const [key, [title, kind]] of Object.entries(named)) {
    await insert(sql, 'agency', { area_id: id, id: agencies[key as keyof typeof agencies], name: `${name} ${title}`, kind })
  }
  const teams = { front_door: randomUUID(), emergency_duty: randomUUID(), safeguarding: randomUUID(), cate: randomUUID() }
  for (const [kind, team] of Object.entries(teams)) {
    await insert(sql, 'team', { area_id: id, id: team, agency_id: agencies.council, name: `${name} ${kind}`, kind })
  }
  return { id, code, name, system, agencies, teams }
}

export type NewPerson = { role: Role; name: string; agency?: keyof TestArea['agencies']; from?: string; until?: string; revoked?: string; deactivated?: string }

/** Somebody with a role since 2020. Whoever has that name already is given the role too. */
export async function makePerson(sql: pg.Pool, area: TestArea, person: NewPerson): Promise<Actor> {
  const { role, name, agency = 'council', from = '2020-01-01', until = null, revoked = null, deactivated = null } = person
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@example.test`
  const known = await sql.query<{ id: string }>('SELECT id FROM user_account WHERE email = $1', [email])
  const userId = known.rows[0]?.id ?? randomUUID()
  if (!known.rowCount) await insert(sql, 'user_account', { id: userId, email, name, deactivated_at: deactivated })
  const assignmentId = randomUUID()
  const agencyId = area.agencies[agency]
  await insert(sql, 'role_assignment', {
    area_id: area.id, id: assignmentId, user_id: userId, role, agency_id: agencyId, starts_at: from, ends_at: until,
    revoked_at: revoked,
  })
  return {
    userId, name, email, role, assignmentId, areaId: area.id, areaCode: area.code, areaName: area.name,
    settings: DEFAULT_SETTINGS,
    agencyId, agencyName: agency, teamId: null, sessionId: null, expiresAt: 0, roles: 1, temporaryPassword: false, snapshot: '',
  }
}
