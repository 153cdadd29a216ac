import { z } from 'zod'
import { operation } from '../access/operation'
import type { Role } from '../access/roles'
import { named } from '../children/queries'
import { oneOf, period, periodInOrder } from '../input'
import { momentsOf } from '../paging'
import type { AuditKind } from '../audit/kinds'
import { AUDIT_LABELS } from '../audit/labels'

const PAGE = 25
/** How many children of an event are named: a list may have shown dozens, and an export thousands. */
const CHILDREN_NAMED = 3
const LAST = '9223372036854775807'

export type AuditLine = {
  seq: string
  at: string
  kind: AuditKind
  label: string
  refused: boolean
  who: string
  role: Role | null
  agency: string | null
  /** Some of those it is about, and whether there are others. */
  children: { id: string; reference: string; name: string }[]
  others: boolean
  record: { type: string; id: string } | null
  rowCount: number | null
  rowIds: string[]
  address: string
  requestId: string
  detail: unknown
}

export const auditFilterSchema = z
  .strictObject({
    person: z.uuid().optional(),
    child: z.uuid().optional(),
    kind: oneOf(Object.keys(AUDIT_LABELS) as AuditKind[], 'Choose from the list').optional(),
    ...period,
    sort: oneOf(['at', '-at'], 'Choose from the list').default('-at'),
    /** The sequence number of the last line of the page before. */
    before: z.string().regex(/^\d{1,18}$/).optional(),
  })
  .refine(...periodInOrder)

/**
 * The audit log of the area, newest first or oldest, 25 a page by key; by person, child, kind and London days, both
 * included. Of a child whose record was joined to another it holds what was done with both.
 */
export const readAuditLog = operation({
  name: 'audit.read',
  effect: 'read',
  permission: 'audit:read',
  input: auditFilterSchema,
  audit: ['audit.read'],
  async work({ tx, actor, pageSize = PAGE }, filter) {
    const { areaId } = actor
    const { person, child, kind, from, until, before, sort } = filter
    const oldest = sort === 'at'
    const [after, upTo] = [BigInt(oldest ? (before ?? 0) : 0), BigInt(oldest ? LAST : (before ?? LAST))]
    const at = momentsOf(filter)
    const seqs = child
      ? await tx.$queryRaw<{ seq: bigint }[]>`
          SELECT c.seq FROM audit_event_child c JOIN audit_event e ON e.seq = c.seq
          WHERE c.area_id = ${areaId}::uuid AND c.child_id IN (SELECT same_children(ARRAY[${child}]::uuid[])) AND c.seq > ${after} AND c.seq < ${upTo}
            AND (${person ?? null}::uuid IS NULL OR e.actor_id = ${person ?? null}::uuid)
            AND (${kind ?? null}::text IS NULL OR e.kind = ${kind ?? null})
            AND (${from ?? null}::text IS NULL OR e.at >= ${at?.gte ?? null}::timestamptz)
            AND (${until ?? null}::text IS NULL OR e.at < ${at?.lt ?? null}::timestamptz)
          GROUP BY c.seq ORDER BY CASE WHEN ${oldest} THEN c.seq END, CASE WHEN NOT ${oldest} THEN c.seq END DESC LIMIT ${pageSize + 1}`
      : null
    const rows = await tx.auditEvent.findMany({
      where: seqs
        ? { areaId, seq: { in: seqs.map((row) => row.seq) } }
        : {
            areaId,
            ...(person ? { actorId: person } : {}),
            ...(kind ? { kind } : {}),
            seq: { gt: after, lt: upTo },
            ...(at ? { at } : {}),
          },
      orderBy: { seq: oldest ? 'asc' : 'desc' },
      take: pageSize + 1,
    })
    const items = rows.slice(0, pageSize)
    const people = await tx.userAccount.findMany({ where: { id: { in: items.flatMap((row) => row.actorId ?? []) } }, select: { id: true, name: true } })
    const agencies = await tx.agency.findMany({ where: { areaId, id: { in: items.flatMap((row) => row.agencyId ?? []) } }, select: { id: true, name: true } })
    const about = await tx.$queryRaw<{ seq: bigint; child_id: string }[]>`
      SELECT e.seq, c.child_id::text FROM unnest(${items.map((row) => row.seq)}::bigint[]) AS e (seq)
      CROSS JOIN LATERAL (SELECT child_id FROM audit_event_child WHERE seq = e.seq LIMIT ${CHILDREN_NAMED + 1}) AS c`
    const children = new Map((await named(tx, actor, about.map((one) => one.child_id))).map((one) => [one.id, one]))
    const lines = items.map((row): AuditLine => {
      const whom = about.filter(({ seq }) => seq === row.seq)
      return {
        seq: row.seq.toString(),
        at: row.at.toISOString(),
        kind: row.kind as AuditKind,
        label: AUDIT_LABELS[row.kind as AuditKind] ?? row.kind,
        refused: row.outcome === 'refused',
        who: people.find((one) => one.id === row.actorId)?.name ?? 'Nobody signed in',
        role: row.role,
        agency: agencies.find((one) => one.id === row.agencyId)?.name ?? null,
        children: whom.slice(0, CHILDREN_NAMED).flatMap(({ child_id }) => children.get(child_id) ?? []),
        others: whom.length > CHILDREN_NAMED,
        record: row.recordType && row.recordId ? { type: row.recordType, id: row.recordId } : null,
        rowCount: row.rowCount,
        rowIds: row.rowIds,
        address: row.address,
        requestId: row.requestId,
        detail: detailFor(actor.role, row.detail),
      }
    })
    const { before: _, ...terms } = filter
    return {
      output: { lines, next: rows.length > pageSize ? (items.at(-1)?.seq.toString() ?? null) : null, child: child ? ((await named(tx, actor, [child]))[0] ?? null) : null },
      kind: 'audit.read',
      facts: { rows: [], terms: { ...terms, lines: lines.length } },
    }
  },
})

/** What a change made of a record is for those who read records; others see which fields changed (decision 0007). */
function detailFor(role: Role, detail: unknown): unknown {
  if (role === 'auditor' || typeof detail !== 'object' || detail === null || !('after' in detail)) return detail
  const { before: _, after, ...rest } = detail as Record<string, unknown>
  return { ...rest, changed: typeof after === 'object' && after !== null ? Object.keys(after) : [] }
}

/** Everybody who has or had a role in the area, by name, to choose whose events to see. */
export const listAuditedPeople = operation({
  name: 'audit.people',
  effect: 'read',
  permission: 'audit:read',
  input: z.strictObject({}),
  audit: ['people.listed'],
  async work({ tx, actor }) {
    const output = await tx.userAccount.findMany({
      where: { assignments: { some: { areaId: actor.areaId } } },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    })
    return { output, kind: 'people.listed', facts: { rows: output.map((person) => person.id) } }
  },
})
