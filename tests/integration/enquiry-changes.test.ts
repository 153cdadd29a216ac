import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readLabels, setLabels } from '../../lib/areas/labels'
import { askAnother } from '../../lib/enquiries/ask-another'
import { moveTime } from '../../lib/enquiries/move-time'
import { listOwnRequests } from '../../lib/enquiries/own'
import { remindAgencies } from '../../lib/enquiries/remind'
import { setClock } from '../support/clock'
import { DUE, later, stepsOf } from '../support/enquiry-steps'
import { eventOf } from '../support/events'
import { ANCHOR } from '../support/postgres'
import { makePerson, makeWorld, request, type World } from '../support/world'

/** What the lead changes of an open enquiry: whom it asks, what of one agency alone, and until when. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())
beforeEach(() => setClock(ANCHOR))
const { opened, whole, own, answer, decide, alerts } = stepsOf(() => world)

const another = (id: string, over = {}, from = request()) =>
  askAnother.run(world.as.safeguarding, from, { enquiryId: id, agencyId: world.a.agencies.council, besides: '', dueAt: '2026-11-20T10:30', ...over })
const move = (id: string, over = {}, who = world.as.safeguarding, from = request()) =>
  moveTime.run(who, from, { enquiryId: id, was: DUE, newDueAt: '2026-11-23T12:00', reason: 'The school is closed today', ...over })
const clocks = async (id: string) => Object.fromEntries((await whole(id)).answers.map(({ agency, dueAt }) => [agency.split(' ')[1], dueAt]))

describe('one more agency', () => {
  it('is told and asked what the others were, by its own time, and its people hear of it', async () => {
    const { id, child } = await opened()
    const from = request()
    await another(id, { besides: 'Is she known to youth work?', dueAt: '2026-11-20T16:00' }, from)
    expect(await own(world.as.cateManager, id)).toMatchObject({
      about: 'Robin Test, born 3 Apr 2011', told: 'Seen with an older man in a car', question: 'What do you know since September?',
      besides: 'Is she known to youth work?', dueAt: '2026-11-20T16:00:00.000Z', answer: null,
    })
    expect((await alerts(id)).filter(({ owner_agency_id }) => owner_agency_id === world.a.agencies.council)).toMatchObject([{ kind: 'enquiry_asked', owner_role: 'safeguarding_lead' }])
    expect(await eventOf(world, from.requestId)).toMatchObject({ kind: 'enquiry.agency_asked', record_id: id, children: [child] })
    expect((await whole(id)).answers).toHaveLength(4)
    expect((await whole(id)).another.agencies).toEqual([])
  })

  it('sent twice is asked once; asked by somebody else meanwhile, it is said', async () => {
    const { id } = await opened()
    await another(id)
    await another(id)
    expect((await whole(id)).answers).toHaveLength(4)
    await expect(another(id, { besides: 'Something else' })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Testford Council is asked already') })
    const both = await opened()
    const done = await Promise.allSettled([another(both.id, { besides: 'one' }), another(both.id, { besides: 'two' })])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await alerts(both.id)).filter(({ owner_agency_id }) => owner_agency_id === world.a.agencies.council)).toHaveLength(1)
  })

  it('is not asked of a decided enquiry, by a past time, nor of another area', async () => {
    const { id } = await opened()
    await expect(another(id, { agencyId: world.b.agencies.school })).rejects.toMatchObject({ kind: 'invalid', fields: { agencyId: expect.any(String) } })
    await expect(another(id, { dueAt: '2026-11-19T09:00' })).rejects.toMatchObject({ kind: 'invalid', fields: { dueAt: 'Give a time that is still to come' } })
    await expect(another(randomUUID())).rejects.toMatchObject({ kind: 'not_found' })
    await decide(world.as.safeguarding, id)
    await expect(another(id)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(move(id)).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('and a decision at the same moment leave nobody asked after it', async () => {
    for (let times = 0; times < 5; times++) {
      const { id } = await opened()
      const [asked, decided] = await Promise.allSettled([another(id), decide(world.as.safeguarding, id)])
      expect(decided.status).toBe('fulfilled')
      const { answers, decision } = await whole(id)
      // either it was asked before, and counts as unanswered, or not at all
      expect([answers.length, decision?.unanswered]).toEqual(asked.status === 'fulfilled' ? [4, 4] : [3, 3])
    }
  })
})

describe('what one agency alone is asked', () => {
  it('is in its own request and the lead’s page, and in nothing that another reads', async () => {
    const { school, police, health } = world.a.agencies
    const { id } = await opened({ besides: [{ agencyId: school, text: 'canary for the school' }, { agencyId: police, text: 'canary for the police' }] })
    expect(await own(world.as.school, id)).toMatchObject({ question: 'What do you know since September?', besides: 'canary for the school' })
    expect((await own(world.as.health, id)).besides).toBeNull()
    for (const [who, others] of [['school', /canary for the police/], ['police', /canary for the school/], ['health', /canary/]] as const) {
      const sent = JSON.stringify([await own(world.as[who], id), await listOwnRequests.run(world.as[who], request(), {}), await alerts(id)])
      expect(sent).not.toMatch(others)
    }
    expect((await whole(id)).besides).toEqual(expect.arrayContaining([{ agencyId: school, text: 'canary for the school' }, { agencyId: police, text: 'canary for the police' }]))
    await expect(opened({ agencyIds: [school], besides: [{ agencyId: health, text: 'nobody asks it' }] })).rejects.toMatchObject({ kind: 'invalid', fields: { besides: expect.any(String) } })
  })
})

describe('the time to answer', () => {
  it('moves for those who have not answered, who are told; an answer keeps the time it was asked for', async () => {
    const { id, child } = await opened()
    later('2026-11-20T11:00:00Z')
    await answer(world.as.school, id, [{}])
    const from = request()
    await move(id, {}, world.as.safeguarding, from)
    const moved = '2026-11-23T12:00:00.000Z'
    expect(await clocks(id)).toEqual({ Health: moved, High: new Date(DUE).toISOString(), Police: moved })
    const view = await whole(id)
    expect(view.answers.find(({ agency }) => agency.includes('School'))).toMatchObject({ late: true, clock: 'met_late' })
    expect(view).toMatchObject({ dueAt: moved, moved: [{ from: new Date(DUE).toISOString(), to: moved, reason: 'The school is closed today', by: 'Safia Lead' }] })
    const told = (await alerts(id)).filter(({ kind }) => kind === 'enquiry_moved')
    expect(told.map(({ owner_agency_id }) => owner_agency_id).sort()).toEqual([world.a.agencies.health, world.a.agencies.police].sort())
    expect(told[0]?.why).toMatch(/^Your agency’s answer to TST-E-\d{4} is due by 23 Nov 2026, 12:00\. It was due by 20 Nov 2026, 10:30\.$/)
    expect(JSON.stringify([told, await own(world.as.health, id)])).not.toContain('closed')
    expect(await eventOf(world, from.requestId)).toMatchObject({ kind: 'enquiry.time_moved', record_id: id, children: [child] })
  })

  it('brings its own reminders', async () => {
    await world.sql.query(`UPDATE enquiry_request SET answer = 'nothing_known', answered_at = asked_at, answered_by_id = asked_by_id WHERE answered_at IS NULL`)
    const { id } = await opened()
    const remind = async (iso: string) => {
      later(iso)
      return remindAgencies.run(world.as.system, request(), {})
    }
    expect(await remind('2026-11-20T10:35:00Z')).toBe(3)
    await move(id)
    expect(await remind('2026-11-20T10:40:00Z')).toBe(0)
    expect(await remind('2026-11-23T09:00:00Z')).toBe(3)
    expect(await remind('2026-11-23T12:01:00Z')).toBe(3)
    const raised = await alerts(id)
    expect(['enquiry_reminder', 'enquiry_overdue'].map((kind) => raised.filter((alert) => alert.kind === kind).length)).toEqual([9, 2])
  })

  it('moved by two at once moves once, and needs a reason, another time, and somebody who is waited for', async () => {
    const second = await makePerson(world.sql, world.a, { role: 'safeguarding_lead', name: 'Sasha Lead' })
    const { id } = await opened()
    const done = await Promise.allSettled([move(id), move(id, { newDueAt: '2026-11-24T12:00' }, second)])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(done.find((one) => one.status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } })
    expect((await whole(id)).moved).toHaveLength(1)
    const other = await opened()
    await expect(move(other.id, { reason: ' ' })).rejects.toMatchObject({ kind: 'invalid', fields: { reason: 'Say why the time is moved' } })
    await expect(move(other.id, { newDueAt: '2026-11-20T10:30' })).rejects.toMatchObject({ kind: 'invalid', fields: { newDueAt: 'This is the time it has already' } })
    for (const who of ['school', 'health', 'police'] as const) await answer(world.as[who], other.id, [])
    await expect(move(other.id)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Every agency has answered') })
  })
})

describe('what the area calls it', () => {
  it('is set by an administrator, keeps the other settings, and of two at once one sees both', async () => {
    await world.sql.query(`UPDATE area SET settings = '{"panelDays": 30}' WHERE id = $1`, [world.a.id])
    const { version, ...before } = await readLabels.run(world.as.admin, request(), {})
    expect(before).toEqual({ enquiry: 'Multi-agency child enquiry', enquiryShort: 'MACE' })
    const set = (enquiryShort: string) => setLabels.run(world.as.admin, request(), { version, enquiry: 'Room enquiry', enquiryShort })
    await set('RE')
    await expect(set('RQ')).rejects.toMatchObject({ kind: 'stale', current: { enquiry: 'Room enquiry', enquiryShort: 'RE', version: version + 1 } })
    const { rows } = await world.sql.query('SELECT settings FROM area WHERE id = $1', [world.a.id])
    expect(rows[0].settings).toEqual({ panelDays: 30, labels: { enquiry: 'Room enquiry', enquiryShort: 'RE' } })
    await expect(setLabels.run(world.as.admin, request(), { version, enquiry: ' ', enquiryShort: '' })).rejects.toMatchObject({ kind: 'invalid' })
  })
})
