import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asLogin, DENIED, tablesOf } from '../support/as-login'
import { inNameOf, insertOf, rowOf, withFreshKeys, type Row } from '../support/copy-row'
import { makeFilled, type Filled } from '../support/filled'
import { PEOPLE, PERSON_NAMES, type PersonName } from '../support/world'

/** Who reads of oversight, audits, requests and openings, and in whose name each is written: by hand from DOMAIN 4, by SQL. */
let world: Filled
let app: ReturnType<typeof asLogin>
let columns: Readonly<Record<string, string[]>>
beforeAll(async () => {
  world = await makeFilled()
  app = asLogin(world.urls.app)
  columns = Object.fromEntries((await tablesOf(world.sql)).map((one) => [one.name, one.columns]))
})
afterAll(async () => {
  await app.close()
  await world.close()
})

const IN_A = PERSON_NAMES.filter((name) => name === 'system' || PEOPLE[name][0] === 'a')
const BOARD = ['manager', 'auditor', 'system'] as const
const AUDITS = [...BOARD, 'safeguarding'] as const
const TWO_READERS = ['safeguarding', 'auditor'] as const
const PUBLISHERS = ['manager', 'auditor'] as const

const SEES: Readonly<Record<string, readonly PersonName[]>> = {
  // whoever holds the case, those who review it and those who read reviews
  break_glass: ['practitioner', 'cateManager', ...AUDITS],
  data_release: AUDITS,
  // what an audit asks holds nothing about anybody
  audit_question_set: [...AUDITS, 'admin', 'analyst'],
  quality_audit: AUDITS,
  quality_audit_item: AUDITS,
  quality_audit_answer: AUDITS,
  quality_audit_theme: AUDITS,
  quality_audit_given: AUDITS,
  provider_conversation: BOARD,
  action_plan_item: BOARD,
  action_plan_update: BOARD,
  published_summary: PUBLISHERS,
  published_summary_withdrawal: PUBLISHERS,
  subject_access_request: TWO_READERS,
  subject_access_move: TWO_READERS,
  subject_access_passage: TWO_READERS,
  subject_access_decision: TWO_READERS,
  subject_access_reading: TWO_READERS,
}

describe('who sees it', () => {
  it.each(Object.keys(SEES))('%s', async (table) => {
    const able: PersonName[] = []
    for (const person of IN_A) if ((await app.run(world.as[person], `SELECT 1 FROM ${table}`)).count > 0) able.push(person)
    expect(able.sort()).toEqual([...(SEES[table] ?? [])].sort())
  })
})

/** Somebody who may write it, and what else a copy has to say to be taken; all of it is about the first practitioner's case. */
const WRITES: readonly [table: string, by: PersonName, over?: Row][] = [
  ['break_glass', 'otherPractitioner', { opened_at: new Date(), ends_at: new Date(Date.now() + 3_600_000) }],
  ['data_release', 'manager'],
  ['audit_question_set', 'admin', { number: 99 }],
  ['quality_audit', 'manager'],
  ['quality_audit_answer', 'auditor', { opinion: 1 }],
  ['quality_audit_theme', 'auditor'],
  ['quality_audit_given', 'manager'],
  ['provider_conversation', 'manager'],
  ['action_plan_item', 'manager', { number: 9_999 }],
  ['action_plan_update', 'manager'],
  ['published_summary', 'manager'],
  ['published_summary_withdrawal', 'manager'],
  ['subject_access_request', 'safeguarding', { state: 'received' }],
  ['subject_access_move', 'safeguarding', { to_state: 'redacting' }],
  ['subject_access_passage', 'safeguarding'],
  ['subject_access_decision', 'safeguarding'],
]

describe('in whose name it is written', () => {
  it.each(WRITES)('%s: in one’s own, and in nobody else’s', async (table, by, over) => {
    const row = { ...withFreshKeys(await rowOf(world.sql, table, world.a.id)), ...over }
    const written = async (userId: string) => (await app.run(world.as[by], insertOf(table, columns[table] ?? []), [JSON.stringify(inNameOf(table, row, userId))])).code
    // whatever else stops one's own (a key that is taken) comes after the guard
    expect(await written(world.as[by].userId)).not.toBe(DENIED)
    for (const other of [world.as.auditor, world.as.advisor].filter(({ userId }) => userId !== world.as[by].userId)) expect(await written(other.userId)).toBe(DENIED)
  })
})
