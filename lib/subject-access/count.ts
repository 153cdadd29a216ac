import type { Asking } from '../access/operation'
import { isoDate } from '../dates'
import { londonDay } from '../pathway/london'

/** Open requests to see a record: how many, how many are late, how many wait for a second reading, and the day the next is due. */
export type OpenAccess = { open: number; late: number; second: number; nextDue: string }

/** For today's work of those who may see them; null where none is open. */
export async function countOpenAccess({ tx, actor, now }: Asking): Promise<OpenAccess | null> {
  const rows = await tx.subjectAccessRequest.findMany({ where: { areaId: actor.areaId, endedAt: null }, orderBy: { dueOn: 'asc' }, select: { dueOn: true, state: true } })
  const [first] = rows
  if (!first) return null
  const today = londonDay(now)
  return { open: rows.length, late: rows.filter(({ dueOn }) => isoDate(dueOn) < today).length, second: rows.filter(({ state }) => state === 'second_reading').length, nextDue: isoDate(first.dueOn) }
}
