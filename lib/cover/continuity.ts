import { Invalid } from '../access/errors'
import type { Asking } from '../access/operation'
import { continuityMissing, type Continuity } from '../pathway/cover'

/** Throws Invalid where something of it is not answered. */
export function askContinuity(given: Continuity): void {
  const missing = continuityMissing(given)
  if (missing.length) throw new Invalid(Object.fromEntries(missing.map(({ id, message }) => [`continuity.${id}`, message])))
}

/** Keeps what the young person is told and thinks of an allocation or a cover of her case. */
export async function keepContinuity({ tx, actor, now }: Asking, one: { id: string; childId: string }, change: { allocationId: string } | { coverId: string }, said: Continuity): Promise<void> {
  await tx.caseContinuity.create({ data: { areaId: actor.areaId, caseId: one.id, childId: one.childId, ...change, ...said, byId: actor.userId, at: now } })
}
