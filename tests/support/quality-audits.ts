import { randomUUID } from 'node:crypto'
import type { AuditAnswers } from '../../lib/pathway/audit-questions'
import { insert } from './insert'
import { makeContact } from './records'
import { SYSTEM_USER, type TestArea, type World } from './world'

type Over = Readonly<Record<string, unknown>>
let made = 0

export const FOUND: AuditAnswers = {
  follow_up: { judgement: 'yes', words: 'Referral acted on' }, follow_up_on: { on: '2026-11-12' }, level_right: { judgement: 'yes', words: 'As known then' },
  child_heard: { judgement: 'partly', words: 'Through her aunt' }, referrer_told: { judgement: 'cannot_tell', words: '' }, notes: { words: '' },
}

/** The same as the form sends it. */
export const foundForm = (itemId: string, over: Over = {}) => ({
  itemId, answers: { ...FOUND, follow_up_on: { on: { day: '12', month: '11', year: '2026' } }, ...over },
})

/** An audit of one contact, drawn by hand; the latest leads the list. */
export async function makeAudit(world: World, { area = world.a, by = SYSTEM_USER, contact, second = false, ...over }: Over & { area?: TestArea; by?: string; contact?: string; second?: boolean } = {}): Promise<{ audit: string; item: string }> {
  const [audit, item] = [randomUUID(), randomUUID()]
  const recordId = contact ?? (await makeContact(world, { area, exploitation: 'suspected' }))
  await insert(world.sql, 'quality_audit', {
    area_id: area.id, id: audit, submission_key: randomUUID(), kind: 'contacts', from_day: '2026-10-01', until_day: '2026-11-15', seed: 'a seed', share: 10, second_share: 20, stratified: false,
    population: 1, population_hash: 'a hash', strata: JSON.stringify([{ stratum: 'undecided', of: 1, drawn: 1 }]), set_ref: 'waymark-1', at: new Date(Date.parse('2026-11-19T11:00:00Z') + ++made * 1000), by_id: by, ...over,
  })
  await insert(world.sql, 'quality_audit_item', { area_id: area.id, id: item, audit_id: audit, position: 1, record_id: recordId, reference: `X-${made}`, stratum: 'undecided', second })
  return { audit, item }
}

export async function makeFound(world: World, { audit, item }: { audit: string; item: string }, { area = world.a, ...over }: Over & { area?: TestArea } = {}): Promise<void> {
  await insert(world.sql, 'quality_audit_answer', { area_id: area.id, id: randomUUID(), audit_id: audit, item_id: item, opinion: 1, answers: JSON.stringify(FOUND), at: '2026-11-18', by_id: SYSTEM_USER, ...over })
}

/** A record given to the auditor, unless said. */
export async function makeGiven(world: World, { audit, item }: { audit: string; item: string }, { area = world.a, ...over }: Over & { area?: TestArea } = {}): Promise<void> {
  await insert(world.sql, 'quality_audit_given', { area_id: area.id, id: randomUUID(), submission_key: randomUUID(), audit_id: audit, item_id: item, opinion: 1, to_id: world.as.auditor.userId, reason: '', at: '2026-11-18', by_id: SYSTEM_USER, ...over })
}

export async function makeTheme(world: World, audit: string, area: TestArea = world.a): Promise<void> {
  await insert(world.sql, 'quality_audit_theme', { area_id: area.id, id: randomUUID(), submission_key: randomUUID(), audit_id: audit, words: 'Children are heard late', at: '2026-11-18', by_id: SYSTEM_USER })
}

export async function makeQuestions(world: World, area: TestArea = world.a): Promise<void> {
  await insert(world.sql, 'audit_question_set', {
    area_id: area.id, kind: 'closed_cases', number: 1, questions: JSON.stringify([{ id: 'heard', label: 'Heard?', hint: '', answer: 'judge' }]), note: 'A reason', at: '2026-11-11', by_id: SYSTEM_USER,
  })
}

export async function makeTalk(world: World, { area = world.a, ...over }: Over & { area?: TestArea } = {}): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'provider_conversation', {
    area_id: area.id, id, submission_key: randomUUID(), agency_id: area.agencies.school, from_day: '2025-11-20', until_day: '2026-11-19', seen: 0, on_day: '2026-11-18', with_whom: 'The head', said: 'They ring the nurse',
    next_step: 'A visit', at: '2026-11-18', by_id: SYSTEM_USER, ...over,
  })
  return id
}

/** A row of the action plan, due in the spring. */
export async function makePlanItem(world: World, { area = world.a, ...over }: Over & { area?: TestArea } = {}): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'action_plan_item', {
    area_id: area.id, id, submission_key: randomUUID(), number: Number.parseInt(id.slice(0, 6), 16) + 1, recommendation: 'A recommendation', action: 'An action', lead_name: 'The board', how: 'By a meeting', due_on: '2027-03-31', figures: [], at: '2026-05-01', by_id: SYSTEM_USER, ...over,
  })
  return id
}

export async function makePlanUpdate(world: World, item: string, { area = world.a, ...over }: Over & { area?: TestArea } = {}): Promise<void> {
  await insert(world.sql, 'action_plan_update', {
    area_id: area.id, id: randomUUID(), submission_key: randomUUID(), item_id: item, milestone: 'six_months', on_day: '2026-11-01', status: 'under_way', words: 'Begun', evidence: '', at: '2026-11-01', by_id: SYSTEM_USER, ...over,
  })
}
