import type { Asking } from '../access/operation'
import type { Role } from '../access/roles'
import type { RecordType } from '../audit/kinds'
import type { AlertKind } from '../pathway/alert-kinds'

/** A piece of what an alert rests on; `label` is shown as the link's words and names nobody. */
export type Evidence = { type: RecordType; id: string; label: string }

export type NewAlert = {
  kind: AlertKind
  /** Unique in the area: raising the same key again leaves the one that is there. */
  key: string
  /** Who must acknowledge it: a person, or whoever holds the role (of that agency, where one is given). */
  owner: { userId: string } | { role: Role; agencyId?: string | null }
  /** One plain sentence that explains it, without names. */
  why: string
  /** What opening it leads to. */
  record: { type: RecordType; id: string }
  evidence?: readonly Evidence[]
  childId?: string | null
}

/**
 * Tells or asks somebody something, in the transaction of what caused it: DOMAIN 2, Alerts. The event of that work
 * is the record that it was raised. Raising it twice leaves one alert, so that a job may run again.
 */
export async function raiseAlert({ tx, actor, now }: Asking, alert: NewAlert): Promise<void> {
  const { kind, key, owner, why, record, evidence = [], childId = null } = alert
  const [userId, role, agencyId] = 'userId' in owner ? [owner.userId, null, null] : [null, owner.role, owner.agencyId ?? null]
  // the conflict's columns are not named: naming them would ask that whoever raises an alert may read it
  await tx.$executeRaw`
    INSERT INTO alert (area_id, id, kind, key, owner_id, owner_role, owner_agency_id, why, record_type, record_id, evidence, child_id, raised_at, raised_by_id)
    VALUES (${actor.areaId}::uuid, gen_random_uuid(), ${kind}, ${key}, ${userId}::uuid, ${role}::role_name, ${agencyId}::uuid, ${why},
      ${record.type}, ${record.id}::uuid, ${JSON.stringify(evidence)}::jsonb, ${childId}::uuid, ${now}::timestamptz, ${actor.userId}::uuid)
    ON CONFLICT DO NOTHING`
}
