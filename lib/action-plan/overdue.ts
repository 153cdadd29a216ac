import type { Asking } from '../access/operation'
import { daysBetween, londonDay } from '../pathway/london'
import { loadPlan, type PlanItem } from './queries'

/** A row of the action plan past its date, for the board: what, who leads it, and by how many days. No case content. */
export type OverdueRow = Pick<PlanItem, 'id' | 'number' | 'action' | 'lead' | 'dueText' | 'status'> & { days: number }

/** The rows of the plan that are overdue today, the longest first (DOMAIN 2, Assurance: overdue to the board). */
export async function overdueRows({ tx, actor, now }: Pick<Asking, 'tx' | 'actor' | 'now'>): Promise<OverdueRow[]> {
  const today = londonDay(now)
  return (await loadPlan(tx, actor.areaId, now))
    .filter(({ overdue }) => overdue)
    .map(({ id, number, action, lead, due, dueText, status }) => ({ id, number, action, lead, dueText, status, days: daysBetween(due, today) }))
    .sort((a, b) => b.days - a.days || a.number - b.number)
}
