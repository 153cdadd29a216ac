import { randomUUID } from 'node:crypto'
import type { PublishedContent } from '../../lib/oversight/public-summary'
import { insert } from './insert'
import { SYSTEM_USER, type TestArea, type World } from './world'

let years = 0

const AMOUNT = { count: 40, of: null, percent: null }
export const CONTENT: PublishedContent = { parts: [{ id: 'told', title: 'What people told us', lede: 'A lede', figures: [{ figure: 'contacts', title: 'Contacts', words: 'Every contact.', unit: 'contacts', share: null, amount: AMOUNT, before: null, breakdowns: [] }] }] }

/** A year that nobody else of the tests publishes: each is before the last. */
export const nextYear = (): number => 1990 - ++years

/** A summary as it was published, of a year of its own; withdrawn where it is said why. */
export async function makePublished(world: World, { area = world.a, year = nextYear(), content = CONTENT, withdrawn, by = SYSTEM_USER }: { area?: TestArea; year?: number; content?: PublishedContent; withdrawn?: string; by?: string } = {}): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'published_summary', {
    area_id: area.id, id, submission_key: randomUUID(), from_day: `${year}-01-01`, until_day: `${year}-12-31`, content: JSON.stringify(content), at: '2026-11-10', by_id: by,
  })
  if (withdrawn) await insert(world.sql, 'published_summary_withdrawal', { area_id: area.id, summary_id: id, reason: withdrawn, at: '2026-11-11', by_id: by })
  return id
}
