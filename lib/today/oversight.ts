import type { Asking } from '../access/operation'
import { loads } from '../cases/workload'
import { countFigures } from '../oversight/figures'
import { lateWork } from '../oversight/late'
import { periodFor } from '../oversight/period'
import { instantAt, londonDay } from '../pathway/london'
import { countOpenAccess } from '../subject-access/count'
import type { Today } from './view'

const year = (asking: Asking) => countFigures(asking, periodFor(asking.actor, {}, asking.now))

const idOf = (item: { id: string }) => item.id.split(' ').at(-1) ?? ''

/** A manager: the year's figures, what is late and with whom, and who carries what. */
export async function ofManager(asking: Asking): Promise<Today.Made> {
  const late = await lateWork(asking.tx, asking.actor, asking.now)
  const team = await loads(asking.tx, asking.actor, asking.now)
  return { page: { kind: 'manager', figures: await year(asking), late, team }, rows: late.map(idOf), children: [] }
}

/** An auditor: the same, and how busy the audit log is. */
export async function ofAuditor(asking: Asking): Promise<Today.Made> {
  const { tx, actor, now } = asking
  const late = await lateWork(tx, actor, now)
  const eventsToday = await tx.auditEvent.count({ where: { areaId: actor.areaId, at: { gte: instantAt(londonDay(now), 0) } } })
  return { page: { kind: 'auditor', figures: await year(asking), late, eventsToday, access: await countOpenAccess(asking) }, rows: late.map(idOf), children: [] }
}

/** An analyst: figures, and nothing about anybody. */
export async function ofAnalyst(asking: Asking): Promise<Today.Made> {
  return { page: { kind: 'analyst', figures: await year(asking) }, rows: [], children: [] }
}
