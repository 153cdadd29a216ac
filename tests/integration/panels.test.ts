import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { addItem, beginPanel, deferItem } from '../../lib/panels/build'
import { chaseReturns } from '../../lib/panels/chase'
import { decideItem } from '../../lib/panels/decide'
import { readMeetingItem } from '../../lib/panels/meeting'
import { readMinutes } from '../../lib/panels/minutes'
import { readPanel } from '../../lib/panels/read'
import { addNote, attend, movePanel } from '../../lib/panels/run'
import { setClock } from '../support/clock'
import { ANCHOR } from '../support/postgres'
import { decideForm, makePanel, seatAll, TOLD } from '../support/panels'
import { makeCase, makeChild } from '../support/records'
import { makeWorld, request, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const held = async (over: Record<string, unknown> = {}) => {
  const child = await makeChild(world)
  return { child, held: await makeCase(world, { child, holder: world.as.practitioner, stage: 'panel', ...over }) }
}
const meeting = async (seats?: readonly string[], over: Record<string, unknown> = {}, deputy: string | null = null) => {
  const made = await makePanel(world, { ...(await held(over)), state: 'open', deputy })
  await seatAll(world, made.panel, seats)
  return made
}
const decide = (item: string, over = {}, as: Actor = world.as.chair) => decideItem.run(as, request(), decideForm(item, over))
const screen = (itemId: string, as: Actor = world.as.chair) => readMeetingItem.run(as, request(), { itemId })
const rows = async (sql: string, values: unknown[]) => (await world.sql.query(sql, values)).rows

describe('building a panel', () => {
  it('suggests what is due with why, and puts a case that is being assessed before the panel', async () => {
    const due = await held({ panel_due: '2026-12-08T23:59:59Z', stage: 'assessment' })
    const begin = { submissionKey: randomUUID(), heldAt: '2026-12-03T10:00', place: 'Room 2', chairId: world.as.chair.userId, deputyId: '', agencyIds: [world.a.agencies.school] }
    const problems = await beginPanel.run(world.as.cateManager, request(), { ...begin, chairId: '' }).catch((error: { fields: object }) => Object.keys(error.fields))
    expect(problems).toEqual(['chairId'])
    const [first, again] = [await beginPanel.run(world.as.cateManager, request(), begin), await beginPanel.run(world.as.cateManager, request(), begin)]
    expect(again).toEqual(first)
    const panelId = first.id
    const read = () => readPanel.run(world.as.cateManager, request(), { panelId })
    expect((await read()).suggestions).toContainEqual(expect.objectContaining({ caseId: due.held, reason: 'due', why: expect.stringContaining('8 Dec 2026') }))
    await addItem.run(world.as.cateManager, request(), { panelId, caseId: due.held, reason: 'suggested', why: '', told: TOLD })
    const panel = await read()
    expect(panel.items).toMatchObject([{ caseId: due.held, reason: 'due', state: 'listed' }])
    expect(panel.suggestions.map(({ caseId }) => caseId)).not.toContain(due.held)
    expect(await rows('SELECT stage FROM cate_case WHERE id = $1', [due.held])).toEqual([{ stage: 'panel' }])
    await expect(addItem.run(world.as.chair, request(), { panelId, caseId: due.held, reason: 'chosen', why: 'New', told: TOLD })).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('suggests again what was put off, and lets another authority ask', async () => {
    const one = await makePanel(world, await held({ panel_due: '2027-03-01' }))
    await deferItem.run(world.as.chair, request(), { itemId: one.item, version: 1, reason: 'She is in hospital' })
    const next = await makePanel(world, { ...(await held()), heldAt: '2026-12-10T10:00:00Z' })
    const { suggestions } = await readPanel.run(world.as.chair, request(), { panelId: next.panel })
    expect(suggestions).toContainEqual(expect.objectContaining({ caseId: one.held, reason: 'deferred' }))
    await expect(addItem.run(world.as.chair, request(), { panelId: next.panel, caseId: one.held, reason: 'asked', why: '', told: TOLD })).rejects.toMatchObject({ fields: { why: expect.any(String) } })
  })
})

describe('deciding', () => {
  it('sets the level once, with a person, a reason, what was known under a seal, actions and who did not agree', async () => {
    const { item, held: one, panel } = await meeting()
    await decide(item, {
      level: 'high', dissents: [{ agencyId: world.a.agencies.police, words: 'We think Medium-High' }],
      actions: [{ what: 'Ring the school', ownerKind: 'agency', ownerAgencyId: world.a.agencies.school, ownerName: '', dueOn: { day: '30', month: '11', year: '2026' } }],
    })
    const shown = await screen(item)
    expect(shown.decision).toMatchObject({ level: 'high', by: 'Charis Panel', strategyCalled: true, dissents: [{ agency: 'Testford Police' }], nextReview: '2026-12-17T23:59:59.999Z' })
    expect(await rows('SELECT level, stage FROM cate_case WHERE id = $1', [one])).toEqual([{ level: 'high', stage: 'plan' }])
    expect(await rows('SELECT level, by_id FROM case_level WHERE case_id = $1', [one])).toEqual([{ level: 'high', by_id: world.as.chair.userId }])
    const minutes = await readMinutes.run(world.as.auditor, request(), { panelId: panel })
    expect(minutes.items[0]).toMatchObject({ decision: { whole: true, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }, actions: [{ what: 'Ring the school', owner: 'Testford High School' }] })
    const [{ snapshot }] = await rows('SELECT snapshot FROM panel_decision WHERE item_id = $1', [item])
    expect(snapshot).toMatchObject({ takenBy: 'Charis Panel', case: { id: one, level: null }, returns: [], notAnswered: expect.arrayContaining(['Testford Police']), panel: { present: expect.any(Array) } })
    expect(await rows(`SELECT kind FROM alert WHERE record_id = $1 ORDER BY kind`, [one])).toEqual([{ kind: 'panel_decided' }, { kind: 'panel_strategy' }])
  })

  it('of two at once one stands, and the other is told who was first', async () => {
    const { item, held: one } = await meeting(undefined, {}, world.as.cateManager.userId)
    const both = await Promise.allSettled([decide(item), decide(item, { level: 'high' }, world.as.cateManager)])
    const lost = both.find(({ status }) => status === 'rejected')
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(lost).toMatchObject({ reason: { kind: 'conflict', message: expect.stringMatching(/(Charis Panel|Cat Emmanuel) decided this case on/) } })
    expect(await rows('SELECT count(*)::int AS n FROM case_level WHERE case_id = $1', [one])).toEqual([{ n: 1 }])
  })

  it('needs a quorum: the meeting talks and takes notes, and is told who is missing', async () => {
    const { item } = await meeting(['chair', 'cate', 'social_care'])
    await expect(decide(item)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Missing: the police and health or education.') })
    await addNote.run(world.as.cateManager, request(), { itemId: item, submissionKey: randomUUID(), text: 'The police are on their way' })
    expect(await screen(item)).toMatchObject({ mayDecide: false, missing: ['the police', 'health or education'], notes: [{ text: 'The police are on their way', by: 'Cat Emmanuel' }] })
  })

  it('is refused for a case that was closed meanwhile, which is put off instead', async () => {
    const made = await meeting()
    await world.sql.query(`UPDATE cate_case SET stage = 'closed', closed_at = now(), closure_reason = 'RC7' WHERE id = $1`, [made.held])
    await expect(decide(made.item)).rejects.toMatchObject({ message: expect.stringContaining('has been closed') })
    expect((await readPanel.run(world.as.chair, request(), { panelId: made.panel })).items[0]).toMatchObject({ closed: true })
    await deferItem.run(world.as.chair, request(), { itemId: made.item, version: 1, reason: 'The case was closed' })
  })

  it('asks whether a strategy meeting is called where the level does, and takes no review later than the level allows', async () => {
    const { item } = await meeting()
    await expect(decide(item, { strategy: '' })).rejects.toMatchObject({ fields: { strategy: expect.stringContaining('Medium') } })
    await expect(decide(item, { strategy: 'not_called' })).rejects.toMatchObject({ fields: { strategyWhyNot: expect.any(String) } })
    await expect(decide(item, { level: 'high', nextReview: { day: '19', month: '12', year: '2026' } })).rejects.toMatchObject({ fields: { nextReview: expect.stringContaining('17 Dec 2026') } })
    await expect(decide(item, { actions: [{ what: 'Ask', ownerKind: 'agency', ownerAgencyId: world.b.agencies.police, ownerName: '', dueOn: { day: '30', month: '11', year: '2026' } }] })).rejects.toMatchObject({ fields: { 'actions.0.ownerAgencyId': expect.any(String) } })
    expect((await screen(item)).decision).toBeNull()
  })
})

describe('the meeting and after it', () => {
  it('keeps each line of notes once, by whoever wrote it, and closes when every case is decided or put off', async () => {
    const { item, panel } = await meeting()
    const line = { itemId: item, submissionKey: randomUUID(), text: 'Seen at school on Monday' }
    await Promise.all([addNote.run(world.as.chair, request(), line), addNote.run(world.as.safeguarding, request(), { ...line, submissionKey: randomUUID(), text: 'A second pair of hands' })])
    await addNote.run(world.as.chair, request(), line)
    expect((await screen(item)).notes.map(({ by }) => by).sort()).toEqual(['Charis Panel', 'Safia Lead'])
    const to = (state: 'closed' | 'checked' | 'issued', version: number, as: Actor) => movePanel.run(as, request(), { panelId: panel, version, to: state, note: '' })
    await expect(to('closed', 1, world.as.chair)).rejects.toMatchObject({ message: expect.stringContaining('One case is neither decided nor put off') })
    await decide(item)
    await to('closed', 1, world.as.chair)
    await to('checked', 2, world.as.cateManager)
    await expect(to('issued', 3, world.as.cateManager)).rejects.toMatchObject({ message: expect.stringContaining('chair or the deputy') })
    await to('issued', 3, world.as.chair)
    await expect(decide(item)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await readMinutes.run(world.as.practitioner, request(), { panelId: panel })).toMatchObject({ state: 'issued', checked: { by: 'Cat Emmanuel' }, issued: { by: 'Charis Panel' } })
  })

  it('takes a deputy from those who may chair, and nobody twice', async () => {
    const { panel } = await makePanel(world, await held())
    const come = (seat: 'deputy' | 'chair' | 'police', userId: string) => attend.run(world.as.chair, request(), { panelId: panel, seat, userId, name: '', agencyId: '' })
    await expect(come('deputy', world.as.police.userId)).rejects.toMatchObject({ fields: { userId: expect.stringContaining('may chair') } })
    await expect(come('chair', world.as.cateManager.userId)).rejects.toMatchObject({ fields: { userId: expect.stringContaining('Charis Panel') } })
    await come('deputy', world.as.cateManager.userId)
    expect(await readPanel.run(world.as.chair, request(), { panelId: panel })).toMatchObject({ deputy: 'Cat Emmanuel', attendance: [{ seat: 'deputy', name: 'Cat Emmanuel' }] })
    await come('police', world.as.police.userId)
    await expect(come('police', world.as.police.userId)).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('reminds an agency that is late, once and then a working day later, and tells the chair', async () => {
    const { panel } = await makePanel(world, { ...(await held()), heldAt: '2026-11-27T10:00:00Z' })
    const run = async (at: string) => {
      setClock(at)
      await chaseReturns.run(world.as.system, request(), {})
      return (await rows(`SELECT kind, count(*)::int AS n FROM alert WHERE record_id = $1 AND kind LIKE 'panel_return%' GROUP BY kind ORDER BY kind`, [panel])) as { kind: string; n: number }[]
    }
    try {
      expect(await run('2026-11-24T10:00:00Z')).toEqual([])
      expect(await run('2026-11-24T10:05:00Z')).toEqual([{ kind: 'panel_return_late', n: 3 }, { kind: 'panel_returns_missing', n: 1 }])
      expect(await run('2026-11-24T10:30:00Z')).toEqual([{ kind: 'panel_return_late', n: 3 }, { kind: 'panel_returns_missing', n: 1 }])
      expect((await run('2026-11-25T10:05:00Z'))[0]).toEqual({ kind: 'panel_return_late', n: 6 })
    } finally {
      setClock(ANCHOR)
    }
  })
})
