import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chaseActions } from '../../lib/actions/chase'
import { answerAction } from '../../lib/actions/commands'
import { listActions, listCaseActions } from '../../lib/actions/queries'
import { makeAction } from '../support/pathway'
import { makeCase, makeChild } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

async function made(over: (world: World) => Readonly<Record<string, unknown>> = () => ({})) {
  const child = await makeChild(world)
  const held = await makeCase(world, { child, holder: world.as.practitioner, stage: 'plan' })
  return { held, id: await makeAction(world, { held, child, ...over(world) }) }
}
const alertsOf = async (id: string) => (await world.sql.query('SELECT owner_id, owner_role::text, owner_agency_id FROM alert WHERE record_id = $1 ORDER BY key', [id])).rows

describe('an action', () => {
  it('is answered more than once, each answer kept, and by one person at a time', async () => {
    const { held, id } = await made()
    const say = (version: number, state: 'done' | 'open', words: string) => answerAction.run(world.as.practitioner, request(), { actionId: id, version, state, words })
    await say(1, 'done', 'Rung on Monday')
    await expect(say(1, 'open', 'Too late')).rejects.toMatchObject({ kind: 'conflict' })
    await say(2, 'open', 'They did not ring back')
    const [action] = await listCaseActions.run(world.as.auditor, request(), { caseId: held })
    expect(action).toMatchObject({ state: 'open', clock: 'late', owner: 'The young person', answers: [{ words: 'They did not ring back' }, { words: 'Rung on Monday', by: 'Pru First' }] })
  })

  it('of an agency stands in its list with whom it is about, and in no other’s', async () => {
    const { id } = await made((one) => ({ owner_kind: 'agency', owner_agency_id: one.a.agencies.school, due_on: '2026-11-01' }))
    const of = async (who: 'school' | 'health') => (await listActions.run(world.as[who], request(), {})).items
    expect((await of('school')).find((action) => action.id === id)).toMatchObject({ about: 'Robin Test. Born 3 Apr 2011, aged 15', owner: 'Testford High School' })
    expect(await of('health')).toEqual([])
  })

  it('that is overdue asks its owner, then the CATE manager, then the lead; each once', async () => {
    const own = await made()
    const school = await made((one) => ({ owner_kind: 'agency', owner_agency_id: one.a.agencies.school }))
    const left = await made((one) => ({ owner_kind: 'agency', owner_agency_id: one.a.agencies.council }))
    const today = await made(() => ({ due_on: '2026-11-19' }))
    for (let run = 0; run < 2; run++) await chaseActions.run(world.a.system, request(), {})
    const manager = { owner_id: null, owner_role: 'cate_manager', owner_agency_id: null }
    const lead = { ...manager, owner_role: 'safeguarding_lead' }
    const holder = { owner_id: world.as.practitioner.userId, owner_role: null, owner_agency_id: null }
    expect(await alertsOf(own.id)).toEqual([manager, lead, holder])
    expect(await alertsOf(school.id)).toEqual([manager, lead, { owner_id: null, owner_role: 'partner', owner_agency_id: world.a.agencies.school }])
    // nobody answers for that agency any more: whoever holds the case is asked
    expect(await alertsOf(left.id)).toEqual([manager, lead, holder])
    expect(await alertsOf(today.id)).toEqual([])
  })

  it('stands in the list by when it is due, overdue ones apart', async () => {
    const soon = await made(() => ({ due_on: '2026-11-25' }))
    const late = await made(() => ({ due_on: '2026-10-01' }))
    const ids = async (filter: Parameters<typeof listActions.run>[2]) => (await listActions.run(world.as.cateManager, request(), filter)).items.map(({ id }) => id)
    expect((await ids({})).indexOf(late.id)).toBeLessThan((await ids({})).indexOf(soon.id))
    expect((await ids({ sort: '-due' })).indexOf(soon.id)).toBeLessThan((await ids({ sort: '-due' })).indexOf(late.id))
    expect(await ids({ show: 'late' })).toContain(late.id)
    expect(await ids({ show: 'late' })).not.toContain(soon.id)
  })
})
