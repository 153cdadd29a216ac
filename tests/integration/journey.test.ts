import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chaseActions } from '../../lib/actions/chase'
import { listActions } from '../../lib/actions/queries'
import { listCaseload } from '../../lib/cases/queries'
import { watchCases } from '../../lib/cases/watch'
import { readChronology } from '../../lib/chronology/queries'
import { readLate } from '../../lib/oversight/late'
import { addDaysTo, londonDay } from '../../lib/pathway/london'
import { chaseReferrals } from '../../lib/referrals/chase'
import { remindStrategy } from '../../lib/strategy/remind'
import { readToday } from '../../lib/today/queries'
import { setClock } from '../support/clock'
import { journeySteps } from '../support/journey'
import { makeWorld, request, type World } from '../support/world'

/**
 * One young person's whole way, from the first call to the closing of her case and what comes after, by six roles and
 * through their operations, over simulated months. Walked twice: once with every clock met and once with every clock
 * missed, and what each miss shows to whom.
 */
let world: World
let steps: ReturnType<typeof journeySteps>
beforeAll(async () => {
  world = await makeWorld()
  steps = journeySteps(world)
})
afterAll(() => world.close())

/** What asks and reminds by itself, as it would have run by then. */
async function watchers(): Promise<void> {
  for (const job of [chaseReferrals, watchCases, remindStrategy, chaseActions]) await job.run(world.a.system, request(), {})
}
const told = async (kind: string, record: string) => {
  const { rows } = await world.sql.query<{ owner: string }>(`SELECT coalesce(u.name, owner_role::text) AS owner FROM alert LEFT JOIN user_account u ON u.id = owner_id WHERE kind = $1 AND record_id = $2 ORDER BY raised_at`, [kind, record])
  return rows.map(({ owner }) => owner)
}
const lateOf = async (references: readonly string[]) => (await readLate.run(world.as.manager, request(), {})).filter(({ reference }) => references.includes(reference)).map(({ what, with: who }) => `${what}: ${who}`)

async function walk(family: string, miss: boolean) {
  const start = '2026-01-05'
  const day = (days: number) => addDaysTo(start, days)
  const at = (days: number, time = '10:00') => setClock(`${day(days)}T${time}:00Z`)
  let now = 0
  /** A clock: goes on to `met` days later, when nothing of hers is late, or to `missed`, when that alone is. */
  const clock = async (met: number, missed: number, shows: string, references: () => readonly string[]) => {
    now += miss ? missed : met
    at(now)
    await watchers()
    expect(await lateOf(references()), `${family} on ${day(now)}`).toEqual(miss ? [shows] : [])
  }

  at(now)
  const { contactId, childId, reference, version } = await steps.ring(family)
  await clock(0, 2, 'Decision: Family Connect', () => [reference])
  const referralId = await steps.decide(contactId, version)
  await clock(0, 3, 'Referral: Testford cate', () => [reference])
  expect((await told('referral_overdue', referralId)).length > 0).toBe(miss)
  const { caseId, reference: caseReference } = await steps.accept(referralId)
  await steps.allocate(caseId)
  const ours = () => [reference, caseReference]

  // seen: as often as the level asks, Medium while there is none
  if (!miss) await steps.see(caseId, `${day(now)}T10:00`)
  now += miss ? 20 : 3
  at(now)
  const seenLate = (await listCaseload.run(world.as.practitioner, request(), { seen: 'late' })).items.map(({ id }) => id)
  expect(seenLate.includes(caseId)).toBe(miss)
  if (miss) await steps.see(caseId, `${day(now)}T09:00`)
  await steps.assess(caseId)

  await clock(35, 27, 'Risk panel: Pru First', ours)
  const practitionersDay = await readToday.run(world.as.practitioner, request(), {})
  const next = practitionersDay.kind === 'practitioner' ? practitionersDay.cases.find(({ id }) => id === caseId)?.next : null
  expect([next?.what, next?.state === 'late']).toEqual(['Risk panel', miss])
  const managersDay = await readToday.run(world.as.cateManager, request(), {})
  expect(managersDay.kind === 'cate_manager' && managersDay.late.some(({ id }) => id === caseId)).toBe(miss)
  expect((await told('case_overdue', caseId)).includes('Pru First')).toBe(miss)
  await steps.panel(caseId, `${day(now + 1)}T10:00`, () => at(++now), day(now + 15))
  const panelDay = now
  expect(await told('panel_decided', caseId).then(({ length }) => length)).toBe(1)

  const meeting = await steps.call(caseId, `${day(now + 1)}T14:00`)
  await clock(1, 3, 'Strategy meeting: Safeguarding', ours)
  expect((await told('strategy_late', meeting)).includes('safeguarding_lead')).toBe(miss)
  await steps.meet(meeting, `${day(now)}T09:00`, { next: 'review', nextReviewAt: `${day(now + 16)}T10:00` })
  await clock(0, 4, 'Minutes: Safeguarding', ours)
  await steps.minutes(meeting)
  await steps.plan(caseId, day(now), day(now + 20))

  const untilAction = panelDay + 14 - now
  await clock(untilAction - 1, untilAction + 2, 'Action: Testford High School', ours)
  expect((await listActions.run(world.as.school, request(), {})).items.filter((action) => action.caseId === caseId).map(({ clock: state }) => state)).toEqual([miss ? 'late' : 'open'])
  await steps.doAction()

  await clock(1, 6, 'Strategy review: Safeguarding', ours)
  const again = await steps.call(caseId, `${day(now)}T11:00`, 'review')
  at(now, '12:00')
  await steps.meet(again, `${day(now)}T11:00`, { next: 'resolved', nextReviewAt: '', resolvedWhy: 'The man was warned and has left the area' })
  await steps.minutes(again)
  await steps.see(caseId, `${day(now)}T09:00`)

  const untilReview = panelDay + 42 - now
  await clock(untilReview - 1, untilReview + 2, 'Review: Pru First', ours)
  await steps.review(caseId)

  now += 40
  at(now)
  await steps.end(caseId)
  await watchers()
  expect(await lateOf(ours())).toEqual([])

  // closed, and not forgotten
  now += 30
  at(now)
  await steps.ringAgain(childId)
  expect(await told('since_closed', caseId)).toEqual(['cate_manager'])
  return { childId, caseId }
}

describe('one young person’s whole journey', () => {
  it.each([['with every clock met', 'Underhill', false], ['with every clock missed', 'Overdale', true]])('%s', async (_, family, miss) => {
    const { childId, caseId } = await walk(family, miss)
    const { items } = await readChronology.run(world.as.safeguarding, request(), { childId, show: 'all' })
    expect([...new Set(items.map(({ kind }) => kind))].sort()).toEqual(['action', 'assessment', 'case', 'contact', 'decision', 'exit', 'level', 'panel', 'plan', 'referral', 'review', 'session', 'sharing', 'strategy'])
    expect(items.filter(({ withheld }) => withheld)).toEqual([])

    // every decision has a person and a reason, and what was known where it was decided together
    const { rows } = await world.sql.query<Record<string, unknown>>(`
      SELECT 'contact' AS what, decided_by_id AS person, rationale AS reason, '{}'::jsonb AS known FROM contact_decision d JOIN contact c ON c.id = d.contact_id WHERE c.child_id = $1
      UNION ALL SELECT 'panel', decided_by_id, reason, snapshot FROM panel_decision WHERE case_id = $2
      UNION ALL SELECT 'strategy', d.decided_by_id, d.section47_reasons, s.content FROM strategy_decision d JOIN strategy_snapshot s ON s.meeting_id = d.meeting_id WHERE d.case_id = $2
      UNION ALL SELECT 'review', by_id, reason, snapshot FROM case_review WHERE case_id = $2
      UNION ALL SELECT 'exit', ended_by_id, answer, evidence FROM exit_proposal WHERE case_id = $2 AND carried_out`, [childId, caseId])
    expect(rows.map(({ what }) => what).sort()).toEqual(['contact', 'exit', 'panel', 'review', 'strategy', 'strategy'])
    for (const row of rows) {
      expect(row).toMatchObject({ person: expect.any(String), reason: expect.stringMatching(/\S/), known: expect.any(Object) })
      if (row.what !== 'contact') expect(Object.keys(row.known as object).length).toBeGreaterThan(0)
    }
    const levels = await world.sql.query(`SELECT level::text FROM case_level WHERE case_id = $1 ORDER BY at`, [caseId])
    expect(levels.rows).toEqual([{ level: 'medium_high' }, { level: 'low_medium' }])
    expect(londonDay(new Date(items[0]?.at ?? '')) > londonDay(new Date(items.at(-1)?.at ?? ''))).toBe(true)
  })
})
