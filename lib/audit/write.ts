import type { Tx } from '../database/client'
import type { AuditFacts, AuditKind, Json, RecordType } from './kinds'

/** Who did it. Empty where nobody was signed in. */
export type AuditActor = { userId: string; role: string; agencyId: string | null; areaId: string }

/** Where it came from. */
export type Origin = { address: string; requestId: string }

type Facts = {
  record?: { type: RecordType; id: string }
  children?: readonly string[]
  rows?: readonly string[]
  terms?: Json
  before?: Json
  after?: Json
}

/**
 * Writes one event, in the transaction of the work it is about. The database sets the time and refuses an
 * event in another's name. Throws where it cannot be written, and then the work is undone with it.
 */
export async function writeAudit<K extends AuditKind>(tx: Tx, actor: AuditActor | null, origin: Origin, kind: K, given: AuditFacts[K]): Promise<void> {
  const facts: Facts = given
  const detail = detailOf(facts)
  const children = actor ? [...new Set(facts.children ?? [])] : []
  await tx.$executeRaw`
    WITH next AS (SELECT nextval('audit_event_seq_seq') AS seq),
    event AS (
      INSERT INTO audit_event (seq, area_id, kind, outcome, actor_id, role, agency_id, record_type, record_id, row_count, row_ids, address, request_id, detail)
      SELECT seq, ${actor?.areaId ?? null}::uuid, ${kind}, ${kind === 'access.refused' ? 'refused' : 'done'}::audit_outcome,
        ${actor?.userId ?? null}::uuid, ${actor?.role ?? null}::role_name, ${actor?.agencyId ?? null}::uuid,
        ${facts.record?.type ?? null}, ${facts.record?.id ?? null}::uuid, ${facts.rows?.length ?? null}::int,
        ${[...(facts.rows ?? [])]}::uuid[], ${origin.address}, ${origin.requestId}, ${detail}::jsonb
      FROM next)
    INSERT INTO audit_event_child (area_id, child_id, seq)
    SELECT ${actor?.areaId ?? null}::uuid, child, seq FROM next, unnest(${children}::uuid[]) AS child`
}

function detailOf({ terms, before, after }: Facts): string | null {
  const detail: Record<string, Json | undefined> = {}
  if (terms !== undefined) detail.terms = terms
  if (after !== undefined) Object.assign(detail, { before: before ?? null, after })
  return Object.keys(detail).length ? JSON.stringify(detail) : null
}

