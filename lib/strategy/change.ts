import { Conflict, Invalid } from '../access/errors'
import { operation } from '../access/operation'
import { meetingDue } from '../pathway/strategy'
import { agenciesThatAnswer } from '../sharing/receivers'
import { plannedTime } from './call'
import { holdPlanned } from './load'
import { callOffSchema, moveSchema } from './schema'
import { tellCalledOff, tellMoved } from './tell'

/**
 * Moves a planned meeting, with why. Every agency that is invited is told, and each move stays on record. A review
 * stays due when it was. Throws NotFound, Invalid for a time far off or the same, Conflict where it is decided, called
 * off or was changed meanwhile.
 */
export const moveMeeting = operation({
  name: 'strategy.move',
  effect: 'change',
  permission: 'strategy:decide',
  input: moveSchema,
  audit: ['strategy.moved'],
  async work(asking, { meetingId, version, movedTo, moveWhy }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const meeting = await holdPlanned(tx, areaId, meetingId)
    const plannedAt = plannedTime(movedTo, now, 'movedTo')
    if (plannedAt.getTime() === meeting.plannedAt.getTime()) throw new Invalid({ movedTo: 'It is planned for then already' })
    const before = meeting.reviewOfId ? await tx.strategyDecision.findUnique({ where: { areaId_meetingId: { areaId, meetingId: meeting.reviewOfId } }, select: { nextReviewAt: true } }) : null
    // first: the database lets a meeting follow a move that is on record, and nothing else
    await tx.strategyMove.create({ data: { areaId, meetingId, fromAt: meeting.plannedAt, toAt: plannedAt, reason: moveWhy, byId: userId, at: now } })
    const { count } = await tx.strategyMeeting.updateMany({ where: { areaId, id: meetingId, version }, data: { plannedAt, awaitedBy: meetingDue(plannedAt, before?.nextReviewAt ?? null), version: { increment: 1 } } })
    if (!count) throw new Conflict('Somebody else changed this meeting while you had it open. Reload the page; nothing was saved.')
    await tx.strategyInvitation.updateMany({ where: { areaId, meetingId, withdrawnAt: null }, data: { plannedAt } })
    await tellMoved(asking, { ...meeting, plannedAt }, await invitedTo(tx, areaId, meetingId), moveWhy)
    return { output: undefined, kind: 'strategy.moved', facts: { record: { type: 'strategy', id: meetingId }, children: [meeting.childId], before: { plannedAt: meeting.plannedAt.toISOString() }, after: { plannedAt: plannedAt.toISOString(), why: moveWhy } } }
  },
})

/**
 * Calls a planned meeting off, with why: nothing waits for it any more, and another may be called. Every agency is
 * told, and its invitation is taken back. Throws NotFound, Conflict where it is decided or called off, was changed
 * meanwhile, or is the review of an earlier one, which goes on until a meeting resolves it.
 */
export const callOffMeeting = operation({
  name: 'strategy.call-off',
  effect: 'change',
  permission: 'strategy:decide',
  input: callOffSchema,
  audit: ['strategy.called_off'],
  async work(asking, { meetingId, version, offWhy }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const meeting = await holdPlanned(tx, areaId, meetingId)
    if (meeting.reviewOfId) throw new Conflict('This is the review of an earlier meeting, which only a meeting resolves. Move it instead.')
    const agencies = await invitedTo(tx, areaId, meetingId)
    const { count } = await tx.strategyMeeting.updateMany({ where: { areaId, id: meetingId, version }, data: { calledOffAt: now, calledOffById: userId, calledOffWhy: offWhy, awaitedBy: null, version: { increment: 1 } } })
    if (!count) throw new Conflict('Somebody else changed this meeting while you had it open. Reload the page; nothing was saved.')
    await tx.strategyInvitation.updateMany({ where: { areaId, meetingId, withdrawnAt: null }, data: { withdrawnAt: now, withdrawnById: userId, withdrawnWhy: `Called off: ${offWhy}` } })
    await tellCalledOff(asking, meeting, agencies)
    return { output: undefined, kind: 'strategy.called_off', facts: { record: { type: 'strategy', id: meetingId }, children: [meeting.childId], before: { plannedAt: meeting.plannedAt.toISOString() }, after: { calledOff: true, why: offWhy } } }
  },
})

/** The agencies whose invitation stands, that somebody answers for. */
async function invitedTo(tx: Parameters<typeof agenciesThatAnswer>[0], areaId: string, meetingId: string) {
  const standing = await tx.strategyInvitation.findMany({ where: { areaId, meetingId, withdrawnAt: null }, select: { agencyId: true } })
  return (await agenciesThatAnswer(tx, areaId)).filter(({ id }) => standing.some(({ agencyId }) => agencyId === id))
}
