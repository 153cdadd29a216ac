import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { coverSchema } from '../../lib/cover/schema'
import { insert } from './insert'
import { SYSTEM_USER, type TestArea, type World } from './world'

export const CONTINUITY_SAID = { teller: 'Pru, on Thursday', told: 'Pru is away and Paz comes', thinks: 'I do not mind if she texts first', how: 'They visit together on Friday' }

/** Cover of that case by the second practitioner, from the tests' day for a week. */
export function coverForm(world: World, caseId: string, over: Partial<z.input<typeof coverSchema>> = {}): z.input<typeof coverSchema> {
  return {
    caseId, submissionKey: randomUUID(), coverId: world.as.otherPractitioner.userId, startsOn: { day: '19', month: '11', year: '2026' }, untilOn: { day: '26', month: '11', year: '2026' },
    reason: '', continuity: CONTINUITY_SAID, ...over,
  }
}

/** A cover written past the door, begun unless told, with what the young person was told. Gives its id. */
export async function makeCover(world: World, { area = world.a, held, child, holder, cover, ...over }: { area?: TestArea; held: string; child: string; holder: string; cover: string } & Readonly<Record<string, unknown>>): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'case_cover', {
    area_id: area.id, id, case_id: held, child_id: child, submission_key: randomUUID(), cover_id: cover, holder_id: holder, starts_on: '2026-11-18', until_on: '2026-11-25', arranged_at: '2026-11-17',
    arranged_by_id: SYSTEM_USER, begun_at: '2026-11-18', ...over,
  })
  await insert(world.sql, 'case_continuity', { area_id: area.id, id: randomUUID(), case_id: held, child_id: child, cover_id: id, ...CONTINUITY_SAID, by_id: SYSTEM_USER, at: '2026-11-17' })
  return id
}
