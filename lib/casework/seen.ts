import type { Tx } from '../access/operation'
import { SEEN_TYPES, type SafetyFeeling } from '../pathway/sessions'

/** What a case's log says at a glance: when the young person was last seen, how safe they felt then, and what is next. */
export type Known = { seenAt: Date | null; safety: SafetyFeeling | null; nextStep: string | null; nextOn: Date | null }

type Row = { case_id: string; seen_at: Date | null; safety: SafetyFeeling | null; next_step: string | null; next_on: Date | null }

/** The same for many cases, in one statement. A case without a session has no entry. Entries that were corrected do not count. */
export async function seenOfCases(tx: Tx, areaId: string, caseIds: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  if (!caseIds.length) return new Map()
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.case_id, max(s.happened_at) FILTER (WHERE s.type = ANY(${[...SEEN_TYPES]}::text[])) AS seen_at,
      (array_agg(s.safety ORDER BY s.happened_at DESC, s.id DESC) FILTER (WHERE s.safety IS NOT NULL))[1] AS safety,
      (array_agg(s.next_step ORDER BY s.happened_at DESC, s.id DESC))[1] AS next_step,
      (array_agg(s.next_on ORDER BY s.happened_at DESC, s.id DESC))[1] AS next_on
    FROM case_session s
    WHERE s.area_id = ${areaId}::uuid AND s.case_id = ANY(${[...caseIds]}::uuid[])
      AND NOT EXISTS (SELECT FROM case_session c WHERE c.area_id = s.area_id AND c.corrects_id = s.id)
    GROUP BY s.case_id`
  return new Map(rows.map((row) => [row.case_id, { seenAt: row.seen_at, safety: row.safety, nextStep: row.next_step, nextOn: row.next_on }]))
}
