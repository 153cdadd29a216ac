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
  const shown = (count: number): Count => (suppress && isSmall(count) ? null : count)
  const shares = (parts: readonly { id: string; label: string; count: number }[], of: number): Share[] => {
    const counts = suppress ? withheld(parts.map((part) => part.count)) : parts.map((part) => part.count)
    return parts.map(({ id, label }, at) => ({ id, label, count: counts[at] ?? null, of: shown(of) }))
  }
  // a part of a whole tells the rest of it
  const partOf = (id: string, label: string, count: number, of: number): Share => shares([{ id, label, count }, { id: 'rest', label: '', count: of - count }], of)[0] as Share
  const count = (figure: string, part: string) => total(figure, (name) => name === part)
  const one = (figure: string, part: string) => shown(total(figure, (name) => name === part))
  const exploitation = total('contacts', (name) => name === 'exploitation')
  const open = total('open_case', () => true)
  return {
    from,
    until,
    contacts: one('contacts', 'all'),
    exploitation: shown(exploitation),
    children: one('children', 'exploitation'),
    bySource: shares(SOURCE_GROUPS.map(({ code: id, label }) => ({ id, label, count: total('source', (code) => sourceGroup(code) === id) })), exploitation),
    byOutcome: shares(
      [
        ...REPORTED_OUTCOMES.map((id) => ({ id, label: REPORTED_OUTCOME_LABELS[id], count: count('outcome', id) })),
        { id: 'undecided', label: 'Waiting for a decision', count: count('outcome', 'undecided') },
      ],
      exploitation,
    ),
    decidedInTime: partOf('decided', 'Decided within one working day', count('decision', 'in_time'), count('decision', 'decided')),
    cateReferrals: one('referral', 'cate'),
    openCases: shares(
      [
        ...LEVELS.toReversed().map((level) => ({ id: level, label: LEVEL_LABELS[level], count: count('open_case', level) })),
        { id: 'not_assessed', label: 'Not yet assessed', count: count('open_case', 'not_assessed') },
      ],
      open,
    ),
    panelInTime: partOf('panel', 'Risk panel within its time', count('panel', 'in_time'), count('panel', 'due')),
  }
}

const isSmall = (count: number) => count > 0 && count <= 5

/**
 * The parts of a whole with the small ones withheld; and where only one is, the next smallest with it, because
 * the whole less the others would give it back (DOMAIN 4 and 6).
 */
export function withheld(parts: readonly number[]): Count[] {
  const hidden = parts.map(isSmall)
  if (hidden.filter(Boolean).length === 1) {
    const others = parts.flatMap((count, at) => (count > 0 && !hidden[at] ? [{ count, at }] : [])).sort((a, b) => a.count - b.count)
    if (others[0]) hidden[others[0].at] = true
  }
  return parts.map((count, at) => (hidden[at] ? null : count))
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
