import { z } from 'zod'
import { operation, type Asking } from '../access/operation'
import { overdueRows, type OverdueRow } from '../action-plan/overdue'
import { loads, type PractitionerLoad } from '../cases/workload'
import { LEVELS, LEVEL_LABELS, type Level } from '../pathway/levels'
import { addDaysTo, londonDay } from '../pathway/london'
import { lastSeen } from '../pathway/sessions'
import { readFact, type FactRow } from './count'
import { lateWork, type LateItem } from './late'

/** What needs somebody now: references, dates and whom to ask, and no child (DOMAIN 4: manager). */
export type Live = {
  /** Rows of the action plan past their date. */
  plan: OverdueRow[]
  late: LateItem[]
  /** Referrals whose receiver has said nothing, past the time to acknowledge, the longest first. */
  silent: { id: string; reference: string; sentAt: string; with: string }[]
  /** What agencies have not returned to a panel that is still to come, past its day for returns. */
  returns: { agency: string; heldAt: string; missing: number }[]
  over: PractitionerLoad[]
  /** Young people who have not been seen as often as their level asks, the longest over first. */
  unseen: { id: string; reference: string; seenAt: string | null; level: string; over: number; expected: string; with: string }[]
}

/** At most this many of each: a list that is longer is a matter for the figures. */
const MOST = 100
const ALL_OPEN = 5000

async function liveWork(asking: Asking): Promise<Live> {
  const { tx, actor, now } = asking
  const today = londonDay(now)
  const names = async (rows: readonly FactRow[], of: 'people' | 'agencies') => {
    const ids = [...new Set(rows.flatMap(({ part }) => part ?? []))]
    const found = of === 'people' ? await tx.userAccount.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }) : await tx.agency.findMany({ where: { areaId: actor.areaId, id: { in: ids } }, select: { id: true, name: true } })
    return new Map(found.map(({ id, name }) => [id, name]))
  }
  const late = await lateWork(tx, actor, now)
  const silent = await readFact(tx, actor, now, { fact: 'referral', period: { from: addDaysTo(today, -365), until: today }, flags: ['due', 'silent'], column: 'receiver', most: MOST })
  const missing = await readFact(tx, actor, now, { fact: 'return', period: { from: today, until: addDaysTo(today, 365) }, flags: ['missing'], column: 'agency', most: ALL_OPEN })
  const agencies = await names(missing, 'agencies')
  const open = await readFact(tx, actor, now, { fact: 'seen', period: { from: today, until: today }, column: 'practitioner', most: ALL_OPEN })
  const people = await names(open, 'people')
  return {
    plan: await overdueRows(asking),
    late,
    silent: silent.map(({ id, reference, at, part }) => ({ id, reference, sentAt: at.toISOString(), with: part ?? '' })).reverse(),
    returns: countedReturns(missing.filter(({ at }) => at > now), agencies),
    over: (await loads(tx, actor, now)).filter(({ load }) => load.state === 'over'),
    unseen: open
      .flatMap(({ id, reference, at, flags, part }) => {
        const level = LEVELS.find((one) => flags.includes(one)) ?? null
        const seenAt = flags.includes('never') ? null : at
        const { over, expected } = lastSeen({ level, seenAt, openedAt: at }, now, actor.settings)
        return over > 0 ? [{ id, reference, seenAt: seenAt?.toISOString() ?? null, level: levelWords(level), over, expected: expected.words, with: people.get(part ?? '') ?? '' }] : []
      })
      .sort((a, b) => b.over - a.over || a.reference.localeCompare(b.reference))
      .slice(0, MOST),
  }
}

const levelWords = (level: Level | null) => (level ? LEVEL_LABELS[level] : 'Not yet assessed')

function countedReturns(rows: readonly FactRow[], agencies: ReadonlyMap<string, string>): Live['returns'] {
  const counted = new Map<string, Live['returns'][number]>()
  for (const { at, part } of rows) {
    const key = `${part} ${at.getTime()}`
    const one = counted.get(key) ?? { agency: agencies.get(part ?? '') ?? '', heldAt: at.toISOString(), missing: 0 }
    counted.set(key, { ...one, missing: one.missing + 1 })
  }
  return [...counted.values()].sort((a, b) => a.heldAt.localeCompare(b.heldAt) || a.agency.localeCompare(b.agency))
}

/** What needs somebody now, for those who oversee the work. */
export const readLive = operation({
  name: 'oversight.live',
  effect: 'read',
  permission: 'oversight:read',
  input: z.strictObject({}),
  audit: ['oversight.seen'],
  async work(asking) {
    const output = await liveWork(asking)
    const rows = [...output.plan.map(({ id }) => id), ...output.late.map(({ id }) => id.split(' ').at(-1) ?? ''), ...output.silent.map(({ id }) => id), ...output.unseen.map(({ id }) => id)]
    return { output, kind: 'oversight.seen', facts: { rows: [...new Set(rows)] } }
  },
})
