import type { Actor } from '../access/actor'
import { z } from 'zod'
import { operation, type Tx } from '../access/operation'
import type { Alert } from '../database/models'
import { momentsOf, nextPage, pageBy, readKey, type Page } from '../paging'
import { alertListSchema, alertSort } from './schema'
import { alertInclude, rolesAddressed, viewAlert, type AlertView } from './view'

const PAGE = 25

const addressedTo = ({ userId, role, agencyId }: Actor) => ({
  OR: [{ ownerId: userId }, { ownerRole: { in: rolesAddressed(role) }, OR: [{ ownerAgencyId: null }, ...(agencyId ? [{ ownerAgencyId: agencyId }] : [])] }],
})

/** How many alerts wait for the person asking, for their page of today's work. */
export async function countOwnAlerts(tx: Tx, actor: Actor): Promise<number> {
  return tx.alert.count({ where: { areaId: actor.areaId, acknowledgedAt: null, ...addressedTo(actor) } })
}

const MOST_ABOUT = 20

/** The alerts about a contact or a child that the person asking may see: what waits, oldest first, then what was answered, newest first; at most 20 of each. */
export const readAlertsAbout = operation({
  name: 'alerts.about',
  effect: 'read',
  permission: 'alert:read',
  input: z.strictObject({ contactId: z.uuid().optional(), childId: z.uuid().optional() }).refine((about) => about.contactId ?? about.childId, 'Say what the alerts are about'),
  audit: ['alert.listed'],
  async work({ tx, actor, now }, { contactId, childId }) {
    const about = { areaId: actor.areaId, OR: [...(contactId ? [{ recordId: contactId }] : []), ...(childId ? [{ childId }] : [])] }
    const read = { take: MOST_ABOUT, include: alertInclude }
    const waiting = await tx.alert.findMany({ where: { ...about, acknowledgedAt: null }, orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }], ...read })
    const answered = await tx.alert.findMany({ where: { ...about, acknowledgedAt: { not: null } }, orderBy: [{ acknowledgedAt: 'desc' }, { id: 'asc' }], ...read })
    const rows = [...waiting, ...answered]
    const output = rows.map((row) => viewAlert(row, actor, now))
    return { output, kind: 'alert.listed', facts: { rows: rows.map((row) => row.id), children: [...new Set(rows.flatMap((row) => row.childId ?? []))], terms: { contactId, childId } } }
  },
})

/** The alerts about a child or a record that wait and that the person asking may see, oldest first. */
export async function alertsAbout(tx: Tx, actor: Actor, now: Date, about: { childId: string } | { recordId: string }): Promise<AlertView[]> {
  const rows = await tx.alert.findMany({ where: { areaId: actor.areaId, acknowledgedAt: null, ...about }, orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }], include: alertInclude })
  return rows.map((row) => viewAlert(row, actor, now))
}

/** Alerts, 25 a page, narrowed as asked: what waits by when it was raised, what was acknowledged by when that was. */
export const listAlerts = operation({
  name: 'alerts.list',
  effect: 'read',
  permission: 'alert:read',
  input: alertListSchema,
  audit: ['alert.listed'],
  async work({ tx, actor, now, pageSize = PAGE }, { after, ...filter }) {
    const { show, kind } = filter
    const done = show === 'acknowledged'
    const raised = momentsOf(filter)
    const column = done ? 'acknowledgedAt' : 'raisedAt'
    const page = pageBy(column, alertSort(filter) === 'oldest' ? 'asc' : 'desc', readKey(after))
    const rows = await tx.alert.findMany({
      where: {
        areaId: actor.areaId,
        acknowledgedAt: done ? { not: null } : null,
        ...(kind ? { kind } : {}),
        ...(raised ? { raisedAt: raised } : {}),
        AND: [show === 'mine' ? addressedTo(actor) : {}, page.where],
      },
      orderBy: page.order,
      take: pageSize + 1,
      include: alertInclude,
    })
    const { items, next } = nextPage<Alert & (typeof rows)[number]>(rows, PAGE, (row) => ({ at: row[column] ?? row.raisedAt, id: row.id }))
    const output: Page<AlertView> = { items: items.map((row) => viewAlert(row, actor, now)), next }
    return { output, kind: 'alert.listed', facts: { rows: items.map((row) => row.id), children: items.flatMap((row) => row.childId ?? []), terms: { ...filter, after } } }
  },
})
