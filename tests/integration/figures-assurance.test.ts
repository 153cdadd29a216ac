import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerQuestion } from '../../lib/oversight/board'
import { figureOf, type DimensionName, type FigureName } from '../../lib/oversight/definitions'
import { QUESTIONS } from '../../lib/oversight/questions'
import { readReport } from '../../lib/oversight/report'
import { readRows } from '../../lib/oversight/rows'
import { readProviders } from '../../lib/quality-audits/providers'
import { readAudit } from '../../lib/quality-audits/read'
import { insert } from '../support/insert'
import { FOUND, makeAudit, makeFound } from '../support/quality-audits'
import { makeAlert, makeContact } from '../support/records'
import { makeWorld, request, SYSTEM_USER, type PersonName, type World } from '../support/world'

/** Figure 9 of DOMAIN 6 counted by hand: October and November 2026 up to the tests' now. */
let world: World
let single: { audit: string; item: string }
const PERIOD = { from: { day: '1', month: '10', year: '2026' }, until: { day: '30', month: '11', year: '2026' } }

/** Ten contacts of concern, three drawn and two read, one of them twice; an audit of an assessment (on a contact of its own); one that was read before. */
beforeAll(async () => {
  world = await makeWorld()
  const told = (over: object = {}) => makeContact(world, { exploitation: 'yes', received_at: '2026-10-06T09:00:00Z', ...over })
  const contacts = [await told(), await told(), await told()]
  for (let at = 0; at < 7; at++) await told(at < 5 ? { agency: world.a.agencies.health } : {})
  await told({ exploitation: 'no' })
  single = await makeAudit(world, { contact: contacts[0] as string, second: true })
  const other = await makeAudit(world, { contact: contacts[1] as string })
  await makeAudit(world, { contact: contacts[2] as string })
  const assessed = await makeAudit(world, { kind: 'assessments' })
  const before = await makeAudit(world, { contact: contacts[1] as string, at: '2026-09-01' })
  const say = (over: object) => JSON.stringify({ ...FOUND, ...over })
  await makeFound(world, single)
  await makeFound(world, single, { opinion: 2, by_id: world.as.auditor.userId, answers: say({ child_heard: { judgement: 'no', words: 'x' } }) })
  await makeFound(world, other, { answers: say({ follow_up: { judgement: 'cannot_tell', words: '' }, child_heard: { judgement: 'yes', words: 'x' } }) })
  await makeFound(world, assessed, { answers: JSON.stringify({ evidence: { judgement: 'no', words: 'x' }, notes: { words: 'x' } }) })
  await makeFound(world, before, { at: '2026-09-02' })

  // the large school told nothing where twelve would be expected, and a housing provider has no size
  await world.sql.query('UPDATE agency SET size = 1000 WHERE id = $1', [world.a.agencies.school])
  const [small, homes] = [randomUUID(), randomUUID()]
  await insert(world.sql, 'agency', { area_id: world.a.id, id: small, name: 'Small School', kind: 'education', size: 200 })
  await insert(world.sql, 'agency', { area_id: world.a.id, id: homes, name: 'Homes', kind: 'housing' })
  for (let at = 0; at < 12; at++) await told({ agency: small, received_at: '2026-11-03T09:00:00Z' })
  await insert(world.sql, 'provider_conversation', { area_id: world.a.id, id: randomUUID(), submission_key: randomUUID(), agency_id: world.a.agencies.school, from_day: '2026-10-01', until_day: '2026-11-15', seen: 0, expected: 10, on_day: '2026-11-16', with_whom: 'The head', said: 'x', next_step: 'x', at: '2026-11-16', by_id: SYSTEM_USER })

  const missing = (over: object) => makeAlert(world, { kind: 'missing_screen', record_type: 'contact', record_id: contacts[0], owner_role: 'advisor', raised_at: '2026-10-06T09:00:00Z', ...over })
  const done = { acknowledged_at: '2026-10-07T09:00:00Z', acknowledged_by_id: SYSTEM_USER, note: 'x' }
  await missing({})
  await missing({ ...done, answer: 'no' })
  await missing({ ...done, answer: 'suspected' })
  await makeAlert(world, { owner_role: 'advisor', raised_at: '2026-10-06T09:00:00Z' })
})
afterAll(() => world.close())

const all = async (person: PersonName = 'manager') => {
  const figures = []
  for (const { id } of QUESTIONS) figures.push(...(await answerQuestion.run(world.as[person], request(), { question: id, ...PERIOD })).figures)
  return figures
}
const one = async (name: FigureName, person: PersonName = 'manager') => {
  const found = (await all(person)).find(({ figure }) => figure === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

describe('counted by hand', () => {
  it.each([
    ['contacts_audited', 2, 23], ['audits_read', 3, 4], ['audit_follow_up', 1, 1], ['audit_answers', 4, 6], ['audit_agreed', 3, 4], ['providers_low', 1, 2], ['providers_talked', 1, 1], ['missing_reports', 3, null],
  ] as const)('%s: %d of %s', async (name, count, of) => expect((await one(name)).amount).toMatchObject({ count, of }))

  it.each([
    ['audits_read', 'audit_kind', { 'Exploitation contacts': [2, 3], 'Risk assessments: quality': [1, 1] }],
    ['audit_answers', 'audit_question', {
      'Exploitation contacts: Was the follow-up action taken?': [1, 1], 'Exploitation contacts: Was the level of need right?': [2, 2], 'Exploitation contacts: Was the child heard?': [1, 2],
      'Risk assessments: quality: Does each answer say what shows it, and from whom?': [0, 1],
    }],
    ['providers_low', 'provider_kind', { 'Schools and colleges': [1, 2] }],
    ['missing_reports', 'screened', { Suspected: [1, 3], 'No sign': [1, 3], 'Not answered yet': [1, 3] }],
  ] as const)('%s by %s', async (name, by, expected) => {
    const parts = (await one(name)).breakdowns.find((each) => each.by === (by as DimensionName))?.parts ?? []
    expect(Object.fromEntries(parts.filter(({ of, count }) => (figureOf(name).share ? of : count)).map(({ label, count, of }) => [label, [count, of]]))).toEqual(expected)
  })

  it('the rows behind each of them and each part are those that were counted', async () => {
    for (const { figure, amount, breakdowns } of (await all()).filter(({ figure: name }) => /audit|provider|missing/.test(name))) {
      const { items } = await readRows.run(world.as.auditor, request(), { figure, ...PERIOD })
      expect([figure, items.filter(({ counts }) => counts !== false).length, items.length]).toEqual([figure, amount.count, amount.of ?? amount.count])
      for (const { by, parts } of breakdowns) {
        for (const { id, count, of } of parts) {
          const part = await readRows.run(world.as.manager, request(), { figure, by, part: id, ...PERIOD })
          expect([figure, by, id, part.items.filter(({ counts }) => counts !== false).length, part.items.length]).toEqual([figure, by, id, count, figureOf(figure).share ? of : count])
        }
      }
    }
    const [low] = (await readRows.run(world.as.manager, request(), { figure: 'providers_low', ...PERIOD })).items.filter(({ counts }) => counts)
    expect(low).toMatchObject({ reference: 'Testford High School', href: `/quality-audits/providers/${world.a.agencies.school}` })
  })

  it('are those of the pages of audits and of providers: nothing is counted twice in two ways', async () => {
    const { results } = await readAudit.run(world.as.manager, request(), { auditId: single.audit })
    const [told, yes] = [results.reduce((sum, { yesOf }) => sum + (yesOf?.of ?? 0), 0), results.reduce((sum, { yesOf }) => sum + (yesOf?.yes ?? 0), 0)]
    const rows = (await readRows.run(world.as.manager, request(), { figure: 'audit_answers', ...PERIOD })).items.filter(({ reference }) => reference === rowsOf)
    expect([rows.length, rows.filter(({ counts }) => counts).length]).toEqual([told, yes])
    const { providers } = await readProviders.run(world.as.manager, request(), { kind: 'education', ...PERIOD })
    expect(providers.filter(({ chance }) => (chance ?? 1) < 0.05).map(({ name }) => name)).toEqual(['Testford High School'])
  })
  let rowsOf = ''
  beforeAll(async () => void (rowsOf = (await world.sql.query<{ reference: string }>('SELECT reference FROM quality_audit_item WHERE id = $1', [single.item])).rows[0]?.reference ?? ''))
})

it('are in the report to the board', async () => {
  const { parts } = await readReport.run(world.as.manager, request(), PERIOD)
  expect(parts.find(({ id }) => id === 'audits')?.figures.map(({ figure }) => figure)).toEqual(['contacts_audited', 'audit_follow_up', 'audit_answers', 'audits_read', 'audit_agreed'])
})

describe('an analyst', () => {
  it('has what audits found by question, in words, and no small number of it', async () => {
    const figures = await all('analyst')
    expect(figures.map(({ figure }) => figure).filter((name) => figureOf(name).fine)).toEqual([])
    const found = figures.find(({ figure }) => figure === 'audit_answers')
    expect(found?.breakdowns[0]?.parts.map(({ label, count }) => [label, count])).toContainEqual(['Exploitation contacts: Was the child heard?', null])
  })
})
