/** Reads a table into rows of the action plan, each row by itself. Source: DOMAIN 2, Assurance (the 38-row table of 2017). */
import { PLAN_STATUSES, statusProblem, type PlanStatus } from './action-plan'
import { isIsoDay } from './london'

export const PLAN_COLUMNS = ['recommendation', 'action', 'lead', 'how', 'due', 'status', 'update', 'evidence'] as const
type PlanColumn = (typeof PLAN_COLUMNS)[number]
const NEEDED: readonly PlanColumn[] = ['recommendation', 'action', 'lead', 'how', 'due']

export type TableRow = { recommendation: string; action: string; lead: string; how: string; due: string; status: PlanStatus | null; update: string; evidence: string }

/** `line` counts the rows of the table, its header being 1. */
export type ReadRow = { line: number; row: TableRow } | { line: number; problems: string[] }
export type ReadTable = { rows: ReadRow[] } | { problem: string }

const LONGEST: Readonly<Record<PlanColumn, number>> = { recommendation: 2_000, action: 2_000, lead: 200, how: 2_000, due: 20, status: 40, update: 4_000, evidence: 2_000 }
const MOST = 500

/** The rows of a table whose first is its header; the columns may stand in any order. */
export function readPlanTable(cells: readonly (readonly string[])[]): ReadTable {
  const [head, ...body] = cells
  if (!head) return { problem: 'The table is empty' }
  const names = head.map((one) => one.trim().toLowerCase())
  const missing = NEEDED.filter((one) => !names.includes(one))
  if (missing.length) return { problem: `The first row has no column called ${missing.join(', ')}` }
  const twice = PLAN_COLUMNS.find((one) => names.filter((name) => name === one).length > 1)
  if (twice) return { problem: `Two columns are called ${twice}` }
  if (!body.length) return { problem: 'The table has a header and no rows' }
  if (body.length > MOST) return { problem: `A table has up to ${MOST} rows` }
  const of = (row: readonly string[], column: PlanColumn) => (row[names.indexOf(column)] ?? '').trim()
  return { rows: body.map((row, at) => readRow(at + 2, (column) => of(row, column), row.length > head.length)) }
}

function readRow(line: number, of: (column: PlanColumn) => string, long: boolean): ReadRow {
  const due = readDay(of('due'))
  const status = PLAN_STATUSES.find(({ id, label }) => [id, label.toLowerCase()].includes(of('status').toLowerCase()))?.id ?? null
  const problems = [
    ...(long ? ['It has more cells than the first row'] : []),
    ...NEEDED.filter((one) => !of(one)).map((one) => `${one} is empty`),
    ...PLAN_COLUMNS.filter((one) => of(one).length > LONGEST[one]).map((one) => `${one} is longer than ${LONGEST[one].toLocaleString('en-GB')} characters`),
    ...(of('due') && !due ? [`due is not a date: “${of('due')}”. Write it as 2027-03-31 or 31/3/2027`] : []),
    ...(of('status') && !status ? [`status is none that Waymark knows: “${of('status')}”. Use ${PLAN_STATUSES.map(({ label }) => label.toLowerCase()).join(', ')}`] : []),
    ...(status && status !== 'not_started' && !of('update') ? ['update is empty, and the status says that something was done'] : []),
    ...[status && statusProblem(status, of('evidence'))].filter((one) => one !== null),
  ]
  if (problems.length || !due) return { line, problems }
  return { line, row: { recommendation: of('recommendation'), action: of('action'), lead: of('lead'), how: of('how'), due, status, update: of('update'), evidence: of('evidence') } }
}

/** A day as 2027-03-31 or, as it is written here, 31/3/2027; null where it is none. */
function readDay(text: string): string | null {
  const english = text.match(/^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/)
  const day = english ? `${english[3]}-${english[2]?.padStart(2, '0')}-${english[1]?.padStart(2, '0')}` : text
  return isIsoDay(day) && /^20/.test(day) ? day : null
}
