import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCaseActions } from '../../lib/actions/queries'
import { readChronology } from '../../lib/chronology/queries'
import { callMeeting } from '../../lib/strategy/call'
import { callOffMeeting, moveMeeting } from '../../lib/strategy/change'
import { readInvitation } from '../../lib/strategy/own'
import { addDissent, addFact, recordAttendance } from '../../lib/strategy/say'
import { meetingsOfCase } from '../../lib/strategy/queries'
import { listMeetings } from '../../lib/strategy/list'
import { setClock } from '../support/clock'
import { ANCHOR } from '../support/postgres'
import { attendForm, callForm, dissentForm, factForm, heldCase, strategySteps } from '../support/strategy'
import { makeWorld, request, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())
const { attend, decide, issue, call, read, ready, alerts } = strategySteps(() => world)

describe('calling one', () => {
  it('from the level by whoever holds the case, where the area says that level does; the lead is told and the agencies are invited', async () => {
    const low = await heldCase(world, { level: 'low_medium' })
    await expect(call(low.caseId, { from: 'level' }, world.as.practitioner)).rejects.toMatchObject({ fields: { from: 'The level is Low-Medium. Medium and above call a strategy meeting' } })
    const { caseId } = await heldCase(world, { level: 'medium' })
    expect(await meetingsOfCase.run(world.as.practitioner, request(), { caseId })).toMatchObject({ meetings: [], mayCall: true, suggested: expect.stringContaining('Medium and above') })
    const { id } = await call(caseId, { from: 'level' }, world.as.practitioner)
    expect(await read(id)).toMatchObject({ state: 'called', calledFrom: 'level', level: 'medium', calledBy: 'Pru First', missing: ['social_care', 'health', 'police'], next: { what: 'The meeting', due: '2026-11-20T10:30:00.000Z' } })
    expect((await alerts(id)).map(({ kind, owner_role }) => [kind, owner_role]).sort()).toEqual([['strategy_called', 'safeguarding_lead'], ['strategy_invited', 'partner'], ['strategy_invited', 'police']])
    expect(await meetingsOfCase.run(world.as.practitioner, request(), { caseId })).toMatchObject({ mayCall: false, suggested: null })
  })

  it('from a disclosure at any level; for her own reason the lead alone', async () => {
    const { caseId } = await heldCase(world, { level: 'low' })
    await expect(call(caseId, {}, world.as.cateManager)).rejects.toMatchObject({ fields: { from: expect.stringContaining('lead alone') } })
    expect((await read((await call(caseId, { from: 'disclosure' }, world.as.cateManager)).id)).calledFrom).toBe('disclosure')
  })

  it('not in a closed case, not beside one that is planned, not without health and the police, and sent twice once', async () => {
    const closed = await heldCase(world, { stage: 'closed' })
    await expect(call(closed.caseId)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('closed') })
    const { caseId } = await heldCase(world)
    await expect(call(caseId, { agencyIds: [world.a.agencies.school] })).rejects.toMatchObject({ fields: { agencyIds: expect.stringContaining('health and the police') } })
    const form = callForm(world, caseId)
    const twice = await Promise.all([1, 2].map(() => callMeeting.run(world.as.safeguarding, request(), form)))
    expect(twice[0]?.id).toBe(twice[1]?.id)
    await expect(call(caseId)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('planned already') })
  })
})

describe('quorum', () => {
  it('is said in words where it does not hold, and only immediate protection goes without it, with why', async () => {
    const { caseId } = await heldCase(world)
    const { id } = await call(caseId)
    await attend(id, ['social_care'])
    await expect(decide(id)).rejects.toMatchObject({ fields: { withoutQuorumWhy: expect.stringContaining('Health and the police are not there.') } })
    await decide(id, { withoutQuorumWhy: 'She is with the men now' })
    expect((await read(id)).decision).toMatchObject({ missing: ['health', 'police'], withoutQuorumWhy: 'She is with the men now' })
  })

  it('takes each part from its own kind of agency, and the last word about somebody', async () => {
    const { id } = await ready()
    const { health, police } = world.a.agencies
    await expect(recordAttendance.run(world.as.safeguarding, request(), attendForm(id, health, 'police'))).rejects.toMatchObject({ fields: { part: expect.stringContaining('is not the police') } })
    expect((await read(id)).missing).toEqual([])
    await recordAttendance.run(world.as.cateManager, request(), attendForm(id, police, 'police', { presence: 'mistaken' }))
    expect(await read(id)).toMatchObject({ missing: ['police'], attendance: expect.not.arrayContaining([expect.objectContaining({ part: 'police' })]) })
  })
})

describe('deciding', () => {
  it('keeps a person, reasons, dissent, actions and a sealed snapshot; nothing of it is written afterwards', async () => {
    const { id, caseId } = await ready()
    await addFact.run(world.as.practitioner, request(), factForm(id, { knownBy: world.a.agencies.health }))
    await decide(id, {
      dissents: [{ agencyId: world.a.agencies.health, words: 'We would wait for the examination' }],
      actions: [{ what: 'Ring her school', ownerKind: 'person', ownerUserId: world.as.practitioner.userId, ownerAgencyId: '', ownerName: '', dueOn: { day: '23', month: '11', year: '2026' } }],
    })
    const page = await read(id)
    expect(page).toMatchObject({
      state: 'held', heldAt: '2026-11-19T10:30:00.000Z', next: { what: 'Minutes', due: '2026-11-20T10:30:00.000Z' },
      decision: { by: 'Safia Lead', section47: 'begins', criminal: true, conferenceDue: '2026-12-10T23:59:59.999Z' },
      dissents: [{ agency: 'Testford Health Trust' }], actions: [{ what: 'Ring her school', source: 'strategy' }], seal: { whole: true },
    })
    expect((await listCaseActions.run(world.as.practitioner, request(), { caseId })).map(({ what }) => what)).toEqual(['Ring her school'])
    const { rows } = await world.sql.query('SELECT content FROM strategy_snapshot WHERE meeting_id = $1', [id])
    expect(rows[0].content).toMatchObject({ facts: [{ text: 'Seen at the clinic with a man who did the talking' }], missing: [], decision: { section47: 'begins' }, actions: [{ what: 'Ring her school' }] })
    for (const late of [
      () => addFact.run(world.as.practitioner, request(), factForm(id, { knownBy: world.a.agencies.health })),
      () => recordAttendance.run(world.as.safeguarding, request(), attendForm(id, world.a.agencies.police, 'police')),
    ]) {
      await expect(late()).rejects.toMatchObject({ kind: 'conflict' })
    }
  })

  it('is done once: of two at once one wins and the other is told', async () => {
    const { id } = await ready()
    const both = await Promise.allSettled([decide(id), decide(id, { section47: 'not_met' })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict', message: expect.stringContaining('decided already') } })
  })

  it('tells when it was held, why it is resolved and when it is reviewed, or asks', async () => {
    const { id } = await ready()
    await expect(decide(id, { heldAt: '2026-11-25T10:00' })).rejects.toMatchObject({ fields: { heldAt: expect.any(String) } })
    await expect(decide(id, { nextReviewAt: '2026-11-01T10:00' })).rejects.toMatchObject({ fields: { nextReviewAt: expect.any(String) } })
    await expect(decide(id, { next: 'resolved' })).rejects.toMatchObject({ fields: { resolvedWhy: expect.any(String) } })
    await expect(decide(id, { section47: 'goes_on' })).rejects.toMatchObject({ fields: { section47: expect.stringContaining('No earlier meeting') } })
  })

  it('begins section 47 for a child alone: of somebody who is 18 already it says what to choose', async () => {
    const { id } = await ready({}, { date_of_birth: '2008-11-19' })
    await expect(decide(id)).rejects.toMatchObject({ fields: { section47: expect.stringContaining('Care Act 2014') } })
    await decide(id, { section47: 'not_met' })
  })

  it('changes nothing by a birthday: on the day before 18 and the day after, it is held, minuted and reviewed as any other', async () => {
    const { id, caseId } = await ready({}, { date_of_birth: '2008-11-20' })
    await decide(id)
    setClock('2026-11-21T10:30:00Z')
    await issue(id)
    expect(await read(id)).toMatchObject({ state: 'minutes_out', next: { what: 'Review', due: '2026-12-03T10:00:00.000Z' }, child: { born: expect.stringContaining('aged 18') } })
    await call(caseId, { from: 'review', plannedAt: '2026-12-01T10:00' })
    setClock(ANCHOR)
  })
})

describe('minutes and reviews', () => {
  it('are issued once, after it was held; then nobody writes dissent either', async () => {
    const { id } = await ready()
    await expect(issue(id, 1)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('not been held') })
    await decide(id)
    await addDissent.run(world.as.cateManager, request(), dissentForm(id, { dissentBy: world.a.agencies.health }))
    await issue(id)
    expect(await read(id)).toMatchObject({ state: 'minutes_out', minutes: { by: 'Safia Lead' }, dissents: [{ words: 'We would wait for the examination' }] })
    await expect(issue(id, 3)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(addDissent.run(world.as.cateManager, request(), dissentForm(id, { dissentBy: world.a.agencies.health }))).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('minutes are out') })
  })

  it('go on until one is resolved with why; the clocks of section 47 run from the meeting that began it', async () => {
    const { id, caseId } = await ready()
    await decide(id)
    await issue(id)
    const second = (await call(caseId, { from: 'review', plannedAt: '2026-12-04T10:00' })).id
    expect(await read(id)).toMatchObject({ state: 'reviewed', next: null, reviewedById: second })
    // the review stands by when it was due, which is sooner than it is planned
    expect((await read(second)).next).toMatchObject({ due: '2026-12-03T10:00:00.000Z' })
    await attend(second, ['social_care', 'health', 'police'])
    await expect(decide(second, { section47: 'begins' })).rejects.toMatchObject({ fields: { section47: expect.stringContaining('begun already') } })
    await decide(second, { section47: 'goes_on', next: 'resolved', resolvedWhy: 'The conference has a plan' })
    await issue(second)
    expect(await read(second)).toMatchObject({ state: 'resolved', next: null, decision: { conferenceDue: null, resolvedWhy: 'The conference has a plan' } })
    await expect(call(caseId, { from: 'review' })).rejects.toMatchObject({ fields: { from: expect.stringContaining('waits for its review') } })
  })

  it('stand in the list by what is due, late above all', async () => {
    const page = await listMeetings.run(world.as.safeguarding, request(), {})
    const due = page.items.map(({ next }) => next?.due ?? '')
    expect(due).toEqual([...due].sort())
    expect((await listMeetings.run(world.as.safeguarding, request(), { show: 'done' })).items.map(({ state }) => state)).toEqual(expect.arrayContaining(['resolved', 'reviewed']))
    expect((await listMeetings.run(world.as.otherPractitioner, request(), {})).items).toEqual([])
  })
})

describe('a planned one', () => {
  const move = (meetingId: string, over = {}) => moveMeeting.run(world.as.safeguarding, request(), { meetingId, version: 1, movedTo: '2026-11-24T14:00', moveWhy: 'The detective is in court', ...over })
  const off = (meetingId: string, over = {}) => callOffMeeting.run(world.as.safeguarding, request(), { meetingId, version: 1, offWhy: 'Called twice by mistake', ...over })

  it('is moved with why: its clock, its invitations and the record follow, and every invited agency is told', async () => {
    const { caseId } = await heldCase(world, { level: 'medium' })
    const { id } = await call(caseId, { from: 'level' }, world.as.practitioner)
    await expect(move(id, { movedTo: '2026-11-20T10:30' })).rejects.toMatchObject({ fields: { movedTo: 'It is planned for then already' } })
    await expect(move(id, { movedTo: '2027-03-20T10:30' })).rejects.toMatchObject({ fields: { movedTo: expect.stringContaining('six weeks') } })
    await move(id)
    await expect(move(id, { movedTo: '2026-11-25T14:00' })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await read(id)).toMatchObject({ plannedAt: '2026-11-24T14:00:00.000Z', next: { due: '2026-11-24T14:00:00.000Z' }, moves: [{ from: '2026-11-20T10:30:00.000Z', reason: 'The detective is in court', by: 'Safia Lead' }] })
    expect((await readInvitation.run(world.as.health, request(), { meetingId: id })).plannedAt).toBe('2026-11-24T14:00:00.000Z')
    const told = (await alerts(id)).filter(({ kind }) => kind === 'strategy_moved')
    expect(told.map(({ owner_role, owner_id }) => owner_role ?? owner_id).sort()).toEqual(['partner', 'police', world.as.practitioner.userId].sort())
  })

  it('is called off with why: nothing waits for it, the agencies are told and see no more of it, and another may be called', async () => {
    const { caseId, childId } = await heldCase(world)
    const { id } = await call(caseId)
    await off(id)
    expect(await read(id)).toMatchObject({ state: 'called', calledOff: true, next: null, off: { by: 'Safia Lead', why: 'Called twice by mistake' } })
    await expect(readInvitation.run(world.as.health, request(), { meetingId: id })).rejects.toMatchObject({ kind: 'not_found' })
    const { rows } = await world.sql.query(`SELECT count(*)::int AS n FROM alert WHERE key LIKE $1`, [`strategy off ${id} %`])
    expect(rows).toEqual([{ n: 2 }])
    for (const again of [() => move(id, { version: 2 }), () => off(id, { version: 2 }), () => decide(id, { version: 2, withoutQuorumWhy: 'x' }), () => attend(id, ['health'])]) await expect(again()).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('called off') })
    expect((await readChronology.run(world.as.practitioner, request(), { childId, show: 'all', kind: 'strategy' })).items.map(({ title }) => title)).toEqual(['Strategy meeting called off', 'Strategy meeting called'])
    await call(caseId)
  })

  it('that reviews an earlier one is moved and stays due, and is not called off; a decided one is neither', async () => {
    const { id, caseId } = await ready()
    await decide(id, { next: 'review', nextReviewAt: '2026-12-03T10:00' })
    await expect(move(id, { version: 2 })).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('decided') })
    await expect(off(id, { version: 2 })).rejects.toMatchObject({ kind: 'conflict' })
    await issue(id)
    const review = (await call(caseId, { from: 'review', plannedAt: '2026-12-02T10:00' })).id
    await expect(off(review)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Move it instead') })
    await move(review, { movedTo: '2026-12-07T10:00' })
    expect((await read(review)).next).toMatchObject({ due: '2026-12-03T10:00:00.000Z' })
  })

  it('moves only with why on record, whatever code asks', async () => {
    const { caseId } = await heldCase(world)
    const { id } = await call(caseId)
    await expect(world.sql.query(`UPDATE strategy_meeting SET planned_at = '2026-12-01' WHERE id = $1`, [id])).rejects.toThrow('cannot go')
    await expect(world.sql.query(`UPDATE strategy_invitation SET planned_at = '2026-12-01' WHERE meeting_id = $1`, [id])).rejects.toThrow('taken back or moved')
  })
})
