import { z } from 'zod'
import { operation } from '../access/operation'
import { auditKind } from '../pathway/audit-questions'

/** An audit in the list, with how far it is. Days are 'YYYY-MM-DD'. */
export type AuditRow = { id: string; label: string; from: string; until: string; at: string; by: string; items: number; answered: number; seconds: number; secondsDone: number }

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
      include: { by: { select: { name: true } }, items: { select: { second: true } }, answers: { select: { opinion: true } } },
    })
    const output: AuditRow[] = rows.map((row) => ({
      id: row.id, label: auditKind(row.kind)?.label ?? row.kind, from: row.fromDay.toISOString().slice(0, 10), until: row.untilDay.toISOString().slice(0, 10),
      at: row.at.toISOString(), by: row.by.name, items: row.items.length, answered: row.answers.filter(({ opinion }) => opinion === 1).length,
      seconds: row.items.filter(({ second }) => second).length, secondsDone: row.answers.filter(({ opinion }) => opinion === 2).length,
    }))
    return { output, kind: 'quality_audit.listed', facts: { rows: output.map(({ id }) => id) } }
  },
})
