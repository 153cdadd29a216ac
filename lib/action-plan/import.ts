import { randomUUID } from 'node:crypto'
import { Invalid } from '../access/errors'
import { operation, type Tx } from '../access/operation'
import { readCsv } from '../csv-read'
import { londonDay } from '../pathway/london'
import { readPlanTable, type TableRow } from '../pathway/plan-table'
import { nextNumber } from './commands'
import { planImportDoneSchema, planImportSchema } from './schema'

/** What bringing a table in would do. `line` counts its rows, the header being 1. */
export type ImportReport = {
  added: { line: number; action: string; lead: string; due: string; known: boolean }[]
  refused: { line: number; problems: string[] }[]
  /** Rows that stand in the plan already, word for word. */
  there: number[]
}

/** Checks a table row by row against the plan and the area's agencies. Throws Invalid where it cannot be read as one. */
async function check(tx: Tx, areaId: string, table: string) {
  const cells = readCsv(table)
  if (!cells) throw new Invalid({ table: 'A quotation mark is opened and never closed' })
  const read = readPlanTable(cells)
  if ('problem' in read) throw new Invalid({ table: read.problem })
  const agencies = await tx.agency.findMany({ where: { areaId }, select: { id: true, name: true } })
  const standing = await tx.actionPlanItem.findMany({ where: { areaId }, select: { recommendation: true, action: true } })
  const seen = new Set(standing.map(keyOf))
  const fresh: { line: number; row: TableRow; agency: { id: string; name: string } | undefined }[] = []
  const report: ImportReport = { added: [], refused: [], there: [] }
  for (const one of read.rows) {
    if ('problems' in one) report.refused.push(one)
    else if (seen.has(keyOf(one.row))) report.there.push(one.line)
    else {
      seen.add(keyOf(one.row))
      const agency = agencies.find(({ name }) => name.toLowerCase() === one.row.lead.toLowerCase())
      fresh.push({ ...one, agency })
      report.added.push({ line: one.line, action: one.row.action, lead: agency?.name ?? one.row.lead, due: one.row.due, known: agency !== undefined })
    }
  }
  return { report, fresh }
}

const keyOf = ({ recommendation, action }: { recommendation: string; action: string }) => JSON.stringify([recommendation, action])

/** Says what a table would bring into the plan, and why not, row by row. Writes nothing. */
export const checkPlanTable = operation({
  name: 'action-plan.check-table',
  effect: 'read',
  permission: 'action-plan:write',
  input: planImportSchema,
  audit: ['action_plan.import_checked'],
  async work({ tx, actor }, { table }) {
    const { report } = await check(tx, actor.areaId, table)
    return { output: report, kind: 'action_plan.import_checked', facts: { terms: { added: report.added.length, refused: report.refused.length, there: report.there.length } } }
  },
})

/**
 * Brings a table into the plan: all of it, or with `leave` all but the refused rows. Rows that stand there already are
 * left alone, so that a table sent twice is brought in once. Throws Invalid, and writes nothing, where a row is refused.
 */
export const importPlanTable = operation({
  name: 'action-plan.import',
  effect: 'change',
  permission: 'action-plan:write',
  input: planImportDoneSchema,
  audit: ['action_plan.imported'],
  async work({ tx, actor, now }, { table, leave }) {
    const { areaId, userId } = actor
    const first = await nextNumber(tx, areaId)
    const { report, fresh } = await check(tx, areaId, table)
    if (report.refused.length && !leave) throw new Invalid({ table: 'Some rows cannot be brought in: mend them, or say that they are left out' })
    const by = { areaId, at: now, byId: userId }
    const items = fresh.map(({ row, agency }, at) => ({
      id: randomUUID(), ...by, submissionKey: randomUUID(), number: first + at, recommendation: row.recommendation, action: row.action, how: row.how,
      leadAgencyId: agency?.id ?? null, leadName: agency?.name ?? row.lead, dueOn: new Date(row.due), figures: [],
    }))
    await tx.actionPlanItem.createMany({ data: items })
    const updates = fresh.flatMap(({ row }, at) => {
      const itemId = items[at]?.id
      return itemId && row.update ? [{ ...by, submissionKey: randomUUID(), itemId, milestone: 'between', onDay: new Date(londonDay(now)), status: row.status ?? 'not_started', words: row.update, evidence: row.evidence }] : []
    })
    await tx.actionPlanUpdate.createMany({ data: updates })
    return { output: report, kind: 'action_plan.imported', facts: { rows: items.map(({ id }) => id), terms: { added: items.length, refused: report.refused.length, there: report.there.length } } }
  },
})
