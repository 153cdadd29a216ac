import { overdueRows, type OverdueRow } from '../action-plan/overdue'
import { operation } from '../access/operation'
import { periodInOrder } from '../input'
import { periodSchema } from './board'
import type { Measured } from './figure-view'
import { measure } from './measure'
import { isFinishedYear, periodBefore, periodFor, type Period } from './period'
import { PUBLIC } from './public-summary'
import { QUESTIONS } from './questions'

export type ReportPart = { id: string; title: string; lede: string; figures: Measured[]; awaited: readonly string[] }
export type Report = { area: string; period: Period; before: Period; madeAt: string; withheld: boolean; rough: boolean; parts: ReportPart[]; /** Rows of the action plan past their date today; null in what is for the public. */ overdue: OverdueRow[] | null }

const schema = periodSchema.omit({ compare: true }).refine(...periodInOrder)

/** Every question of the board with its figures, beside the period before, and what is overdue to it. For the board: small numbers are there. */
export const readReport = operation({
  name: 'oversight.report',
  effect: 'read',
  permission: 'figures:report',
  input: schema,
  audit: ['figures.reported'],
  timeout: 60_000,
  async work(asking, given) {
    const { tx, actor, now } = asking
    const period = periodFor(actor, given, now)
    const parts: ReportPart[] = []
    for (const { figures, ...question } of QUESTIONS) {
      parts.push({ id: question.id, title: question.title, lede: question.lede, awaited: 'awaited' in question ? question.awaited : [], figures: await measure(tx, actor, now, figures, period, { compare: true, suppress: false }) })
    }
    const output: Report = { area: actor.areaName, period, before: periodBefore(period), madeAt: now.toISOString(), withheld: false, rough: false, parts, overdue: await overdueRows(asking) }
    return { output, kind: 'figures.reported', facts: { terms: { report: 'board', ...period } } }
  },
})

/** The annual summary for the public. Small numbers are withheld, and all but a financial year's rounded, whoever takes it (DOMAIN 6). */
export const readSummary = operation({
  name: 'oversight.summary',
  effect: 'read',
  permission: 'figures:read',
  input: schema,
  audit: ['figures.reported'],
  async work({ tx, actor, now }, given) {
    const period = periodFor({ role: 'analyst' }, given, now)
    const parts: ReportPart[] = []
    for (const { figures, ...part } of PUBLIC) parts.push({ ...part, awaited: [], figures: await measure(tx, actor, now, figures, period, { compare: true, suppress: true, rough: true }) })
    const output: Report = { area: actor.areaName, period, before: periodBefore(period), madeAt: now.toISOString(), withheld: true, rough: !isFinishedYear(period, now), parts, overdue: null }
    return { output, kind: 'figures.reported', facts: { terms: { report: 'public', ...period } } }
  },
})
