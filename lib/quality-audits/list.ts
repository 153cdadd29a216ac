import { z } from 'zod'
import { operation, type Tx } from '../access/operation'
import { auditKind } from '../pathway/audit-questions'
import { bySlot, standing } from './given'

/** An audit in the list, with how far it is. Days are 'YYYY-MM-DD'. */
export type AuditRow = { id: string; label: string; from: string; until: string; at: string; by: string; items: number; answered: number; seconds: number; secondsDone: number; /** Records that are given to whoever asks and still to read. */ mine: number }

const MOST = 100

/** The area's quality audits, the last drawn first; at most 100. */
export const listAudits = operation({
  name: 'quality-audits.list',
  effect: 'read',
  permission: 'quality-audit:read',
  input: z.strictObject({}),
  audit: ['quality_audit.listed'],
  async work({ tx, actor }) {
    const rows = await tx.qualityAudit.findMany({
      where: { areaId: actor.areaId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: MOST,
      include: { by: { select: { name: true } }, items: { select: { second: true } }, answers: { select: { itemId: true, opinion: true } }, given: true },
    })
    const output: AuditRow[] = rows.map((row) => ({
      id: row.id, label: auditKind(row.kind)?.label ?? row.kind, from: row.fromDay.toISOString().slice(0, 10), until: row.untilDay.toISOString().slice(0, 10),
      at: row.at.toISOString(), by: row.by.name, items: row.items.length, answered: row.answers.filter(({ opinion }) => opinion === 1).length,
      seconds: row.items.filter(({ second }) => second).length, secondsDone: row.answers.filter(({ opinion }) => opinion === 2).length,
      mine: mineOf(row, actor.userId),
    }))
    return { output, kind: 'quality_audit.listed', facts: { rows: output.map(({ id }) => id) } }
  },
})

type Row = { answers: readonly { itemId: string; opinion: number }[]; given: Parameters<typeof standing>[0] }

/** How many readings of an audit are given to somebody and not answered yet. */
function mineOf({ answers, given }: Row, userId: string): number {
  const answered = bySlot(answers)
  return [...standing(given)].filter(([slot, { toId }]) => toId === userId && !answered.has(slot)).length
}

/** How many readings are given to somebody and not answered yet, over the latest audits of which they were given any. */
export async function toRead(tx: Tx, areaId: string, userId: string): Promise<number> {
  const rows = await tx.qualityAudit.findMany({ where: { areaId, given: { some: { toId: userId } } }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: MOST, select: { answers: { select: { itemId: true, opinion: true } }, given: true } })
  return rows.reduce((sum, row) => sum + mineOf(row, userId), 0)
}
