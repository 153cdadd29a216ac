import { Conflict } from '../access/errors'
import { fieldsOf } from '../access/failures'
import { operation } from '../access/operation'
import { dropFormDraft } from '../drafts/commands'
import { slotOf } from './given'
import { loadItem } from './item'
import { nextOpinion } from './read'
import { answerSchema, answersSchema } from './schema'

/**
 * Says what one found of a record: the first opinion, or the second by a second person. Never changed afterwards. Sent
 * twice it is said once. Throws NotFound, Invalid by the audit's own questions, Conflict where it is said already or
 * the record is one's own work or given to somebody else.
 */
export const answerItem = operation({
  name: 'quality-audits.answer',
  effect: 'change',
  permission: 'quality-audit:answer',
  input: answerSchema,
  audit: ['quality_audit.answered'],
  async work(asking, given) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const { itemId } = given
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`quality audit item ${itemId}`}, 0))::text`
    const { item, record, questions, authors, given: givenTo } = await loadItem(tx, areaId, itemId)
    const parsed = answersSchema(questions).safeParse(given)
    if (!parsed.success) throw fieldsOf(parsed.error)
    const answers = parsed.data.answers
    const facts = (after: { opinion: number }) => ({ record: { type: 'quality_audit_item' as const, id: itemId }, children: record.children, before: null, after })
    const own = item.answers.find(({ byId }) => byId === userId)
    if (own && JSON.stringify(sorted(own.answers)) === JSON.stringify(sorted(answers))) return { output: { opinion: own.opinion }, kind: 'quality_audit.answered', facts: facts({ opinion: own.opinion }) }
    if (own) throw new Conflict('You have said what you found of this record already, and what was said is not changed. Anything new can go into a theme of the audit.')
    if (authors.has(userId)) throw new Conflict('You worked on this record yourself, so somebody else audits it.')
    const opinion = nextOpinion(item, [item.answers[0], item.answers[1]], userId, givenTo)
    const open = item.answers.length + 1
    const theirs = givenTo.get(slotOf(itemId, open))
    if (!opinion && theirs && open <= (item.second ? 2 : 1) && theirs.toId !== userId) throw new Conflict(`This record was given to ${theirs.to.name}. A manager can give it to you instead. What you typed is kept as a draft.`)
    if (!opinion) throw new Conflict('Somebody else has said what they found of this record meanwhile. What you typed is kept as a draft.')
    await tx.qualityAuditAnswer.create({ data: { areaId, auditId: item.auditId, itemId, opinion, answers, at: now, byId: userId } })
    await dropFormDraft(asking, 'audit_answered', itemId)
    return { output: { opinion }, kind: 'quality_audit.answered', facts: facts({ opinion }) }
  },
})

// Postgres keeps the keys of JSON in an order of its own
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)])
}
