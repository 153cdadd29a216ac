import { randomUUID } from 'node:crypto'
import type { DecideInput } from '../../lib/panels/schema'
import { insert } from './insert'
import { SYSTEM_USER, type TestArea, type World } from './world'

type Made = { panel: string; item: string; held: string; child: string }
type How = {
  area?: TestArea
  held: string
  child: string
  chair?: string
  deputy?: string | null
  state?: 'planned' | 'open' | 'closed' | 'checked' | 'issued'
  /** Agencies invited; the area's school, health and police unless told. */
  invited?: readonly string[]
  /** Something in every table of a panel, the decision and the letter too. */
  full?: boolean
  heldAt?: string
}

const DONE = { planned: 0, open: 1, closed: 2, checked: 3, issued: 4 }

/** A panel with one case on its agenda, written past the door. Gives its id and its item's. */
export async function makePanel(world: World, { area = world.a, held, child, chair = world.as.chair.userId, deputy = null, state = 'planned', invited, full = false, heldAt = '2026-11-26T10:00:00Z' }: How): Promise<Made> {
  const [panel, item] = [randomUUID(), randomUUID()]
  const done = DONE[state]
  await insert(world.sql, 'panel', {
    area_id: area.id, id: panel, submission_key: randomUUID(), held_at: heldAt, place: 'Room 2', returns_due: '2026-11-24T10:00:00Z', state, chair_id: chair, deputy_id: deputy,
    created_at: '2026-11-10', created_by_id: SYSTEM_USER, opened_at: done > 0 ? '2026-11-19' : null, closed_at: done > 1 ? '2026-11-19' : null,
    checked_at: done > 2 ? '2026-11-19' : null, checked_by_id: done > 2 ? SYSTEM_USER : null, issued_at: done > 3 ? '2026-11-19' : null, issued_by_id: done > 3 ? SYSTEM_USER : null,
  })
  await insert(world.sql, 'panel_item', {
    area_id: area.id, id: item, panel_id: panel, case_id: held, child_id: child, position: 0, reason: 'due', reason_text: 'Its first panel is due', about: 'Somebody', told: 'What is told',
    added_at: '2026-11-10', added_by_id: SYSTEM_USER, state: full || done > 1 ? 'decided' : 'listed',
  })
  for (const agency of invited ?? [area.agencies.school, area.agencies.health, area.agencies.police]) {
    await insert(world.sql, 'panel_invitation', { area_id: area.id, id: randomUUID(), panel_id: panel, agency_id: agency, invited_at: '2026-11-10', invited_by_id: SYSTEM_USER })
  }
  if (full) await fill(world, area, { panel, item, held, child })
  return { panel, item, held, child }
}

async function fill(world: World, area: TestArea, { panel, item, held, child }: Made): Promise<void> {
  const row = () => ({ area_id: area.id, id: randomUUID() })
  const said = { item_id: item, at: '2026-11-12', by_id: SYSTEM_USER }
  await insert(world.sql, 'panel_return', { ...row(), ...said, agency_id: area.agencies.school, submission_key: randomUUID(), answer: 'known', text: 'What the school knows' })
  await insert(world.sql, 'panel_conflict', { ...row(), case_id: held, user_id: SYSTEM_USER, reason: 'An interest', declared_at: '2026-11-12' })
  await insert(world.sql, 'panel_attendance', { ...row(), panel_id: panel, seat: 'police', name: 'Somebody', arrived_at: '2026-11-19', by_id: SYSTEM_USER })
  await insert(world.sql, 'panel_note', { ...row(), ...said, panel_id: panel, submission_key: randomUUID(), text: 'A note' })
  await insert(world.sql, 'panel_decision', {
    ...row(), item_id: item, case_id: held, child_id: child, level: 'high', reason: 'A reason', decided_at: '2026-11-19', decided_by_id: SYSTEM_USER, next_review_due: '2026-12-17', strategy_called: true, snapshot: '{}', sha256: '0'.repeat(64),
  })
  await insert(world.sql, 'panel_dissent', { ...row(), ...said, agency_id: area.agencies.police, words: 'We think otherwise' })
  await makeLetter(world, { item, child, area })
}

/** A letter to a GP about one decided case, written past the door. Gives its id. */
export async function makeLetter(world: World, { item, child, area = world.a, sent = false }: { item: string; child: string; area?: TestArea; sent?: boolean }): Promise<string> {
  const id = randomUUID()
  const content = { gpPractice: 'Hillside Surgery', name: 'Robin Test', born: '2010-04-03', estimated: false, nhsNumber: '9434765919', discussedOn: '2026-11-19', level: 'high', nextReview: '2026-12-17', ring: 'The CATE team, 01632 960 100', area: 'Testford', from: 'Charis Panel' }
  await insert(world.sql, 'panel_letter', {
    area_id: area.id, id, item_id: item, child_id: child, gp_practice: content.gpPractice, content: JSON.stringify(content), made_at: '2026-11-19', made_by_id: SYSTEM_USER,
    ...(sent ? { sent_how: 'post', sent_at: '2026-11-19', sent_by_id: SYSTEM_USER } : {}),
  })
  return id
}

/** Everybody whom the quorum asks for, at the table. */
export async function seatAll(world: World, panel: string, seats: readonly string[] = ['chair', 'cate', 'social_care', 'police', 'health']): Promise<void> {
  for (const seat of seats) {
    await insert(world.sql, 'panel_attendance', {
      area_id: world.a.id, id: randomUUID(), panel_id: panel, seat, name: `Somebody for ${seat}`, user_id: seat === 'chair' ? world.as.chair.userId : null, arrived_at: '2026-11-19', by_id: SYSTEM_USER,
    })
  }
}

export const TOLD = 'What does your agency know of the last six months?'

/** A decision filled in well. A test changes the one thing it is about. */
export function decideForm(itemId: string, over: Partial<DecideInput> = {}): DecideInput {
  return {
    itemId, version: 1, level: 'medium', reason: 'Late home less often, and the school is in touch', nextReview: { day: '', month: '', year: '' }, strategy: 'called', strategyWhyNot: '', dissents: [], actions: [], ...over,
  }
}
