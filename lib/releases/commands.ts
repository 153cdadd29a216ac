import { Conflict, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { enqueue } from '../access/queue'
import { fileOf, sizeOf } from './files'
import { answerSchema, askSchema, RELEASE_JOB, releaseSchema } from './schema'

/** Asks that records leave as a file. Nothing is made until a second person lets it out. Sent twice with one key it is asked once. */
export const askRelease = operation({
  name: 'releases.ask',
  effect: 'change',
  permission: 'release:ask',
  input: askSchema,
  audit: ['release.asked'],
  async work({ tx, actor, now }, { submissionKey, kind, reason, from, until }) {
    const { areaId, userId } = actor
    const known = await tx.dataRelease.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } }, select: { id: true } })
    const days = kind === 'census' && from && until ? { fromDay: new Date(from), untilDay: new Date(until) } : {}
    const { id } = known ?? (await tx.dataRelease.create({ data: { areaId, submissionKey, kind, reason, askedAt: now, askedById: userId, ...days }, select: { id: true } }))
    return { output: { releaseId: id }, kind: 'release.asked', facts: { record: { type: 'release', id }, children: [], before: null, after: { kind, reason, ...(kind === 'census' ? { from, until } : {}) } } }
  },
})

/** Lets a file be made, or refuses it, as the second person. Throws NotFound, and Conflict where it was answered already. */
export const answerRelease = operation({
  name: 'releases.answer',
  effect: 'change',
  permission: 'release:answer',
  input: answerSchema,
  audit: ['release.answered'],
  async work({ tx, actor, now }, { releaseId: id, answer, why }) {
    const { areaId, userId } = actor
    const known = await tx.dataRelease.findUnique({ where: { areaId_id: { areaId, id } }, select: { askedById: true } })
    if (!known) throw new NotFound()
    // somebody may be both manager and lead: the second person is another one all the same
    if (known.askedById === userId) throw new Conflict('You asked for this yourself. Somebody else has to answer it.')
    const { count } = await tx.dataRelease.updateMany({ where: { areaId, id, state: 'asked' }, data: { state: answer, answer: why, answeredAt: now, answeredById: userId } })
    if (!count) throw new Conflict('This was answered already, or nobody answered it in time. Reload the page.')
    if (answer === 'let_out') await enqueue(tx, RELEASE_JOB, actor.areaCode)
    return { output: undefined, kind: 'release.answered', facts: { record: { type: 'release', id }, children: [], before: { state: 'asked' }, after: { state: answer, why } } }
  },
})

/**
 * Gives where the file of a release lies, to the two who agreed on it and to each of them once. Throws NotFound for
 * everybody else; Conflict where it is not there to be taken, and then it is not taken.
 */
export const takeRelease = operation({
  name: 'releases.take',
  effect: 'change',
  permission: 'release:take',
  input: releaseSchema,
  audit: ['release.taken'],
  async work({ tx, actor, now }, { releaseId: id }) {
    const { areaId, userId } = actor
    const release = await tx.dataRelease.findUnique({ where: { areaId_id: { areaId, id } } })
    if (!release || (release.askedById !== userId && release.answeredById !== userId)) throw new NotFound()
    const mine = release.askedById === userId ? 'askerTookAt' : 'secondTookAt'
    if (release.state !== 'made') throw new Conflict('There is no file to take. Reload the page to see why.')
    const file = fileOf(areaId, id)
    const bytes = await sizeOf(file)
    if (bytes === null) throw new Conflict('The file is not on this server. Ask for it again.')
    const { count } = await tx.dataRelease.updateMany({ where: { areaId, id, state: 'made', [mine]: null }, data: { [mine]: now } })
    if (!count) throw new Conflict('You took this file already, and each of you may take it once. Ask for it again if it was lost.')
    const output = { file, bytes, name: `waymark-${release.kind}-${actor.areaCode}-${id}.zip` }
    return { output, kind: 'release.taken', facts: { record: { type: 'release', id }, children: [], before: { [mine]: null }, after: { [mine]: now.toISOString(), hash: release.hash } } }
  },
})
