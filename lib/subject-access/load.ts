import { Conflict, NotFound } from '../access/errors'
import type { Asking, Tx } from '../access/operation'
import type { SubjectAccessRequest } from '../database/models'
import { mayMoveAccess, ACCESS_STATE_LABELS, type AccessState } from '../pathway/subject-access'

/** Throws Conflict for whoever declared a conflict of interest in a case of the young person: the copy is kept from them too. */
export async function refuseInterest(tx: Tx, requestId: string): Promise<void> {
  const [own] = await tx.$queryRaw<{ declared: boolean }[]>`SELECT EXISTS (SELECT FROM app_conflicted_requests() AS r WHERE r = ${requestId}::uuid) AS declared`
  if (own?.declared) throw new Conflict('You declared a conflict of interest in a case of this young person. Another safeguarding lead prepares this request.')
}

/** A request, held until the transaction ends: one at a time decides, reads or moves it. Throws NotFound, Conflict as `refuseInterest` does. */
export async function holdRequest(tx: Tx, areaId: string, requestId: string): Promise<SubjectAccessRequest> {
  await tx.$queryRaw`SELECT hold_access_request(${requestId}::uuid)::text`
  const request = await tx.subjectAccessRequest.findUnique({ where: { areaId_id: { areaId, id: requestId } } })
  if (!request) throw new NotFound()
  await refuseInterest(tx, requestId)
  return request
}

/** The passages of a request without their texts, each with its latest decision and what the second person said of that; null where there is none yet. */
export async function decisionsOf(tx: Tx, areaId: string, requestId: string) {
  const passages = await tx.subjectAccessPassage.findMany({
    where: { areaId, requestId },
    // a whole record, which a list of its passages does not need
    omit: { text: true },
    orderBy: { number: 'asc' },
    include: { decisions: { orderBy: { number: 'desc' }, take: 1, include: { by: { select: { name: true } }, reading: { include: { by: { select: { name: true } } } } } } },
  })
  return passages.map(({ decisions, ...passage }) => ({ ...passage, decision: decisions[0] ?? null }))
}

/** Which side of a request somebody is on: who decided anything in it, or read anything second. */
export async function sideOf(tx: Tx, areaId: string, requestId: string, userId: string): Promise<'decides' | 'reads' | null> {
  const where = { areaId, requestId, byId: userId }
  if (await tx.subjectAccessDecision.findFirst({ where, select: { id: true } })) return 'decides'
  return (await tx.subjectAccessReading.findFirst({ where, select: { id: true } })) ? 'reads' : null
}

/** Moves a request on and writes the step down. Throws Conflict where it may not go there, or was changed meanwhile. */
export async function moveRequest({ tx, actor, now }: Asking, request: SubjectAccessRequest, version: number, to: AccessState, words = '') {
  const { areaId, id, state } = request
  if (!mayMoveAccess(state, to)) throw new Conflict(`This request is at “${ACCESS_STATE_LABELS[state]}”, so it cannot go to “${ACCESS_STATE_LABELS[to]}”.`)
  const ended = to === 'handed_over' || to === 'refused' || to === 'withdrawn'
  const { count } = await tx.subjectAccessRequest.updateMany({ where: { areaId, id, version }, data: { state: to, endedAt: ended ? now : null, version: { increment: 1 } } })
  if (!count) throw new Conflict('Somebody else changed this request while you had it open. Nothing of yours was saved: reload the page.')
  await tx.subjectAccessMove.create({ data: { areaId, requestId: id, from: state, to, words, at: now, byId: actor.userId } })
  return { record: { type: 'subject_access' as const, id }, children: [request.childId], before: { state }, after: { state: to } }
}
