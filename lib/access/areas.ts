import { client, transaction } from '../database/client'
import { systemActor, type Actor } from './actor'

/**
 * The system itself in the area of that code, which is made where it is not there yet. An area has to be there
 * before anybody, the system too, can ask for anything in it; what is done next is an operation like any other.
 */
export async function openArea(code: string, name: string): Promise<Actor> {
  const known = await systemActor(code)
  if (known) return known
  await transaction(null, (tx) => tx.$queryRaw`SELECT create_area(${code}, ${name})`)
  const made = await systemActor(code)
  if (!made) throw new Error(`The area ${name} was made and is not there`)
  return made
}

/** The codes of every area, for jobs, which run in each of them. */
export async function areaCodes(): Promise<string[]> {
  const rows = await client().$queryRaw<{ code: string }[]>`SELECT code FROM system_areas()`
  return rows.map(({ code }) => code)
}

/** Lets the connections go, so that a script can end. */
export async function closeConnections(): Promise<void> {
  await client().$disconnect()
}
