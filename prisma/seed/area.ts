import { systemActor, type Actor } from '../../lib/access/actor'
import type { Request } from '../../lib/access/operation'
import { client, transaction } from '../../lib/database/client'

// The one place of the seeds that reaches the database beside the door: an area has to be there before
// anybody, the system too, can ask for anything in it.

/** Where the seeds come from, for the audit log. */
export const SEEDING: Request = { address: 'seed', requestId: 'seed', sameOrigin: true }

/** The system in that area, which is made where it is not there yet. */
export async function openArea(code: string, name: string): Promise<Actor> {
  const known = await systemActor(code)
  if (known) return known
  await transaction(null, (tx) => tx.$queryRaw`SELECT create_area(${code}, ${name})`)
  const made = await systemActor(code)
  if (!made) throw new Error(`The area ${name} was made and is not there`)
  return made
}

export type Standing = { readonly agencies: number; readonly people: number; readonly children: number; readonly contacts: number }

/** How much there is of what the seeds make. Counts alone, so that a run that does nothing leaves no event. */
export async function standingOf({ assignmentId }: Actor): Promise<Standing> {
  const [row] = await transaction(
    assignmentId,
    (tx) => tx.$queryRaw<Standing[]>`
      SELECT (SELECT count(*) FROM agency)::int AS agencies,
        (SELECT count(*) FROM role_assignment WHERE role <> 'system')::int AS people,
        (SELECT count(*) FROM child)::int AS children, (SELECT count(*) FROM contact)::int AS contacts`,
  )
  if (!row) throw new Error('nothing could be counted')
  return row
}

/** Lets the connections go, so that the process can end. */
export async function closeConnections(): Promise<void> {
  await client().$disconnect()
}
