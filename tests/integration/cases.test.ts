import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allocateCase } from '../../lib/cases/commands'
import { listCaseload, readCase } from '../../lib/cases/queries'
import { readWorkload } from '../../lib/cases/workload'
import { readChronology } from '../../lib/chronology/queries'
import { readChild } from '../../lib/records/queries'
import { setClock } from '../support/clock'
import { CONTINUITY_SAID } from '../support/cover'
import { giveRole, makeCase, makeChild } from '../support/records'
import { makePerson, makeWorld, request, SYSTEM_USER, type World } from '../support/world'
import type { Actor } from '../../lib/access/actor'

/** Who holds which case, how much that is, and what the histories say. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())

const allocate = (caseId: string, to: Actor, over: Partial<{ version: number; reason: string }> = {}) =>
  allocateCase.run(world.as.cateManager, request(), { caseId, version: 1, practitionerId: to.userId, reason: '', continuity: CONTINUITY_SAID, ...over })
const waiting = async (over = {}) => makeCase(world, { child: await makeChild(world), stage: 'allocation', ...over })
const loadOf = async (who: Actor) => (await readWorkload.run(world.as.manager, request(), {})).find((one) => one.id === who.userId)?.load

describe('allocating a case', () => {
  it('gives it to a practitioner, moves it on, and keeps both in its history', async () => {
    const caseId = await waiting()
    expect(await allocate(caseId, world.as.practitioner)).toEqual({ practitioner: 'Pru First' })
    expect(await readCase.run(world.as.practitioner, request(), { caseId })).toMatchObject({
      stage: 'assessment', version: 2, practitioner: { name: 'Pru First' },
      allocations: [{ practitioner: 'Pru First', by: 'Cat Emmanuel', reason: null }],
      stages: [{ from: 'allocation', to: 'assessment', by: 'Cat Emmanuel' }, { from: null, to: 'allocation' }],
    })
  })

  it('from one practitioner to another keeps the stage, and sight goes with it', async () => {
    const child = await makeChild(world)
    const caseId = await makeCase(world, { child, stage: 'plan', holder: world.as.practitioner })
    await allocate(caseId, world.as.otherPractitioner, { reason: 'A better match' })
    expect(await readCase.run(world.as.otherPractitioner, request(), { caseId })).toMatchObject({
      stage: 'plan', allocations: [{ practitioner: 'Paz Second', reason: 'A better match' }, { practitioner: 'Pru First' }],
    })
    await expect(readCase.run(world.as.practitioner, request(), { caseId })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(readChild.run(world.as.practitioner, request(), { childId: child })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('twice at once keeps one', async () => {
    const caseId = await waiting()
    const answers = await Promise.allSettled([
      allocate(caseId, world.as.practitioner, { reason: 'x' }),
      allocate(caseId, world.as.otherPractitioner, { reason: 'x' }),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(answers.find((answer) => answer.status === 'rejected')?.reason).toMatchObject({ kind: 'conflict' })
    expect((await readCase.run(world.as.cateManager, request(), { caseId })).allocations).toHaveLength(1)
  })

  it('to who holds it already, to who is no practitioner, of one that is closed, and over a change is refused', async () => {
    const held = await makeCase(world, { child: await makeChild(world), holder: world.as.practitioner })
    await expect(allocate(held, world.as.practitioner)).rejects.toMatchObject({
      kind: 'invalid', fields: { practitionerId: 'Pru First holds this case already' },
    })
    await expect(allocate(held, world.as.advisor)).rejects.toMatchObject({
      kind: 'invalid', fields: { practitionerId: 'Choose a practitioner of this team' },
    })
    await expect(allocate(held, world.as.advisorInB)).rejects.toMatchObject({ kind: 'invalid' })
    await expect(allocate(held, world.as.otherPractitioner, { version: 9 })).rejects.toMatchObject({ kind: 'conflict' })
    const closed = await makeCase(world, { child: await makeChild(world), stage: 'closed', holder: world.as.practitioner })
    await expect(allocate(closed, world.as.otherPractitioner)).rejects.toMatchObject({ kind: 'conflict' })
  })

  it.each([
    ['whose role has ended', { until: '2021-01-01' }],
    ['whose role has not begun', { from: '2100-01-01' }],
    ['whose role was taken away', { revoked: '2026-01-01' }],
    ['who has left', { deactivated: '2026-01-01' }],
  ])('to a practitioner %s is refused: nobody could open it', async (how, over) => {
    const gone = await makePerson(world.sql, world.a, { role: 'practitioner', name: `Gone ${how}`, ...over })
    const caseId = await waiting()
    await expect(allocate(caseId, gone)).rejects.toMatchObject({ kind: 'invalid' })
    await expect(readCase.run(gone, request(), { caseId })).rejects.toThrow()
  })
})

describe('the workload', () => {
  it('weighs each open case by its level, and a case not yet assessed in full', async () => {
    const new_ = await makePerson(world.sql, world.a, { role: 'practitioner', name: 'Wes Weight' })
    expect(await loadOf(new_)).toMatchObject({ count: 0, weight: 0, maximum: 10, state: 'room' })
    for (const level of [null, 'high', 'medium_high', 'medium', 'low_medium', 'low']) await makeCase(world, {
      child: await makeChild(world), holder: new_, level,
    })
    await makeCase(world, { child: await makeChild(world), holder: new_, stage: 'closed', level: 'high' })
    expect(await loadOf(new_)).toMatchObject({ count: 6, weight: 4.75, state: 'room' })
  })

  it('over the maximum asks for a reason, and shows the breach', async () => {
    const full = await makePerson(world.sql, world.a, { role: 'practitioner', name: 'Fi Full' })
    for (let at = 0; at < 10; at++) await makeCase(world, { child: await makeChild(world), holder: full, level: 'high' })
    expect(await loadOf(full)).toMatchObject({ count: 10, weight: 10, state: 'full' })
    const caseId = await waiting()
    await expect(allocate(caseId, full)).rejects.toMatchObject({
      kind: 'invalid', fields: { reason: 'This takes Fi Full to 11, over the maximum of 10. Say why' },
    })
    expect(await readCase.run(world.as.cateManager, request(), { caseId })).toMatchObject({
      stage: 'allocation', version: 1, allocations: [],
    })
    await allocate(caseId, full, { reason: 'She knows the family' })
    expect(await loadOf(full)).toMatchObject({ count: 11, weight: 11, state: 'over' })
    expect((await readCase.run(full, request(), { caseId })).allocations).toMatchObject([{ reason: 'She knows the family' }])
  })

  it('takes exactly up to the maximum without a reason', async () => {
    const nearly = await makePerson(world.sql, world.a, { role: 'practitioner', name: 'Ned Nearly' })
    for (let at = 0; at < 9; at++) await makeCase(world, { child: await makeChild(world), holder: nearly, level: 'high' })
    await allocate(await waiting(), nearly)
    expect(await loadOf(nearly)).toMatchObject({ weight: 10, state: 'full' })
  })

  it('names each practitioner once, whatever other roles they have', async () => {
    const two = await makePerson(world.sql, world.a, { role: 'practitioner', name: 'Tess Twice' })
    await giveRole(world, two, { role: 'practitioner' })
    await giveRole(world, two, { role: 'panel_chair' })
    const named = (await readWorkload.run(world.as.cateManager, request(), {})).filter((one) => one.id === two.userId)
    expect(named).toHaveLength(1)
  })

  it('goes by the maximum of the area', async () => {
    const actor = { ...world.as.cateManager, settings: { ...world.as.cateManager.settings, caseloadMaximum: 1 } }
    const one = await makePerson(world.sql, world.a, { role: 'practitioner', name: 'Una One' })
    await allocate(await waiting(), one)
    const caseId = await waiting()
    await expect(allocateCase.run(actor, request(), { caseId, version: 1, practitionerId: one.userId, reason: '' })).rejects.toMatchObject(
      { kind: 'invalid' },
    )
  })
})

describe('a caseload', () => {
  it('is a practitioner’s own, what is due first in front; closed ones stand apart', async () => {
    const own = await makePerson(world.sql, world.a, { role: 'practitioner', name: 'Cleo Load' })
    const make = async (over: object) => makeCase(world, { child: await makeChild(world), holder: own, ...over })
    const review = await make({
      stage: 'plan', panel_due: '2026-06-01', panel_held_at: '2026-05-30', next_review_due: '2026-12-01',
    })
    const late = await make({ panel_due: '2026-11-18' })
    const soon = await make({ panel_due: '2026-11-25' })
    const closed = await make({ stage: 'closed' })
    const open = await listCaseload.run(own, request(), {})
    expect(open.items.map((one) => [one.id, one.next?.what, one.next?.state])).toEqual([
      [late, 'Risk panel', 'late'], [soon, 'Risk panel', 'close'], [review, 'Review', 'on_time'],
    ])
    expect((await listCaseload.run(own, request(), { show: 'closed' })).items.map((one) => [one.id, one.next])).toEqual(
      [[closed, null]],
    )
  })

  it('of the manager is the whole team’s, and those that wait for a practitioner come first', async () => {
    const caseId = await waiting({ panel_due: '2027-12-31' })
    const team = await listCaseload.run(world.as.cateManager, request(), {})
    const places = team.items.map((one) => one.stage === 'allocation')
    expect(team.items.map((one) => one.id)).toContain(caseId)
    expect(places.lastIndexOf(true)).toBeLessThan(places.indexOf(false))
  })
})

describe('the level of a case', () => {
  it('is hidden from the front door, with its history, and shown to those who work with it', async () => {
    const child = await makeChild(world)
    const caseId = await makeCase(world, { child, stage: 'plan', holder: world.as.practitioner, level: 'high' })
    await world.sql.query(
      `INSERT INTO case_level (area_id, id, case_id, level, at, by_id, reason) VALUES ($1, gen_random_uuid(), $2, 'high', '2026-11-12', $3, 'Agreed by the panel')`,
      [world.a.id, caseId, SYSTEM_USER],
    )
    for (const person of ['advisor', 'edt'] as const) {
      const record = await readChild.run(world.as[person], request(), { childId: child })
      expect(record.cases).toMatchObject([{ id: caseId, level: null, levelHidden: true, practitioner: { name: 'Pru First' } }])
      const { items } = await readChronology.run(world.as[person], request(), { childId: child })
      expect(items).toMatchObject([{ kind: 'case', text: 'Open, with Pru First', link: null }])
      expect(JSON.stringify([record, items])).not.toMatch(/Agreed by the panel|"high"/)
    }
    for (const person of ['safeguarding', 'practitioner', 'cateManager', 'chair', 'police', 'auditor'] as const) {
      const record = await readChild.run(world.as[person], request(), { childId: child })
      expect(record.cases).toMatchObject([{ level: 'high', levelHidden: false }])
      const { items } = await readChronology.run(world.as[person], request(), { childId: child })
      expect(items.map((entry) => entry.title)).toContain('Level agreed: High')
    }
  })
})
