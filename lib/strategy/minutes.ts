import { Conflict } from '../access/errors'
import { operation } from '../access/operation'
import { afterMinutes, assertStrategyMove } from '../pathway/strategy'
import { holdMeeting } from './load'
import { minutesSchema } from './schema'

/**
 * Issues the minutes, in the name of the person asking. From here on nothing of the meeting is written. It then waits
 * for its review, or is resolved where it was decided so. Throws NotFound, Conflict where it is not held yet, or they
 * are out already.
 */
export const issueMinutes = operation({
  name: 'strategy.issue-minutes',
  effect: 'change',
  permission: 'strategy:decide',
  input: minutesSchema,
  audit: ['strategy.minutes_issued'],
  async work({ tx, actor, now }, { meetingId, version }) {
    const { areaId, userId } = actor
    const meeting = await holdMeeting(tx, areaId, meetingId)
    if (meeting.state === 'called') throw new Conflict('This meeting has not been held. Record what it decided first.')
    if (meeting.state !== 'held' || meeting.version !== version) throw new Conflict('Somebody else issued these minutes, or wrote into the meeting, while you had it open. Reload the page to see.')
    const { nextReviewAt } = await tx.strategyDecision.findUniqueOrThrow({ where: { areaId_meetingId: { areaId, meetingId } }, select: { nextReviewAt: true } })
    const state = afterMinutes({ resolved: nextReviewAt === null })
    assertStrategyMove(meeting.state, state)
    await tx.strategyMeeting.updateMany({ where: { areaId, id: meetingId, version }, data: { state, minutesOutAt: now, minutesById: userId, awaitedBy: nextReviewAt, version: { increment: 1 } } })
    return { output: { state }, kind: 'strategy.minutes_issued', facts: { record: { type: 'strategy', id: meetingId }, children: [meeting.childId], before: { state: 'held' }, after: { state, due: meeting.awaitedBy?.toISOString() ?? null } } }
  },
})
