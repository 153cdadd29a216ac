import { expect } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import type { World } from './world'

/** The one event that a request left, with the children it is about. */
export async function eventOf(world: World, requestId: string) {
  const { rows } = await world.sql.query(
    `SELECT kind, outcome, actor_id, role, agency_id, area_id, address, record_type, record_id, row_count, row_ids, detail,
       (SELECT coalesce(array_agg(c.child_id::text ORDER BY c.child_id::text), '{}') FROM audit_event_child c WHERE c.seq = e.seq AND c.area_id = e.area_id) AS children
     FROM audit_event e WHERE request_id = $1`,
    [requestId],
  )
  expect(rows).toHaveLength(1)
  return rows[0]
}

/** Whose event it is, where it is of something done. */
export const by = (actor: Actor) => ({
  actor_id: actor.userId, role: actor.role, agency_id: actor.agencyId, area_id: actor.areaId, outcome: 'done',
})
