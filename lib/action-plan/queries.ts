import { z } from 'zod'
import { operation, type Tx } from '../access/operation'
import { dueOf, dueText, isOverdue, statusOf, updatesWanted, type Milestone, type PlanFigure, type PlanStatus } from '../pathway/action-plan'
import { londonDay } from '../pathway/london'

export type PlanUpdate = { id: string; milestone: Milestone; on: string; status: PlanStatus; words: string; evidence: string; newDue: string | null; by: string }

/** A row of the action plan as it stands today. Days are 'YYYY-MM-DD'. */
export type PlanItem = {
  id: string
  number: number
  recommendation: string
  action: string
  lead: string
  how: string
  due: string
  dueText: string
  figures: PlanFigure[]
  auditId: string | null
  addedOn: string
  by: string
  status: PlanStatus
  overdue: boolean
  wanted: Milestone[]
  /** The earliest first. */
  updates: PlanUpdate[]
}

export type PlanPage = { items: PlanItem[]; today: string }

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/** The whole plan, by its numbers: some tens of rows. */
export async function loadPlan(tx: Tx, areaId: string, now: Date): Promise<PlanItem[]> {
  const named = { select: { name: true } } as const
  const rows = await tx.actionPlanItem.findMany({
    where: { areaId }, orderBy: { number: 'asc' }, include: { by: named, updates: { orderBy: [{ onDay: 'asc' }, { at: 'asc' }, { id: 'asc' }], include: { by: named } } },
  })
  const today = londonDay(now)
  return rows.map((row) => {
    const updates = row.updates.map((one): PlanUpdate => ({
      id: one.id, milestone: one.milestone as Milestone, on: dayOf(one.onDay), status: one.status as PlanStatus, words: one.words, evidence: one.evidence, newDue: one.newDue && dayOf(one.newDue), by: one.by.name,
    }))
    const state = { dueOn: dayOf(row.dueOn), addedOn: londonDay(row.at), updates }
    return {
      id: row.id, number: row.number, recommendation: row.recommendation, action: row.action, lead: row.leadName, how: row.how, due: dueOf(state), dueText: dueText(state),
      figures: row.figures as PlanFigure[], auditId: row.auditId, addedOn: state.addedOn, by: row.by.name, status: statusOf(state), overdue: isOverdue(state, today), wanted: updatesWanted(state, today), updates,
    }
  })
}

/** The board's action plan with every update. */
export const readPlan = operation({
  name: 'action-plan.read',
  effect: 'read',
  permission: 'action-plan:read',
  input: z.strictObject({}),
  audit: ['action_plan.seen'],
  async work({ tx, actor, now }) {
    const items = await loadPlan(tx, actor.areaId, now)
    const output: PlanPage = { items, today: londonDay(now) }
    return { output, kind: 'action_plan.seen', facts: { rows: items.map(({ id }) => id) } }
  },
})

/** The agencies that may lead a row. */
export const listLeads = operation({
  name: 'action-plan.leads',
  effect: 'read',
  permission: 'action-plan:write',
  input: z.strictObject({}),
  audit: ['agencies.listed'],
  async work({ tx, actor }) {
    const output = await tx.agency.findMany({ where: { areaId: actor.areaId }, orderBy: { name: 'asc' }, select: { id: true, name: true } })
    return { output, kind: 'agencies.listed', facts: {} }
  },
})
