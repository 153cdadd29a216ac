import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { inviteAgency } from '../../lib/panels/build'
import { decideItem } from '../../lib/panels/decide'
import { readMeetingItem } from '../../lib/panels/meeting'
import { readMinutes } from '../../lib/panels/minutes'
import { answerPanel, listAsked, readAsked } from '../../lib/panels/own'
import { addNote, declareConflict, liftConflict } from '../../lib/panels/run'
import { asLogin, DENIED } from '../support/as-login'
import { decideForm, makePanel, seatAll } from '../support/panels'
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

const panel = async (how: Partial<Parameters<typeof makePanel>[1]> = {}) => {
  const child = await makeChild(world)
  return makePanel(world, { child, held: await makeCase(world, { child, holder: world.as.practitioner, stage: 'panel' }), ...how })
}
const say = (as: Actor, itemId: string, text: string, over: Partial<{ corrects: string; submissionKey: string }> = {}) =>
  answerPanel.run(as, request(), { itemId, submissionKey: randomUUID(), answer: text ? 'known' : 'nothing_known', text, corrects: '', ...over })
const seen = async (as: Actor, item: string) => (await app.run(as, `SELECT 1 FROM panel_return WHERE item_id = $1`, [item])).count
const declare = (as: Actor, itemId: string) => declareConflict.run(as, request(), { itemId, reason: 'A neighbour' })

describe('between agencies', () => {
  it('each sees its own answers and no other’s, also in the database; the panel sees all', async () => {
    const { item } = await panel()
    await say(world.as.school, item, 'Absent on two Fridays')
    await say(world.as.police, item, '')
    for (const who of ['school', 'police'] as const) expect(await seen(world.as[who], item)).toBe(1)
    expect(await seen(world.as.health, item)).toBe(0)
    expect(await seen(world.as.policeInB, item)).toBe(0)
    for (const who of ['chair', 'cateManager', 'safeguarding', 'practitioner', 'auditor'] as const) expect(await seen(world.as[who], item)).toBe(2)
    expect(await seen(world.as.otherPractitioner, item)).toBe(0)
    expect((await readMeetingItem.run(world.as.chair, request(), { itemId: item })).returns).toMatchObject([{ agency: 'Testford High School', text: 'Absent on two Fridays' }, { agency: 'Testford Police', answer: 'nothing_known' }])
    for (const table of ['panel', 'panel_item', 'panel_note', 'panel_decision', 'panel_attendance', 'cate_case']) expect((await app.run(world.as.school, `SELECT 1 FROM ${table}`)).count).toBe(0)
  })

  it('an answer is kept once, corrected by a new one, and not by two colleagues at once', async () => {
    const { item } = await panel()
    const submissionKey = randomUUID()
    await Promise.all([say(world.as.school, item, 'First', { submissionKey }), say(world.as.school, item, 'First', { submissionKey })].map((one) => one.catch(() => undefined)))
    const [first] = (await readAsked.run(world.as.school, request(), { itemId: item })).answers
    await expect(say(world.as.school, item, 'Another')).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('Scott School') })
    await say(world.as.school, item, 'Put right', { corrects: first?.id ?? '' })
    expect((await readAsked.run(world.as.school, request(), { itemId: item })).answers.map(({ text }) => text)).toEqual(['Put right', 'First'])
    expect((await app.run(world.as.school, `UPDATE panel_return SET text = 'changed'`)).code).toBe(DENIED)
  })

  it('whoever is no longer invited reads and writes nothing, and does again when invited again', async () => {
    const one = await panel()
    await say(world.as.school, one.item, 'What we know')
    const invite = (invited: boolean) => inviteAgency.run(world.as.chair, request(), { panelId: one.panel, agencyId: world.a.agencies.school, invited })
    await invite(false)
    expect(await seen(world.as.school, one.item)).toBe(0)
    await expect(readAsked.run(world.as.school, request(), { itemId: one.item })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(say(world.as.school, one.item, 'More')).rejects.toMatchObject({ kind: 'not_found' })
    await invite(true)
    expect((await readAsked.run(world.as.school, request(), { itemId: one.item })).answer).toBe('known')
  })

  it('an agency that nobody answers for any more is not invited, and the panel is told', async () => {
    const { panel: panelId } = await panel({ invited: [] })
    await world.sql.query(`UPDATE role_assignment SET revoked_at = now() WHERE agency_id = $1`, [world.a.agencies.health])
    await expect(inviteAgency.run(world.as.chair, request(), { panelId, agencyId: world.a.agencies.health, invited: true })).rejects.toMatchObject({ fields: { agencyId: expect.stringContaining('Nobody answers') } })
    await world.sql.query(`UPDATE role_assignment SET revoked_at = NULL WHERE agency_id = $1`, [world.a.agencies.health])
  })
})

describe('a conflict of interest', () => {
  it('of the chair closes the case to them, and a deputy decides it', async () => {
    const made = await panel({ state: 'open', deputy: world.as.cateManager.userId })
    await seatAll(world, made.panel)
    await say(world.as.school, made.item, 'Absent on two Fridays')
    await declare(world.as.chair, made.item)
    expect(await seen(world.as.chair, made.item)).toBe(0)
    const shown = await readMeetingItem.run(world.as.chair, request(), { itemId: made.item })
    expect(shown).toMatchObject({ conflicted: true, case: null, returns: [], notAnswered: [], assessment: null, levels: [], mayDecide: false, mayNote: false })
    const decide = (as: Actor) => decideItem.run(as, request(), decideForm(made.item))
    await expect(decide(world.as.chair)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('conflict of interest') })
    await expect(addNote.run(world.as.chair, request(), { itemId: made.item, submissionKey: randomUUID(), text: 'x' })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(decide(world.as.cateManager)).rejects.toMatchObject({ message: expect.stringContaining('a deputy, because the chair declared') })
    await seatAll(world, made.panel, ['deputy'])
    await decide(world.as.cateManager)
    // neither the decision nor what it left in the histories of the case
    for (const [table, before] of [['panel_decision', 0], ['case_level', 0], ['case_stage_move', 1]] as const) {
      const rows = async (who: 'chair' | 'cateManager') => (await app.run(world.as[who], `SELECT 1 FROM ${table} WHERE case_id = $1`, [made.held])).count
      expect([table, await rows('chair'), await rows('cateManager')]).toEqual([table, before, before + 1])
    }
    expect((await readMinutes.run(world.as.chair, request(), { panelId: made.panel })).items[0]).toMatchObject({ withheld: true, decision: null, notes: [], dissents: [] })
    expect((await readMinutes.run(world.as.cateManager, request(), { panelId: made.panel })).items[0]).toMatchObject({ withheld: false, decision: { level: 'medium', by: 'Cat Emmanuel' } })
  })

  it('of somebody in an agency closes it to that person and not to the agency; it holds at the next panel', async () => {
    const one = await panel()
    await say(world.as.police, one.item, 'Two reports')
    await declare(world.as.police, one.item)
    expect(await seen(world.as.police, one.item)).toBe(0)
    await expect(readAsked.run(world.as.police, request(), { itemId: one.item })).rejects.toMatchObject({ kind: 'not_found' })
    expect((await readMeetingItem.run(world.as.chair, request(), { itemId: one.item })).returns).toHaveLength(1)
    const next = await makePanel(world, { held: one.held, child: one.child, heldAt: '2026-12-10T10:00:00Z' })
    expect((await listAsked.run(world.as.police, request(), {})).flatMap(({ items }) => items.map(({ itemId }) => itemId))).not.toContain(next.item)
  })

  it('is lifted by somebody else, never by oneself', async () => {
    const one = await panel()
    await declare(world.as.chair, one.item)
    await expect(declare(world.as.chair, one.item)).rejects.toMatchObject({ kind: 'conflict' })
    const { rows: [{ id }] } = await world.sql.query('SELECT id FROM panel_conflict WHERE case_id = $1', [one.held])
    const lift = (as: Actor) => liftConflict.run(as, request(), { conflictId: id, reason: 'Moved away' })
    await expect(lift(world.as.chair)).rejects.toMatchObject({ kind: 'conflict' })
    await lift(world.as.cateManager)
    expect((await readMeetingItem.run(world.as.chair, request(), { itemId: one.item })).conflicted).toBe(false)
  })
})
