import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFigures, type Figures } from '../../lib/oversight/figures'
import { readLate } from '../../lib/oversight/late'
import { makeCase, makeChild, makeContact, makeDecision, makeReferral } from '../support/records'
import { makeWorld, request, SYSTEM_USER, type PersonName, type World } from '../support/world'

/** A small set of records counted by hand, and what each role is told of it. */
let world: World

/**
 * October 2026, by hand. Contacts: 9 with a concern (source: 7 school, 1 police, 1 council) about 3 children and
 * one who is not named, 6 without. Of the 9: 6 progressed, 1 other agency, 2 undecided. Of all: 8 decided, 7 in time.
 */
beforeAll(async () => {
  world = await makeWorld()
  const children = [await makeChild(world), await makeChild(world), await makeChild(world)]
  const due = '2026-10-07T09:00:00Z'
  const told = (over: object) => makeContact(world, { received_at: '2026-10-06T09:00:00Z', decision_due: due, ...over })
  for (let at = 0; at < 6; at++) {
    const contact = await told({ child: children[at % 3], source_code: '2A', exploitation: at % 2 ? 'yes' : 'suspected' })
    await makeDecision(world, contact, {
      outcomes: ['cate'], at: new Date(at === 0 ? '2026-10-07T09:00:01Z' : '2026-10-07T09:00:00Z'),
    })
    await world.sql.query(
      `INSERT INTO referral (area_id, id, contact_id, child_id, outcome, to_team_id, summary, sent_at, sent_by_id) VALUES ($1, gen_random_uuid(), $2, $3, 'cate', $4, 'x', '2026-10-07T09:00:00Z', $5)`,
      [world.a.id, contact, children[at % 3], world.a.teams.cate, SYSTEM_USER],
    )
  }
  await makeDecision(world, await told({ child: children[0], source_code: '6', exploitation: 'suspected' }), {
    outcomes: ['other_service'], at: new Date('2026-10-06T10:00:00Z'), reported_as: 'other_agency',
  })
  await told({ child: children[1], source_code: '5A', exploitation: 'suspected' })
  await told({ source_code: '2B', exploitation: 'suspected' })
  await makeDecision(world, await told({ child: children[2], source_code: '3A' }), { at: new Date('2026-10-06T10:00:00Z') })
  for (let at = 0; at < 5; at++) await told({ source_code: '1A' })
  // just outside the month in London, whose clocks were still an hour ahead at its beginning
  await told({ received_at: '2026-09-30T22:59:59Z', exploitation: 'yes', child: children[0] })
  await told({ received_at: '2026-11-01T00:00:00Z', exploitation: 'yes', child: children[0] })
  // and in another area
  await makeContact(world, { area: world.b, received_at: '2026-10-06T09:00:00Z', exploitation: 'yes' })

  const held = async (over: object) => makeCase(world, {
    child: await makeChild(world), holder: world.as.practitioner, opened_at: '2026-10-10T09:00:00Z',
    referred_at: '2026-10-10T09:00:00Z', ...over,
  })
  for (let at = 0; at < 7; at++) await held({
    level: 'high', panel_due: '2026-11-21T23:59:59Z',
    panel_held_at: at < 6 ? '2026-11-10T09:00:00Z' : '2026-11-22T09:00:00Z',
  })
  // one whose panel is yet to come is not counted; two that went by without one are
  await held({ level: null, panel_due: '2100-01-01' })
  await held({ level: 'medium', stage: 'closed', closed_at: '2026-10-31T12:00:00Z', panel_due: '2020-01-01' })
  await held({ level: 'low', stage: 'closed', closed_at: '2026-11-02T12:00:00Z', panel_due: '2020-01-01' })
  await held({ level: 'low', opened_at: '2026-11-03T09:00:00Z', referred_at: '2026-11-03T09:00:00Z' })
})
afterAll(() => world.close())

const OCTOBER = { from: { day: '1', month: '10', year: '2026' }, until: { day: '31', month: '10', year: '2026' } }
const figures = (person: PersonName, period: object = OCTOBER): Promise<Figures> => readFigures.run(
  world.as[person], request(), period,
)
const pairs = (shares: Figures['bySource']) => Object.fromEntries(shares.map((share) => [share.id, share.count]))

describe('the figures of a month', () => {
  it.each(['manager', 'auditor'] as const)('as the %s sees them, are those counted by hand', async (person) => {
    const month = await figures(person)
    expect(month).toMatchObject({
      from: '2026-10-01', until: '2026-10-31', contacts: 15, exploitation: 9, children: 3, cateReferrals: 6,
    })
    expect(pairs(month.bySource)).toEqual({ local_authority: 1, police: 1, education: 7, other: 0 })
    expect(pairs(month.byOutcome)).toEqual({ progressed: 6, other_agency: 1, advice: 0, undecided: 2 })
    expect(month.decidedInTime).toMatchObject({ count: 7, of: 8 })
    expect(pairs(month.openCases)).toEqual({ high: 7, medium_high: 0, medium: 0, low_medium: 0, low: 1, not_assessed: 1 })
    expect(month.panelInTime).toMatchObject({ count: 6, of: 9 })
  })

  it('add up: sources and outcomes to the contacts with a concern, levels to the open cases', async () => {
    const month = await figures('manager')
    const sum = (shares: Figures['bySource']) => shares.reduce((total, share) => total + (share.count ?? Number.NaN), 0)
    expect(sum(month.bySource)).toBe(month.exploitation)
    expect(sum(month.byOutcome)).toBe(month.exploitation)
    expect(month.openCases.every((share) => share.of === sum(month.openCases))).toBe(true)
    expect(month.bySource.every((share) => share.of === 9)).toBe(true)
  })

  it('stop at London’s midnights: the days before and after hold what came then', async () => {
    const day = (day: string, month: string) => ({ from: { day, month, year: '2026' }, until: { day, month, year: '2026' } })
    expect(await figures('manager', day('30', '9'))).toMatchObject({ contacts: 1, exploitation: 1 })
    expect(await figures('manager', day('1', '11'))).toMatchObject({ contacts: 1, exploitation: 1 })
    expect(await figures('manager', day('1', '10'))).toMatchObject({ contacts: 0 })
  })

  it('are of the last twelve months unless told otherwise', async () => {
    expect(await figures('manager', {})).toMatchObject({ from: '2025-11-20', until: '2026-11-19', contacts: 17 })
  })

  it('ask for a period that ends after it begins', async () => {
    await expect(figures('manager', { from: OCTOBER.until, until: OCTOBER.from })).rejects.toMatchObject({
      kind: 'invalid', fields: { until: expect.any(String) },
    })
  })
})

describe('an analyst', () => {
  it('is told no small number, and every other to the nearest five', async () => {
    const month = await figures('analyst')
    expect(month).toMatchObject({ contacts: 15, exploitation: 10, children: null, cateReferrals: null, rough: true })
    // the two small sources are the same number, which nine less seven would give: the seven goes with them
    expect(pairs(month.bySource)).toEqual({ local_authority: null, police: null, education: null, other: 0 })
    expect(pairs(month.byOutcome)).toEqual({ progressed: null, other_agency: null, advice: 0, undecided: null })
    // one of eight was late and three of nine panels: the rest of a whole is a number from one to five too
    expect(month.decidedInTime).toMatchObject({ count: null, of: 10 })
    expect(month.panelInTime).toMatchObject({ count: null, of: 10 })
  })

  it('cannot work a number that is withheld out of those that are shown', async () => {
    const month = await figures('analyst')
    const withheld: string[] = []
    for (const shares of [month.bySource, month.byOutcome, month.openCases]) {
      const hidden = shares.filter((share) => share.count === null)
      // one alone among shares of a known whole is the whole less the rest
      if (hidden.length === 1 && hidden[0]?.of !== null) withheld.push(hidden[0]?.id ?? '')
    }
    const { count, of } = month.decidedInTime
    if (count !== null && of !== null && of - count > 0 && of - count <= 5) withheld.push('decided late')
    expect(withheld).toEqual([])
  })
})

describe('what is late', () => {
  it('names each by its reference, its kind and who has it, the longest late first', async () => {
    const child = await makeChild(world)
    await makeCase(world, {
      child, holder: world.as.otherPractitioner, stage: 'plan', panel_held_at: '2026-09-01',
      panel_due: '2026-09-02', next_review_due: '2026-11-18T23:59:59Z',
    })
    await makeReferral(world, { child })
    const late = await readLate.run(world.as.manager, request(), {})
    expect(late.map((item) => item.due)).toEqual([...late.map((item) => item.due)].sort())
    const kinds = late.reduce<Record<string, number>>((count, { what }) => ({ ...count, [what]: (count[what] ?? 0) + 1 }), {})
    expect(kinds).toEqual({ Decision: 9, Review: 1 })
    expect(late.find((item) => item.what === 'Review')).toMatchObject({
      with: 'Paz Second', reference: expect.stringMatching(/^X-K-/),
    })
  })
})
