import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation, type Tx } from '../access/operation'
import { auditKind, type AuditAnswers, type AuditKindId, type AuditQuestion } from '../pathway/audit-questions'
import { authorsOf, slotOf, standing } from './given'
import { stratumLabel } from './population'
import { nextOpinion } from './read'
import { questionsOf } from './sets'

/** What somebody found of an item. */
export type Found = { opinion: number; by: string; at: string; answers: AuditAnswers }

export type ItemPage = {
  id: string
  auditId: string
  label: string
  position: number
  reference: string
  stratum: string
  second: boolean
  /** Where the record itself is. */
  href: string
  questions: readonly AuditQuestion[]
  next: 1 | 2 | null
  /** Whether it is whoever asks own work, which somebody else audits. */
  own: boolean
  /** Who else it is given to, where it waits for them. */
  withOther: string | null
  /** What was found so far: not the first opinion to whoever is to give the second. */
  found: Found[]
}

type RecordOf = { children: string[]; href: string }

/** The record of an item as whoever asks may open it: whose child, and where it is; null where it is not theirs to see. */
export async function recordOf(tx: Tx, areaId: string, kind: AuditKindId, id: string): Promise<RecordOf | null> {
  const where = { areaId_id: { areaId, id } }
  switch (kind) {
    case 'contacts': {
      const one = await tx.contact.findUnique({ where, select: { childId: true } })
      return one && { children: one.childId ? [one.childId] : [], href: `/contacts/${id}` }
    }
    case 'safety_plans': {
      const one = await tx.safetyPlan.findUnique({ where, select: { caseId: true, childId: true } })
      return one && { children: [one.childId], href: `/cases/${one.caseId}/plan` }
    }
    case 'assessments': {
      const one = await tx.assessment.findUnique({ where, select: { childId: true } })
      return one && { children: [one.childId], href: `/assessments/${id}` }
    }
    case 'closed_cases': {
      const one = await tx.cateCase.findUnique({ where, select: { childId: true } })
      return one && { children: [one.childId], href: `/cases/${id}` }
    }
    case 'break_glass': {
      const one = await tx.breakGlass.findUnique({ where, select: { childId: true } })
      return one && { children: [one.childId], href: `/break-glass/${id}` }
    }
  }
}

/** An item with its answers, for whoever reads it; `record` is null where they may not see the record. */
export async function loadItem(tx: Tx, areaId: string, itemId: string) {
  const item = await tx.qualityAuditItem.findUnique({
    where: { areaId_id: { areaId, id: itemId } },
    include: { audit: true, given: { include: { to: { select: { name: true } } } }, answers: { orderBy: { opinion: 'asc' }, include: { by: { select: { name: true } } } } },
  })
  if (!item) throw new NotFound()
  const kind = item.audit.kind as AuditKindId
  const record = await recordOf(tx, areaId, kind, item.recordId)
  if (!record) throw new NotFound()
  const authors = (await authorsOf(tx, item.auditId)).get(item.recordId) ?? new Set<string>()
  return { item, record, kind, authors, given: standing(item.given), questions: await questionsOf(tx, areaId, kind, item.audit.setRef) }
}

/** Opens a record that was drawn: the form to say what one found, or what was found. Throws NotFound. */
export const readItem = operation({
  name: 'quality-audits.item',
  effect: 'read',
  permission: 'quality-audit:answer',
  input: z.strictObject({ itemId: z.uuid() }),
  audit: ['quality_audit.item_opened'],
  async work({ tx, actor }, { itemId }) {
    const { item, record, kind, questions, authors, given } = await loadItem(tx, actor.areaId, itemId)
    const [first, other] = item.answers
    const next = nextOpinion(item, [first, other], actor.userId, given)
    const withOther = next === null && !other ? given.get(slotOf(itemId, first ? 2 : 1)) : undefined
    const output: ItemPage = {
      id: item.id, auditId: item.auditId, label: auditKind(kind)?.label ?? kind, position: item.position, reference: item.reference, stratum: stratumLabel(item.stratum), second: item.second,
      href: record.href, questions, next, own: authors.has(actor.userId), withOther: withOther && withOther.toId !== actor.userId ? withOther.to.name : null,
      // the second opinion is the reader's own: it is not shown what the first says
      found: next === 2 ? [] : item.answers.map(({ opinion, by, at, answers }) => ({ opinion, by: by.name, at: at.toISOString(), answers: answers as AuditAnswers })),
    }
    return { output, kind: 'quality_audit.item_opened', facts: { record: { type: 'quality_audit_item', id: itemId }, children: record.children } }
  },
})
