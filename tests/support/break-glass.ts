import { randomUUID } from 'node:crypto'
import { insert } from './insert'
import type { TestArea, World } from './world'

export const GLASS_WHY = 'The police rang: she is missing and her practitioner cannot be reached'

/** The form that opens a case. */
export const glassForm = (caseId: string, over: Partial<{ submissionKey: string; reason: string }> = {}) => ({ caseId, submissionKey: randomUUID(), reason: GLASS_WHY, ...over })

/** An opening written past the door, from ten minutes before the tests' now and for two hours. Gives its id. */
export async function makeGlass(world: World, { area = world.a, held, child, user, ...over }: { area?: TestArea; held: string; child: string; user: string } & Readonly<Record<string, unknown>>): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'break_glass', {
    area_id: area.id, id, case_id: held, child_id: child, submission_key: randomUUID(), user_id: user, reason: GLASS_WHY, opened_at: '2026-11-19T10:20:00Z', ends_at: '2026-11-19T12:20:00Z', ...over,
  })
  return id
}

/** What makes one over and reviewed. */
export const OVER = { opened_at: '2026-11-18T10:00:00Z', ends_at: '2026-11-18T12:00:00Z' }
export const reviewed = (by: string) => ({ ...OVER, reviewed_at: '2026-11-18T15:00:00Z', reviewed_by_id: by, outcome: 'needed', words: 'She was found within the hour' })
