import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { addPlanAction } from '../../lib/plans/actions'
import { beginPlan, issuePlan, savePlan } from '../../lib/plans/commands'
import { readPlanHistory } from '../../lib/plans/history'
import { printFamilyCopy, printPlan } from '../../lib/plans/print'
import { readPlan, writingPlan } from '../../lib/plans/queries'
import { asLogin, DENIED } from '../support/as-login'
import { setClock } from '../support/clock'
import { insert } from '../support/insert'
import { planForm } from '../support/plans'
import { ANCHOR } from '../support/postgres'
import { makeCase, makeChild } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

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

type Over = Parameters<typeof planForm>[1]
const begun = async (over: Record<string, unknown> = {}) => {
  const caseId = await makeCase(world, { child: await makeChild(world, world.a, over), holder: world.as.practitioner, stage: 'plan' })
  await beginPlan.run(world.as.practitioner, request(), { caseId })
  return caseId
}
const save = (caseId: string, over: Over = {}, who: Actor = world.as.practitioner) => savePlan.run(who, request(), planForm(caseId, over))
const issue = (caseId: string, version = 2) => issuePlan.run(world.as.practitioner, request(), { caseId, version })
const read = (caseId: string, who: Actor = world.as.practitioner) => readPlan.run(who, request(), { caseId })
const issued = async (over: Over = {}) => {
  const caseId = await begun()
  await save(caseId, over)
  await issue(caseId)
  return caseId
}
const sections = (over: Partial<ReturnType<typeof planForm>['sections']>) => ({ sections: { ...planForm('').sections, ...over } })

describe('writing', () => {
  it('begun twice at once is one plan', async () => {
    const caseId = await makeCase(world, { child: await makeChild(world), holder: world.as.practitioner })
    await Promise.all([1, 2, 3].map(() => beginPlan.run(world.as.practitioner, request(), { caseId })))
    expect((await read(caseId)).plan?.now).toMatchObject({ number: 1, state: 'draft' })
  })

  it('makes a version each time something changed, with what; the same sent twice makes one', async () => {
    const caseId = await begun()
    await save(caseId)
    await save(caseId, { version: 2 })
    await save(caseId, { version: 2, ...sections({ worries: 'Late nights and a phone' }), note: 'A second phone was found' })
    const { versions, compared } = await readPlanHistory.run(world.as.auditor, request(), { caseId })
    expect(versions.map(({ number, changed, note }) => [number, changed.length > 1 ? 'much' : changed[0], note])).toEqual([[3, 'Worries', 'A second phone was found'], [2, 'much', ''], [1, undefined, '']])
    expect(compared).toMatchObject({ from: 2, to: 3, parts: [{ label: 'Worries', pieces: [{ kind: 'same', text: 'Late nights' }, { kind: 'added', text: ' and a phone' }] }] })
  })

  it('by two at once: one is saved, the other sees the newer version beside their own, and nothing is lost', async () => {
    const caseId = await begun()
    const both = await Promise.allSettled([save(caseId, sections({ worries: 'Mine' })), save(caseId, sections({ worries: 'Theirs' }), world.as.cateManager)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected') as PromiseRejectedResult
    const standing = (await read(caseId)).plan?.now
    expect(lost.reason).toMatchObject({ kind: 'stale', current: { version: 2, by: standing?.by, 'sections.worries': standing?.sections.worries } })
  })

  it('shows others who have it open while they type, and not for ever', async () => {
    const caseId = await begun()
    await writingPlan.run(world.as.cateManager, request(), { caseId })
    await writingPlan.run(world.as.practitioner, request(), { caseId })
    await writingPlan.run(world.as.practitioner, request(), { caseId })
    expect((await read(caseId)).plan?.writers.map(({ name }) => name)).toEqual(['Cat Emmanuel'])
    setClock(new Date(Date.parse(ANCHOR) + 11 * 60_000).toISOString())
    expect((await read(caseId)).plan?.writers).toEqual([])
    setClock(ANCHOR)
  })
})

describe('issuing', () => {
  it('is refused without how everybody was involved, with what is missing by field', async () => {
    const caseId = await begun()
    const person = crypto.randomUUID()
    const { rows } = await world.sql.query('SELECT child_id FROM cate_case WHERE id = $1', [caseId])
    await insert(world.sql, 'person_around', { area_id: world.a.id, id: person, child_id: rows[0]?.child_id, relationship: 'mother', name: 'Ann Test', parental_responsibility: true })
    await save(caseId, { involvement: {} })
    await expect(issue(caseId)).rejects.toMatchObject({
      kind: 'invalid', fields: { 'involvement.young.involved': expect.stringContaining('or why not and what will be tried'), [`involvement.${person}.involved`]: expect.stringContaining('Ann Test') },
    })
    expect((await read(caseId)).plan?.problems).toHaveLength(2)
  })

  it('is refused for a version that is not the last, and for one that is issued already', async () => {
    const caseId = await issued()
    await expect(issue(caseId, 2)).rejects.toMatchObject({ kind: 'stale' })
    await expect(issue(caseId, 3)).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('then changed, is a draft of the next: the issued one stands as it was until that is issued too', async () => {
    const caseId = await issued()
    await save(caseId, { version: 3, ...sections({ worries: 'Something new' }) })
    const { plan } = await read(caseId)
    expect([plan?.now.state, plan?.issued?.number, plan?.issued?.sections.worries]).toEqual(['draft', 3, 'Late nights'])
    await issue(caseId, 4)
    const { versions } = await readPlanHistory.run(world.as.chair, request(), { caseId })
    expect(versions.map(({ state }) => state)).toEqual(['issued', 'draft', 'superseded', 'draft', 'draft'])
  })

  it('and nothing of it moves when the young person turns 18 tomorrow', async () => {
    const caseId = await begun({ date_of_birth: '2008-11-20' })
    await save(caseId)
    await issue(caseId)
    const before = await read(caseId)
    setClock('2026-11-21T10:00:00Z')
    const after = await read(caseId)
    setClock(ANCHOR)
    expect(after.plan).toEqual(before.plan)
    expect(after.case).toEqual(before.case)
  })
})

describe('copies', () => {
  it('for the family have nothing withheld, nor why somebody was not involved', async () => {
    const form = planForm('')
    const young = { ...form.involvement.young!, withheld: true }
    const caseId = await issued({ ...sections({ triggers: 'WITHHELD-1', professionals: 'WITHHELD-2' }), withheld: ['triggers'], involvement: { ...form.involvement, young: { ...young, words: 'WITHHELD-3' }, parent: { ...form.involvement.parent!, whyNot: 'WITHHELD-4' } } })
    const act = (what: string, family: boolean) => addPlanAction.run(world.as.practitioner, request(), { caseId, family, actions: [{ what, ownerKind: 'young_person', ownerName: '', dueOn: { day: '1', month: '12', year: '2026' } }] })
    await act('WITHHELD-5', false)
    await act('Choose who to call', true)
    const copy = await printFamilyCopy.run(world.as.practitioner, request(), { caseId })
    expect(JSON.stringify(copy)).not.toContain('WITHHELD')
    expect(copy).toMatchObject({ name: 'Robin', reviewOn: '2026-12-10', worker: 'Pru First', said: [], actions: [{ what: 'Choose who to call', owner: 'You', done: false }] })
    const whole = JSON.stringify(await printPlan.run(world.as.chair, request(), { caseId }))
    for (const n of [1, 2, 3, 4, 5]) expect(whole).toContain(`WITHHELD-${n}`)
    const { rows } = await world.sql.query(`SELECT detail->'terms'->>'copy' AS copy FROM audit_event WHERE kind = 'plan.printed' ORDER BY seq DESC LIMIT 2`)
    expect(rows.map(({ copy: which }) => which)).toEqual(['professional', 'family'])
  })

  it('are of what was issued, and there is none before', async () => {
    const caseId = await begun()
    await save(caseId)
    await expect(printFamilyCopy.run(world.as.practitioner, request(), { caseId })).rejects.toMatchObject({ kind: 'not_found' })
    await issue(caseId)
    await save(caseId, { version: 3, ...sections({ worries: 'Not agreed yet' }) })
    expect(JSON.stringify(await printFamilyCopy.run(world.as.practitioner, request(), { caseId }))).not.toContain('Not agreed yet')
  })
})

describe('actions', () => {
  const action = (over: object) => ({ what: 'Send work home', ownerKind: 'agency' as const, ownerName: '', dueOn: { day: '1', month: '12', year: '2026' }, ...over })

  it('of an agency that has left are refused with a message, and those of one that answers are in its list', async () => {
    const caseId = await issued()
    const gone = world.a.agencies.health
    await world.sql.query('UPDATE role_assignment SET revoked_at = $2 WHERE agency_id = $1', [gone, ANCHOR])
    await expect(addPlanAction.run(world.as.practitioner, request(), { caseId, family: true, actions: [action({ ownerAgencyId: gone })] })).rejects.toMatchObject({ fields: { 'actions.0.ownerAgencyId': expect.stringContaining('Nobody answers for this agency') } })
    await addPlanAction.run(world.as.practitioner, request(), { caseId, family: true, actions: [action({ ownerAgencyId: world.a.agencies.school })] })
    const { plan } = await read(caseId)
    expect(plan?.actions).toMatchObject([{ what: 'Send work home', owner: 'Testford High School', source: 'plan' }])
  })
})

describe('in the database', () => {
  it('a version is never changed, none is written into the past or in another’s name, and none is issued without involvement', async () => {
    const caseId = await issued()
    for (const sql of [`UPDATE safety_plan_version SET issued = true`, 'DELETE FROM safety_plan_involvement', 'TRUNCATE safety_plan_version CASCADE', `UPDATE safety_plan SET version = 9`]) {
      await expect(world.sql.query(sql)).rejects.toMatchObject({ code: DENIED })
    }
    const add = `INSERT INTO safety_plan_version (area_id, id, plan_id, number, at, by_id, sections, issued) SELECT area_id, gen_random_uuid(), id, $2, now(), $1, '{}', false FROM safety_plan WHERE case_id = '${caseId}'`
    expect(await app.run(world.as.practitioner, add, [world.as.practitioner.userId, 2])).toMatchObject({ code: DENIED })
    expect(await app.run(world.as.practitioner, add, [world.as.cateManager.userId, 3])).toMatchObject({ code: DENIED })
    await expect(world.sql.query(`INSERT INTO safety_plan_version (area_id, id, plan_id, number, at, by_id, sections, issued) SELECT area_id, gen_random_uuid(), id, 99, now(), begun_by_id, '{}', true FROM safety_plan WHERE case_id = $1`, [caseId])).rejects.toThrow('involved')
  })
})
