import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor, type Actor } from '../../lib/access/actor'
import { listAlerts } from '../../lib/alerts/queries'
import { listCaseload } from '../../lib/cases/queries'
import { listAudits } from '../../lib/quality-audits/list'
import { readAudit } from '../../lib/quality-audits/read'
import { listSupervision } from '../../lib/casework/supervision'
import { listOwnParts } from '../../lib/assessments/own-parts'
import { client } from '../../lib/database/client'
import { listEnquiries } from '../../lib/enquiries/list'
import { listOwnRequests } from '../../lib/enquiries/own'
import { readEnquiry } from '../../lib/enquiries/read'
import { readSnapshots } from '../../lib/enquiries/snapshot'
import { log } from '../../lib/log'
import { listPanels } from '../../lib/panels/list'
import { readMinutes } from '../../lib/panels/minutes'
import { readPanel } from '../../lib/panels/read'
import { printFamilyCopy } from '../../lib/plans/print'
import { readPlan } from '../../lib/plans/queries'
import { listPairs } from '../../lib/screening/matches'
import { listMeetings } from '../../lib/strategy/list'
import { readInvitation } from '../../lib/strategy/own'
import { readMeeting } from '../../lib/strategy/queries'
import { readToday } from '../../lib/today/queries'
import { seedDemo } from '../../prisma/seed'
import { demoPerson, readDemoActors, type Demo } from '../../prisma/seed/demo-actors'
import { setClock } from '../support/clock'
import { ownDatabase, rows, type Urls } from '../support/database'
import { ANCHOR } from '../support/postgres'
import { request } from '../support/world'

/** What is in hand at the end of the example year, so that no page of the demo is empty. */
let urls: Urls
let demo: Demo
const said: string[] = []
const seed = () => seedDemo({ anchor: new Date(ANCHOR), say: (line) => said.push(line) })
beforeAll(async () => {
  log.level = 'silent'
  setClock(ANCHOR)
  urls = await ownDatabase('empty')
  await seed()
  demo = await readDemoActors.run(await systemActor('WRN'), request(), {})
}, 240_000)
afterAll(() => client().$disconnect())

const as = (name: string): Actor => demoPerson(demo, name)
/** The kinds of all that waits for somebody, on every page of their list. */
async function kindsFor(name: string): Promise<string[]> {
  const kinds: string[] = []
  let after: string | undefined
  do {
    const page = await listAlerts.run(as(name), request(), { ...(after ? { after } : {}) })
    kinds.push(...page.items.map(({ kind }) => kind))
    after = page.next ?? undefined
  } while (after)
  return [...new Set(kinds)].sort()
}

it('a quality audit is drawn, given out and partly read, one record twice, so that its pages and its figures have something to show', async () => {
  const [row] = await listAudits.run(as('auditor'), request(), {})
  expect(row).toMatchObject({ label: 'Exploitation contacts', secondsDone: 1 })
  expect([row?.items ?? 0, row?.answered ?? 0].every((number) => number >= 4)).toBe(true)
  expect(row?.mine).toBe((row?.items ?? 0) - (row?.answered ?? 0))
  expect((await readAudit.run(as('manager'), request(), { auditId: row?.id ?? '' })).themes).toHaveLength(2)
})

describe('alerts', () => {
  it('wait for the front door, the lead, the specialist and whoever holds a case, of several kinds', async () => {
    expect(await kindsFor('advisor')).toEqual(expect.arrayContaining(['missing_screen', 'referral_overdue']))
    expect(await kindsFor('safeguarding')).toEqual(expect.arrayContaining(['danger_on_open_case', 'level_of_need', 'enquiry_overdue']))
    expect(await kindsFor('cate-manager')).toEqual(expect.arrayContaining(['repeat_contacts']))
    expect(await kindsFor('practitioner')).toEqual(['assessment_part_answered', 'call_on_open_case', 'cover_arranged'])
    for (const agency of ['school', 'health', 'housing']) expect(await kindsFor(agency)).toContain('referral_overdue')
  })

  it('are mostly answered, in the name of whoever answers them, and none by raising the published number', async () => {
    const [answered] = await rows<{ n: number; by: number }>(urls.owner, 'SELECT count(*)::int AS n, count(DISTINCT acknowledged_by_id)::int AS by FROM alert WHERE acknowledged_at IS NOT NULL')
    expect(answered?.n).toBeGreaterThan(10)
    expect(answered?.by).toBeGreaterThanOrEqual(2)
    const [concern] = await rows<{ n: number }>(urls.owner, `SELECT count(*)::int AS n FROM contact c JOIN area a ON a.id = c.area_id WHERE a.code = 'WRN' AND exploitation <> 'no'`)
    expect(concern?.n).toBe(337)
  })
})

describe('enquiries', () => {
  it('are one that agencies are answering, one that is overdue after its time was moved, and one that went with its referral', async () => {
    const { items: open } = await listEnquiries.run(as('safeguarding'), request(), { show: 'open' })
    expect(open.map(({ answered, asked, clock }) => [answered, asked, clock]).sort()).toEqual([[1, 4, 'late'], [2, 4, 'on_time']])
    const { items: decided } = await listEnquiries.run(as('safeguarding'), request(), { show: 'decided' })
    const whole = await readEnquiry.run(as('safeguarding'), request(), { enquiryId: decided[0]?.id ?? '' })
    expect(whole.entries.some(({ afterDecision, late }) => afterDecision || late)).toBe(false)
    expect(whole.decision).toMatchObject({ route: 'cate', unanswered: 0, by: 'Harjit Sandiford' })
    const [snapshot] = await readSnapshots.run(as('cate-manager'), request(), { referralId: whole.decision?.referrals[0]?.id ?? '' })
    expect(snapshot?.whole).toBe(true)
    const late = open.find(({ clock }) => clock === 'late')
    expect((await readEnquiry.run(as('safeguarding'), request(), { enquiryId: late?.id ?? '' })).moved).toHaveLength(1)
  })

  it('wait for each agency that has not answered, and one agency alone is asked something besides', async () => {
    for (const [agency, waiting] of [['police', 1], ['health', 0], ['school', 2], ['housing', 2]] as const) {
      expect([agency, (await listOwnRequests.run(as(agency), request(), {})).items.length]).toEqual([agency, waiting])
    }
    const today = await readToday.run(as('safeguarding'), request(), {})
    expect(today.kind === 'front_door' && today.enquiries).toEqual({ open: 2, overdue: 1, waiting: 0, late: 0 })
    expect(await rows(urls.owner, 'SELECT count(*)::int AS n FROM enquiry_request WHERE asked_besides IS NOT NULL')).toEqual([{ n: 1 }])
  })
})

it('strategy meetings are one that was held and minuted, whose section 47 runs, and one that is planned; agencies see their own', async () => {
  const { items } = await listMeetings.run(as('safeguarding'), request(), {})
  expect(items.map(({ state, next }) => [state, next?.clock === 'late']).sort()).toEqual([['called', false], ['minutes_out', false]])
  const held = items.find(({ state }) => state === 'minutes_out')?.id ?? ''
  const page = await readMeeting.run(as('safeguarding'), request(), { meetingId: held })
  expect(page).toMatchObject({ missing: [], decision: { section47: 'begins' }, seal: { whole: true }, section47: { running: true } })
  expect(page.facts).toHaveLength(2)
  expect((await readInvitation.run(as('police'), request(), { meetingId: held })).actions).toHaveLength(1)
  expect((await listMeetings.run(as('practitioner'), request(), {})).items.map(({ state }) => state)).toEqual(['called'])
})

it('risk panels are one whose minutes and letters are out and one that meets next, with answers given, late and missing', async () => {
  const { items: past } = await listPanels.run(as('chair'), request(), { show: 'past' })
  expect(past).toMatchObject([{ state: 'issued', cases: 2, decided: 2 }])
  const minutes = await readMinutes.run(as('auditor'), request(), { panelId: past[0]?.id ?? '' })
  expect(minutes.items.map(({ state, decision }) => [state, decision?.whole])).toEqual([['decided', true], ['decided', true], ['deferred', undefined]])
  expect(minutes.items.flatMap(({ dissents }) => dissents)).toHaveLength(1)
  const { letters } = await readPanel.run(as('chair'), request(), { panelId: past[0]?.id ?? '' })
  expect(letters?.items.filter(({ letter }) => letter?.sent)).toHaveLength(1)
  const { items: coming } = await listPanels.run(as('chair'), request(), {})
  const next = await readPanel.run(as('chair'), request(), { panelId: coming[0]?.id ?? '' })
  expect([coming.length, next.state, next.returnsLate, next.items.length]).toEqual([1, 'planned', true, 5])
  expect(next.invited.map(({ agency, answered, late, chased }) => [agency, answered, late, chased]).sort()).toEqual([
    ['Brindmoor High School', 3, 0, 1], ['Tarn Valley Police', 5, 0, 0], ['Wrenmoor Community Health Trust', 1, 1, 1], ['Wrenmoor Hearth Homes', 0, 0, 1],
  ])
  const today = await readToday.run(as('school'), request(), {})
  expect(today.kind === 'partner' && today.asked).toEqual({ waiting: 2, late: 2 })
})

describe('risk assessments', () => {
  it('stand at several levels in the hands of who holds the case: one against the suggestion, one with harm and its section 47 answer, one under way', async () => {
    const all = await rows<{ level: string | null; direction: string | null; section47: string | null; finished: boolean; holder: boolean }>(
      urls.owner, `SELECT a.level::text, a.direction::text, a.section47::text, a.finished_at IS NOT NULL AS finished, c.allocated_to_id = a.begun_by_id AS holder
        FROM assessment a JOIN cate_case c ON c.area_id = a.area_id AND c.id = a.case_id ORDER BY a.begun_at`,
    )
    expect(all).toHaveLength(5)
    expect(all.every(({ holder }) => holder)).toBe(true)
    expect(all.filter(({ finished }) => !finished)).toHaveLength(1)
    expect(new Set(all.map(({ level }) => level)).size).toBeGreaterThanOrEqual(4)
    expect(all.filter(({ direction }) => direction === 'higher')).toHaveLength(1)
    expect(all.filter(({ section47 }) => section47 === 'under_way')).toMatchObject([{ level: 'high' }])
  })

  it('hold what agencies were asked: some have answered, and do not see the same level; one is late and chased', async () => {
    expect(await rows(urls.owner, 'SELECT count(*)::int AS asked, count(answered_at)::int AS answered, count(*) FILTER (WHERE reminders > 1)::int AS chased FROM assessment_request')).toEqual([{ asked: 6, answered: 4, chased: 1 }])
    expect((await listOwnParts.run(as('police'), request(), {})).map(({ clock }) => clock)).toEqual(['on_time'])
    expect(await kindsFor('housing')).toContain('assessment_part_reminder')
  })
})

it('referrals to agencies are in every state, some overdue and one declined', async () => {
  const states = await rows<{ state: string; n: number; late: number }>(
    urls.owner,
    `SELECT state, count(*)::int AS n, count(*) FILTER (WHERE awaited_by < $1)::int AS late FROM referral WHERE to_agency_id IS NOT NULL GROUP BY 1 ORDER BY 1`, [ANCHOR],
  )
  expect(Object.fromEntries(states.map(({ state, n }) => [state, n]))).toEqual({ sent: 5, acknowledged: 1, accepted: 3, declined: 1, action_taken: 1, closed: 1 })
  expect(states.find(({ state }) => state === 'sent')?.late).toBeGreaterThanOrEqual(1)
  // every move in order, and none after the end
  expect(await rows(urls.owner, `SELECT 1 FROM referral_move m JOIN referral r ON r.id = m.referral_id WHERE m.at < r.sent_at OR m.at > $1`, [ANCHOR])).toEqual([])
  for (const agency of ['school', 'health', 'housing']) {
    const today = await readToday.run(as(agency), request(), {})
    expect(today.kind === 'partner' && today.waiting).toBeGreaterThan(0)
  }
})

it('sessions are logged in every open case, most young people were seen in time, and one told of abuse', async () => {
  const [team] = await rows<{ cases: number; logged: number; before: number }>(urls.owner, `
    SELECT count(DISTINCT c.id)::int AS cases, count(DISTINCT s.case_id)::int AS logged, count(s.id) FILTER (WHERE s.happened_at < c.opened_at OR s.at > $1)::int AS before
    FROM cate_case c JOIN area a ON a.id = c.area_id LEFT JOIN case_session s ON s.case_id = c.id WHERE a.code = 'WRN' AND c.closed_at IS NULL AND c.allocated_to_id IS NOT NULL`, [ANCHOR])
  expect(team?.before).toBe(0)
  expect(team?.logged).toBeGreaterThan((team?.cases ?? 0) * 0.8)
  const { count, seenLate } = await listCaseload.run(as('cate-manager'), request(), {})
  expect(seenLate).toBeGreaterThan(3)
  expect(seenLate).toBeLessThan((count ?? 0) / 2)
  expect(await kindsFor('safeguarding')).toContain('disclosure_made')
  expect(await rows(urls.owner, 'SELECT state FROM isva_offer')).toEqual([{ state: 'offered' }])
  for (const name of ['practitioner', 'practitioner2']) expect((await listSupervision.run(as(name), request(), {})).items).toHaveLength(1)
})

it('the change of shift is handed over and signed by both sides, with what was open then', async () => {
  const [one] = await rows(urls.owner, 'SELECT signed_out_at < shift_at AS before, signed_in_at > shift_at AS after, signed_out_by_id <> signed_in_by_id AS two, (SELECT count(*)::int FROM handover_item) AS items FROM handover')
  expect(one).toMatchObject({ before: true, after: true, two: true })
  expect(one?.items).toBeGreaterThan(0)
  expect(await rows(urls.owner, 'SELECT 1 FROM handover_item i JOIN handover h ON h.id = i.handover_id JOIN contact c ON c.id = i.contact_id WHERE c.logged_at > h.signed_out_at')).toEqual([])
})

it('safety plans are two that were issued, with their actions, and one that does not yet say who was part of it', async () => {
  const plans = await rows<{ id: string; issued: boolean }>(urls.owner, 'SELECT p.case_id AS id, EXISTS (SELECT FROM safety_plan_version v WHERE v.plan_id = p.id AND v.issued) AS issued FROM safety_plan p ORDER BY 2')
  expect(plans.map(({ issued }) => issued)).toEqual([false, true, true])
  const [draft, ...issued] = await Promise.all(plans.map(({ id }) => readPlan.run(as('practitioner'), request(), { caseId: id })))
  expect(draft?.plan?.problems.some(({ at }) => at === 'involvement.young.involved')).toBe(true)
  expect(issued.map(({ plan }) => [plan?.now.state, (plan?.actions.length ?? 0) > 0, plan?.actions.some(({ clock }) => clock === 'late')])).toEqual([['issued', true, false], ['issued', true, false]])
  for (const { case: one } of issued) expect((await printFamilyCopy.run(as('practitioner'), request(), { caseId: one.id })).sections.length).toBeGreaterThan(5)
})

it('a child is written down twice, and the two are put before a person with what speaks for it', async () => {
  const { waiting } = await listPairs.run(as('safeguarding'), request(), {})
  const pair = waiting.find(({ first, second }) => first.born === second.born && first.phone === second.phone && first.name !== second.name && first.name.split(' ')[0] === second.name.split(' ')[0])
  expect(pair?.agrees.length).toBeGreaterThanOrEqual(3)
  // one of the two alone has the numbers that would settle it
  expect([pair?.first.nhsNumber, pair?.second.nhsNumber].filter(Boolean)).toHaveLength(1)
})

it('a second run does nothing', async () => {
  said.length = 0
  await seed()
  expect(said).toEqual(['Wrenmoor: nothing to do, everything is there', 'Marchford: nothing to do, everything is there'])
})
