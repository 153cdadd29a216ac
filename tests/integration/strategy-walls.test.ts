import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inviteAgency, withdrawInvitation } from '../../lib/strategy/invite'
import { listInvitations, readInvitation } from '../../lib/strategy/own'
import { readProtection, recordStep } from '../../lib/strategy/protection'
import { remindStrategy } from '../../lib/strategy/remind'
import { addDissent, addFact } from '../../lib/strategy/say'
import { asLogin, DENIED } from '../support/as-login'
import { setClock } from '../support/clock'
import { ANCHOR } from '../support/postgres'
import { dissentForm, factForm, strategySteps } from '../support/strategy'
import { makeWorld, request, type World } from '../support/world'

/** What an agency sees of a meeting, what nobody changes, and what is told when a time passes. */
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
const { decide, issue, read, ready, alerts } = strategySteps(() => world)
const own = (who: 'health' | 'police' | 'school', meetingId: string) => readInvitation.run(world.as[who], request(), { meetingId })

describe('an invited agency', () => {
  it('says what it knows for itself, and reads its own words, its part of the decision and its own actions', async () => {
    const { id } = await ready()
    await addFact.run(world.as.health, request(), factForm(id, { knownBy: world.a.agencies.police, text: 'Told to the nurse' }))
    await addFact.run(world.as.police, request(), factForm(id, { text: 'A stop at midnight' }))
    const action = { what: 'Offer an appointment', ownerKind: 'agency' as const, ownerUserId: '', ownerAgencyId: world.a.agencies.health, ownerName: '', dueOn: { day: '24', month: '11', year: '2026' } }
    await decide(id, { actions: [action] })
    const [health, police] = [await own('health', id), await own('police', id)]
    // whatever agency it names: it speaks for itself
    expect(health).toMatchObject({ facts: [{ text: 'Told to the nurse' }], outcome: { section47: 'begins', criminal: true, police: null }, actions: [{ what: 'Offer an appointment' }] })
    expect(police).toMatchObject({ facts: [{ text: 'A stop at midnight' }], outcome: { police: { perpetrators: 'A warning notice on both men' } }, actions: [] })
    for (const kept of ['A stop at midnight', 'warning notice', 'aunt', 'Significant harm']) expect(JSON.stringify(health)).not.toContain(kept)
    await expect(own('school', id)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(addFact.run(world.as.health, request(), factForm(id))).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('decided') })
    await addDissent.run(world.as.health, request(), dissentForm(id))
    await issue(id)
    await expect(addDissent.run(world.as.health, request(), dissentForm(id))).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('minutes') })
    expect((await read(id)).facts.map(({ agency }) => agency)).toEqual(['Testford Health Trust', 'Testford Police'])
  })

  it('sees nothing of it once its invitation is taken back, and one that is invited later what the others were told', async () => {
    const { id } = await ready()
    await inviteAgency.run(world.as.safeguarding, request(), { meetingId: id, inviteId: world.a.agencies.school })
    expect(await own('school', id)).toMatchObject({ told: expect.stringContaining('hotel'), place: 'Room 2, or by telephone' })
    await withdrawInvitation.run(world.as.safeguarding, request(), { meetingId: id, withdrawId: world.a.agencies.school, why: 'Her aunt works there' })
    await expect(own('school', id)).rejects.toMatchObject({ kind: 'not_found' })
    expect((await listInvitations.run(world.as.school, request(), {})).items).toEqual([])
    await decide(id)
    await expect(own('school', id)).rejects.toMatchObject({ kind: 'not_found' })
    expect((await app.run(world.as.school, 'SELECT 1 FROM strategy_outcome')).count).toBe(0)
    for (const table of ['strategy_meeting', 'strategy_attendance', 'strategy_decision', 'strategy_snapshot']) expect((await app.run(world.as.health, `SELECT 1 FROM ${table}`)).count, table).toBe(0)
  })
})

describe('in the database', () => {
  it('no meeting is held without a decision and a snapshot, none goes back, and nobody but the lead holds it', async () => {
    const { id } = await ready()
    const hold = `UPDATE strategy_meeting SET state = 'held', held_at = now(), awaited_by = now() WHERE id = $1`
    expect(await app.run(world.as.safeguarding, hold, [id])).toMatchObject({ code: DENIED })
    await decide(id)
    for (const sql of [`UPDATE strategy_meeting SET state = 'called', held_at = NULL WHERE id = '${id}'`, `UPDATE strategy_meeting SET held_at = now() WHERE id = '${id}'`, `UPDATE strategy_meeting SET reason = 'x' WHERE id = '${id}'`, `DELETE FROM strategy_meeting WHERE id = '${id}'`, 'TRUNCATE strategy_meeting CASCADE',
      `UPDATE strategy_invitation SET told = 'x' WHERE meeting_id = '${id}'`, `DELETE FROM strategy_invitation WHERE meeting_id = '${id}'`]) {
      await expect(world.sql.query(sql), sql).rejects.toMatchObject({ code: DENIED })
    }
    const issues = `UPDATE strategy_meeting SET state = 'minutes_out', minutes_out_at = now(), minutes_by_id = $2 WHERE id = $1`
    expect(await app.run(world.as.cateManager, issues, [id, world.as.cateManager.userId])).toMatchObject({ code: DENIED })
    expect(await app.run(world.as.safeguarding, issues, [id, world.as.cateManager.userId])).toMatchObject({ code: DENIED })
  })

  it('nothing is said in another’s name, for another agency or after the decision', async () => {
    const { id } = await ready()
    const say = `INSERT INTO strategy_fact (area_id, id, meeting_id, agency_id, submission_key, text, nature, source, by_id, at) VALUES ($1, $2, $3, $4, $2, 'x', 'fact', 'x', $5, now())`
    const { health, police, practitioner } = world.as
    const { agencies } = world.a
    const said = async (who: typeof health, agency: string, by: string) => (await app.run(who, say, [world.a.id, randomUUID(), id, agency, by])).code
    expect(await said(health, agencies.health, health.userId)).toBeNull()
    expect(await said(health, agencies.police, health.userId)).toBe(DENIED)
    expect(await said(health, agencies.health, police.userId)).toBe(DENIED)
    expect(await said(practitioner, agencies.health, practitioner.userId)).toBeNull()
    await decide(id)
    expect([await said(health, agencies.health, health.userId), await said(practitioner, agencies.health, practitioner.userId)]).toEqual([DENIED, DENIED])
  })
})

describe('a time that passes', () => {
  const late = () => remindStrategy.run(world.a.system, request(), {})
  const said = async (id: string) => (await alerts(id)).filter(({ kind }) => kind.endsWith('_late')).map(({ why }) => String(why))

  it('is told to the lead, once each: the meeting, its minutes, its review', async () => {
    const { id } = await ready()
    await late()
    expect(await said(id)).toEqual([])
    setClock('2026-11-20T10:31:00Z')
    await late()
    await late()
    expect(await said(id)).toEqual([expect.stringContaining('no decision is recorded')])
    await decide(id, { heldAt: '2026-11-20T10:30' })
    setClock('2026-11-23T10:31:00Z')
    await late()
    expect(await said(id)).toContainEqual('The minutes of a strategy meeting were due by 23 Nov 2026, 10:30 and are not out.')
    expect((await read(id)).next).toMatchObject({ what: 'Minutes', clock: 'late' })
    await issue(id)
    setClock('2026-12-03T10:01:00Z')
    await late()
    expect(await said(id)).toHaveLength(3)
    setClock(ANCHOR)
  })

  it('of child protection too, until a step ends it; the case goes on beside it', async () => {
    const { id, caseId, childId } = await ready()
    await decide(id)
    const stands = () => readProtection.run(world.as.practitioner, request(), { childId })
    expect(await stands()).toMatchObject([{ begunOn: '2026-11-19T10:30:00.000Z', running: true, conference: { due: '2026-12-10T23:59:59.999Z', state: 'on_time' }, assessment: { state: 'on_time' } }])
    setClock('2026-12-11T09:00:00Z')
    await late()
    expect(await said(id)).toContainEqual(expect.stringContaining('conference after a strategy meeting was due by 10 Dec 2026'))
    const step = { meetingId: id, kind: 'conference_held' as const, on: { day: '11', month: '12', year: '2026' }, note: 'A plan was agreed' }
    await expect(recordStep.run(world.as.safeguarding, request(), { ...step, on: { day: '18', month: '11', year: '2026' } })).rejects.toMatchObject({ fields: { on: expect.any(String) } })
    await recordStep.run(world.as.safeguarding, request(), step)
    await expect(recordStep.run(world.as.safeguarding, request(), { ...step, kind: 'conference_not_needed' })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await stands()).toMatchObject([{ running: true, conference: { state: 'met_late', done: { note: 'A plan was agreed', by: 'Safia Lead' } } }])
    const { rows } = await world.sql.query('SELECT stage FROM cate_case WHERE id = $1', [caseId])
    expect(rows).toEqual([{ stage: 'panel' }])
    setClock(ANCHOR)
  })
})
