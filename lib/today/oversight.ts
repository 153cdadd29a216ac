import type { Asking } from '../access/operation'
import { overdueRows } from '../action-plan/overdue'
import { loads } from '../cases/workload'
import { countFigures } from '../oversight/figures'
import { lateWork } from '../oversight/late'
import { periodFor } from '../oversight/period'
import { instantAt, londonDay } from '../pathway/london'
import { toRead } from '../quality-audits/list'
import { countOpenAccess } from '../subject-access/count'
import type { Today } from './view'

const year = (asking: Asking) => countFigures(asking, periodFor(asking.actor, {}, asking.now))

const idOf = (item: { id: string }) => item.id.split(' ').at(-1) ?? ''

/** A manager: the year's figures, what is late and with whom, what of the action plan is overdue, and who carries what. */
export async function ofManager(asking: Asking): Promise<Today.Made> {
  const late = await lateWork(asking.tx, asking.actor, asking.now)
  const plan = await overdueRows(asking)
  const team = await loads(asking.tx, asking.actor, asking.now)
  return { page: { kind: 'manager', figures: await year(asking), late, plan, team }, rows: [...late.map(idOf), ...plan.map(({ id }) => id)], children: [] }
}

/** An auditor: the same, the records given to them to read, and how busy the audit log is. */
export async function ofAuditor(asking: Asking): Promise<Today.Made> {
  const { tx, actor, now } = asking
  const late = await lateWork(tx, actor, now)
  const plan = await overdueRows(asking)
  const eventsToday = await tx.auditEvent.count({ where: { areaId: actor.areaId, at: { gte: instantAt(londonDay(now), 0) } } })
  return { page: { kind: 'auditor', figures: await year(asking), late, plan, toRead: await toRead(tx, actor.areaId, actor.userId), eventsToday, access: await countOpenAccess(asking) }, rows: [...late.map(idOf), ...plan.map(({ id }) => id)], children: [] }
}

/** An analyst: figures, and nothing about anybody. */
export async function ofAnalyst(asking: Asking): Promise<Today.Made> {
  return { page: { kind: 'analyst', figures: await year(asking) }, rows: [], children: [] }
}
