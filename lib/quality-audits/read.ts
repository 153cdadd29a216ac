import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import type { Stratum } from '../pathway/audit-draw'
import { auditKind, type AuditAnswers, type AuditKindId } from '../pathway/audit-questions'
import { resultsOf, type QuestionResult } from '../pathway/audit-results'
import { bySlot, slotOf, standing } from './given'
import { stratumLabel } from './population'
import { questionsOf } from './sets'

/** A record of an audit, by its reference. `next` is what whoever asks may say of it: 1, 2 or nothing. */
export type AuditItem = { id: string; position: number; reference: string; stratum: string; second: boolean; first: string | null; other: string | null; /** Whom each opinion is given to. */ given: { first: string | null; other: string | null }; next: 1 | 2 | null; /** Given to whoever asks and still to read. */ mine: boolean }

export type AuditPage = {
  id: string
  kind: AuditKindId
  label: string
  /** London days, both included. */
  from: string
  until: string
  at: string
  by: string
  seed: string
  share: number
  secondShare: number
  stratified: boolean
  population: number
  strata: (Stratum & { label: string })[]
  setRef: string
  items: AuditItem[]
  results: QuestionResult[]
  themes: { id: string; words: string; at: string; by: string }[]
  /** What came of it in the action plan. */
  actions: { id: string; number: number; action: string; lead: string }[]
}

/** What was drawn, how far it is, and what was found in numbers: no record is opened. Throws NotFound. */
export const readAudit = operation({
  name: 'quality-audits.read',
  effect: 'read',
  permission: 'quality-audit:read',
  input: z.strictObject({ auditId: z.uuid() }),
  audit: ['quality_audit.opened'],
  async work({ tx, actor }, { auditId }) {
    const { areaId, userId } = actor
    const named = { select: { name: true } } as const
    const row = await tx.qualityAudit.findUnique({
      where: { areaId_id: { areaId, id: auditId } },
      include: {
        by: named, given: { include: { to: named } }, items: { orderBy: { position: 'asc' } }, answers: { include: { by: named } },
        themes: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { by: named } }, actions: { orderBy: { number: 'asc' } },
      },
    })
    if (!row) throw new NotFound()
    const kind = row.kind as AuditKindId
    const answered = bySlot(row.answers)
    const given = standing(row.given)
    const output: AuditPage = {
      id: row.id, kind, label: auditKind(kind)?.label ?? kind, from: row.fromDay.toISOString().slice(0, 10), until: row.untilDay.toISOString().slice(0, 10),
      at: row.at.toISOString(), by: row.by.name, seed: row.seed, share: row.share, secondShare: row.secondShare, stratified: row.stratified, population: row.population,
      strata: (row.strata as unknown as Stratum[]).map((one) => ({ ...one, label: stratumLabel(one.stratum) })), setRef: row.setRef,
      items: row.items.map(({ id, position, reference, stratum, second }) => {
        const [first, other] = [answered.get(slotOf(id, 1)), answered.get(slotOf(id, 2))]
        const next = nextOpinion({ id, second }, [first, other], userId, given)
        const to = (opinion: number) => given.get(slotOf(id, opinion))
        return { id, position, reference, stratum: stratumLabel(stratum), second, first: first?.by.name ?? null, other: other?.by.name ?? null, given: { first: to(1)?.to.name ?? null, other: to(2)?.to.name ?? null }, next, mine: next !== null && to(next)?.toId === userId }
      }),
      results: resultsOf(await questionsOf(tx, areaId, kind, row.setRef), row.answers.map(({ itemId, opinion, answers }) => ({ itemId, opinion, answers: answers as AuditAnswers }))),
      themes: row.themes.map(({ id, words, at, by }) => ({ id, words, at: at.toISOString(), by: by.name })),
      actions: row.actions.map(({ id, number, action, leadName }) => ({ id, number, action, lead: leadName })),
    }
    return { output, kind: 'quality_audit.opened', facts: { record: { type: 'quality_audit', id: auditId }, children: [] } }
  },
})

type Answer = { byId: string } | undefined

/**
 * Which opinion somebody may add: the first, the second where it was drawn for one and the first is another's, or none.
 * What is given to somebody is theirs alone.
 */
export function nextOpinion({ id, second }: { id: string; second: boolean }, [first, other]: readonly [Answer, Answer], userId: string, given: ReadonlyMap<string, { toId: string }>): 1 | 2 | null {
  const isOpen = (opinion: 1 | 2) => (given.get(slotOf(id, opinion))?.toId ?? userId) === userId
  // whoever is to give the second opinion does not give the first
  if (!first) return isOpen(1) && given.get(slotOf(id, 2))?.toId !== userId ? 1 : null
  return second && !other && first.byId !== userId && isOpen(2) ? 2 : null
}
