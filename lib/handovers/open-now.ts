import type { Asking } from '../access/operation'
import { rolesAddressed } from '../alerts/view'
import type { AlertKind } from '../pathway/alert-kinds'
import { formatDateTime } from '../pathway/dates'
import { lastChange } from '../pathway/shifts'

/** One thing that is open and goes to the next shift, most urgent first. */
export type OpenItem = { kind: 'contact' | 'alert'; id: string; why: string; danger: boolean }

const MOST = 500

/**
 * What is open at the front door now: contacts that wait for a decision, every contact of this shift that told
 * of immediate danger, decided or not, and alerts to the front door that nobody has
 * acknowledged, but for those that wait for office hours.
 */
export async function openNow(asking: Asking): Promise<OpenItem[]> {
  const contacts = await openContacts(asking)
  return [...contacts.filter((one) => one.danger), ...(await openAlerts(asking)), ...contacts.filter((one) => !one.danger)]
}

// a receiver who is late is asked again in office hours: it stays on the alerts page and would bury what the night needs
const OF_OFFICE_HOURS: readonly AlertKind[] = ['referral_overdue']

/** What the front door is asked or told and has not answered; what is addressed to others waits for them, not for the shift. */
async function openAlerts({ tx, actor }: Asking): Promise<OpenItem[]> {
  const rows = await tx.alert.findMany({
    where: { areaId: actor.areaId, acknowledgedAt: null, kind: { notIn: [...OF_OFFICE_HOURS] }, ownerRole: { in: rolesAddressed('emergency_duty') } },
    orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, why: true },
  })
  return rows.map((row) => ({ kind: 'alert', id: row.id, why: row.why, danger: false }))
}

async function openContacts({ tx, actor, now }: Asking): Promise<OpenItem[]> {
  const since = lastChange(now, actor.settings).at
  const rows = await tx.contact.findMany({
    where: { areaId: actor.areaId, OR: [{ awaitedUntil: { not: null } }, { receivedAt: { gte: since }, immediateDanger: true }] },
    orderBy: [{ decisionDue: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, immediateDanger: true, awaitedUntil: true, decisionDue: true },
  })
  return rows.map((row) => ({ kind: 'contact', id: row.id, why: whyOf(row, now), danger: row.immediateDanger }))
}

function whyOf(row: { immediateDanger: boolean; awaitedUntil: Date | null; decisionDue: Date }, now: Date): string {
  const decision = row.awaitedUntil ? `Waits for a decision, ${row.decisionDue < now ? 'late since' : 'due'} ${formatDateTime(row.decisionDue)}` : 'Decided'
  return row.immediateDanger ? `Immediate danger. ${decision}` : decision
}
