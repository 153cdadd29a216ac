import type { QueryResultRow } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../lib/access/actor'
import { answerQuestion } from '../../lib/oversight/board'
import type { DimensionName, FigureName } from '../../lib/oversight/definitions'
import { ageOn } from '../../lib/pathway/age'
import { caseload } from '../../lib/pathway/caseload'
import { decisionClock, decisionDue, panelDue } from '../../lib/pathway/clocks'
import { ethnicityGroup, sourceGroup } from '../../lib/pathway/codes'
import { concernsOf } from '../../lib/pathway/concerns'
import { isValidNhsNumber, isValidUpn } from '../../lib/pathway/identifiers'
import { compareLevels, type Level } from '../../lib/pathway/levels'
import { londonDay } from '../../lib/pathway/london'
import { levelOfNeed } from '../../lib/pathway/need'
import { DEFAULT_SETTINGS } from '../../lib/pathway/settings'
import { mayMove, type CaseStage } from '../../lib/pathway/states'
import { ownDatabase, rows, type Urls } from '../support/database'
import { ANCHOR } from '../support/postgres'
import { isOpen, seed, tally, yearOf } from '../support/seeded-year'
import { request } from '../support/world'

const anchor = new Date(ANCHOR)

let first: Urls
let second: Urls
const { wrenmoor, ofTable, contacts, cases } = yearOf(() => first.owner)

beforeAll(async () => {
  first = await ownDatabase('empty')
  second = await ownDatabase('empty')
  // one after the other: a laptop has two cores and other tests are running
  await seed(first)
  await seed(second)
}, 240_000)

describe('the contacts of the seeded year', () => {
  it('are the published numbers, by source, by outcome and by child', async () => {
    const all = await contacts()
    expect(all).toHaveLength(12_173)
    const concern = all.filter(({ exploitation }) => exploitation !== 'no')
    expect(concern).toHaveLength(337)
    expect(concern.every(({ child_id }) => child_id !== null)).toBe(true)
    expect(new Set(concern.map(({ child_id }) => child_id)).size).toBe(224)
    const sources = tally(concern.map(({ source_code }) => sourceGroup(source_code)))
    expect(sources).toEqual({ local_authority: 146, police: 91, education: 58, other: 42 })
    expect(tally(concern.map(({ reported_as }) => reported_as ?? 'undecided'))).toEqual({ progressed: 189, other_agency: 74, advice: 74 })
  })

  it('came within the twelve months before the anchor and were decided before it', async () => {
    const all = await contacts()
    const yearAgo = new Date(anchor)
    yearAgo.setUTCFullYear(yearAgo.getUTCFullYear() - 1)
    expect(all.filter((one) => one.received_at <= yearAgo || one.received_at > anchor)).toEqual([])
    expect(all.filter((one) => one.logged_at < one.received_at || one.logged_at > anchor)).toEqual([])
    expect(all.filter((one) => one.decided_at && (one.decided_at < one.logged_at || one.decided_at > anchor))).toEqual([])
    const late = all.filter((one) => one.decided_at && one.decided_at > one.decision_due).length / all.length
    expect(late).toBeGreaterThan(0.05)
    expect(late).toBeLessThan(0.11)
  })

  it('carry the level and the due date that the rules give, and what the form asks for', async () => {
    for (const one of await contacts()) {
      const { concerns, exploitation, immediate_danger: immediateDanger } = one
      if (concernsOf(concerns).length !== concerns.length) throw new Error(`unknown concern in ${concerns}`)
      if (levelOfNeed({ concerns, exploitation, immediateDanger }).level !== one.level_of_need) throw new Error(`level of ${one.id}`)
      if (decisionDue(one.received_at, DEFAULT_SETTINGS).getTime() !== one.decision_due.getTime()) throw new Error(`due date of ${one.id}`)
      if (one.anonymous !== (one.source_code === '9') || (!one.anonymous && !one.referrer_name)) throw new Error(`referrer of ${one.id}`)
      if ((one.consent === 'not_sought' && !one.consent_reason) || (immediateDanger && !one.danger_action)) throw new Error(`reason of ${one.id}`)
    }
  })

  it('were answered within three weeks where they went on, and some of the last wait', async () => {
    const silent = await ofTable<{ sent_at: Date }>('referral', 'responded_at IS NULL')
    expect(silent.length).toBeGreaterThan(20)
    expect(silent.filter(({ sent_at }) => anchor.getTime() - sent_at.getTime() > 21 * 86_400_000)).toEqual([])
  })

  it('leave nine undecided, none about exploitation, with clocks that differ', async () => {
    const waiting = (await contacts()).filter(({ state }) => state === 'logged')
    expect(waiting.every(({ exploitation }) => exploitation === 'no')).toBe(true)
    const clocks = waiting.map((one) => decisionClock({ receivedAt: one.received_at, decidedAt: null, now: anchor }, DEFAULT_SETTINGS).state)
    expect(tally(clocks)).toEqual({ late: 2, close: 3, on_time: 4 })
  })

  it('are numbered in order of receipt, and the next number is free', async () => {
    const taken: Record<string, number> = {}
    for (const { reference, received_at } of await contacts()) {
      const year = londonDay(received_at).slice(0, 4)
      taken[year] = (taken[year] ?? 0) + 1
      const expected = `WRN-${year}-${String(taken[year]).padStart(5, '0')}`
      if (reference !== expected) throw new Error(`${reference} stands where ${expected} should`)
    }
    const counters = await ofTable<{ kind: string; year: number; next: number }>('reference_counter')
    const next = Object.fromEntries(counters.map((one) => [`${one.kind} ${one.year}`, one.next]))
    const ofContacts = Object.fromEntries(Object.entries(taken).map(([year, last]) => [`contact ${year}`, last + 1]))
    expect(next).toEqual({ ...ofContacts, 'child 0': 9001, 'case 0': 85, 'enquiry 0': 4 })
  })

  it('are told by the agencies whose people sign in, among others', async () => {
    const told = await wrenmoor<{ email: string; n: number }>(
      `SELECT u.email, count(*)::int AS n FROM role_assignment a JOIN here ON here.id = a.area_id JOIN user_account u ON u.id = a.user_id
       JOIN contact c ON c.area_id = a.area_id AND c.referrer_agency_id = a.agency_id WHERE a.role IN ('partner', 'police') GROUP BY 1`,
    )
    const many = told.filter(({ n }) => n > 20).map(({ email }) => email)
    expect(many.sort()).toEqual(['health@demo.test', 'housing@demo.test', 'police@demo.test', 'school@demo.test'])
  })
})

describe('the figures of the seeded year', () => {
  const day = (day: string, month: string, year: string) => ({ day, month, year })
  const YEAR = { from: day('19', '11', '2025'), until: day('19', '11', '2026') }
  const asked = async (question: 'who' | 'from' | 'where') => {
    const system = await systemActor('WRN')
    const [manager] = await rows<{ id: string; user_id: string; agency_id: string }>(second.owner, `SELECT a.id, a.user_id, a.agency_id FROM role_assignment a JOIN area ON area.id = a.area_id WHERE area.code = 'WRN' AND a.role = 'manager'`)
    if (!system || !manager) throw new Error('nobody manages Wrenmoor')
    const { figures } = await answerQuestion.run({ ...system, role: 'manager', assignmentId: manager.id, userId: manager.user_id, agencyId: manager.agency_id }, request(), { question, ...YEAR })
    return (name: FigureName, by?: DimensionName) => {
      const found = figures.find(({ figure }) => figure === name)
      return by ? Object.fromEntries((found?.breakdowns.find((one) => one.by === by)?.parts ?? []).map(({ id, percent }) => [id, percent])) : found?.amount
    }
  }

  it('are the published ones (DOMAIN 6)', async () => {
    const who = await asked('who')
    expect(who('contacts')).toMatchObject({ count: 12_173 })
    expect(who('exploitation')).toEqual({ count: 337, of: 12_173, percent: '2.7 %' })
    expect(who('children')).toMatchObject({ count: 224 })
    expect(who('cate_referrals')).toMatchObject({ count: 58 })
    expect(who('open_cases')).toMatchObject({ count: 68 })
    expect((await asked('from'))('exploitation_source', 'source_group')).toEqual({ local_authority: '43.3 %', police: '27.0 %', education: '17.2 %', other: '12.5 %' })
    expect((await asked('where'))('exploitation_outcome', 'outcome')).toEqual({ progressed: '56.1 %', other_agency: '22.0 %', advice: '22.0 %', undecided: '0.0 %' })
  })
})

describe('the CATE cases of the seeded year', () => {
  it('come from 58 referrals, three to eight in a full month', async () => {
    const referrals = await ofTable<{ state: string; decline_reason: string | null; sent_at: Date }>('referral', `outcome = 'cate'`)
    expect(tally(referrals.map(({ state }) => state))).toEqual({ sent: 3, declined: 2, accepted: 53 })
    expect(referrals.filter(({ state, decline_reason }) => (state === 'declined') !== (decline_reason !== null))).toEqual([])
    const months = Object.entries(tally(referrals.map(({ sent_at }) => londonDay(sent_at).slice(0, 7)).sort())).slice(1, -1)
    expect(months.filter(([, number]) => number < 3 || number > 8)).toEqual([])
    const all = await cases()
    expect(all.filter(({ referral_id }) => referral_id).length).toBe(53)
    expect(all.filter((one) => !isOpen(one)).length).toBeGreaterThanOrEqual(5)
  })

  it('are 68 open ones of the published sex, ethnicity and age', async () => {
    const open = (await cases()).filter(isOpen)
    expect(open).toHaveLength(68)
    expect(tally(open.map(({ sex }) => sex))).toEqual({ F: 62, M: 6 })
    const groups = tally(open.map(({ ethnicity }) => ethnicityGroup(ethnicity)))
    expect([groups.white_british, groups.mixed, groups.not_known]).toEqual([54, 6, undefined])
    const bands: Record<number, string> = { 13: '13', 14: '14-15', 15: '14-15', 16: '16-17', 17: '16-17', 18: '18' }
    expect(tally(open.map(({ born }) => bands[ageOn(born, anchor)] ?? 'other'))).toEqual({ '13': 7, '14-15': 28, '16-17': 31, '18': 2 })
    expect(tally(open.map(({ stage }) => stage))).toEqual({ allocation: 2, assessment: 6, panel: 6, plan: 46, exit: 8 })
    expect(tally(open.map(({ level }) => level ?? 'none'))).toEqual({ low: 6, low_medium: 11, medium: 18, medium_high: 15, high: 13, none: 5 })
  })

  it('weigh differently on six practitioners, on one of them too much, with the reason said', async () => {
    const open = (await cases()).filter((one) => isOpen(one) && one.allocated_to_id)
    const holders = [...new Set(open.map(({ allocated_to_id }) => allocated_to_id))]
    const loads = holders.map((id) => caseload(open.filter(({ allocated_to_id }) => allocated_to_id === id), DEFAULT_SETTINGS))
    expect(loads).toHaveLength(6)
    expect(new Set(loads.map(({ weight }) => weight)).size).toBeGreaterThanOrEqual(4)
    expect(loads.filter(({ state }) => state === 'over')).toHaveLength(1)
    expect(await ofTable('case_allocation', `reason LIKE 'Knows the family%'`)).toHaveLength(1)
  })

  it('meet their panels mostly in time, and some panels and reviews are late', async () => {
    const all = await cases()
    expect(all.every((one) => panelDue(one.referred_at, DEFAULT_SETTINGS).getTime() === one.panel_due.getTime())).toBe(true)
    const held = all.filter(({ panel_held_at }) => panel_held_at)
    const late = held.filter((one) => one.panel_held_at && one.panel_held_at > one.panel_due).length
    expect(late).toBeGreaterThanOrEqual(3)
    expect(late).toBeLessThan(held.length / 2)
    expect(all.filter((one) => isOpen(one) && !one.panel_held_at && one.panel_due < anchor).length).toBeGreaterThanOrEqual(1)
    expect(all.filter((one) => isOpen(one) && one.next_review_due && one.next_review_due < anchor).length).toBeGreaterThanOrEqual(2)
  })

  it('have histories that end where the case stands, by allowed moves and in order', async () => {
    const of = <T extends QueryResultRow>(table: string) => ofTable<T>(table, 'true ORDER BY t.at')
    const moves = await of<{ case_id: string; from_stage: CaseStage | null; to_stage: CaseStage; at: Date }>('case_stage_move')
    const levels = await of<{ case_id: string; level: Level; at: Date }>('case_level')
    const allocations = await of<{ case_id: string; practitioner_id: string; at: Date }>('case_allocation')
    expect([...moves, ...levels, ...allocations].filter(({ at }) => at > anchor)).toEqual([])
    const changes: number[] = []
    for (const one of await cases()) {
      const own = moves.filter(({ case_id }) => case_id === one.id)
      own.forEach((move, at) => {
        const before = own[at - 1]?.to_stage ?? null
        const allowed = before === null || mayMove('case', before, move.to_stage)
        if (move.from_stage !== before || !allowed) throw new Error(`${one.reference}: ${before} to ${move.to_stage}`)
      })
      const agreed = levels.filter(({ case_id }) => case_id === one.id).map(({ level }) => level)
      agreed.forEach((level, at) => changes.push(compareLevels(level, agreed[at - 1] ?? level)))
      const held = allocations.filter(({ case_id }) => case_id === one.id)
      const ends = { stage: own.at(-1)?.to_stage, level: agreed.at(-1) ?? null, allocated_to_id: held.at(-1)?.practitioner_id ?? null }
      expect(one).toMatchObject(ends)
    }
    expect(changes.filter((change) => change > 0).length).toBeGreaterThan(5)
    expect(changes.filter((change) => change < 0).length).toBeGreaterThan(5)
  })

  it('have no new contact recorded while they are open (Rec 24)', async () => {
    const during = await wrenmoor(`SELECT c.reference FROM cate_case k JOIN here ON here.id = k.area_id
      JOIN contact c ON c.area_id = k.area_id AND c.child_id = k.child_id AND c.received_at >= k.opened_at
      WHERE k.closed_at IS NULL OR c.received_at < k.closed_at`)
    expect(during).toEqual([])
  })
})

describe('the children of the seeded year', () => {
  it('have identifiers that check, and addresses and phones that are nobody’s', async () => {
    const children = await ofTable<{ nhs_number: string | null; upn: string | null; date_of_birth: Date }>('child')
    expect(children).toHaveLength(9000)
    const numbers = children.flatMap(({ nhs_number }) => nhs_number ?? [])
    expect(numbers.length).toBeGreaterThan(8000)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.filter((number) => !number.startsWith('999') || !isValidNhsNumber(number))).toEqual([])
    expect(children.filter(({ upn }) => upn !== null && !isValidUpn(upn))).toEqual([])
    const wrong = (column: string) => `t.${column} !~ '^(07700900|01632960)[0-9]{3}$'`
    expect(await ofTable('child_address', `t.postcode !~ '^WZ[1-9] [1-9][A-Z]{2}$' OR ${wrong('phone')}`)).toEqual([])
    expect(await ofTable('person_around', wrong('phone'))).toEqual([])
    expect(await ofTable('contact', wrong('referrer_phone'))).toEqual([])
  })

  it('are joined to their brothers and sisters both ways', async () => {
    const joined = await ofTable<{ child_id: string; related_child_id: string }>('person_around', 'related_child_id IS NOT NULL')
    expect(new Set(joined.map(({ child_id }) => child_id)).size).toBeGreaterThanOrEqual(24)
    const pairs = new Set(joined.map((one) => `${one.child_id} ${one.related_child_id}`))
    expect(joined.filter((one) => !pairs.has(`${one.related_child_id} ${one.child_id}`))).toEqual([])
  })

  it('were on record before they were told of, and born before that', async () => {
    const early = await wrenmoor(`SELECT c.reference FROM contact c JOIN here ON here.id = c.area_id
      JOIN child k ON k.area_id = c.area_id AND k.id = c.child_id
      WHERE c.received_at < k.created_at OR k.created_at < k.date_of_birth OR k.date_of_birth < c.received_at - interval '19 years'`)
    expect(early).toEqual([])
  })
})

describe('seeding', () => {
  it('gives the same rows for the same anchor', async () => {
    const tables = 'contact contact_decision referral child child_address person_around cate_case case_level case_stage_move case_allocation'
    for (const table of tables.split(' ')) {
      // the area's own id is the database's to choose
      // a panel in hand wrote some of the levels, under ids of their own
      const row = table === 'case_level' ? `(to_jsonb(t) - 'area_id' - 'id')::text` : `(to_jsonb(t) - 'area_id')::text`
      const hash = `SELECT md5(string_agg(${row}, '' ORDER BY ${row})) AS hash FROM ${table} t`
      expect([table, await rows(first.owner, hash)]).toEqual([table, await rows(second.owner, hash)])
    }
    // what is in hand is written as people write it, with ids of its own: all else is the same
    const inHand = {
      alert: 'kind || why || raised_at || coalesce(acknowledged_at::text, note, owner_role::text, \'\')', enquiry: 'reference || state || due_at', enquiry_entry: 'text || at',
      case_note: 'what_was_said || received_at', handover: 'shift_at || signed_in_at::text', handover_item: 'why || position', referral_move: 'to_state || at::text',
    }
    for (const [table, columns] of Object.entries(inHand)) {
      const hash = `SELECT count(*)::int AS n, md5(string_agg(${columns}, '' ORDER BY ${columns})) AS hash FROM ${table}`
      expect([table, await rows(first.owner, hash)]).toEqual([table, await rows(second.owner, hash)])
    }
  })

  it('does nothing the second time, and says so', async () => {
    const counted = `SELECT (SELECT count(*) FROM audit_event WHERE kind <> 'area.counted') AS events, (SELECT count(*) FROM contact) AS contacts`
    const before = await rows(first.owner, counted)
    expect(await seed(first)).toMatch(/Wrenmoor: nothing to do.*\nMarchford: nothing to do/)
    expect(await rows(first.owner, counted)).toEqual(before)
  })

  it('takes up a run that was cut short, and refuses records that are not its own', async () => {
    const urls = await ownDatabase('empty')
    // the first thing a run does, after which this one ended
    await rows(urls.app, `SELECT create_area('WRN', 'Wrenmoor')`)
    expect(await seed(urls, ['--small'])).toMatch(/Wrenmoor: 300 children, 400 contacts/)
    await expect(seed(urls)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Wrenmoor holds 400 contacts') })
    const [made] = await rows<{ n: number }>(urls.owner, `SELECT count(*)::int AS n FROM contact`)
    expect(made?.n).toBe(480)
  }, 60_000)

  it('makes nobody and nothing outside the demo', async () => {
    const urls = await ownDatabase('empty')
    const refused = { code: 1, stderr: expect.stringContaining('Demo people exist only in the demo') }
    await expect(seed(urls, ['--small'], { WAYMARK_DEMO: '0' })).rejects.toMatchObject(refused)
    expect(await rows(urls.owner, 'SELECT FROM area')).toEqual([])
  })
})
