import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listActions } from '../../lib/actions/queries'
import { allocateCase } from '../../lib/cases/commands'
import { listCaseload, readCase } from '../../lib/cases/queries'
import { watchCases } from '../../lib/cases/watch'
import { readWorkload } from '../../lib/cases/workload'
import { logSession } from '../../lib/casework/log'
import { arrangeCover, endCover } from '../../lib/cover/commands'
import { listHandOver, readCover } from '../../lib/cover/queries'
import { readChild } from '../../lib/records/queries'
import { sessionForm } from '../support/casework'
import { setClock } from '../support/clock'
import { CONTINUITY_SAID, coverForm } from '../support/cover'
import { makeAction } from '../support/pathway'
import { makeCase, makeChild } from '../support/records'
import { makePerson, makeWorld, request, type World } from '../support/world'

/** Cover while a practitioner is away, and handing over for good: who sees what, from when until when, and what is asked. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
beforeEach(() => setClock('2026-11-19T10:30:00Z'))
afterAll(() => world.close())

const held = async (over = {}) => {
  const child = await makeChild(world)
  return { child, caseId: await makeCase(world, { child, stage: 'plan', holder: world.as.practitioner, ...over }) }
}
const arrange = (caseId: string, over = {}) => arrangeCover.run(world.as.cateManager, request(), coverForm(world, caseId, over))
const watch = () => watchCases.run(world.a.system, request(), {})
const opens = (caseId: string) => readCase.run(world.as.otherPractitioner, request(), { caseId })
const on = (day: string) => ({ day: String(Number(day.slice(8))), month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) })
const alertsOf = async (kind: string, record: string) => (await world.sql.query('SELECT owner_id FROM alert WHERE kind = $1 AND record_id = $2', [kind, record])).rows.map(({ owner_id }: { owner_id: string }) => owner_id)

describe('cover', () => {
  it('opens the case, the child and the log to whoever covers, for its days and no longer; the holder keeps it', async () => {
    const { child, caseId } = await held()
    await makeAction(world, { held: caseId, child })
    await expect(opens(caseId)).rejects.toMatchObject({ kind: 'not_found' })
    await arrange(caseId, { startsOn: on('2026-11-21'), untilOn: on('2026-11-25') })
    // arranged, and not begun
    await expect(opens(caseId)).rejects.toMatchObject({ kind: 'not_found' })
    setClock('2026-11-21T07:15:00Z')
    await watch()
    expect(await opens(caseId)).toMatchObject({ practitioner: { name: 'Pru First' } })
    await readChild.run(world.as.otherPractitioner, request(), { childId: child })
    await logSession.run(world.as.otherPractitioner, request(), sessionForm(caseId, { happenedAt: '2026-11-20T09:00' }))
    const list = (await listCaseload.run(world.as.otherPractitioner, request(), {})).items
    expect(list.map(({ id, covering }) => [id, covering])).toEqual([[caseId, 'Pru First']])
    expect((await listActions.run(world.as.otherPractitioner, request(), {})).items).toHaveLength(1)
    expect((await listCaseload.run(world.as.practitioner, request(), {})).items.map(({ covering }) => covering)).toEqual([null])
    setClock('2026-11-25T23:30:00Z')
    await watch()
    // the 26th by then in UTC it is not: London is on UTC in November, and the last day stands whole
    expect(await opens(caseId)).toBeDefined()
    setClock('2026-11-26T00:15:00Z')
    await watch()
    await expect(opens(caseId)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(readChild.run(world.as.otherPractitioner, request(), { childId: child })).rejects.toMatchObject({ kind: 'not_found' })
    expect(await alertsOf('cover_ended', caseId)).toEqual([world.as.practitioner.userId])
    expect(await readCover.run(world.as.practitioner, request(), { caseId })).toMatchObject({ now: null, past: [{ cover: 'Paz Second', endWhy: 'Its last day has passed' }], changes: [{ what: 'Covered by Paz Second', ...CONTINUITY_SAID }] })
    await world.sql.query('UPDATE cate_case SET allocated_to_id = $1 WHERE id = $2', [world.as.cateManager.userId, caseId])
  })

  it('begins at once where its first day is today, counts in the load, and tells both', async () => {
    const { caseId } = await held()
    const before = (await readWorkload.run(world.as.manager, request(), {})).find(({ name }) => name === 'Paz Second')
    await arrange(caseId)
    expect(await opens(caseId)).toBeDefined()
    const after = (await readWorkload.run(world.as.manager, request(), {})).find(({ name }) => name === 'Paz Second')
    expect([before?.covering, after?.covering, (after?.load.count ?? 0) - (before?.load.count ?? 0)]).toEqual([0, 1, 1])
    expect((await alertsOf('cover_arranged', caseId)).sort()).toEqual([world.as.practitioner.userId, world.as.otherPractitioner.userId].sort())
    const { now } = await readCover.run(world.as.cateManager, request(), { caseId })
    await endCover.run(world.as.cateManager, request(), { coverId: now?.id ?? '', why: 'Pru is back' })
    await expect(opens(caseId)).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('is refused without the young person’s continuity, with a message at each field', async () => {
    const { caseId } = await held()
    await expect(arrange(caseId, { continuity: { ...CONTINUITY_SAID, thinks: ' ', teller: '' } })).rejects.toMatchObject({
      kind: 'invalid', fields: { 'continuity.teller': expect.stringContaining('who tells'), 'continuity.thinks': expect.stringContaining('why they have not been asked') },
    })
  })

  it.each([
    ['in the past', { startsOn: on('2026-11-18') }, 'startsOn'],
    ['that end before they begin', { untilOn: on('2026-11-18') }, 'untilOn'],
    ['of more than eight weeks', { untilOn: on('2027-02-01') }, 'untilOn'],
  ])('is refused for days %s', async (_, over, field) => {
    const { caseId } = await held()
    await expect(arrange(caseId, over)).rejects.toMatchObject({ kind: 'invalid', fields: { [field]: expect.any(String) } })
  })

  it('over the maximum asks for a reason, and the breach stays with it', async () => {
    const full = await makePerson(world.sql, world.a, { role: 'practitioner', name: 'Fay Full' })
    for (let at = 0; at < 10; at++) await makeCase(world, { child: await makeChild(world), stage: 'plan', level: 'high', holder: full })
    const { caseId } = await held({ level: 'high' })
    await expect(arrange(caseId, { coverId: full.userId })).rejects.toMatchObject({ kind: 'invalid', fields: { reason: 'This takes Fay Full to 11, over the maximum of 10. Say why' } })
    await arrange(caseId, { coverId: full.userId, reason: 'She knows the family' })
    expect((await readCover.run(world.as.auditor, request(), { caseId })).now).toMatchObject({ cover: 'Fay Full', reason: 'She knows the family' })
  })

  it('twice at once, by the holder, or of a case that nobody holds is refused; the same form again is one', async () => {
    const { caseId } = await held()
    const form = coverForm(world, caseId)
    const [first, again] = [await arrangeCover.run(world.as.cateManager, request(), form), await arrangeCover.run(world.as.cateManager, request(), form)]
    expect(again).toEqual(first)
    await expect(arrange(caseId)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Paz Second covers this case already, until 26 Nov 2026') })
    const other = await held()
    await expect(arrange(other.caseId, { coverId: world.as.practitioner.userId })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(arrange(other.caseId, { coverId: world.as.chair.userId })).rejects.toMatchObject({ fields: { coverId: 'Choose a practitioner of this team' } })
    const closed = await held({ stage: 'closed', closed_at: '2026-11-18T10:00:00Z', closure_reason: 'RC9' })
    await expect(arrange(closed.caseId)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('closed') })
    await expect(arrange(await makeCase(world, { child: await makeChild(world), stage: 'allocation' }))).rejects.toMatchObject({ kind: 'conflict' })
    const race = await held()
    const answers = await Promise.allSettled([arrange(race.caseId), arrange(race.caseId)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is kept by the database: nobody but the manager writes one, and none is rewritten', async () => {
    const { caseId } = await held()
    const { id } = await arrange(caseId)
    await expect(world.sql.query('DELETE FROM case_cover WHERE id = $1', [id])).rejects.toThrow('never changed or deleted')
    await expect(world.sql.query('UPDATE case_continuity SET told = $1 WHERE cover_id = $2', ['x', id])).rejects.toThrow('never changed or deleted')
    await endCover.run(world.as.cateManager, request(), { coverId: id, why: 'Back' })
    await expect(endCover.run(world.as.cateManager, request(), { coverId: id, why: 'Again' })).rejects.toMatchObject({ kind: 'conflict', message: 'This cover is over already.' })
    await expect(world.sql.query('UPDATE case_cover SET ended_at = NULL, end_why = NULL WHERE id = $1', [id])).rejects.toThrow('begins once')
  })
})

describe('handing over for good', () => {
  const over = (caseId: string, continuity?: typeof CONTINUITY_SAID) => allocateCase.run(world.as.cateManager, request(), { caseId, version: 1, practitionerId: world.as.otherPractitioner.userId, reason: 'The surge', continuity })

  it('asks how the young person hears of it, keeps it with the change, and ends a cover that stands', async () => {
    const { caseId } = await held()
    await expect(over(caseId)).rejects.toMatchObject({ kind: 'invalid', fields: { 'continuity.told': expect.any(String) } })
    await arrange(caseId)
    await over(caseId, CONTINUITY_SAID)
    expect(await readCover.run(world.as.otherPractitioner, request(), { caseId })).toMatchObject({ case: { holder: { name: 'Paz Second' } }, now: null, past: [{ endWhy: 'The case was handed over' }], changes: [{ what: 'To Paz Second', ...CONTINUITY_SAID }, {}] })
  })

  it('of a first allocation asks and does not insist, and half an answer is asked for whole', async () => {
    const caseId = await makeCase(world, { child: await makeChild(world), stage: 'allocation' })
    await expect(over(caseId, { ...CONTINUITY_SAID, how: '' })).rejects.toMatchObject({ kind: 'invalid', fields: { 'continuity.how': 'Say how the change is made' } })
    await over(caseId)
    expect(await readCase.run(world.as.otherPractitioner, request(), { caseId })).toMatchObject({ stage: 'assessment' })
  })

  it('of whoever leaves with ten cases: the CATE manager is asked about each, finds all ten on one list, and nothing closes or moves by itself', async () => {
    const leaver = await makePerson(world.sql, world.a, { role: 'practitioner', name: 'Lee Ving' })
    const cases: string[] = []
    for (let at = 0; at < 10; at++) cases.push(await makeCase(world, { child: await makeChild(world), stage: 'plan', holder: leaver }))
    await world.sql.query(`UPDATE user_account SET deactivated_at = '2026-11-18' WHERE id = $1`, [leaver.userId])
    await watch()
    await watch()
    const { rows } = await world.sql.query(`SELECT count(*)::int AS n FROM alert WHERE kind = 'holder_left' AND owner_role = 'cate_manager' AND record_id = ANY ($1)`, [cases])
    expect(rows).toEqual([{ n: 10 }])
    const list = await listHandOver.run(world.as.cateManager, request(), { practitionerId: leaver.userId })
    expect(list).toMatchObject({ practitioner: { name: 'Lee Ving', left: true } })
    expect(list.cases.map(({ id }) => id).sort()).toEqual([...cases].sort())
    await over(cases[0] ?? '', CONTINUITY_SAID)
    expect((await listHandOver.run(world.as.cateManager, request(), { practitionerId: leaver.userId })).cases).toHaveLength(9)
    const { rows: still } = await world.sql.query('SELECT DISTINCT stage::text FROM cate_case WHERE id = ANY ($1)', [cases])
    expect(still).toEqual([{ stage: 'plan' }])
  })
})
