import { z } from 'zod'
import { operation, type Asking } from '../access/operation'
import { plainDate } from '../input'
import type { Count } from '../pathway/suppression'
import { measure, type Amount, type Measured, type Part } from './measure'
import type { FigureName } from './definitions'
import { periodFor, type Period } from './period'

export type { Count } from '../pathway/suppression'

export type Share = { id: string; label: string; count: Count; of: Count }

/** The year at a glance. */
export type Figures = Period & {
  contacts: Count
  exploitation: Count
  children: Count
  bySource: Share[]
  byOutcome: Share[]
  decidedInTime: Share
  cateReferrals: Count
  openCases: Share[]
  panelInTime: Share
}

const GLANCE = [
  { figure: 'contacts' }, { figure: 'children' },
  { figure: 'exploitation_source', by: ['source_group'] }, { figure: 'exploitation_outcome', by: ['outcome'] },
  { figure: 'decided_in_time' }, { figure: 'cate_referrals' }, { figure: 'open_cases', by: ['level'] }, { figure: 'panel_in_time' },
] as const

/** The figures that Today and the first page of oversight show. Small numbers are withheld from an analyst. */
export async function countFigures({ tx, actor, now }: Asking, period: Period): Promise<Figures> {
  const measured = await measure(tx, actor, now, GLANCE, period)
  const found = (figure: FigureName) => measured.find((one) => one.figure === figure) as Measured
  const count = (figure: FigureName) => found(figure).amount.count
  const shares = (figure: FigureName) => (found(figure).breakdowns[0]?.parts ?? []).map(({ id, label, count, of }: Part): Share => ({ id, label, count, of }))
  const share = (id: string, label: string, { count, of }: Amount): Share => ({ id, label, count, of })
  return {
    ...period,
    contacts: count('contacts'),
    exploitation: count('exploitation_source'),
    children: count('children'),
    bySource: shares('exploitation_source'),
    byOutcome: shares('exploitation_outcome'),
    decidedInTime: share('decided', 'Decided within one working day', found('decided_in_time').amount),
    cateReferrals: count('cate_referrals'),
    openCases: shares('open_cases'),
    panelInTime: share('panel', 'Risk panel within its time', found('panel_in_time').amount),
  }
}

/** The figures of a period; the last twelve months unless said. Throws Invalid where it ends before it begins. */
export const readFigures = operation({
  name: 'oversight.figures',
  effect: 'read',
  permission: 'figures:read',
  input: z.strictObject({ from: plainDate.optional(), until: plainDate.optional() }),
  audit: ['figures.seen'],
  async work(asking, given) {
    const { from, until } = periodFor(asking.actor, given, asking.now)
    return { output: await countFigures(asking, { from, until }), kind: 'figures.seen', facts: { terms: { from, until } } }
  },
})
