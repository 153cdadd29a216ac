import { randomUUID } from 'node:crypto'
import type { Actor } from '../../lib/access/actor'
import { insert } from './insert'
import { SYSTEM_USER, type TestArea, type World } from './world'

/** A safety plan of that case with one version, written past the door; somebody has it open to write. Gives its id. */
export async function makePlan(world: World, { area = world.a, held, child, by }: { area?: TestArea; held: string; child: string; by?: Actor }): Promise<string> {
  const id = randomUUID()
  const version = randomUUID()
  const user = by?.userId ?? SYSTEM_USER
  await insert(world.sql, 'safety_plan', { area_id: area.id, id, case_id: held, child_id: child, begun_at: '2026-11-12', begun_by_id: user })
  await insert(world.sql, 'safety_plan_version', { area_id: area.id, id: version, plan_id: id, number: 1, at: '2026-11-12', by_id: user, sections: '{"worries":"Late nights"}' })
  await insert(world.sql, 'safety_plan_involvement', { area_id: area.id, id: randomUUID(), version_id: version, party: 'young', name: 'Robin' })
  await insert(world.sql, 'safety_plan_writer', { area_id: area.id, plan_id: id, user_id: user, since: '2026-11-12', at: '2026-11-12' })
  return id
}
