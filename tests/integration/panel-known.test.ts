import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addItem } from '../../lib/panels/build'
import { countAhead } from '../../lib/panels/ahead'
import { decideItem } from '../../lib/panels/decide'
import { readMeetingItem } from '../../lib/panels/meeting'
import { readPanel } from '../../lib/panels/read'
import { declareConflict } from '../../lib/panels/run'
import { transaction } from '../../lib/database/client'
import { readToday } from '../../lib/today/queries'
import { asLogin } from '../support/as-login'
import { makePart } from '../support/assessment-parts'
import { finishedAt, makeAssessment } from '../support/assessments'
import { makeSession } from '../support/casework'
import { insert } from '../support/insert'
import { decideForm, makePanel, seatAll, TOLD } from '../support/panels'
import { makePlan, writePlan } from '../support/plans'
import { makeCase, makeChild } from '../support/records'
import { makeWorld, request, SYSTEM_USER, type World } from '../support/world'

/** What a panel knows of a case as it decides, and what happens where a case changes while it is on an agenda. */
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

const held = async (over: Record<string, unknown> = {}, born: Record<string, unknown> = {}) => {
  const child = await makeChild(world, world.a, born)
  return { child, held: await makeCase(world, { child, holder: world.as.practitioner, stage: 'panel', ...over }) }
}
const meeting = async (over: Record<string, unknown> = {}, born: Record<string, unknown> = {}) => {
  const made = await makePanel(world, { ...(await held(over, born)), state: 'open', deputy: world.as.cateManager.userId })
  await seatAll(world, made.panel)
  return made
}
const screen = (itemId: string, as = world.as.chair) => readMeetingItem.run(as, request(), { itemId })
const decide = (item: string, over = {}) => decideItem.run(world.as.chair, request(), decideForm(item, over))
const rows = async (sql: string, values: unknown[]) => (await world.sql.query(sql, values)).rows
const action = async (made: { held: string; child: string }, dueOn: string, plan?: string) => {
  const id = randomUUID()
  await insert(world.sql, 'agreed_action', { area_id: world.a.id, id, case_id: made.held, child_id: made.child, source: 'plan', source_id: plan ?? randomUUID(), what: 'Ring the school', owner_kind: 'young_person', about: 'Somebody', due_on: dueOn, agreed_at: '2026-11-01', agreed_by_id: SYSTEM_USER })
  if (plan) await insert(world.sql, 'safety_plan_action', { area_id: world.a.id, action_id: id, plan_id: plan, family: true })
}

describe('what is known', () => {
  it('is when she was last seen, how far the plan has come, what is overdue and who sees it otherwise; and is sealed with the decision', async () => {
    const made = await meeting({ level: 'medium_high' })
    const earlier = await makePanel(world, { held: made.held, child: made.child, heldAt: '2026-10-08T10:00:00Z', state: 'issued' })
    await insert(world.sql, 'panel_dissent', { area_id: world.a.id, id: randomUUID(), item_id: earlier.item, agency_id: world.a.agencies.health, words: 'We would have said Medium', at: '2026-10-08', by_id: SYSTEM_USER })
    await makeSession(world, { held: made.held, child: made.child, happened_at: '2026-11-09T15:00:00Z' })
    const plan = await makePlan(world, { held: made.held, child: made.child })
    await writePlan(world, plan, true)
    await action(made, '2026-11-12', plan)
    await action(made, '2026-12-12', plan)
    const assessment = await makeAssessment(world, { held: made.held, child: made.child, ...finishedAt('2026-11-10T10:00:00Z') })
    await makePart(world, { held: made.held, child: made.child, agency: world.a.agencies.police, assessment })
    const { known, actions } = await screen(made.item)
    expect(known).toMatchObject({ seen: { days: 10, state: 'late', late: '3 days late', expected: 'once a week' }, plan: { issued: { number: 2 }, reviewLate: false, done: 0, open: 2, late: 1 } })
    expect(known?.disagreements.map(({ agency, from }) => [agency, from])).toContainEqual(['Testford Health Trust', 'panel'])
    expect(actions.filter(({ clock }) => clock === 'late')).toHaveLength(1)
    await decide(made.item, { level: 'high' })
    const [{ snapshot }] = await rows('SELECT snapshot FROM panel_decision WHERE item_id = $1', [made.item])
    expect(snapshot).toMatchObject({ seen: { days: 10, state: 'late' }, plan: { issued: { number: 2, sections: { worries: 'Late nights' } }, late: 1 }, openActions: [{ clock: 'late' }, { clock: 'open' }] })
    expect(snapshot.disagreements).toEqual(expect.arrayContaining([expect.objectContaining({ words: 'We would have said Medium' })]))
  })

  it('takes no more of the session log to the chair than when, and nothing to somebody with an interest', async () => {
    const made = await meeting()
    await makeSession(world, { held: made.held, child: made.child })
    await makeSession(world, { held: made.held, child: made.child, happened_at: '2026-11-18T15:00:00Z', type: 'attempted' })
    expect((await app.run(world.as.chair, 'SELECT 1 FROM case_session')).count).toBe(0)
    const seen = async (as: keyof World['as']) => (await app.run(world.as[as], 'SELECT seen_at FROM panel_last_seen($1)', [made.panel])).count
    for (const who of ['chair', 'cateManager', 'safeguarding', 'practitioner', 'auditor'] as const) expect([who, await seen(who)]).toEqual([who, 1])
    for (const who of ['otherPractitioner', 'school', 'police', 'advisor', 'policeInB', 'analyst', 'admin'] as const) expect([who, await seen(who)]).toEqual([who, 0])
    expect((await screen(made.item)).known?.seen).toMatchObject({ days: 3 })
    await declareConflict.run(world.as.chair, request(), { itemId: made.item, reason: 'A neighbour' })
    expect(await seen('chair')).toBe(0)
    expect((await screen(made.item)).known).toBeNull()
  })
})

describe('a case that changes while it is on an agenda', () => {
  it('that moved to another authority is put off with that as the reason, and not suggested again', async () => {
    const made = await meeting()
    // RC5: transferred to another authority
    await world.sql.query(`UPDATE cate_case SET stage = 'closed', closed_at = now(), closure_reason = 'RC5' WHERE id = $1`, [made.held])
    await expect(decide(made.item)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('moved to another authority') })
    const next = await makePanel(world, { ...(await held()), heldAt: '2026-12-10T10:00:00Z' })
    expect((await readPanel.run(world.as.cateManager, request(), { panelId: next.panel })).suggestions.map(({ caseId }) => caseId)).not.toContain(made.held)
    await expect(addItem.run(world.as.cateManager, request(), { panelId: next.panel, caseId: made.held, reason: 'chosen', why: 'x', told: TOLD })).rejects.toMatchObject({ message: expect.stringContaining('closed') })
  })

  it('that is given to another practitioner is decided as it was; the new one reads it and is told, the one before no longer', async () => {
    const made = await meeting()
    await world.sql.query('UPDATE cate_case SET allocated_to_id = $2 WHERE id = $1', [made.held, world.as.otherPractitioner.userId])
    await expect(screen(made.item, world.as.practitioner)).rejects.toMatchObject({ kind: 'not_found' })
    await decide(made.item)
    expect((await screen(made.item, world.as.otherPractitioner)).decision).toMatchObject({ level: 'medium' })
    expect(await rows(`SELECT owner_id FROM alert WHERE record_id = $1 AND kind = 'panel_decided'`, [made.held])).toEqual([{ owner_id: world.as.otherPractitioner.userId }])
  })

  it('that was closed and opened again, and waits for somebody to hold it, is put off', async () => {
    const made = await meeting()
    await world.sql.query(`UPDATE cate_case SET stage = 'allocation', allocated_to_id = NULL WHERE id = $1`, [made.held])
    await expect(decideItem.run(world.as.cateManager, request(), decideForm(made.item))).rejects.toMatchObject({ message: expect.stringContaining('held by nobody yet') })
    expect((await readPanel.run(world.as.cateManager, request(), { panelId: made.panel })).items[0]).toMatchObject({ closed: true })
  })

  it('of somebody who turns 18 tomorrow goes on: the screen says so, and the decision is as any other', async () => {
    const made = await meeting({}, { date_of_birth: '2008-11-20' })
    expect((await screen(made.item)).known?.eighteen).toEqual({ on: '2026-11-20', past: false })
    await decide(made.item)
    expect(await rows('SELECT stage FROM cate_case WHERE id = $1', [made.held])).toEqual([{ stage: 'plan' }])
    const over = await meeting({}, { date_of_birth: '2008-11-18' })
    expect((await screen(over.item)).known?.eighteen).toEqual({ on: '2026-11-18', past: true })
    await decide(over.item)
    const young = await meeting({}, { date_of_birth: '2012-01-01' })
    expect((await screen(young.item)).known?.eighteen).toBeNull()
  })

  it('keeps the time of its first panel, which the six weeks are counted to, when a later panel decides it', async () => {
    const made = await meeting({ stage: 'plan', level: 'medium', panel_held_at: '2026-09-01T10:00:00Z' })
    await decide(made.item, { level: 'high' })
    expect((await rows('SELECT panel_held_at FROM cate_case WHERE id = $1', [made.held]))[0].panel_held_at.toISOString()).toBe('2026-09-01T10:00:00.000Z')
  })

  it('takes no action for an agency that has left', async () => {
    const made = await meeting()
    await world.sql.query(`UPDATE role_assignment SET revoked_at = now() WHERE agency_id = $1`, [world.a.agencies.health])
    const actions = [{ what: 'Ask', ownerKind: 'agency' as const, ownerAgencyId: world.a.agencies.health, ownerName: '', dueOn: { day: '30', month: '11', year: '2026' } }]
    await expect(decide(made.item, { actions })).rejects.toMatchObject({ fields: { 'actions.0.ownerAgencyId': expect.stringContaining('Nobody answers') } })
    await world.sql.query(`UPDATE role_assignment SET revoked_at = NULL WHERE agency_id = $1`, [world.a.agencies.health])
    expect((await screen(made.item)).decision).toBeNull()
  })
})

it('today tells the chair of panels ahead and what is owed, and an agency of its answers', async () => {
  const count = async () => {
    const page = await readToday.run(world.as.chair, request(), {})
    return page.kind === 'panel_chair' ? page.ahead : null
  }
  const asked = async () => {
    const page = await readToday.run(world.as.school, request(), {})
    return page.kind === 'partner' ? page.asked : null
  }
  const [before, own] = [await count(), await asked()]
  const made = await makePanel(world, { ...(await held()), heldAt: '2026-11-20T10:00:00Z', invited: [world.a.agencies.school, world.a.agencies.police] })
  await world.sql.query(`UPDATE panel SET returns_due = '2026-11-18T10:00:00Z' WHERE id = $1`, [made.panel])
  expect(await count()).toMatchObject({ coming: (before?.coming ?? 0) + 1, missing: (before?.missing ?? 0) + 2, late: (before?.late ?? 0) + 2 })
  expect(await asked()).toEqual({ waiting: (own?.waiting ?? 0) + 1, late: (own?.late ?? 0) + 1 })
  await declareConflict.run(world.as.chair, request(), { itemId: made.item, reason: 'A neighbour' })
  const after = await transaction(world.as.chair.assignmentId, (tx) => countAhead({ tx, actor: world.as.chair, now: new Date('2026-11-19T10:30:00Z') }))
  expect(after.missing).toBe(before?.missing)
})
