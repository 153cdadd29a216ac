import { client } from '../database/client'
import { DEFAULT_SETTINGS, type AreaSettings } from '../pathway/settings'
import type { Role } from './roles'

/** Who is asking: one person, under one of their roles, in one area, for one agency. */
export type Actor = {
  userId: string
  name: string
  email: string
  role: Role
  assignmentId: string
  areaId: string
  areaCode: string
  areaName: string
  settings: AreaSettings
  agencyId: string | null
  agencyName: string | null
  teamId: string | null
  /** Empty for the system itself. */
  sessionId: string | null
  /** When the session ends whatever happens, as an instant in milliseconds; 0 for the system. */
  expiresAt: number
  /** How many roles the person may switch between. */
  roles: number
  /** Their password was given to them: they are asked for one of their own first. */
  temporaryPassword: boolean
  /** What the database showed as this was looked up, for pages that follow what changes since: see lib/access/live. Empty for the system. */
  snapshot: string
}

/** Minutes without a request after which a session is dead. */
export const IDLE_MINUTES = 15

type SessionRow = {
  user_id: string
  name: string
  email: string
  assignment_id: string
  role: Role
  area_id: string
  area_code: string
  area_name: string
  settings: Partial<AreaSettings>
  agency_id: string | null
  agency_name: string | null
  team_id: string | null
  expires_at: Date
  assignments: bigint
  temporary: boolean
  snapshot: string
}

/** The settings of an area: its own where it has them, the defaults elsewhere. */
export function withDefaults(own: Partial<AreaSettings>): AreaSettings {
  return { ...DEFAULT_SETTINGS, ...own, labels: { ...DEFAULT_SETTINGS.labels, ...own.labels } }
}

/**
 * The actor of a session, which is thereby seen and kept from idling, unless `touch` is false: what a page does by
 * itself does not count as somebody being there. Null where it has ended in any way.
 */
export async function actorOfSession(sessionId: string, at: Date, { touch = true } = {}): Promise<Actor | null> {
  const [row] = touch
    ? await client().$queryRaw<SessionRow[]>`SELECT *, pg_current_snapshot()::text AS snapshot FROM session_open(${sessionId}::uuid, ${at}::timestamptz, make_interval(mins => ${IDLE_MINUTES}::int))`
    : await client().$queryRaw<SessionRow[]>`SELECT *, pg_current_snapshot()::text AS snapshot FROM session_look(${sessionId}::uuid, ${at}::timestamptz, make_interval(mins => ${IDLE_MINUTES}::int))`
  if (!row) return null
  return {
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role,
    assignmentId: row.assignment_id,
    areaId: row.area_id,
    areaCode: row.area_code,
    areaName: row.area_name,
    settings: withDefaults(row.settings),
    agencyId: row.agency_id,
    agencyName: row.agency_name,
    teamId: row.team_id,
    sessionId,
    expiresAt: row.expires_at.getTime(),
    roles: Number(row.assignments),
    temporaryPassword: row.temporary,
    snapshot: row.snapshot,
  }
}

type SystemRow = { assignment_id: string; user_id: string; area_id: string; area_name: string; settings: Partial<AreaSettings> }

/** The system itself in the area of that code, for jobs and seeds; null where there is no such area. */
export async function systemActor(areaCode: string): Promise<Actor | null> {
  const [row] = await client().$queryRaw<SystemRow[]>`SELECT * FROM system_assignment(${areaCode})`
  if (!row) return null
  return {
    userId: row.user_id,
    name: 'Waymark',
    email: 'system',
    role: 'system',
    assignmentId: row.assignment_id,
    areaId: row.area_id,
    areaCode,
    areaName: row.area_name,
    settings: withDefaults(row.settings),
    agencyId: null,
    agencyName: null,
    teamId: null,
    sessionId: null,
    expiresAt: 0,
    roles: 1,
    temporaryPassword: false,
    snapshot: '',
  }
}
