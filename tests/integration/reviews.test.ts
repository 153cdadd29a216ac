import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allocateCase } from '../../lib/cases/commands'
import { listCaseload, readCase } from '../../lib/cases/queries'
import { watchCases } from '../../lib/cases/watch'
import { answerExit, closeCase, proposeExit, reopenCase, withdrawExit } from '../../lib/reviews/exit'
import { holdReview } from '../../lib/reviews/hold'
import { listExitsAsked, readReviews } from '../../lib/reviews/queries'
import { asLogin, DENIED } from '../support/as-login'
import { setClock } from '../support/clock'
import { exitForm, makeExit, answered, reviewForm } from '../support/pathway'
import { ANCHOR } from '../support/postgres'
import { makeCase, makeChild, makeContact } from '../support/records'
import { makePerson, makeWorld, request, type World } from '../support/world'

let world: World
let app: ReturnType<typeof asLogin>
beforeAll(async () => {
  world = await makeWorld()
  app = asLogin(world.urls.app)
})
afterAll(async () => {
  await app.close()
  await world.close()
})

async function held(over: Record<string, unknown> = {}, stage = 'plan') {
  const child = await makeChild(world, world.a, { date_of_birth: '2012-04-03', ...over })
  return { child, id: await makeCase(world, { child, stage, holder: world.as.practitioner, level: 'medium', panel_held_at: '2026-10-01' }) }
}
const review = (caseId: string, over = {}) => holdReview.run(world.as.practitioner, request(), reviewForm(caseId, { transition: '', ...over }))
const read = (caseId: string) => readCase.run(world.as.cateManager, request(), { caseId })
const propose = (caseId: string, over = {}) => proposeExit.run(world.as.practitioner, request(), exitForm(caseId, world.a.agencies.school, over))
const answer = (exitId: string, agreed: 'yes' | 'no', who: 'school' | 'health' = 'school') => answerExit.run(world.as[who], request(), { exitId, version: 1, agreed, answer: 'We see her every day' })
const close = (caseId: string, version: number) => closeCase.run(world.as.cateManager, request(), { caseId, version, closureReason: 'RC9', reason: 'The work is done' })
const alertsOf = (kind: string, record: string) => world.sql.query('SELECT owner_id, owner_role FROM alert WHERE kind = $1 AND record_id = $2 ORDER BY raised_at', [kind, record]).then(({ rows }) => rows)

describe('a review', () => {
  it('steps the level up with who, why and what was known, and sets the next by the level', async () => {
    const one = await held()
    await review(one.id, { level: 'high' })
    const { levels, next, level } = await read(one.id)
    expect([level, levels[0]]).toEqual(['high', expect.objectContaining({ level: 'high', by: 'Pru First', reason: expect.any(String) })])
    // four weeks from Thursday 19 November, to the end of that London day
    expect(next?.due).toBe('2026-12-17T23:59:59.999Z')
    const { rows } = await world.sql.query('SELECT snapshot, level_before, by_id FROM case_review WHERE case_id = $1', [one.id])
    expect(rows).toEqual([{ snapshot: expect.objectContaining({ level: 'medium', actions: { open: 0, late: 0 } }), level_before: 'medium', by_id: world.as.practitioner.userId }])
  })

  it('tells the safeguarding lead once where the level rises to one that calls for a strategy meeting', async () => {
    const one = await held()
    await world.sql.query(`UPDATE cate_case SET level = 'low_medium' WHERE id = $1`, [one.id])
    await review(one.id, { level: 'low_medium', version: (await read(one.id)).version })
    expect(await alertsOf('strategy_suggested', one.id)).toEqual([])
    await review(one.id, { level: 'medium', version: (await read(one.id)).version })
    await review(one.id, { level: 'high', version: (await read(one.id)).version })
    expect(await alertsOf('strategy_suggested', one.id)).toEqual([{ owner_id: null, owner_role: 'safeguarding_lead' }])
  })

  it('sent twice is one, and one level', async () => {
    const one = await held()
    const form = reviewForm(one.id, { transition: '', level: 'medium_high' })
    const [first, second] = await Promise.all([1, 2].map(() => holdReview.run(world.as.practitioner, request(), form)))
    expect(first?.id).toBe(second?.id)
    expect((await read(one.id)).levels).toHaveLength(1)
  })

  it('and another at once decide the level once: the second is told', async () => {
    const one = await held()
    const both = await Promise.allSettled([review(one.id, { level: 'high' }), holdReview.run(world.as.cateManager, request(), reviewForm(one.id, { level: 'low_medium', transition: '' }))])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await read(one.id)).levels).toHaveLength(1)
  })

  it('asks from 17 on what becomes of the support, and a birthday changes nothing', async () => {
    const tomorrow = await held({ date_of_birth: '2008-11-20' })
    await expect(review(tomorrow.id)).rejects.toMatchObject({ fields: { transition: expect.stringContaining('18') } })
    await review(tomorrow.id, { transition: 'The adult team meets her in January' })
    setClock(new Date(Date.parse('2026-11-20T12:00:00Z')))
    await watchCases.run(world.a.system, request(), {})
    expect(await read(tomorrow.id)).toMatchObject({ stage: 'plan', closedAt: null, level: 'medium' })
    setClock(ANCHOR)
  })

  it('may be sooner than the level’s default and never later', async () => {
    const one = await held()
    const day = (value: string) => ({ day: value.slice(8), month: value.slice(5, 7), year: value.slice(0, 4) })
    await expect(review(one.id, { nextReview: day('2027-03-01') })).rejects.toMatchObject({ fields: { nextReview: expect.stringContaining('8 weeks') } })
    await review(one.id, { nextReview: day('2026-12-01') })
    expect((await read(one.id)).next?.due).toBe('2026-12-01T23:59:59.999Z')
  })

  it('gives actions only to those who can answer for them', async () => {
    const one = await held()
    const action = { what: 'Ring the school nurse', ownerKind: 'agency' as const, ownerUserId: '', ownerAgencyId: world.a.agencies.council, ownerName: '', dueOn: { day: '1', month: '12', year: '2026' } }
    await expect(review(one.id, { actions: [action] })).rejects.toMatchObject({ fields: { 'actions.0.ownerAgencyId': expect.stringContaining('Nobody answers') } })
    await expect(review(one.id, { actions: [{ ...action, ownerAgencyId: world.a.agencies.health, dueOn: { day: '1', month: '11', year: '2026' } }] })).rejects.toMatchObject({ fields: { 'actions.0.dueOn': expect.any(String) } })
    expect((await read(one.id)).levels).toEqual([])
  })
})

describe('falling to Low', () => {
  it('needs the evidence and a second agency, and uses them up', async () => {
    const one = await held()
    await expect(review(one.id, { level: 'low' })).rejects.toMatchObject({ fields: { level: expect.stringContaining('second agency') } })
    const { id } = await propose(one.id, { kind: 'low' })
    await expect(review(one.id, { level: 'low' })).rejects.toMatchObject({ fields: { level: expect.stringContaining('not answered') } })
    await expect(answer(id, 'yes', 'health')).rejects.toMatchObject({ kind: 'not_found' })
    await answer(id, 'yes')
    await review(one.id, { level: 'low' })
    await review(one.id, { version: 2, level: 'medium', reason: 'New messages' })
    await expect(review(one.id, { version: 3, level: 'low' })).rejects.toMatchObject({ kind: 'invalid' })
    const { levels } = await read(one.id)
    expect(levels.map(({ level }) => level)).toEqual(['medium', 'low'])
  })

  it('is refused by the database too, whatever asks', async () => {
    const one = await held()
    await world.sql.query(`INSERT INTO case_level (area_id, id, case_id, level, at, by_id, reason) VALUES ($1, gen_random_uuid(), $2, 'high', '2026-10-01', $3, 'x')`, [world.a.id, one.id, world.as.practitioner.userId])
    const fall = `INSERT INTO case_level (area_id, id, case_id, level, at, by_id, reason) VALUES ($1, gen_random_uuid(), $2, 'low', now(), $3, 'x')`
    expect(await app.run(world.as.practitioner, fall, [world.a.id, one.id, world.as.practitioner.userId])).toMatchObject({ code: DENIED })
    expect(await app.run(world.as.practitioner, `UPDATE cate_case SET level = 'low', version = version + 1 WHERE id = $1`, [one.id])).toMatchObject({ code: DENIED })
    expect(await app.run(world.as.practitioner, `UPDATE cate_case SET level = 'low_medium', version = version + 1 WHERE id = $1`, [one.id])).toMatchObject({ count: 1 })
  })
})

describe('closing', () => {
  it('goes by proposal, a second agency’s agreement and a person, and keeps each', async () => {
    const one = await held()
    await expect(close(one.id, 1)).rejects.toMatchObject({ kind: 'conflict' })
    const { id } = await propose(one.id)
    expect(await read(one.id)).toMatchObject({ stage: 'exit' })
    expect(await alertsOf('exit_asked', id)).toEqual([{ owner_id: null, owner_role: 'partner' }])
    const asked = await listExitsAsked.run(world.as.school, request(), {})
    const mine = asked.items.find((exit) => exit.id === id)
    expect(mine).toMatchObject({ told: 'Nothing since the summer' })
    // of the case and its evidence the agency sees nothing
    expect(JSON.stringify(mine)).not.toContain('Answer to:')
    await expect(close(one.id, 2)).rejects.toMatchObject({ message: expect.stringContaining('not answered yet') })
    await answer(id, 'yes')
    await close(one.id, 2)
    expect(await read(one.id)).toMatchObject({ stage: 'closed', closureReason: 'RC9' })
    expect((await readReviews.run(world.as.auditor, request(), { caseId: one.id })).exits[0]).toMatchObject({ state: 'carried_out', answer: { agreed: true, by: 'Scott School' } })
  })

  it('does not go on where the agency disagrees; a withdrawn proposal leads back to the plan', async () => {
    const one = await held()
    const { id } = await propose(one.id)
    await answer(id, 'no')
    await expect(close(one.id, 2)).rejects.toMatchObject({ message: expect.stringContaining('does not agree') })
    await withdrawExit.run(world.as.practitioner, request(), { exitId: id, version: 2 })
    expect(await read(one.id)).toMatchObject({ stage: 'plan' })
  })

  it('is refused by the database too, and nobody agrees to their own proposal', async () => {
    const one = await held({}, 'exit')
    const shut = `UPDATE cate_case SET stage = 'closed', closed_at = now(), closure_reason = 'RC9' WHERE id = $1`
    expect(await app.run(world.as.cateManager, shut, [one.id])).toMatchObject({ code: DENIED })
    const exit = await makeExit(world, { held: one.id, child: one.child })
    const agree = `UPDATE exit_proposal SET answered_at = now(), answered_by_id = $2, agreed = true, answer = 'x' WHERE id = $1`
    expect(await app.run(world.as.cateManager, agree, [exit, world.as.cateManager.userId])).toMatchObject({ code: DENIED })
    expect(await app.run(world.as.health, agree, [exit, world.as.health.userId])).toMatchObject({ count: 0 })
    expect(await app.run(world.as.school, agree, [exit, world.as.school.userId])).toMatchObject({ count: 1 })
    // what is tried there is taken back again
    await answer(exit, 'yes')
    expect(await app.run(world.as.cateManager, shut, [one.id])).toMatchObject({ count: 1 })
  })
})

describe('a closed case', () => {
  it('is asked about at a new contact, and reopens to be allocated again with its whole history', async () => {
    const one = await held({}, 'exit')
    await makeExit(world, { held: one.id, child: one.child, ...answered(true) })
    await close(one.id, 1)
    const { raiseContactAlerts } = await import('../../lib/contacts/alerts')
    const { transaction } = await import('../../lib/database/client')
    const contact = await makeContact(world, { child: one.child })
    await transaction(world.as.advisor.assignmentId, (tx) => raiseContactAlerts({ tx, actor: world.as.advisor, now: new Date(ANCHOR) }, contact))
    expect(await alertsOf('since_closed', one.id)).toEqual([{ owner_id: null, owner_role: 'cate_manager' }])
    await world.sql.query(`UPDATE contact SET received_at = '2026-11-21', channel = 'police_missing_report' WHERE id = $1`, [contact])
    const listed = (await listCaseload.run(world.as.cateManager, request(), { show: 'closed' })).items.find(({ id }) => id === one.id)
    expect(listed?.since).toMatchObject({ contacts: 1, missing: 1, last: '2026-11-21T00:00:00.000Z' })
    // the list narrows to what has news, and a case without any is not in it
    const quiet = await held({}, 'exit')
    await makeExit(world, { held: quiet.id, child: quiet.child, ...answered(true) })
    await close(quiet.id, 1)
    const news = async (since: 'any' | 'missing') => (await listCaseload.run(world.as.cateManager, request(), { show: 'closed', since })).items.map(({ id }) => id).filter((id) => [one.id, quiet.id].includes(id))
    expect([await news('any'), await news('missing')]).toEqual([[one.id], [one.id]])
    await world.sql.query(`UPDATE contact SET channel = 'phone', concerns = '{}' WHERE id = $1`, [contact])
    expect([await news('any'), await news('missing')]).toEqual([[one.id], []])
    await reopenCase.run(world.as.cateManager, request(), { caseId: one.id, version: 2, reason: 'She was found in another town' })
    const { stage, stages, next } = await read(one.id)
    expect([stage, stages.slice(0, 2).map(({ to }) => to), next?.what]).toEqual(['allocation', ['allocation', 'closed'], 'Risk panel'])
    await allocateCase.run(world.as.cateManager, request(), { caseId: one.id, version: 3, practitionerId: world.as.practitioner.userId, reason: 'Knows her' })
  })
})

describe('what was forgotten', () => {
  it('asks whoever holds the case, then the CATE manager, then the manager, each once', async () => {
    const one = await held()
    await world.sql.query(`UPDATE cate_case SET next_review_due = '2026-11-10T23:59:59Z' WHERE id = $1`, [one.id])
    for (const again of [1, 2]) await watchCases.run(world.a.system, request({ requestId: `watch-${again}` }), {})
    const asked = await alertsOf('case_overdue', one.id)
    expect(asked.map((row: { owner_id: string | null; owner_role: string | null }) => row.owner_role ?? row.owner_id).sort()).toEqual([world.as.practitioner.userId, 'cate_manager', 'manager'].sort())
    expect((await read(one.id)).stage).toBe('plan')
  })

  it('names each case of a practitioner who has left, and gives none away', async () => {
    const leaver = await makePerson(world.sql, world.a, { role: 'practitioner', name: 'Lena Leaver', deactivated: '2026-11-18' })
    const cases = await Promise.all(Array.from({ length: 10 }, async () => makeCase(world, { child: await makeChild(world), stage: 'assessment', holder: leaver })))
    await watchCases.run(world.a.system, request(), {})
    for (const id of cases) expect(await alertsOf('holder_left', id)).toEqual([{ owner_id: null, owner_role: 'cate_manager' }])
    const { rows } = await world.sql.query('SELECT count(*)::int AS n FROM cate_case WHERE allocated_to_id = $1 AND closed_at IS NULL', [leaver.userId])
    expect(rows).toEqual([{ n: 10 }])
  })
})

describe('whatever is tried, in whatever order', () => {
  const STEPS = ['propose', 'propose_low', 'yes', 'no', 'withdraw', 'close', 'review_low', 'review_high', 'reopen'] as const

  it('no case closes and no level falls to Low but as another agency agreed, and no history is rewritten', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { minLength: 4, maxLength: 9 }), async (steps) => {
      const one = await held()
      const rows = async (sql: string) => (await world.sql.query<Record<string, unknown>>(sql, [one.id])).rows
      const standing = async () => (await rows('SELECT id, version FROM exit_proposal WHERE case_id = $1 AND ended_at IS NULL ORDER BY proposed_at DESC LIMIT 1'))[0] as { id: string; version: number } | undefined
      const version = async () => Number((await rows('SELECT version FROM cate_case WHERE id = $1'))[0]?.version)
      const take = { propose: () => propose(one.id), propose_low: () => propose(one.id, { kind: 'low' }), yes: () => answerLast('yes'), no: () => answerLast('no'), withdraw, close: async () => close(one.id, await version()),
        review_low: () => judge('low'), review_high: () => judge('high'), reopen: async () => reopenCase.run(world.as.cateManager, request(), { caseId: one.id, version: await version(), reason: 'She rang' }) }
      async function answerLast(agreed: 'yes' | 'no') {
        const last = await standing()
        return last && answerExit.run(world.as.school, request(), { exitId: last.id, version: last.version, agreed, answer: 'As we see it' })
      }
      async function withdraw() {
        const last = await standing()
        return last && withdrawExit.run(world.as.practitioner, request(), { exitId: last.id, version: last.version })
      }
      const judge = async (level: 'low' | 'high') => review(one.id, { version: await version(), level })
      let levels: unknown[] = []
      for (const step of steps) {
        await take[step]().catch((refused: { kind?: string }) => expect(['conflict', 'invalid', 'not_found']).toContain(refused.kind))
        const now = await rows('SELECT level::text, by_id, reason FROM case_level WHERE case_id = $1 ORDER BY at, id')
        expect(now.filter(({ by_id, reason }) => !by_id || !String(reason).trim())).toEqual([])
        expect(now.slice(0, levels.length)).toEqual(levels)
        levels = now
        const [counts] = await rows(`SELECT (SELECT count(*)::int FROM case_stage_move WHERE case_id = $1 AND to_stage = 'closed') AS closings,
          (SELECT count(*)::int FROM exit_proposal WHERE case_id = $1 AND kind = 'close' AND carried_out AND agreed) AS agreed_closings,
          (SELECT count(*)::int FROM (SELECT level, lag(level, 1, 'medium') OVER (ORDER BY at, id) AS was FROM case_level WHERE case_id = $1) l WHERE level = 'low' AND was > 'low') AS falls,
          (SELECT count(*)::int FROM exit_proposal WHERE case_id = $1 AND kind = 'low' AND carried_out AND agreed) AS agreed_falls`)
        expect([counts?.closings, counts?.falls]).toEqual([counts?.agreed_closings, counts?.agreed_falls])
      }
    }), { numRuns: 5, examples: [[['propose', 'yes', 'close', 'reopen', 'close']], [['review_low', 'propose_low', 'no', 'review_low', 'withdraw', 'propose_low', 'yes', 'review_low']]] })
  }, 60_000)
})
