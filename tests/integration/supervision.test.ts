import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordSupervision } from '../../lib/casework/supervise'
import { listSupervisees, listSupervision, readSupervision } from '../../lib/casework/supervision'
import { supervisionForm } from '../support/casework'
import { setClock } from '../support/clock'
import { makeCase, makeChild } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())

const form = (over: Parameters<typeof supervisionForm>[1] = {}) => supervisionForm(world.as.practitioner.userId, over)
const record = (given = form()) => recordSupervision.run(world.as.cateManager, request(), given)

describe('a supervision', () => {
  it('keeps the day, themes, reflections and what was decided for each case, and sent twice is one', async () => {
    const caseId = await makeCase(world, { child: await makeChild(world), stage: 'plan', holder: world.as.practitioner })
    const people = await listSupervisees.run(world.as.cateManager, request(), {})
    expect(people.find(({ name }) => name === 'Pru First')?.cases).toContainEqual(expect.objectContaining({ id: caseId }))
    const given = form({ decisions: [{ caseId, decision: 'Ask for the panel sooner' }] })
    const both = await Promise.all([record(given), record(given)])
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    expect(await readSupervision.run(world.as.practitioner, request(), { supervisionId: both[0]?.id ?? '' })).toMatchObject({
      practitioner: 'Pru First', supervisor: 'Cat Emmanuel', heldOn: '2026-11-18', nextOn: '2026-12-02', themes: ['wellbeing'], own: false, decisions: [{ caseId, decision: 'Ask for the panel sooner', open: true }],
    })
    await expect(record({ ...given, reflections: 'Other words' })).rejects.toMatchObject({ fields: { form: expect.any(String) } })
  })

  it('is not in the future, with oneself, or about a case that is not there', async () => {
    const day = (date: string) => ({ day: date, month: '11', year: '2026' })
    await expect(record(form({ heldOn: day('20') }))).rejects.toMatchObject({ fields: { heldOn: expect.any(String) } })
    await expect(record(form({ nextOn: day('18') }))).rejects.toMatchObject({ fields: { nextOn: expect.any(String) } })
    await expect(record(form({ themes: [] }))).rejects.toMatchObject({ fields: { themes: expect.any(String) } })
    await expect(record(form({ practitionerId: world.as.cateManager.userId }))).rejects.toMatchObject({ fields: { practitionerId: expect.any(String) } })
    const elsewhere = await makeCase(world, { area: world.b, child: await makeChild(world, world.b), stage: 'plan', holder: world.as.advisorInB })
    await expect(record(form({ decisions: [{ caseId: elsewhere, decision: 'x' }] }))).rejects.toMatchObject({ fields: { form: expect.any(String) } })
  })

  it('is corrected by a further record, once, by whoever wrote it; both stay', async () => {
    const first = await record()
    const second = await record(form({ correctsId: first.id, reflections: 'As we both remember it' }))
    const listed = (await listSupervision.run(world.as.practitioner, request(), {})).items.map(({ id }) => id)
    expect(listed).toContain(second.id)
    expect(listed).not.toContain(first.id)
    expect(await readSupervision.run(world.as.practitioner, request(), { supervisionId: first.id })).toMatchObject({ correctedBy: second.id, reflections: 'How the week went' })
    await expect(record(form({ correctsId: first.id }))).rejects.toMatchObject({ kind: 'conflict' })
    await expect(recordSupervision.run(world.as.safeguarding, request(), form({ correctsId: second.id }))).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('is not copied into the audit log', async () => {
    const { id } = await record(form({ reflections: 'Something only for the two of us' }))
    const { rows } = await world.sql.query('SELECT detail FROM audit_event WHERE record_id = $1', [id])
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('only for the two')
  })
})
