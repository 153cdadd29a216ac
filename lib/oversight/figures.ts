import { z } from 'zod'
import { addDays, subYears } from 'date-fns'
import { operation, type Tx } from '../access/operation'
import { Invalid } from '../access/errors'
import { plainDate } from '../input'
import { SOURCE_GROUPS, sourceGroup } from '../pathway/codes'
import { LEVELS, LEVEL_LABELS } from '../pathway/levels'
import { addDaysTo, instantAt, londonDay } from '../pathway/london'
import { REPORTED_OUTCOMES, REPORTED_OUTCOME_LABELS } from '../pathway/routing'

/** A number of a figure; null where it is withheld because it is small (DOMAIN 4: 1 to 5, for analysts). */
export type Count = number | null

export type Share = { id: string; label: string; count: Count; of: Count }

export type Figures = {
  /** London days, both included. */
  from: string
  until: string
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

type Row = { figure: string; part: string; number: bigint }

/** Counts a period of London days, both included. `suppress` withholds numbers from 1 to 5. */
export async function countFigures(tx: Tx, from: string, until: string, suppress: boolean): Promise<Figures> {
  const rows = await tx.$queryRaw<Row[]>`SELECT * FROM figures(${instantAt(from, 0)}::timestamptz, ${instantAt(addDaysTo(until, 1), 0)}::timestamptz)`
  const total = (figure: string, part: (name: string) => boolean) =>
    rows.filter((row) => row.figure === figure && part(row.part)).reduce((sum, row) => sum + Number(row.number), 0)
  const shown = (count: number): Count => (suppress && count > 0 && count <= 5 ? null : count)
  const one = (figure: string, part: string) => shown(total(figure, (name) => name === part))
  const exploitation = total('contacts', (name) => name === 'exploitation')
  const open = total('open_case', () => true)
  return {
    from,
    until,
    contacts: one('contacts', 'all'),
    exploitation: shown(exploitation),
    children: one('children', 'exploitation'),
    bySource: SOURCE_GROUPS.map(({ code: id, label }) => ({ id, label, count: shown(total('source', (code) => sourceGroup(code) === id)), of: shown(exploitation) })),
    byOutcome: [
      ...REPORTED_OUTCOMES.map((id) => ({ id, label: REPORTED_OUTCOME_LABELS[id], count: one('outcome', id), of: shown(exploitation) })),
      { id: 'undecided', label: 'Waiting for a decision', count: one('outcome', 'undecided'), of: shown(exploitation) },
    ],
    decidedInTime: { id: 'decided', label: 'Decided within one working day', count: one('decision', 'in_time'), of: one('decision', 'decided') },
    cateReferrals: one('referral', 'cate'),
    openCases: [
      ...LEVELS.toReversed().map((level) => ({ id: level, label: LEVEL_LABELS[level], count: one('open_case', level), of: shown(open) })),
      { id: 'not_assessed', label: 'Not yet assessed', count: one('open_case', 'not_assessed'), of: shown(open) },
    ],
    panelInTime: { id: 'panel', label: 'Risk panel within its time', count: one('panel', 'in_time'), of: one('panel', 'due') },
  }
}

/** The last twelve months up to today, as London days. */
export function lastYear(now: Date): { from: string; until: string } {
  return { from: londonDay(addDays(subYears(now, 1), 1)), until: londonDay(now) }
}

/** The figures of a period; the last twelve months unless said. Throws Invalid where it ends before it begins. */
export const readFigures = operation({
  name: 'oversight.figures',
  effect: 'read',
  permission: 'figures:read',
  input: z.strictObject({ from: plainDate.optional(), until: plainDate.optional() }),
  audit: ['figures.seen'],
  async work({ tx, actor, now }, given) {
    const year = lastYear(now)
    const from = given.from ?? year.from
    const until = given.until ?? year.until
    if (until < from) throw new Invalid({ until: 'The period must end on or after the day it begins' })
    return { output: await countFigures(tx, from, until, actor.role === 'analyst'), kind: 'figures.seen', facts: { terms: { from, until } } }
  },
})
