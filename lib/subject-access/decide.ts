import { Conflict, Invalid, NotFound, Stale } from '../access/errors'
import { operation } from '../access/operation'
import { dropFormDraft } from '../drafts/commands'
import { decisionProblems, type Proposal } from '../pathway/redaction-proposals'
import type { Blackout } from '../pathway/redaction'
import { decisionInWords } from './decision-words'
import { holdRequest, sideOf } from './load'
import { decideSchema } from './schema'

/**
 * Decides what is given of a passage; deciding again stands beside what was decided before. Throws NotFound, Invalid by
 * the passage's own text, Stale where somebody decided meanwhile, Conflict where it is not being read first or one is
 * the request's second reader.
 */
export const decidePassage = operation({
  name: 'subject-access.decide',
  effect: 'change',
  permission: 'subject-access:prepare',
  input: decideSchema,
  audit: ['subject_access.decided'],
  async work(asking, { passageId, number, ...given }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const found = await tx.subjectAccessPassage.findUnique({ where: { areaId_id: { areaId, id: passageId } }, select: { requestId: true } })
    if (!found) throw new NotFound()
    const request = await holdRequest(tx, areaId, found.requestId)
    if (request.state !== 'redacting') throw new Conflict('The first reading of this request is over. What you typed is kept as a draft.')
    if ((await sideOf(tx, areaId, request.id, userId)) === 'reads') throw new Conflict('You read this request second, so somebody else decides what is given.')
    const passage = await tx.subjectAccessPassage.findUniqueOrThrow({ where: { areaId_id: { areaId, id: passageId } }, include: { decisions: { orderBy: { number: 'desc' }, take: 1 } } })
    const before = passage.decisions[0]
    const decision = { ...given, ground: given.verdict === 'whole' ? given.ground : null, blackouts: given.verdict === 'part' ? given.blackouts : [] }
    const facts = (after: { verdict: string; stretches: number }) =>
      ({ record: { type: 'subject_access' as const, id: request.id }, children: [passage.childId], before: before ? { passage: passage.number, verdict: before.verdict } : null, after: { passage: passage.number, ...after } })
    const after = { verdict: decision.verdict, stretches: decision.blackouts.length }
    // sent again by the same person: it stands once
    const asBefore = before && before.byId === userId && before.number === number + 1 && JSON.stringify(decisionInWords({ ...before, blackouts: before.blackouts as unknown as Blackout[] })) === JSON.stringify(decisionInWords(decision))
    if (asBefore) return { output: { number: before.number }, kind: 'subject_access.decided', facts: facts(after) }
    if ((before?.number ?? 0) !== number) throw new Stale({ version: before?.number ?? 0, ...(before ? decisionInWords({ ...before, blackouts: before.blackouts as unknown as Blackout[] }) : {}) })
    const problems = decisionProblems(passage.text, passage.proposals as unknown as Proposal[], decision)
    if (Object.keys(problems).length) throw new Invalid(problems)
    await tx.subjectAccessDecision.create({ data: { ...decision, blackouts: decision.blackouts.map((one) => ({ ...one })), areaId, requestId: request.id, passageId, number: number + 1, at: now, byId: userId } })
    await dropFormDraft(asking, 'access_decided', passageId)
    return { output: { number: number + 1 }, kind: 'subject_access.decided', facts: facts(after) }
  },
})
