import type { Actor } from '../access/actor'
import { ROLE_LABELS, type Role } from '../access/roles'
import type { RecordType } from '../audit/kinds'
import { nameOf } from '../children/view'
import type { Alert, Child } from '../database/models'
import { alertAsks, alertLabel, alertScreens } from '../pathway/alert-kinds'
import { waitedFor } from '../pathway/clocks'
import type { ExploitationFlag } from '../pathway/words'
import type { Evidence } from './raise'

export type AlertView = {
  id: string
  version: number
  kind: string
  label: string
  /** Acknowledging it takes an answer. */
  asks: boolean
  /** The answer is whether exploitation is a concern. */
  screens: boolean
  why: string
  record: { type: RecordType; id: string }
  evidence: Evidence[]
  child: { id: string; name: string } | null
  raisedAt: string
  waited: string
  /** Whom it is addressed to, in words. */
  to: string
  /** Whether the person asking is the one, or one of those, it is addressed to. */
  own: boolean
  acknowledged: { at: string; by: string; note: string | null; answer: ExploitationFlag | null } | null
}

type Row = Alert & {
  child: Pick<Child, 'id' | 'givenName' | 'familyName' | 'knownAs'> | null
  owner: { name: string } | null
  ownerAgency: { name: string } | null
  acknowledgedBy: { name: string } | null
}

const TO_LABELS: Record<Role, string> = { ...ROLE_LABELS, advisor: 'the front door' }

/** What a list of alerts loads beside each. */
export const alertInclude = {
  child: { select: { id: true, givenName: true, familyName: true, knownAs: true } },
  owner: { select: { name: true } },
  ownerAgency: { select: { name: true } },
  acknowledgedBy: { select: { name: true } },
} as const

/** Whose alerts a role answers: the front door is one post, which the Emergency Duty Team holds out of hours. */
export function rolesAddressed(role: Role): Role[] {
  return role === 'emergency_duty' ? ['emergency_duty', 'advisor'] : [role]
}

/** Whether an alert is addressed to the person asking, as the database's app_is_addressed() has it. */
export function isAddressed(alert: Pick<Alert, 'ownerId' | 'ownerRole' | 'ownerAgencyId'>, actor: Actor): boolean {
  if (alert.ownerId) return alert.ownerId === actor.userId
  if (alert.ownerRole === null || !rolesAddressed(actor.role).includes(alert.ownerRole)) return false
  return (alert.ownerAgencyId === null || alert.ownerAgencyId === actor.agencyId)
}

/** The front door sees that others' alerts are there and answered, and not what they found (DOMAIN 4: alert flags). */
export function seesNote(row: Row, actor: Actor): boolean {
  return (actor.role !== 'advisor' && actor.role !== 'emergency_duty') || isAddressed(row, actor)
}

/** A row as a line of a list. */
export function viewAlert(row: Row, actor: Actor, now: Date): AlertView {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    label: alertLabel(row.kind),
    asks: alertAsks(row.kind),
    screens: alertScreens(row.kind),
    why: row.why,
    record: { type: row.recordType as RecordType, id: row.recordId },
    evidence: row.evidence as Evidence[],
    child: row.child ? { id: row.child.id, name: nameOf(row.child) } : null,
    raisedAt: row.raisedAt.toISOString(),
    waited: waitedFor(row.raisedAt, row.acknowledgedAt ?? now),
    to: row.owner?.name ?? [row.ownerRole ? TO_LABELS[row.ownerRole] : '', row.ownerAgency?.name].filter(Boolean).join(', '),
    own: isAddressed(row, actor),
    acknowledged: row.acknowledgedAt ? { at: row.acknowledgedAt.toISOString(), by: row.acknowledgedBy?.name ?? '', note: seesNote(row, actor) ? row.note : null, answer: row.answer } : null,
  }
}
