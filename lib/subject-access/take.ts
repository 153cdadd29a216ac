import { Conflict } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import type { SubjectAccessRequest } from '../database/models'
import type { Requester } from '../pathway/subject-access'
import { gather, type Gathered } from './gather'
import { holdRequest, moveRequest } from './load'
import { beginSchema } from './schema'

const LONG = 60_000

/** What of the record as it stands now is not among the passages of a request: it came, or reads otherwise, since. */
export async function cameSince(asking: Asking, { areaId, id, childId, requester }: SubjectAccessRequest): Promise<Gathered[]> {
  const { tx } = asking
  const { passages, hidden } = await gather(asking, childId, requester as Requester)
  if (hidden) throw new Conflict('Part of this record is kept from you, because you declared a conflict of interest. Another safeguarding lead prepares this request.')
  const taken = new Set((await tx.subjectAccessPassage.findMany({ where: { areaId, requestId: id }, select: { key: true, sha256: true } })).map(({ key, sha256 }) => `${key} ${sha256}`))
  return passages.filter(({ key, sha256 }) => !taken.has(`${key} ${sha256}`))
}

async function take({ tx, actor, now }: Asking, { areaId, id }: SubjectAccessRequest, passages: readonly Gathered[]): Promise<void> {
  const last = await tx.subjectAccessPassage.count({ where: { areaId, requestId: id } })
  await tx.subjectAccessPassage.createMany({
    data: passages.map((passage, at) => ({
      ...passage, areaId, requestId: id, number: last + at + 1, at: new Date(passage.at), proposals: passage.proposals.map((one) => ({ ...one })), locks: passage.locks.map((one) => ({ ...one })), takenAt: now, takenById: actor.userId,
    })),
  })
}

const rowsOf = (passages: readonly Gathered[]) => ({ rows: passages.map(({ recordId }) => recordId), children: [...new Set(passages.map(({ childId }) => childId))] })

/** Begins the first reading: the whole record as it stands is taken as passages. Throws NotFound, Conflict. */
export const beginReading = operation({
  name: 'subject-access.begin',
  effect: 'change',
  permission: 'subject-access:prepare',
  input: beginSchema,
  audit: ['subject_access.taken'],
  timeout: LONG,
  async work(asking, { requestId, version }) {
    const request = await holdRequest(asking.tx, asking.actor.areaId, requestId)
    if (request.state !== 'received') throw new Conflict('The record was taken for this request already. Reload the page.')
    const facts = await moveRequest(asking, request, version, 'redacting')
    const passages = await cameSince(asking, request)
    await take(asking, request, passages)
    return { output: { passages: passages.length }, kind: 'subject_access.taken', facts: { ...facts, ...rowsOf(passages), after: { state: 'redacting', passages: passages.length } } }
  },
})

/** Takes what came into the record since, at a person's word: as passages at the end. Throws NotFound, Conflict. */
export const takeSince = operation({
  name: 'subject-access.take-since',
  effect: 'change',
  permission: 'subject-access:prepare',
  input: beginSchema,
  audit: ['subject_access.taken'],
  timeout: LONG,
  async work(asking, { requestId, version }) {
    const { tx, actor } = asking
    const request = await holdRequest(tx, actor.areaId, requestId)
    if (request.state !== 'redacting') throw new Conflict('What came since is added while the first person reads. Reload the page.')
    const passages = await cameSince(asking, request)
    const { count } = await tx.subjectAccessRequest.updateMany({ where: { areaId: actor.areaId, id: requestId, version }, data: { version: { increment: 1 } } })
    if (!count) throw new Conflict('Somebody else changed this request while you had it open. Nothing was added: reload the page.')
    await take(asking, request, passages)
    return { output: { passages: passages.length }, kind: 'subject_access.taken', facts: { record: { type: 'subject_access', id: requestId }, ...rowsOf(passages), before: null, after: { passages: passages.length } } }
  },
})
