import { z } from 'zod'
import { operation, type Asking } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { formatDate, formatDateTime } from '../pathway/dates'
import { PROTECTION_STEPS } from '../pathway/strategy'

const MOST = 500

const LATE = {
  called: (due: string) => `A strategy meeting was due by ${due} and no decision is recorded.`,
  held: (due: string) => `The minutes of a strategy meeting were due by ${due} and are not out.`,
  minutes_out: (due: string) => `The review of a strategy meeting was due by ${due} and none is called.`,
} as const

/**
 * Tells the safeguarding lead of meetings, minutes and reviews that are late, and of a conference or an assessment
 * whose time has passed. Each is told once, however often this runs.
 */
export const remindStrategy = operation({
  name: 'strategy.remind',
  effect: 'change',
  permission: 'job:run',
  input: z.strictObject({}),
  audit: ['strategy.reminded'],
  async work(asking) {
    const { tx, actor, now } = asking
    const late = await tx.strategyMeeting.findMany({ where: { areaId: actor.areaId, awaitedBy: { lt: now } }, orderBy: { awaitedBy: 'desc' }, take: MOST, select: { id: true, childId: true, state: true, awaitedBy: true } })
    for (const { id, childId, state, awaitedBy } of late) {
      if (state === 'reviewed' || state === 'resolved' || !awaitedBy) continue
      await tell(asking, 'strategy_late', `strategy late ${id} ${state}`, LATE[state](formatDateTime(awaitedBy)), { id, childId })
    }
    const passed = await protectionLate(asking)
    for (const { id, childId, clock, due } of passed) {
      const what = clock === 'conference' ? 'The initial child protection conference' : 'The assessment'
      await tell(asking, 'protection_late', `protection late ${id} ${clock}`, `${what} after a strategy meeting was due by ${formatDate(due)}. Say what came of it, or ask who has it.`, { id, childId })
    }
    const rows = [...new Set([...late, ...passed].map(({ id }) => id))]
    return { output: { late: late.length, protection: passed.length }, kind: 'strategy.reminded', facts: { rows, terms: { late: late.length, protection: passed.length } } }
  },
})

const tell = (asking: Asking, kind: 'strategy_late' | 'protection_late', key: string, why: string, { id, childId }: { id: string; childId: string }) =>
  raiseAlert(asking, { kind, key, owner: { role: 'safeguarding_lead' }, why, record: { type: 'strategy', id }, childId })

/** Each conference and assessment whose time is over and that no step has ended. */
async function protectionLate({ tx, actor, now }: Asking): Promise<{ id: string; childId: string; clock: 'conference' | 'assessment'; due: Date }[]> {
  const rows = await tx.strategyDecision.findMany({
    where: { areaId: actor.areaId, OR: [{ conferenceDue: { lt: now } }, { assessmentDue: { lt: now } }] },
    orderBy: { decidedAt: 'desc' },
    take: MOST,
    select: { meetingId: true, conferenceDue: true, assessmentDue: true, meeting: { select: { childId: true, steps: { select: { kind: true } } } } },
  })
  return rows.flatMap(({ meetingId, conferenceDue, assessmentDue, meeting }) => {
    const ended = (clock: string) => meeting.steps.some(({ kind }) => PROTECTION_STEPS.some(({ id, ends }) => id === kind && ends === clock))
    return ([['conference', conferenceDue], ['assessment', assessmentDue]] as const).flatMap(([clock, due]) => (due && due < now && !ended(clock) ? [{ id: meetingId, childId: meeting.childId, clock, due }] : []))
  })
}
