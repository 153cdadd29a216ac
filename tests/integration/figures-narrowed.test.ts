import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerQuestion } from '../../lib/oversight/board'
import type { Fact, FigureName } from '../../lib/oversight/definitions'
import { figureOf } from '../../lib/oversight/definitions'
import { NARROWED, ONLY_BY, type OnlyBy } from '../../lib/oversight/only'
import { QUESTIONS } from '../../lib/oversight/questions'
import { readRows } from '../../lib/oversight/rows'
import { asLogin } from '../support/as-login'
import { finishedAt, makeAssessment } from '../support/assessments'
import { makeEnquiry } from '../support/enquiries'
import { insert } from '../support/insert'
import { makeAction } from '../support/pathway'
import { makePlan, writePlan } from '../support/plans'
import { makeCase, makeChild, makeContact, makeDecision, makeReferral } from '../support/records'
import { makeMeeting } from '../support/strategy'
import { makeWorld, request, SYSTEM_USER, type PersonName, type World } from '../support/world'

/** October and November 2026 counted by hand for one practitioner, team, agency and school at a time. A referral that names no contact brings one of its own, of no concern and decided in time. */
let world: World
const PERIOD = { from: { day: '1', month: '10', year: '2026' }, until: { day: '30', month: '11', year: '2026' } }
const SEPTEMBER = '2026-09-10T09:00:00Z'
const OCTOBER = '2026-10-06T09:00:00Z'

beforeAll(async () => {
  world = await makeWorld()
  const { agencies, teams } = world.a
  const [pru, paz] = [world.as.practitioner, world.as.otherPractitioner]
  await world.sql.query('UPDATE role_assignment SET team_id = $1 WHERE user_id = $2', [teams.cate, pru.userId])
  const [ann, bea, cat] = [await makeChild(world, world.a, { school: 'High School' }), await makeChild(world, world.a, { school: 'Academy' }), await makeChild(world)] as [string, string, string]

  // told by the school: two of concern, one of them decided late, and one of none; by the police one of each; one in September
  const told = async (child: string | null, agency: string | null, over: object = {}, decided: string | null = OCTOBER) => {
    const contact = await makeContact(world, { child, agency, exploitation: 'yes', received_at: OCTOBER, decision_due: '2026-10-07T09:00:00Z', ...over })
    if (decided) await makeDecision(world, contact, { at: new Date(decided) })
    return contact
  }
  await told(ann, agencies.school)
  const sent = await told(bea, agencies.school, {}, '2026-10-07T09:00:01Z')
  await told(ann, agencies.school, { exploitation: 'no' }, null)
  await told(ann, agencies.police)
  await told(null, agencies.police, { exploitation: 'no' })
  await told(cat, null)
  await told(ann, agencies.school, { received_at: SEPTEMBER })

  // referrals to CATE: one of the school's contact and one of no agency; to the school: two, one heard in time
  await makeReferral(world, { child: bea, contact: sent, sent_at: OCTOBER, to_team_id: teams.cate })
  await makeReferral(world, { child: cat, sent_at: OCTOBER, to_team_id: teams.safeguarding })
  await makeReferral(world, { child: ann, outcome: 'other_service', toAgency: agencies.school, sent_at: OCTOBER, state: 'acknowledged', acknowledged_at: OCTOBER })
  await makeReferral(world, { outcome: 'other_service', toAgency: agencies.school, sent_at: OCTOBER })
  await makeReferral(world, { outcome: 'other_service', toAgency: agencies.health, sent_at: OCTOBER })

  // Pru holds two open cases and closed one, Paz holds one
  const held = async (child: string, holder: typeof pru, over: object = {}) => ({ child, held: await makeCase(world, { child, holder, opened_at: SEPTEMBER, referred_at: OCTOBER, level: 'high', panel_due: '2026-11-10', ...over }) })
  const one = await held(ann, pru, { panel_held_at: '2026-11-09' })
  await held(bea, pru)
  await held(await makeChild(world), pru, { stage: 'closed', closed_at: OCTOBER, closure_reason: 'RC7', panel_due: '2100-01-01', referred_at: SEPTEMBER })
  const three = await held(cat, paz)
  for (const each of [one, three]) await insert(world.sql, 'case_level', { area_id: world.a.id, id: randomUUID(), case_id: each.held, level: 'high', at: OCTOBER, by_id: SYSTEM_USER, reason: 'Why' })
  await insert(world.sql, 'case_review', { area_id: world.a.id, id: randomUUID(), case_id: one.held, child_id: ann, submission_key: randomUUID(), at: OCTOBER, by_id: SYSTEM_USER, changed: 'x', young_view: 'x', parents_view: 'x', level: 'high', reason: 'x', due_at: OCTOBER, next_due: '2027-01-01', snapshot: '{}' })
  await writePlan(world, await makePlan(world, one), true, true)
  await makeAction(world, { ...one, owner_kind: 'agency', owner_agency_id: agencies.school, due_on: '2026-10-20', agreed_at: SEPTEMBER })
  await makeAction(world, { ...three, owner_kind: 'agency', owner_agency_id: agencies.health, due_on: '2027-10-20', agreed_at: SEPTEMBER })
  await makeAssessment(world, { ...one, ...finishedAt('2026-10-20T09:00:00Z'), models: ['online'], answers: JSON.stringify({ late_home: { answer: 'yes' } }) })
  await makeAssessment(world, { ...three, ...finishedAt('2026-10-20T09:00:00Z'), models: ['peer'], answers: '{}' })
  await makeMeeting(world, { ...one, planned_at: '2026-10-05T10:00:00Z', held_at: '2026-10-05T15:00:00Z', minutes_out_at: '2026-10-06T15:00:01Z', minutes_by_id: SYSTEM_USER, state: 'minutes_out', bare: true })
  const { request: asked } = await makeEnquiry(world, { child: ann, answered: false })
  await world.sql.query(`UPDATE enquiry_request SET asked_at = $2, due_at = $2, agency_id = $3 WHERE id = $1`, [asked, OCTOBER, agencies.school])
})
afterAll(() => world.close())

const idOf = async (by: OnlyBy): Promise<string> => {
  if (by === 'school') return (await world.sql.query<{ id: string }>(`SELECT md5('High School')::uuid AS id`)).rows[0]?.id ?? ''
  return { practitioner: world.as.practitioner.userId, team: world.a.teams.cate, agency: world.a.agencies.school }[by]
}
const answer = async (by: OnlyBy | null, question: (typeof QUESTIONS)[number]['id'], person: PersonName = 'manager', over: object = {}) =>
  answerQuestion.run(world.as[person], request(), { question, ...PERIOD, ...(by ? { only: `${by}.${await idOf(by)}` } : {}), ...over })
const all = async (by: OnlyBy) => {
  const answers = []
  for (const { id } of QUESTIONS) answers.push(await answer(by, id))
  return answers
}

type Count = readonly [number, number | null]
/** Every figure that is told apart so: its count, and what it is of. */
const COUNTED: Readonly<Record<OnlyBy, Partial<Record<FigureName, Count>>>> = {
  practitioner: {
    open_cases: [2, null], panel_in_time: [1, 2], reviews_in_time: [1, 1], level_change: [2, null], steps: [1, null], closed: [1, null], assessments: [1, null],
    strategy_in_time: [1, 1], minutes_in_time: [0, 1], conferences_in_time: [0, 0], actions_overdue: [1, 1], plans: [1, 2], plan_both: [1, 1], plan_young: [1, 1], plan_parent: [1, 1], assessment_young: [1, 1], assessment_parent: [1, 1],
  },
  team: {
    cate_referrals: [1, null], referred_again: [0, 1], acknowledged_in_time: [0, 1],
    open_cases: [2, null], panel_in_time: [1, 2], reviews_in_time: [1, 1], level_change: [2, null], steps: [1, null], closed: [1, null], assessments: [1, null],
    strategy_in_time: [1, 1], minutes_in_time: [0, 1], conferences_in_time: [0, 0], actions_overdue: [1, 1], plans: [1, 2], plan_both: [1, 1], plan_young: [1, 1], plan_parent: [1, 1], assessment_young: [1, 1], assessment_parent: [1, 1],
  },
  agency: {
    contacts: [3, null], exploitation: [2, 3], children: [2, null], exploitation_source: [2, null], exploitation_outcome: [2, null], decided_in_time: [1, 2],
    cate_referrals: [1, null], referred_again: [0, 1], acknowledged_in_time: [1, 2], actions_overdue: [1, 1], enquiries_in_time: [0, 1], returns_in_time: [0, 0],
  },
  school: {
    contacts: [4, null], exploitation: [2, 4], children: [1, null], exploitation_source: [2, null], exploitation_outcome: [2, null], decided_in_time: [3, 3],
    cate_referrals: [0, null], referred_again: [0, 0], acknowledged_in_time: [1, 1],
    open_cases: [1, null], panel_in_time: [1, 1], reviews_in_time: [1, 1], level_change: [1, null], steps: [1, null], closed: [0, null], assessments: [1, null],
    strategy_in_time: [1, 1], minutes_in_time: [0, 1], conferences_in_time: [0, 0], actions_overdue: [1, 1], plans: [1, 1], plan_both: [1, 1], plan_young: [1, 1], plan_parent: [1, 1], assessment_young: [1, 1], assessment_parent: [1, 1],
  },
}

describe.each(ONLY_BY.map(({ id }) => id))('for one %s', (by) => {
  it('figures are those counted by hand, and the others are named as left out', async () => {
    const answers = await all(by)
    const found = Object.fromEntries(answers.flatMap(({ figures }) => figures).map(({ figure, amount: { count, of } }) => [figure, [count, of]]))
    expect(found).toEqual(COUNTED[by])
    for (const { question, leftOut } of answers) {
      const without = QUESTIONS.find(({ id }) => id === question)?.figures.filter(({ figure }) => !(figure in COUNTED[by])).map(({ figure }) => figureOf(figure).title)
      expect(leftOut).toEqual(without)
    }
  })

  it('the rows behind each figure and each part are those that were counted', async () => {
    const only = `${by}.${await idOf(by)}`
    for (const { figure, amount, breakdowns } of (await all(by)).flatMap(({ figures }) => figures)) {
      const { items, only: shown } = await readRows.run(world.as.auditor, request(), { figure, only, ...PERIOD })
      expect([figure, items.filter(({ counts }) => counts !== false).length, items.length]).toEqual([figure, amount.count, amount.of ?? amount.count])
      expect(shown?.by).toBe(by)
      for (const { by: dimension, parts } of breakdowns) {
        for (const { id, count, of } of parts) {
          const part = await readRows.run(world.as.manager, request(), { figure, by: dimension, part: id, only, ...PERIOD })
          expect([figure, dimension, id, part.items.filter(({ counts }) => counts !== false).length, part.items.length]).toEqual([figure, dimension, id, count, figureOf(figure).share ? of : count])
        }
      }
    }
  }, 60_000)

  it('is told apart in the database by what the definitions say, and by nothing else', async () => {
    const { rows } = await world.sql.query<{ fact: Fact; told: boolean }>(`SELECT fact, figure_condition(fact, $1) IS NOT NULL AS told FROM unnest($2::text[]) fact`, [by, Object.keys(NARROWED)])
    expect(Object.fromEntries(rows.map(({ fact, told }) => [fact, told]))).toEqual(Object.fromEntries(Object.entries(NARROWED).map(([fact, may]) => [fact, may.includes(by)])))
  })

  it('is nobody’s of another area, and no analyst’s: all less some of it would give a small number back', async () => {
    await expect(answer(by, 'who', 'analyst')).rejects.toMatchObject({ fields: { only: 'Choose from the list' } })
    await expect(answer(null, 'who', 'manager', { only: `${by}.${randomUUID()}` })).rejects.toMatchObject({ fields: { only: 'Choose from the list' } })
    await expect(answer(null, 'who', 'manager', { only: `agency.${world.b.agencies.school}` })).rejects.toMatchObject({ kind: 'invalid' })
    expect((await answer(null, 'who', 'analyst')).choices).toEqual([])
    const app = asLogin(world.urls.app)
    const [fact] = (Object.keys(NARROWED) as Fact[]).filter((one) => NARROWED[one].includes(by))
    const idNow = await idOf(by)
    const counts = (person: PersonName) => app.run(world.as[person], `SELECT * FROM figure_counts_only($1, '2000-01-01', '2100-01-01', now(), '{}', '{}', 1, $2, $3)`, [fact, by, idNow])
    expect([(await counts('manager')).count > 0, (await counts('analyst')).count, (await counts('safeguarding')).count]).toEqual([true, 0, 0])
    expect((await app.run(world.as.analyst, 'SELECT * FROM figure_choices()')).count).toBe(0)
    await app.close()
  })
})

it('stands beside the period before, narrowed alike', async () => {
  const { figures } = await answer('agency', 'who', 'manager', { compare: 'yes' })
  expect(figures.find(({ figure }) => figure === 'contacts')?.before).toMatchObject({ count: 1 })
})

it('offers the area’s practitioners, teams, agencies and schools by name', async () => {
  const { choices } = await answer(null, 'who')
  const names = (by: OnlyBy) => choices.filter((one) => one.by === by).map(({ name }) => name)
  expect([names('practitioner'), names('school')]).toEqual([['Paz Second', 'Pru First'], ['Academy', 'High School']])
  expect(names('agency')).toContain('Testford High School')
  expect(choices.some(({ name }) => name.startsWith('Otherby'))).toBe(false)
})
