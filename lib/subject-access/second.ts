import { Conflict, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { dropFormDraft } from '../drafts/commands'
import { decisionsOf, holdRequest, moveRequest, sideOf } from './load'
import { readSchema, stepSchema } from './schema'

const OWN = 'You decided passages of this request, so a second person reads it.'

/** Gives a request to the second reader, once something is decided of every passage. Throws NotFound, Conflict. */
export const sendToSecond = operation({
  name: 'subject-access.send',
  effect: 'change',
  permission: 'subject-access:prepare',
  input: stepSchema,
  audit: ['subject_access.moved'],
  async work(asking, { requestId, version }) {
    const { tx, actor } = asking
    const request = await holdRequest(tx, actor.areaId, requestId)
    const open = (await decisionsOf(tx, actor.areaId, requestId)).filter(({ decision }) => !decision || decision.reading?.agrees === false)
    if (request.state === 'redacting' && open.length) throw new Conflict(`${open.length === 1 ? 'One passage is' : `${open.length} passages are`} still to be decided: ${open.slice(0, 10).map(({ number }) => number).join(', ')}${open.length > 10 ? '…' : ''}.`)
    return { output: undefined, kind: 'subject_access.moved', facts: await moveRequest(asking, request, version, 'second_reading') }
  },
})

/**
 * Agrees a decision, or sends it back with why. Said once of a decision. Throws NotFound, Conflict where it is not
 * being read second, was decided again or read meanwhile, or one decided anything in the request.
 */
export const readSecond = operation({
  name: 'subject-access.read-second',
  effect: 'change',
  permission: 'subject-access:second',
  input: readSchema,
  audit: ['subject_access.read_second'],
  async work(asking, { decisionId, agrees: said, reason }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const agrees = said === 'yes'
    const found = await tx.subjectAccessDecision.findUnique({ where: { areaId_id: { areaId, id: decisionId } }, select: { requestId: true } })
    if (!found) throw new NotFound()
    const request = await holdRequest(tx, areaId, found.requestId)
    const passage = (await decisionsOf(tx, areaId, request.id)).find(({ decision }) => decision?.id === decisionId)
    const facts = { record: { type: 'subject_access' as const, id: request.id }, children: [request.childId], before: null, after: { passage: passage?.number ?? 0, agrees } }
    if (request.state !== 'second_reading') throw new Conflict('This request is not at its second reading. What you typed is kept as a draft.')
    if ((await sideOf(tx, areaId, request.id, userId)) === 'decides') throw new Conflict(OWN)
    if (!passage) throw new Conflict('This passage was decided again meanwhile. Reload the page and read it anew.')
    const reading = passage.decision?.reading
    if (reading?.byId === userId && reading.agrees === agrees) return { output: undefined, kind: 'subject_access.read_second', facts }
    if (reading) throw new Conflict('This decision was read already. Reload the page to see what was said.')
    await tx.subjectAccessReading.create({ data: { areaId, requestId: request.id, decisionId, agrees, reason, at: now, byId: userId } })
    await dropFormDraft(asking, 'access_read', decisionId)
    return { output: undefined, kind: 'subject_access.read_second', facts }
  },
})

/**
 * Ends the second reading: ready where every passage is agreed, back to the first person where any was sent back.
 * Throws NotFound, Conflict where passages are unread or one decided anything in the request.
 */
export const concludeReading = operation({
  name: 'subject-access.conclude',
  effect: 'change',
  permission: 'subject-access:second',
  input: stepSchema,
  audit: ['subject_access.moved'],
  async work(asking, { requestId, version }) {
    const { tx, actor } = asking
    const request = await holdRequest(tx, actor.areaId, requestId)
    if (request.state !== 'second_reading') throw new Conflict('This request is not at its second reading. Reload the page.')
    if ((await sideOf(tx, actor.areaId, requestId, actor.userId)) === 'decides') throw new Conflict(OWN)
    const passages = await decisionsOf(tx, actor.areaId, requestId)
    const unread = passages.filter(({ decision }) => !decision?.reading)
    if (unread.length) throw new Conflict(`${unread.length === 1 ? 'One passage is' : `${unread.length} passages are`} still to be read: ${unread.slice(0, 10).map(({ number }) => number).join(', ')}${unread.length > 10 ? '…' : ''}.`)
    const back = passages.some(({ decision }) => decision?.reading?.agrees === false)
    return { output: { ready: !back }, kind: 'subject_access.moved', facts: await moveRequest(asking, request, version, back ? 'redacting' : 'ready') }
  },
})
