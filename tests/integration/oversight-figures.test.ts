import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerQuestion } from '../../lib/oversight/board'
import { figureOf, type DimensionName, type FigureName } from '../../lib/oversight/definitions'
import type { Measured } from '../../lib/oversight/figure-view'
import { readPivot } from '../../lib/oversight/pivot'
import { QUESTIONS, type QuestionId } from '../../lib/oversight/questions'
import { readReport, readSummary } from '../../lib/oversight/report'
import { readRows } from '../../lib/oversight/rows'
import { roughly } from '../../lib/pathway/suppression'
import { figuresReportPdf } from '../../lib/pdf/figures-report'
import { finishedAt, makeAssessment } from '../support/assessments'
import { makeEnquiry } from '../support/enquiries'
import { insert } from '../support/insert'
import { makeAction } from '../support/pathway'
import { makePlan, writePlan } from '../support/plans'
import { makeCase, makeChild, makeContact, makeDecision, makeReferral } from '../support/records'
import { makeMeeting } from '../support/strategy'
import { makeWorld, request, SYSTEM_USER, type PersonName, type World } from '../support/world'

/** A small set of records counted by hand: October and November 2026 up to the tests' now, beside the two months before. */
let world: World
const PERIOD = { from: { day: '1', month: '10', year: '2026' }, until: { day: '30', month: '11', year: '2026' } }

/** 12 contacts, 9 of concern about 4 children and two that name nobody; 3 in September, one of concern. The 10 referrals below bring a contact each, of no concern and decided in time. */
async function frontDoor() {
  const born = (date_of_birth: string | null, over: object) => makeChild(world, world.a, { date_of_birth, ...over })
  const [ann, bea, cat, dan] = [
    await born('2013-10-10', { sex: 'F', ethnicity: 'WBRI', school: 'High School' }), await born('2011-01-01', { sex: 'F', ethnicity: 'MWBC', school: 'High School' }),
    await born('2008-10-06', { sex: 'F', ethnicity: 'WBRI' }), await born(null, { sex: 'M' }),
  ] as [string, string, string, string]
  const told = async (child: string | null, source_code: string, outcome: 'progressed' | 'other_agency' | 'advice' | null, over: object = {}) => {
    const contact = await makeContact(world, { child, source_code, exploitation: 'suspected', received_at: '2026-10-06T09:00:00Z', decision_due: '2026-10-07T09:00:00Z', ...over })
    if (outcome) await makeDecision(world, contact, { reported_as: outcome, at: new Date('2026-10-07T09:00:00Z') })
    return contact
  }
  await told(ann, '5A', 'progressed')
  await told(ann, '5B', 'progressed', { agency: world.a.agencies.council })
  await told(ann, '6', 'progressed', { agency: world.a.agencies.police })
  await told(bea, '5D', 'progressed')
  await told(bea, '6', 'other_agency', { agency: world.a.agencies.police })
  await told(cat, '2A', 'other_agency', { agency: world.a.agencies.school })
  await told(dan, '2A', 'advice', { received_at: '2026-11-02T09:00:00Z', decision_due: '2026-11-03T09:00:00Z' })
  await told(null, '1A', 'advice')
  await told(null, '9', null)
  for (let at = 0; at < 3; at++) await told(cat, '3A', 'advice', { exploitation: 'no', ...(at ? {} : { decision_due: '2026-10-07T08:59:59Z' }) })
  for (let at = 0; at < 3; at++) await told(ann, '6', null, { received_at: '2026-09-30T22:59:59Z', exploitation: at ? 'no' : 'yes' })
}

/** Referrals to CATE: 3, one of them again within a year and one sent on in place of another; and to the school: 4, 2 in time. */
async function referrals() {
  const [ann, bea] = [await makeChild(world), await makeChild(world)]
  const sent = (child: string, sent_at: string, over: object = {}) => makeReferral(world, { child, sent_at, ...over })
  await sent(ann, '2025-10-01T09:00:00Z')
  await sent(ann, '2026-09-30T09:00:00Z')
  const declined = await sent(bea, '2026-11-02T09:00:00Z', { state: 'declined', decline_reason: 'Another team has her' })
  await sent(bea, '2026-11-03T09:00:00Z', { follows_id: declined })
  await sent(ann, '2026-11-04T09:00:00Z', { state: 'accepted' })
  // a Friday: by four on Monday
  const asked = (over: object) => makeReferral(world, { outcome: 'other_service', toAgency: world.a.agencies.school, sent_at: '2026-10-09T15:00:00Z', ...over })
  await asked({ state: 'acknowledged', acknowledged_at: '2026-10-12T15:00:00Z' })
  await asked({ state: 'accepted', acknowledged_at: null, responded_at: '2026-10-09T16:00:00Z' })
  await asked({ state: 'acknowledged', acknowledged_at: '2026-10-12T15:00:01Z' })
  await asked({})
  await asked({ sent_at: '2026-11-19T09:00:00Z' })
}

/** Five open cases as November ends: higher, lower, the same, without a history, without a level; one closed in the period. */
async function cases() {
  const held = async (levels: readonly [string, string][], over: object = {}, child: object = {}) => {
    const id = await makeChild(world, world.a, { sex: 'F', ethnicity: 'WBRI', date_of_birth: '2011-04-03', ...child })
    const made = await makeCase(world, { child: id, holder: world.as.practitioner, opened_at: '2026-08-01T09:00:00Z', referred_at: '2026-08-01T09:00:00Z', level: levels.at(-1)?.[0] ?? null, ...over })
    for (const [level, at] of levels) await insert(world.sql, 'case_level', { area_id: world.a.id, id: randomUUID(), case_id: made, level, at, by_id: SYSTEM_USER, reason: 'Why' })
    return { held: made, child: id }
  }
  const higher = await held([['medium', '2026-09-01'], ['high', '2026-10-20']], { next_review_due: '2026-11-18T23:59:59Z', panel_held_at: '2026-09-01', panel_due: '2026-09-12' })
  const lower = await held([['high', '2026-10-01'], ['medium', '2026-11-01'], ['medium', '2026-11-10']], { panel_due: '2027-01-01' })
  const same = await held([['low', '2026-10-05']], { panel_due: '2026-11-01', referred_at: '2026-10-01T09:00:00Z', panel_held_at: '2026-11-02' }, { sex: 'M', ethnicity: 'APKN', date_of_birth: '2008-01-01' })
  await held([], { level: 'medium_high', panel_due: '2026-11-12', referred_at: '2026-10-01T09:00:00Z', panel_held_at: '2026-11-12' })
  await held([], { panel_due: '2026-11-19T10:29:59Z', referred_at: '2026-10-08T09:00:00Z', holder: null, stage: 'allocation' })
  await held([['low', '2026-05-01']], { stage: 'closed', opened_at: '2026-04-01', closed_at: '2026-10-10', closure_reason: 'RC7' })
  for (const [at, due] of [['2026-10-01T09:00:00Z', '2026-10-02T22:59:59Z'], ['2026-10-06', '2026-10-05']]) {
    await insert(world.sql, 'case_review', {
      area_id: world.a.id, id: randomUUID(), case_id: higher.held, child_id: higher.child, submission_key: randomUUID(), at, by_id: SYSTEM_USER, changed: 'x', young_view: 'Bored of meetings', parents_view: 'Worried', level: 'high', reason: 'x', due_at: due, next_due: '2026-11-18', snapshot: '{}',
    })
  }
  for (const [one, parent] of [[higher, true], [lower, false]] as const) await writePlan(world, await makePlan(world, one), true, parent)
  await writePlan(world, await makePlan(world, same), false)
  const action = (over: object) => makeAction(world, { ...higher, owner_kind: 'agency', owner_agency_id: world.a.agencies.school, due_on: '2026-11-18', ...over })
  await action({})
  await action({ due_on: '2026-11-19' })
  const done = await action({})
  await insert(world.sql, 'action_answer', { area_id: world.a.id, id: randomUUID(), action_id: done, state: 'done', words: 'Rung', at: '2026-11-17', by_id: SYSTEM_USER })
  await action({ owner_kind: 'young_person', owner_agency_id: null })
  await makeAssessment(world, { ...higher, ...finishedAt('2026-10-20T09:00:00Z'), models: ['online', 'peer'], young_view: 'It is fine', answers: JSON.stringify({ late_home: { answer: 'yes' }, trusted_adult: { answer: 'no' } }) })
  await makeAssessment(world, { ...lower, ...finishedAt('2026-11-10T09:00:00Z'), models: ['online'], young_view: null, young_not_heard: 'Not in', young_plan: 'On Friday', answers: JSON.stringify({ late_home: { answer: 'suspected' } }) })
  await makeMeeting(world, { ...higher, planned_at: '2026-11-05T10:00:00Z', held_at: '2026-11-05T15:00:00Z', minutes_out_at: '2026-11-06T15:00:01Z', minutes_by_id: SYSTEM_USER, state: 'minutes_out', bare: true })
  await makeMeeting(world, { ...lower, planned_at: '2026-11-06T10:00:00Z', bare: true })
  for (const answered of ['2026-11-10T10:00:00Z', '2026-11-10T10:00:01Z', null]) {
    const { request: asked } = await makeEnquiry(world, { child: higher.child, answered: answered !== null })
    await world.sql.query(`UPDATE enquiry_request SET asked_at = '2026-11-09T10:00:00Z', due_at = '2026-11-10T10:00:00Z', answered_at = $2 WHERE id = $1`, [asked, answered])
  }
}

beforeAll(async () => {
  world = await makeWorld()
  await frontDoor()
  await referrals()
  await cases()
})
afterAll(() => world.close())

const ask = (question: QuestionId, person: PersonName = 'manager', over: object = {}) => answerQuestion.run(world.as[person], request(), { question, ...PERIOD, ...over })
const all = async (person: PersonName = 'manager', over: object = {}) => {
  const figures: Measured[] = []
  for (const { id } of QUESTIONS) figures.push(...(await ask(id, person, over)).figures)
  return figures
}
const one = (figures: readonly Measured[], name: FigureName, by?: DimensionName) => {
  const found = figures.find(({ figure, breakdowns }) => figure === name && (!by || breakdowns.some((each) => each.by === by)))
  if (!found) throw new Error(`no ${name} by ${by}`)
  return found
}
const parts = (figures: readonly Measured[], name: FigureName, by: DimensionName) =>
  Object.fromEntries((one(figures, name, by).breakdowns.find((each) => each.by === by)?.parts ?? []).filter(({ count }) => count !== 0).map(({ label, count }) => [label, count]))

describe('counted by hand', () => {
  let figures: Measured[]
  beforeAll(async () => void (figures = await all()))
  const COUNTED: readonly [FigureName, number, number | null][] = [
    ['contacts', 22, null], ['exploitation', 9, 22], ['children', 4, null], ['exploitation_source', 9, null], ['exploitation_outcome', 9, null], ['decided_in_time', 20, 21],
    ['cate_referrals', 3, null], ['open_cases', 5, null], ['referred_again', 1, 3], ['level_change', 4, null], ['steps', 5, null], ['closed', 1, null], ['assessments', 2, null],
    ['panel_in_time', 1, 3], ['reviews_in_time', 1, 3], ['strategy_in_time', 1, 2], ['minutes_in_time', 0, 1], ['conferences_in_time', 0, 0], ['actions_overdue', 2, 3],
    ['enquiries_in_time', 1, 3], ['returns_in_time', 0, 0], ['plans', 2, 5], ['plan_both', 1, 2], ['plan_young', 2, 2], ['plan_parent', 1, 2], ['assessment_young', 1, 2], ['assessment_parent', 2, 2],
  ]
  it.each(COUNTED)('%s: %d of %s', (name, count, of) => expect(one(figures, name).amount).toMatchObject({ count, of }))

  const BROKEN: readonly [FigureName, DimensionName, Record<string, number>][] = [
    ['exploitation_source', 'source_group', { 'Local authority': 3, Police: 2, Education: 2, Other: 2 }],
    ['exploitation_source', 'agency', { 'Not an agency of this area': 5, 'Testford Police': 2, 'Testford Council': 1, 'Testford High School': 1 }],
    ['exploitation_outcome', 'outcome', { Progressed: 4, 'Referred to another agency': 2, 'Information and advice': 2, 'Waiting for a decision': 1 }],
    ['children', 'age', { 'Under 13': 1, '14 to 15': 1, '18 and over': 1, 'Not known': 1 }],
    ['children', 'sex', { Female: 3, Male: 1 }],
    ['children', 'school', { 'High School': 2, 'Not known': 2 }],
    ['exploitation', 'month', { 'Oct 2026': 8, 'Nov 2026': 1 }],
    ['open_cases', 'level', { High: 1, 'Medium-High': 1, Medium: 1, Low: 1, 'Not yet assessed': 1 }],
    ['open_cases', 'ethnicity', { 'White British': 4, Asian: 1 }],
    ['open_cases', 'age', { '14 to 15': 4, '18 and over': 1 }],
    ['open_cases', 'practitioner', { 'Pru First': 4, 'Not allocated': 1 }],
    ['level_change', 'change', { 'Lower than at first': 1, 'The same': 2, 'Higher than at first': 1 }],
    ['steps', 'step', { 'First level': 2, 'Step up': 1, Stayed: 1, 'Step down': 1 }],
    ['closed', 'length', { '6 to 12 months': 1 }],
    ['assessments', 'model', { 'Online: images, grooming': 2, 'Peer-on-peer': 1 }],
    ['assessments', 'indicator', { 'Late home (risk)': 2 }],
    ['acknowledged_in_time', 'receiver', { 'Testford High School': 2 }],
    ['actions_overdue', 'owner', { 'Testford High School': 1, 'The young person': 1 }],
  ]
  it.each(BROKEN)('%s by %s', (name, by, expected) => expect(parts(figures, name, by)).toEqual(expected))

  it('add up: every breakdown of a figure to its headline', () => {
    for (const { figure, amount, breakdowns } of figures) {
      for (const { by, parts: each } of breakdowns) {
        if (by === 'model' || by === 'indicator') continue
        expect([figure, by, each.reduce((sum, { count }) => sum + (count ?? 0), 0)]).toEqual([figure, by, amount.count])
        if (figureOf(figure).share) expect([figure, by, each.reduce((sum, { of }) => sum + (of ?? 0), 0)]).toEqual([figure, by, amount.of])
      }
    }
  })

  it('stand beside the period before, which is as many months', async () => {
    const { before, figures: who } = await ask('who', 'manager', { compare: 'yes' })
    expect(before).toEqual({ from: '2026-08-01', until: '2026-09-30' })
    expect(one(who, 'contacts').before).toMatchObject({ count: 3, of: null })
    expect(one(who, 'exploitation').before).toMatchObject({ count: 1, of: 3 })
    expect(one(who, 'open_cases').before).toMatchObject({ count: 6, of: null })
  })
})

describe('the rows behind a figure', () => {
  it('are those that were counted, for every figure and each part of it', async () => {
    for (const { figure, amount, breakdowns } of await all()) {
      const { items } = await readRows.run(world.as.manager, request(), { figure, ...PERIOD })
      const counted = items.filter(({ counts }) => counts !== false).length
      expect([figure, counted, amount.of ?? items.length]).toEqual([figure, amount.count, items.length])
      for (const { by, parts: each } of breakdowns) {
        for (const { id, count, of } of each) {
          const part = await readRows.run(world.as.auditor, request(), { figure, by, part: id, ...PERIOD })
          const share = figureOf(figure).share !== undefined
          expect([figure, by, id, part.items.filter(({ counts }) => counts !== false).length, part.items.length]).toEqual([figure, by, id, count, share ? of : count])
        }
      }
    }
  }, 60_000)

  it('come a page at a time, each once', async () => {
    for (let at = 0; at < 60; at++) await makeContact(world, { received_at: '2026-03-03T09:00:00Z' })
    const march = { from: { day: '1', month: '3', year: '2026' }, until: { day: '31', month: '3', year: '2026' } }
    const first = await readRows.run(world.as.manager, request(), { figure: 'contacts', ...march })
    const second = await readRows.run(world.as.manager, request(), { figure: 'contacts', ...march, after: first.next ?? undefined })
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 10, null])
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(60)
    expect(first.items[0]).toMatchObject({ reference: expect.stringMatching(/^X-/), href: null })
    const [record] = (await readRows.run(world.as.auditor, request(), { figure: 'contacts', ...march })).items
    expect(record?.href).toBe(`/contacts/${record?.id}`)
  })
})

it('sets no month of a year beside another year’s, and sets its other parts beside those of the period before', async () => {
  const who = (await ask('who', 'manager', { ...PERIOD, compare: 'yes' })).figures
  const parts = (figure: FigureName, by: DimensionName) => who.find((one) => one.figure === figure)?.breakdowns.find((one) => one.by === by)?.parts ?? []
  expect(parts('contacts', 'month').map(({ id, before }) => [id, before])).toEqual([['2026-10', null], ['2026-11', null]])
  expect(parts('children', 'sex').every(({ before }) => before !== null)).toBe(true)
})

describe('an analyst', () => {
  it('is told no small number and nothing that names people or places, on no page', async () => {
    for (const { figure, amount, before, breakdowns } of await all('analyst', { compare: 'yes' })) {
      const small = (count: number | null) => count !== null && count > 0 && count <= 5
      const told = [amount, before, ...breakdowns.flatMap(({ parts: each }) => each.flatMap((part) => [part, part.before]))]
      expect([figure, told.some((each) => small(each?.count ?? null) || small(each?.of ?? null))]).toEqual([figure, false])
      expect(breakdowns.map(({ by }) => by).filter((by) => ['practitioner', 'agency', 'school', 'source', 'receiver', 'owner'].includes(by))).toEqual([])
    }
    await expect(readRows.run(world.as.analyst, request(), { figure: 'contacts' })).rejects.toMatchObject({ kind: 'refused' })
  })

  it('counts whole months, and two things at once without a small number', async () => {
    const day = { day: '6', month: '10', year: '2026' }
    expect((await ask('who', 'analyst', { from: day, until: day })).period).toEqual({ from: '2026-10-01', until: '2026-10-31' })
    const pivot = (person: PersonName) => readPivot.run(world.as[person], request(), { figure: 'exploitation_source', rows: 'source_group', columns: 'outcome', ...PERIOD })
    expect((await pivot('manager')).cells).toEqual([[3, 0, 0, 0], [1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1]])
    const { cells, rows, columns, total } = await pivot('analyst')
    expect([...cells.flat(), ...rows.parts.map((part) => part.total), ...columns.parts.map((part) => part.total)].every((count) => count === null)).toBe(true)
    expect(total).toBe(10)
  })

  it('is told no total of two things at once that would leave a small number of all contacts', async () => {
    const july = { from: { day: '1', month: '7', year: '2024' }, until: { day: '31', month: '7', year: '2024' } }
    for (let at = 0; at < 14; at++) await makeContact(world, { received_at: '2024-07-06T09:00:00Z', exploitation: at < 12 ? 'suspected' : 'no', source_code: '6' })
    const total = async (person: PersonName) => (await readPivot.run(world.as[person], request(), { figure: 'exploitation_source', rows: 'source_group', columns: 'outcome', ...july })).total
    expect([await total('manager'), await total('analyst')]).toEqual([12, null])
    for (let at = 0; at < 4; at++) await makeContact(world, { received_at: '2024-07-08T09:00:00Z' })
    expect(await total('analyst')).toBe(10)
  })

  it('has a finished year from 1 April to 31 March exactly, and any other period to the nearest five', async () => {
    await makeContact(world, { received_at: '2025-05-06T09:00:00Z' })
    await makeContact(world, { received_at: '2026-05-06T09:00:00Z' })
    const contacts = async (person: PersonName, from: object, until: object) => (await ask('who', person, { from, until })).figures.find(({ figure }) => figure === 'contacts')?.amount.count ?? null
    const [april, march, june] = [{ day: '1', month: '4', year: '2025' }, { day: '31', month: '3', year: '2026' }, { day: '30', month: '6', year: '2026' }]
    const [year, longer] = [await contacts('manager', april, march), await contacts('manager', april, june)]
    expect(await contacts('analyst', april, march)).toBe(year)
    expect(year).not.toBe(roughly(year))
    expect(await contacts('analyst', april, june)).toBe(roughly(longer))
    expect(longer).not.toBe(roughly(longer))
    // one that is not over yet grows from day to day
    const [now, next] = [{ day: '1', month: '4', year: '2026' }, { day: '31', month: '3', year: '2027' }]
    expect(await contacts('analyst', now, next)).toBe(roughly(await contacts('manager', now, next)))
  })
})

it('reports to the board as a PDF with every question, and to the public without a small number', async () => {
  const report = await readReport.run(world.as.manager, request(), PERIOD)
  expect(report.parts.map(({ id }) => id)).toEqual(QUESTIONS.map(({ id }) => id))
  const file = await figuresReportPdf(report, { title: 'Report to the board', intro: 'For the board.' })
  expect(file.subarray(0, 5).toString()).toBe('%PDF-')
  const summary = await readSummary.run(world.as.manager, request(), PERIOD)
  const numbers = summary.parts.flatMap(({ figures }) => figures.flatMap(({ amount, before, breakdowns }) => [amount, before, ...breakdowns.flatMap(({ parts: each }) => each.flatMap((part) => [part, part.before]))]))
  expect(numbers.flatMap((each) => [each?.count, each?.of]).filter((count) => typeof count === 'number' && count > 0 && count <= 5)).toEqual([])
  // two months, which another summary may overlap
  const told = numbers.flatMap((each) => [each?.count, each?.of]).filter((count) => typeof count === 'number')
  expect(told.filter((count) => count > 0)).not.toEqual([])
  expect(told.filter((count) => count !== roughly(count))).toEqual([])
  expect((await figuresReportPdf(summary, { title: 'Annual summary', intro: 'In numbers.' })).length).toBeGreaterThan(2000)
})
