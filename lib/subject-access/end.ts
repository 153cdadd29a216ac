import { Conflict } from '../access/errors'
import { operation } from '../access/operation'
import { isoDate } from '../dates'
import { dropFormDraft } from '../drafts/commands'
import { accessDue, accessRunsFrom, extendProblem } from '../pathway/access-clock'
import { holdRequest, moveRequest } from './load'
import { endSchema, extendSchema, reopenSchema } from './schema'
import { answerClock } from './watch'

/** Extends the time by two months, once, within the first (Art 12(3)). Throws NotFound, Conflict. */
export const extendRequest = operation({
  name: 'subject-access.extend',
  effect: 'change',
  permission: 'subject-access:prepare',
  input: extendSchema,
  audit: ['subject_access.moved'],
  async work(asking, { requestId, version, why }) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const request = await holdRequest(tx, areaId, requestId)
    const before = isoDate(request.dueOn)
    const problem = extendProblem({ state: request.state, extended: request.extendedAt !== null, dueOn: before }, now)
    if (problem) throw new Conflict(problem)
    const dueOn = accessDue(accessRunsFrom(isoDate(request.receivedOn), isoDate(request.checkedOn)), true)
    const { count } = await tx.subjectAccessRequest.updateMany({ where: { areaId, id: requestId, version }, data: { dueOn: new Date(dueOn), extendedAt: now, extendedWhy: why, version: { increment: 1 } } })
    if (!count) throw new Conflict('Somebody else changed this request while you had it open. Nothing of yours was saved: reload the page.')
    await answerClock(asking, requestId, 'The time was extended')
    await dropFormDraft(asking, 'access_extended', requestId)
    return { output: { dueOn }, kind: 'subject_access.moved', facts: { record: { type: 'subject_access', id: requestId }, children: [request.childId], before: { dueOn: before }, after: { dueOn } } }
  },
})

/** Ends a request: handed over, refused or withdrawn, and what happened. Throws NotFound, Conflict. */
export const endRequest = operation({
  name: 'subject-access.end',
  effect: 'change',
  permission: 'subject-access:prepare',
  input: endSchema,
  audit: ['subject_access.moved'],
  async work(asking, { requestId, version, to, words }) {
    const request = await holdRequest(asking.tx, asking.actor.areaId, requestId)
    const facts = await moveRequest(asking, request, version, to, words)
    await answerClock(asking, requestId, 'The request has ended')
    await dropFormDraft(asking, 'access_ended', requestId)
    return { output: undefined, kind: 'subject_access.moved', facts }
  },
})

/** Opens a request that was ready to its first reader again, with why: something came since, or is to be looked at. Throws NotFound, Conflict. */
export const reopenRequest = operation({
  name: 'subject-access.reopen',
  effect: 'change',
  permission: 'subject-access:prepare',
  input: reopenSchema,
  audit: ['subject_access.moved'],
  async work(asking, { requestId, version, again }) {
    const request = await holdRequest(asking.tx, asking.actor.areaId, requestId)
    if (request.state !== 'ready') throw new Conflict('Only a request that is ready is opened again. Reload the page.')
    return { output: undefined, kind: 'subject_access.moved', facts: await moveRequest(asking, request, version, 'redacting', again) }
  },
})
