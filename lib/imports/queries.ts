import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { batchSchema } from './schema'
import { reportOf, type ImportSummary, type ImportView } from './view'

const SHOWN = 20

/** The imports of the area, newest first: when, by whom, how many rows. Nothing of what they hold. */
export const listImports = operation({
  name: 'imports.list',
  effect: 'read',
  permission: 'import:read',
  input: z.strictObject({}),
  audit: ['import.listed'],
  async work({ tx, actor }) {
    const rows = await tx.importBatch.findMany({ where: { areaId: actor.areaId }, orderBy: [{ startedAt: 'desc' }, { id: 'desc' }], take: SHOWN, include: { startedBy: { select: { name: true } } } })
    return { output: rows.map(summaryOf), kind: 'import.listed', facts: { rows: rows.map(({ id }) => id) } }
  },
})

/** One import with its report: every refused row by file, line and column. Throws NotFound. */
export const readImport = operation({
  name: 'imports.read',
  effect: 'read',
  permission: 'import:read',
  input: batchSchema,
  audit: ['import.opened'],
  async work({ tx, actor }, { batchId }) {
    const row = await tx.importBatch.findUnique({ where: { areaId_id: { areaId: actor.areaId, id: batchId } }, include: { startedBy: { select: { name: true } }, approvedBy: { select: { name: true } } } })
    if (!row) throw new NotFound()
    const output: ImportView = { ...summaryOf(row), progress: row.progress, total: row.total, report: reportOf(row.report), left: row.left, approvedBy: row.approvedBy?.name ?? null, finishedAt: row.finishedAt?.toISOString() ?? null, version: row.version }
    return { output, kind: 'import.opened', facts: { record: { type: 'import', id: batchId }, children: [] } }
  },
})

type Row = { id: string; state: ImportSummary['state']; startedAt: Date; report: unknown; startedBy: { name: string } }

function summaryOf({ id, state, startedAt, report, startedBy }: Row): ImportSummary {
  const counts = reportOf(report)?.counts ?? []
  const sum = (of: (count: (typeof counts)[number]) => number) => counts.reduce((total, count) => total + of(count), 0)
  return { id, state, startedAt: startedAt.toISOString(), startedBy: startedBy.name, rows: sum(({ rows }) => rows), refused: sum(({ refused }) => refused) }
}
