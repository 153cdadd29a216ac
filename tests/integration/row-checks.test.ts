import { afterAll, beforeAll, expect, it } from 'vitest'
import { tablesOf } from '../support/as-login'
import { inNameOf, insertOf, rowOf, withFreshKeys, type Row } from '../support/copy-row'
import { makeFilled, type Filled } from '../support/filled'
import { SYSTEM_USER } from '../support/world'

/** What a row may not say, whoever writes it: the checks of the tables themselves, each by a row that differs from one that may stand. */
let world: Filled
let columns: Readonly<Record<string, string[]>>
beforeAll(async () => {
  world = await makeFilled()
  columns = Object.fromEntries((await tablesOf(world.sql)).map((one) => [one.name, one.columns]))
})
afterAll(() => world.close())

/** The check that refuses a copy of a row of the table, or null where it may stand: a copy that keeps those of its columns as the `same`. Past the triggers and the keys of others. */
async function refusedBy(table: string, over: Row, same: readonly string[] = []): Promise<string | null> {
  const client = await world.sql.connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL session_replication_role = replica')
    const row = await rowOf(world.sql, table, world.a.id)
    const fresh = { ...withFreshKeys(inNameOf(table, row, SYSTEM_USER)), ...OWN_KEY[table], ...over }
    await client.query(insertOf(table, columns[table] ?? []), [JSON.stringify({ ...fresh, ...Object.fromEntries(same.map((name) => [name, row[name]])) })])
    return null
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

/** What else is one of a kind in a table, and so is another in a copy. */
const OTHER = '00000000-0000-4000-8000-00000000000a'
const OWN_KEY: Readonly<Record<string, Row>> = {
  agency: { name: 'Another school' }, audit_question_set: { number: 99 }, quality_audit_answer: { item_id: OTHER }, quality_audit_given: { item_id: OTHER }, action_plan_item: { number: 9_999 },
  published_summary_withdrawal: { summary_id: OTHER }, subject_access_decision: { passage_id: OTHER }, subject_access_reading: { decision_id: OTHER },
}

/** Values that no row of the tests has, for the columns of a key. */
const ELSE: Row = {
  ...Object.fromEntries(['case_id', 'request_id', 'passage_id', 'decision_id', 'audit_id', 'item_id', 'record_id', 'by_id'].map((name) => [name, OTHER])), position: 99, opinion: 2, number: 9_998, key: 'another', sha256: 'another',
}

const GLASS = { opened_at: '2026-11-18T10:00:00Z', ends_at: '2026-11-18T12:00:00Z' }
const REVIEW = { reviewed_at: '2026-11-18T12:00:00Z', reviewed_by_id: OTHER, outcome: 'needed', words: 'Fine' }
const ANSWER = { answered_at: '2026-11-18', answered_by_id: OTHER }
const MADE = { ...ANSWER, state: 'made', hash: 'x', bytes: 1, made_at: '2026-11-18' }
const PERIOD = { from_day: '2026-04-01', until_day: '2027-03-31' }
const DAYS = { received_on: '2026-11-02', checked_on: '2026-11-02', due_on: '2026-12-02' }

/** Rows that may stand, so that each of those below is refused for what it differs in. */
const STANDS: readonly [table: string, over: Row][] = [
  ['break_glass', GLASS], ['break_glass', { ...GLASS, ...REVIEW }], ['break_glass', { ...GLASS, ...REVIEW, ended_at: '2026-11-18T10:05:00Z', reviewed_at: '2026-11-18T10:05:00Z' }],
  ['break_glass', { ...GLASS, ends_at: '2026-11-18T22:00:00Z' }], ['data_release', {}], ['data_release', MADE], ['data_release', { kind: 'census', ...PERIOD }], ['data_release', { ...ANSWER, state: 'refused' }],
  ['subject_access_request', DAYS], ['subject_access_request', { ...DAYS, requester: 'parent', authority: 'A certificate' }], ['subject_access_request', { ...DAYS, extended_at: '2026-11-18', extended_why: 'It is long' }],
  ['subject_access_request', { ...DAYS, state: 'refused', ended_at: '2026-11-18' }], ['subject_access_decision', { verdict: 'whole', ground: 'crime', blackouts: [] }], ['subject_access_decision', { verdict: 'part', ground: null, blackouts: [{}] }],
  ['subject_access_reading', { agrees: false, reason: 'Too much' }], ['published_summary', {}], ['published_summary_withdrawal', {}], ['agency', { size: 1 }], ['audit_question_set', {}], ['quality_audit', { share: 100, second_share: 0 }],
  ['quality_audit_answer', { opinion: 2 }], ['quality_audit_theme', {}], ['quality_audit_given', { opinion: 2 }], ['provider_conversation', {}], ['action_plan_item', {}], ['action_plan_update', {}],
]

it.each(STANDS)('%s may say %j', async (table, over) => {
  expect(await refusedBy(table, over)).toBeNull()
})

const REFUSED: readonly [table: string, check: string, over: Row][] = [
  ['break_glass', 'says_why', { ...GLASS, reason: ' ' }],
  ['break_glass', 'for_a_short_time', { ...GLASS, ends_at: GLASS.opened_at }],
  ['break_glass', 'for_a_short_time', { ...GLASS, ends_at: '2026-11-18T22:00:01Z' }],
  ['break_glass', 'ended_within', { ...GLASS, ended_at: '2026-11-18T09:59:59Z' }],
  ['break_glass', 'ended_within', { ...GLASS, ended_at: GLASS.ends_at }],
  ...Object.keys(REVIEW).map((name): [string, string, Row] => ['break_glass', 'reviewed_whole', { ...GLASS, ...REVIEW, [name]: null }]),
  ['break_glass', 'reviewed_by_another', { ...GLASS, ...REVIEW, reviewed_by_id: SYSTEM_USER }],
  ['break_glass', 'reviewed_when_over', { ...GLASS, ...REVIEW, reviewed_at: '2026-11-18T11:59:59Z' }],
  ['break_glass', 'reviewed_when_over', { ...GLASS, ...REVIEW, ended_at: '2026-11-18T10:05:00Z', reviewed_at: '2026-11-18T10:04:59Z' }],
  ['break_glass', 'outcome_known', { ...GLASS, ...REVIEW, outcome: 'fine' }],
  ['break_glass', 'outcome_known', { ...GLASS, ...REVIEW, words: ' ' }],
  ['data_release', 'answered_by_a_second', { ...ANSWER, answered_by_id: SYSTEM_USER }],
  ['data_release', 'answered_by_somebody', { ...ANSWER, answered_by_id: null }],
  ...['refused', 'let_out', 'failed'].map((state): [string, string, Row] => ['data_release', 'out_as_answered', { state }]),
  ['data_release', 'out_as_answered', { ...MADE, answered_at: null, answered_by_id: null }],
  ...['hash', 'bytes', 'made_at'].map((name): [string, string, Row] => ['data_release', 'made_with_its_hash', { ...MADE, [name]: null }]),
  ['data_release', 'census_has_a_period', { kind: 'census' }],
  ['data_release', 'census_has_a_period', { kind: 'census', ...PERIOD, until_day: null }],
  ['data_release', 'census_has_a_period', { kind: 'archive', ...PERIOD }],
  ['subject_access_request', 'asked_by_somebody', { ...DAYS, requester: 'a neighbour', authority: 'A letter' }],
  ['subject_access_request', 'asked_by_somebody', { ...DAYS, requester_name: ' ' }],
  ['subject_access_request', 'was_checked', { ...DAYS, identity: ' ' }],
  ['subject_access_request', 'was_checked', { ...DAYS, requester: 'parent', authority: ' ' }],
  ['subject_access_request', 'runs_forward', { ...DAYS, received_on: DAYS.due_on }],
  ['subject_access_request', 'runs_forward', { ...DAYS, checked_on: DAYS.due_on }],
  ['subject_access_request', 'extended_with_a_reason', { ...DAYS, extended_at: '2026-11-18' }],
  ['subject_access_request', 'extended_with_a_reason', { ...DAYS, extended_at: '2026-11-18', extended_why: ' ' }],
  ['subject_access_request', 'ended_when_it_is_over', { ...DAYS, state: 'withdrawn' }],
  ['subject_access_request', 'ended_when_it_is_over', { ...DAYS, state: 'ready', ended_at: '2026-11-18' }],
  ['subject_access_decision', 'numbered_from_one', { number: 0 }],
  ['subject_access_decision', 'whole_has_a_ground', { verdict: 'whole', ground: null, blackouts: [] }],
  ['subject_access_decision', 'whole_has_a_ground', { verdict: 'give', ground: 'crime', blackouts: [] }],
  ['subject_access_decision', 'part_has_words', { verdict: 'part', ground: null, blackouts: [] }],
  ['subject_access_decision', 'part_has_words', { verdict: 'give', ground: null, blackouts: [{}] }],
  ['subject_access_reading', 'sent_back_with_a_reason', { agrees: false, reason: ' ' }],
  ['published_summary', 'has_a_period', { from_day: '2026-10-31', until_day: '2026-10-31' }],
  ['published_summary_withdrawal', 'says_why', { reason: ' ' }],
  ['agency', 'size_counts', { size: 0 }],
  ['audit_question_set', 'numbered_from_one', { number: 0 }],
  ['audit_question_set', 'says_why', { note: ' ' }],
  ...[{ share: 0 }, { share: 101 }, { second_share: -1 }, { second_share: 101 }].map((over): [string, string, Row] => ['quality_audit', 'shares_are_percent', over]),
  ['quality_audit', 'has_a_period', { from_day: '2026-10-31', until_day: '2026-10-30' }],
  ['quality_audit', 'has_a_seed', { seed: ' ' }],
  ...['quality_audit_answer', 'quality_audit_given'].flatMap((table) => [0, 3].map((opinion): [string, string, Row] => [table, 'first_or_second', { opinion }])),
  ['quality_audit_theme', 'says_something', { words: ' ' }],
  ...['with_whom', 'said', 'next_step'].map((name): [string, string, Row] => ['provider_conversation', 'says_something', { [name]: ' ' }]),
  ...[{ number: 0 }, { action: ' ' }, { lead_name: ' ' }].map((over): [string, string, Row] => ['action_plan_item', 'says_what', over]),
  ['action_plan_update', 'says_something', { words: ' ' }],
]

it.each(REFUSED)('%s: %s refuses %j', async (table, check, over) => {
  expect(await refusedBy(table, over)).toBe(check)
})

/** What is one of its kind: a second of it is refused, also where two are sent at once. */
const ONCE: readonly [table: string, columns: readonly string[]][] = [
  ['break_glass', ['case_id', 'submission_key']], ['data_release', ['submission_key']], ['subject_access_request', ['reference']], ['subject_access_request', ['submission_key']],
  ['subject_access_passage', ['request_id', 'number']], ['subject_access_passage', ['request_id', 'key', 'sha256']], ['subject_access_decision', ['passage_id', 'number']], ['subject_access_reading', ['decision_id']],
  ['published_summary', ['submission_key']], ['quality_audit', ['submission_key']], ['quality_audit_item', ['audit_id', 'position']], ['quality_audit_item', ['audit_id', 'record_id']],
  ['quality_audit_answer', ['item_id', 'opinion']], ['quality_audit_answer', ['item_id', 'by_id']], ['quality_audit_theme', ['submission_key']], ['quality_audit_given', ['submission_key', 'item_id', 'opinion']],
  ['provider_conversation', ['submission_key']], ['action_plan_item', ['submission_key']], ['action_plan_item', ['number']], ['action_plan_update', ['submission_key']],
]

it.each(ONCE)('%s has each %j once', async (table, of) => {
  const keeps = (same: readonly string[]) => refusedBy(table, Object.fromEntries(Object.entries(ELSE).filter(([name]) => columns[table]?.includes(name))), same)
  // the name that Prisma gives, as long as Postgres lets it be
  expect(await keeps(of)).toBe(`${[table, 'area_id', ...of].join('_')}_key`.slice(0, 63))
  for (const one of of) expect(await keeps(of.filter((name) => name !== one))).toBeNull()
})
