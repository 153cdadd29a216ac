import { z } from 'zod'
import { operation, type Asking } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { endCoverOf } from '../cover/end'
import { coverMove } from '../pathway/cover'
import { londonDay } from '../pathway/london'
import { chaseSteps } from '../pathway/referral-clock'
import { practitionersOf } from './workload'

const MOST = 500

/**
 * What was forgotten on open cases: a panel or a review whose time has passed (whoever holds the case is asked, then
 * the CATE manager, then the manager hears), and cases whose practitioner has left. It only asks: nothing closes or
 * changes hands by itself. What was arranged happens here: a cover begins on its first day and ends after its last. Each is asked once, however often it runs.
 */
export const watchCases = operation({
  name: 'cases.watch',
  effect: 'change',
  permission: 'job:run',
  input: z.strictObject({}),
  audit: ['case.watched'],
  async work(asking) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const late = await tx.cateCase.findMany({
      where: { areaId, closedAt: null, OR: [{ panelHeldAt: null, panelDue: { lt: now } }, { panelHeldAt: { not: null }, nextReviewDue: { lt: now } }] },
      orderBy: { panelDue: 'desc' },
      take: MOST,
      select: { id: true, childId: true, allocatedToId: true, panelDue: true, panelHeldAt: true, nextReviewDue: true },
    })
    for (const one of late) await askAgain(asking, one)
    const here = new Set((await practitionersOf(tx, actor, now)).map(({ id }) => id))
    const held = await tx.cateCase.findMany({ where: { areaId, closedAt: null, allocatedToId: { not: null } }, select: { id: true, childId: true, allocatedToId: true } })
    const left = held.filter(({ allocatedToId }) => allocatedToId && !here.has(allocatedToId))
    for (const { id, childId, allocatedToId } of left) {
      await raiseAlert(asking, {
        kind: 'holder_left', key: `case:${id}:left:${allocatedToId}`, owner: { role: 'cate_manager' }, record: { type: 'case', id }, childId,
        why: 'Whoever holds this case has left or is no practitioner here any more. Allocate it, and ask how the young person is told.',
      })
    }
    const moved = await moveCovers(asking)
    const rows = [...late, ...left, ...moved.map(({ caseId, childId }) => ({ id: caseId, childId }))]
    return { output: { late: late.length, left: left.length, covers: moved.length }, kind: 'case.watched', facts: { rows: rows.map(({ id }) => id), children: rows.map(({ childId }) => childId), terms: { late: late.length, left: left.length, covers: moved.length } } }
  },
})

/** Begins and ends what was arranged for today. */
async function moveCovers(asking: Asking) {
  const { tx, actor, now } = asking
  const waiting = await tx.caseCover.findMany({ where: { areaId: actor.areaId, endedAt: null }, take: MOST })
  const day = (date: Date) => date.toISOString().slice(0, 10)
  const moves = waiting.map((cover) => ({ cover, move: coverMove({ ...cover, startsOn: day(cover.startsOn), untilOn: day(cover.untilOn) }, londonDay(now)) }))
  for (const { cover, move } of moves) {
    if (move === 'end') await endCoverOf(asking, cover, 'Its last day has passed')
    if (move === 'begin') await tx.caseCover.updateMany({ where: { areaId: actor.areaId, id: cover.id, begunAt: null, endedAt: null }, data: { begunAt: now } })
  }
  return moves.flatMap(({ cover, move }) => (move ? [cover] : []))
}

type Late = { id: string; childId: string; allocatedToId: string | null; panelDue: Date; panelHeldAt: Date | null; nextReviewDue: Date | null }

async function askAgain(asking: Asking, { id, childId, allocatedToId, panelDue, panelHeldAt, nextReviewDue }: Late): Promise<void> {
  const due = panelHeldAt ? nextReviewDue : panelDue
  if (!due) return
  const what = panelHeldAt ? 'review' : 'risk panel'
  const owners = { receiver: allocatedToId ? { userId: allocatedToId } : { role: 'cate_manager' as const }, manager: { role: 'cate_manager' as const }, ours: { role: 'manager' as const } }
  for (const step of chaseSteps(due, asking.now, asking.actor.settings)) {
    await raiseAlert(asking, {
      kind: 'case_overdue', key: `case:${id}:${what}:${londonDay(due)}:${step}`, owner: owners[step], record: { type: 'case', id }, childId: step === 'ours' ? null : childId,
      why: step === 'receiver' ? `The ${what} of this case is overdue.` : `The ${what} of this case is overdue, and whoever holds it was asked.`,
    })
  }
}
