import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Actor } from '../../lib/access/actor'
import { decideItem } from '../../lib/panels/decide'
import { makeLetters, printLetter, sendLetter } from '../../lib/panels/letters'
import { panelsOfCase } from '../../lib/panels/of-case'
import { answerPanel } from '../../lib/panels/own'
import { exportPack } from '../../lib/panels/pack'
import { readPanel } from '../../lib/panels/read'
import { declareConflict } from '../../lib/panels/run'
import { gpLetterPdf } from '../../lib/pdf/gp-letter'
import { panelPackPdf } from '../../lib/pdf/panel-pack'
import { asLogin, DENIED } from '../support/as-login'
import { insert } from '../support/insert'
import { decideForm, makePanel, seatAll } from '../support/panels'
import { makeCase, makeChild } from '../support/records'
import { makeWorld, request, SYSTEM_USER, type World } from '../support/world'

/** What leaves a panel on paper: a pack for each agency, and a letter to each GP. */
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

type How = Partial<Parameters<typeof makePanel>[1]>
const panel = async (how: How = {}, over: Record<string, unknown> = {}) => {
  const child = await makeChild(world, world.a, over)
  return makePanel(world, { child, held: await makeCase(world, { child, holder: world.as.practitioner, stage: 'panel' }), ...how })
}
/** One more case on that agenda. Gives its item. */
async function also(panelId: string, position: number, about: string): Promise<{ item: string; held: string; child: string }> {
  const child = await makeChild(world)
  const [item, held] = [randomUUID(), await makeCase(world, { child, holder: world.as.practitioner, stage: 'panel' })]
  await insert(world.sql, 'panel_item', { area_id: world.a.id, id: item, panel_id: panelId, case_id: held, child_id: child, position, reason: 'due', reason_text: 'Due', about, told: 'What is told', added_at: '2026-11-10', added_by_id: SYSTEM_USER })
  return { item, held, child }
}
const say = (as: Actor, itemId: string, text: string) => answerPanel.run(as, request(), { itemId, submissionKey: randomUUID(), answer: text ? 'known' : 'nothing_known', text, corrects: '' })
const pack = (as: Actor, panelId: string, agencyId?: string) => exportPack.run(as, request(), { panelId, ...(agencyId ? { agencyId } : {}) })
const undertake = (held: string, child: string, agency: string, what: string, dueOn = '2026-11-12') => insert(world.sql, 'agreed_action', {
  area_id: world.a.id, id: randomUUID(), case_id: held, child_id: child, source: 'panel', source_id: randomUUID(), what, owner_kind: 'agency', owner_agency_id: agency, about: 'Somebody', due_on: dueOn, agreed_at: '2026-11-01', agreed_by_id: SYSTEM_USER,
})

describe('a panel pack', () => {
  it('holds what that agency was asked, said and undertook, and nothing of anybody else', async () => {
    const made = await panel()
    await say(world.as.school, made.item, 'Absent on two Fridays')
    await say(world.as.police, made.item, 'Two reports of a car')
    await undertake(made.held, made.child, world.a.agencies.school, 'Ring on the second absence')
    await undertake(made.held, made.child, world.a.agencies.police, 'Look for the car')
    const own = await pack(world.as.school, made.panel)
    expect(own).toMatchObject({
      reader: 'Scott School', agency: 'Testford High School', withheld: [],
      cases: [{ number: 1, about: 'Somebody', answer: { answer: 'known', text: 'Absent on two Fridays', by: 'Scott School' }, actions: [{ what: 'Ring on the second absence', dueOn: '2026-11-12', overdue: true }] }],
    })
    expect(JSON.stringify(own)).not.toMatch(/car|Police/)
    // the same whoever hands it over, but for whose hands it is in
    const handed = await pack(world.as.chair, made.panel, world.a.agencies.school)
    expect({ ...handed, reader: '', printedAt: '' }).toEqual({ ...own, reader: '', printedAt: '' })
    expect(handed.reader).toBe('Charis Panel')
  })

  it('is recorded as an export that names the reader and the agency', async () => {
    const made = await panel()
    await pack(world.as.police, made.panel)
    const { rows } = await world.sql.query(`SELECT detail->'terms' AS terms, actor_id FROM audit_event WHERE kind = 'panel.pack_exported' AND record_id = $1`, [made.panel])
    expect(rows).toEqual([{ terms: { agency: 'Testford Police', reader: world.as.police.name }, actor_id: world.as.police.userId }])
  })

  it('says that a case is withheld where the reader declared an interest, and is not there for an agency that is not invited', async () => {
    const made = await panel({ invited: [world.a.agencies.school] })
    await also(made.panel, 1, 'Another child')
    await say(world.as.school, made.item, 'Absent on two Fridays')
    await declareConflict.run(world.as.school, request(), { itemId: made.item, reason: 'A neighbour' })
    const shown = await pack(world.as.school, made.panel)
    expect(shown).toMatchObject({ withheld: [1], cases: [{ number: 2, about: 'Another child' }] })
    expect(JSON.stringify(shown)).not.toContain('Absent')
    await declareConflict.run(world.as.chair, request(), { itemId: made.item, reason: 'A neighbour' })
    expect(await pack(world.as.chair, made.panel, world.a.agencies.school)).toMatchObject({ withheld: [1], cases: [{ number: 2 }] })
    await expect(pack(world.as.health, made.panel)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(pack(world.as.chair, made.panel, world.a.agencies.health)).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('asks the database as often for thirty cases as for one, and is a tagged file without a name in its title', async () => {
    const [small, large] = [await panel(), await panel()]
    for (let at = 1; at < 30; at++) {
      const { item, held, child } = await also(large.panel, at, `Child number ${at + 1}. Born 3 Apr 2010, aged 16`)
      await say(world.as.school, item, 'In school on most days. '.repeat(12))
      await undertake(held, child, world.a.agencies.school, 'Ring on the second absence')
    }
    for (const as of [world.as.school, world.as.chair]) {
      const counts = []
      for (const { panel: id } of [small, large]) counts.push(await statementsOf(() => pack(as, id, world.a.agencies.school)))
      expect(counts[0]).toBeGreaterThan(3)
      expect(counts[1]).toBe(counts[0])
    }
    const whole = await pack(world.as.school, large.panel)
    expect(whole.cases).toHaveLength(30)
    const file = (await panelPackPdf(whole)).toString('latin1')
    expect([file.startsWith('%PDF-1.7'), file.includes('(Risk panel: pack)'), file.includes('/StructTreeRoot'), file.includes('/ca 0.1')]).toEqual([true, true, true, true])
  })
})

/** How many statements the database was sent meanwhile. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await work()
    return sent.mock.calls.length
  } finally {
    sent.mockRestore()
  }
}

const issued = (over: Record<string, unknown> = { gp_practice: 'Hillside Surgery' }) => panel({ state: 'issued', full: false }, over).then(async (made) => {
  await insert(world.sql, 'panel_decision', {
    area_id: world.a.id, id: randomUUID(), item_id: made.item, case_id: made.held, child_id: made.child, level: 'medium_high', reason: 'A secret reason', decided_at: '2026-11-19', decided_by_id: world.as.chair.userId, next_review_due: '2026-12-31T23:59:59Z', strategy_called: false, snapshot: '{}', sha256: '0'.repeat(64),
  })
  return made
})
const RING = 'The CATE team, 01632 960 140'
const make = (as: Actor, panelId: string) => makeLetters.run(as, request(), { panelId, ring: RING })
const lettersOn = async (panelId: string, as: Actor = world.as.chair) => (await readPanel.run(as, request(), { panelId })).letters

describe('a letter to a GP', () => {
  it('is made once for each case that was decided, tells what a GP needs and no more, and is listed with who made and sent it', async () => {
    const made = await issued()
    await world.sql.query(`UPDATE child SET nhs_number = '9434765919', date_of_birth = '2010-04-03' WHERE id = $1`, [made.child])
    expect(await lettersOn(made.panel)).toMatchObject({ ready: 1, items: [{ gpPractice: 'Hillside Surgery', letter: null }] })
    expect(await Promise.all([make(world.as.chair, made.panel), make(world.as.cateManager, made.panel)])).toEqual(expect.arrayContaining([{ made: 1 }, { made: 0 }]))
    const letter = (await lettersOn(made.panel))?.items[0]?.letter
    const { content, madeOn } = await printLetter.run(world.as.practitioner, request(), { letterId: letter?.id ?? '' })
    expect(Object.keys(content).sort()).toEqual(['area', 'born', 'discussedOn', 'estimated', 'from', 'gpPractice', 'level', 'name', 'nextReview', 'nhsNumber', 'ring'])
    expect(content).toMatchObject({ gpPractice: 'Hillside Surgery', born: '2010-04-03', nhsNumber: '9434765919', level: 'medium_high', nextReview: '2026-12-31', ring: RING })
    expect(JSON.stringify(content)).not.toContain('secret')
    const file = (await gpLetterPdf({ content, madeOn })).toString('latin1')
    expect([file.startsWith('%PDF-1.7'), file.includes('(Letter to a GP)'), /\/Count 1\b/.test(file)]).toEqual([true, true, true])
    const send = () => sendLetter.run(world.as.cateManager, request(), { letterId: letter?.id ?? '', how: 'secure_email' })
    await send()
    await expect(send()).rejects.toMatchObject({ kind: 'conflict' })
    expect((await lettersOn(made.panel, world.as.practitioner))?.items[0]?.letter?.sent).toMatchObject({ how: 'secure_email', by: 'Cat Emmanuel' })
    // its words are what they were, whatever becomes of the record
    await world.sql.query(`UPDATE child SET gp_practice = 'Another Surgery' WHERE id = $1`, [made.child])
    expect((await lettersOn(made.panel))?.items[0]?.letter?.to).toBe('Hillside Surgery')
    expect((await app.run(world.as.chair, `UPDATE panel_letter SET gp_practice = 'x'`)).code).toBe(DENIED)
  })

  it('is not made before the minutes are issued, nor where no GP is on record, and says so', async () => {
    const early = await panel({ state: 'checked' })
    expect(await lettersOn(early.panel)).toBeNull()
    await expect(make(world.as.chair, early.panel)).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('minutes') })
    const none = await issued({ gp_practice: null })
    expect(await lettersOn(none.panel)).toMatchObject({ ready: 0, items: [{ gpPractice: null, letter: null, closed: false }] })
    await expect(make(world.as.chair, none.panel)).rejects.toMatchObject({ fields: { ring: expect.stringContaining('No GP practice') } })
  })

  it('is nothing to somebody with an interest in the case: not made, not listed, not read', async () => {
    const made = await issued()
    await make(world.as.cateManager, made.panel)
    const letterId = (await lettersOn(made.panel))?.items[0]?.letter?.id ?? ''
    await declareConflict.run(world.as.chair, request(), { itemId: made.item, reason: 'A neighbour' })
    expect((await lettersOn(made.panel))?.items).toEqual([])
    await expect(printLetter.run(world.as.chair, request(), { letterId })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(sendLetter.run(world.as.chair, request(), { letterId, how: 'post' })).rejects.toMatchObject({ kind: 'not_found' })
    for (const who of ['school', 'health', 'police', 'otherPractitioner', 'advisor', 'policeInB'] as const) expect((await app.run(world.as[who], 'SELECT 1 FROM panel_letter WHERE id = $1', [letterId])).count).toBe(0)
  })
})

it('a case tells which panel has it next and what the last one decided, and nothing of it to somebody with an interest', async () => {
  const past = await panel({ state: 'open' })
  await seatAll(world, past.panel)
  await decideItem.run(world.as.chair, request(), decideForm(past.item, { level: 'high' }))
  const next = await makePanel(world, { held: past.held, child: past.child, heldAt: '2026-12-10T10:00:00Z' })
  const found = () => panelsOfCase.run(world.as.chair, request(), { caseId: past.held })
  expect(await found()).toMatchObject({ next: { panelId: next.panel, itemId: next.item, meetsNow: false }, last: { level: 'high', by: 'Charis Panel', strategyCalled: true }, conflicted: false })
  await declareConflict.run(world.as.chair, request(), { itemId: next.item, reason: 'A neighbour' })
  expect(await found()).toMatchObject({ next: { itemId: next.item }, last: null, conflicted: true })
})
