import type { Asking } from '../access/operation'
import { raiseAlert } from '../alerts/raise'

type Standing = { id: string; caseId: string; childId: string; coverId: string; holderId: string; begunAt: Date | null }

/** Ends a cover: whoever covered sees the case no more. Both are told. */
export async function endCoverOf(asking: Asking, cover: Standing, why: string): Promise<void> {
  const { tx, actor, now } = asking
  const { count } = await tx.caseCover.updateMany({ where: { areaId: actor.areaId, id: cover.id, endedAt: null }, data: { endedAt: now, endWhy: why } })
  if (!count) return
  const told = { kind: 'cover_ended', childId: cover.childId } as const
  const handBack = cover.begunAt ? ' Tell each other what happened and what the young person was told.' : ''
  // whoever covered sees the case no more, and is led to their own caseload
  await raiseAlert(asking, { ...told, key: `cover ended ${cover.id} cover`, owner: { userId: cover.coverId }, record: { type: 'cover', id: cover.id }, childId: null, why: `A case that you ${cover.begunAt ? 'covered' : 'were to cover'} is with its practitioner again.${handBack}` })
  await raiseAlert(asking, { ...told, key: `cover ended ${cover.id} holder`, owner: { userId: cover.holderId }, record: { type: 'case', id: cover.caseId }, why: `The cover of a case of yours has ended.${handBack}` })
}

/** Ends what stands or is to come of a case that changes hands or closes. */
export async function endCoversOfCase(asking: Asking, caseId: string, why: string): Promise<void> {
  const covers = await asking.tx.caseCover.findMany({ where: { areaId: asking.actor.areaId, caseId, endedAt: null } })
  for (const cover of covers) await endCoverOf(asking, cover, why)
}
