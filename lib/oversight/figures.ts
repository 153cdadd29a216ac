import { z } from 'zod'
import { operation, type Asking } from '../access/operation'
import { plainDate } from '../input'
import type { Count } from '../pathway/suppression'
import type { FigureName } from './definitions'
import type { Amount, Measured } from './figure-view'
import { measure } from './measure'
import { isFinishedYear, periodFor, type Period } from './period'

export type Share = Amount & { id: string; label: string }

/** The year at a glance. */
export type Figures = Period & {
  /** Small numbers are withheld, and whether others are rounded. */
  withheld: boolean
  rough: boolean
  contacts: Count
  exploitation: Count
  /** Of all contacts: '2.7 %'. */
  exploitationShare: string | null
  children: Count
  bySource: Share[]
  byOutcome: Share[]
  decidedInTime: Share
  cateReferrals: Count
  openCases: Share[]
  panelInTime: Share
  /** All of them as any question's are told. */
  measured: Measured[]
}

const GLANCE = [
  { figure: 'contacts' }, { figure: 'exploitation' }, { figure: 'children' },
  { figure: 'exploitation_source', by: ['source_group'] }, { figure: 'exploitation_outcome', by: ['outcome'] },
  { figure: 'decided_in_time' }, { figure: 'cate_referrals' }, { figure: 'open_cases', by: ['level'] }, { figure: 'panel_in_time' },
] as const

/** The figures that Today and the first page of oversight show. Small numbers are withheld from an analyst. */
export async function countFigures({ tx, actor, now }: Asking, period: Period): Promise<Figures> {
  const measured = await measure(tx, actor, now, GLANCE, period)
  const found = (figure: FigureName) => measured.find((one) => one.figure === figure) as Measured
  const count = (figure: FigureName) => found(figure).amount.count
  const shares = (figure: FigureName) => (found(figure).breakdowns[0]?.parts ?? []).map(({ before: _, ...part }): Share => part)
  const share = (id: string, label: string, amount: Amount): Share => ({ id, label, ...amount })
  return {
    ...period,
    withheld: actor.role === 'analyst',
    rough: actor.role === 'analyst' && !isFinishedYear(period, now),
    contacts: count('contacts'),
    exploitation: count('exploitation_source'),
    exploitationShare: found('exploitation').amount.percent,
    children: count('children'),
    bySource: shares('exploitation_source'),
    byOutcome: shares('exploitation_outcome'),
    decidedInTime: share('decided', 'Decided within one working day', found('decided_in_time').amount),
    cateReferrals: count('cate_referrals'),
    openCases: shares('open_cases'),
    panelInTime: share('panel', 'Risk panel within its time', found('panel_in_time').amount),
    measured,
  }
}

/** A period, or nothing for the last twelve months. */
export const figuresSchema = z.strictObject({ from: plainDate.optional(), until: plainDate.optional() })

/** The figures of a period; the last twelve months unless said. Throws Invalid where it ends before it begins. */
export const readFigures = operation({
  name: 'oversight.figures',
  effect: 'read',
  permission: 'figures:read',
  input: figuresSchema,
  audit: ['figures.seen'],
  async work(asking, given) {
    const { from, until } = periodFor(asking.actor, given, asking.now)
    return { output: await countFigures(asking, { from, until }), kind: 'figures.seen', facts: { terms: { from, until } } }
  },
})
