import { randomUUID } from 'node:crypto'
import { decideForm, makeLetter, makePanel, seatAll, TOLD } from '../../support/panels'
import { insert } from '../../support/insert'
import { SYSTEM_USER, type World } from '../../support/world'
import { early, inAreaB, none, panelCase, type Cell, type Maker, type Makers } from '../cells'

type Panel = Awaited<ReturnType<typeof makePanel>>
type Make = (world: World) => Promise<Panel>
type How = Omit<Parameters<typeof makePanel>[1], 'held' | 'child'>

const inA = (how: How = {}): Make => async (world) => {
  const { case: held, child } = await panelCase(world)
  return makePanel(world, { held, child, heldAt: early().toISOString(), ...how })
}
const inB: Make = async (world) => {
  const { case: held, child } = await inAreaB(world)
  return makePanel(world, { area: world.b, held, child, chair: world.as.advisorInB.userId, invited: [], state: 'open', heldAt: early().toISOString() })
}
const meeting: Make = async (world) => {
  const made = await inA({ state: 'open' })(world)
  await seatAll(world, made.panel)
  return made
}
const ofSchool = (withdrawn: boolean): Make => async (world) => {
  const made = await inA({ invited: [world.a.agencies.school] })(world)
  if (withdrawn) await world.sql.query('UPDATE panel_invitation SET withdrawn_at = now(), withdrawn_by_id = $2 WHERE panel_id = $1', [made.panel, SYSTEM_USER])
  return made
}
const seated = (make: Make): Maker => async (world) => {
  const { panel } = await make(world)
  const { rows } = await world.sql.query('SELECT area_id FROM panel WHERE id = $1', [panel])
  const attendanceId = randomUUID()
  await insert(world.sql, 'panel_attendance', { area_id: rows[0].area_id, id: attendanceId, panel_id: panel, seat: 'other', name: 'Somebody', arrived_at: '2026-11-19', by_id: SYSTEM_USER })
  return { input: { attendanceId } }
}
const conflict = (make: Make): Maker => async (world) => {
  const { panel, held } = await make(world)
  const { rows } = await world.sql.query('SELECT area_id FROM panel WHERE id = $1', [panel])
  const conflictId = randomUUID()
  await insert(world.sql, 'panel_conflict', { area_id: rows[0].area_id, id: conflictId, case_id: held, user_id: SYSTEM_USER, reason: 'A neighbour', declared_at: '2026-11-12' })
  return { input: { conflictId, reason: 'Moved away' } }
}

/** Its minutes issued and its case decided, about a child with a GP; the letter made too where asked. */
const issued = (make: Make): Make => async (world) => {
  const made = await make(world)
  await insert(world.sql, 'panel_decision', {
    area_id: (await areaOf(world, made.panel)), id: randomUUID(), item_id: made.item, case_id: made.held, child_id: made.child, level: 'high', reason: 'A reason', decided_at: '2026-11-19', decided_by_id: SYSTEM_USER,
    next_review_due: '2026-12-17', strategy_called: true, snapshot: '{}', sha256: '0'.repeat(64),
  })
  await world.sql.query(`UPDATE child SET gp_practice = 'Hillside Surgery' WHERE id = $1`, [made.child])
  return made
}
const areaOf = async (world: World, panel: string): Promise<string> => (await world.sql.query('SELECT area_id FROM panel WHERE id = $1', [panel])).rows[0].area_id
const letter = (make: Make, input: (letterId: string) => unknown, sent = false): Maker => async (world) => {
  const { panel, item, child } = await issued(make)(world)
  const letterId = await makeLetter(world, { item, child, area: (await areaOf(world, panel)) === world.a.id ? world.a : world.b, sent })
  return { input: input(letterId) }
}

const each = (ways: Readonly<Record<string, Make>>, input: (made: Panel, world: World) => unknown, sees?: (made: Panel) => string): Makers =>
  Object.fromEntries(Object.entries(ways).map(([name, make]): [string, Maker] => [name, async (world): Promise<Cell> => {
    const made = await make(world)
    return { input: input(made, world), ...(sees ? { sees: sees(made) } : {}) }
  }]))

const ON = { 'with a case on it': inA(), 'of area B': inB }
const ASKED = { 'asked of the school': ofSchool(false), 'no longer asked': ofSchool(true) }
const plan = (agency: (world: World) => string): Maker => (world) => ({
  input: { submissionKey: randomUUID(), heldAt: '2026-12-03T10:00', place: 'Room 2', chairId: world.as.chair.userId, deputyId: '', agencyIds: [agency(world)] },
})

export const PANELS: Readonly<Record<string, Makers>> = {
  'panels.list': each(ON, () => ({}), ({ panel }) => panel),
  'panels.read': { ...each(ON, ({ panel }) => ({ panelId: panel }), ({ panel }) => panel), 'not there': () => ({ input: { panelId: randomUUID() } }) },
  'panels.meeting': each(ON, ({ item }) => ({ itemId: item }), ({ item }) => item),
  'panels.minutes': each(ON, ({ panel }) => ({ panelId: panel }), ({ panel }) => panel),
  'panels.prepare': { 'of area A': none },
  'panels.begin': { 'asking an agency of area A': plan((world) => world.a.agencies.school), 'asking an agency of area B': plan((world) => world.b.agencies.police) },
  'panels.add-item': {
    'a case before the panel': async (world) => ({ input: { panelId: (await inA()(world)).panel, caseId: (await panelCase(world)).case, reason: 'chosen', why: 'New information', told: TOLD } }),
    'a case of area B': async (world) => ({ input: { panelId: (await inA()(world)).panel, caseId: (await inAreaB(world)).case, reason: 'chosen', why: 'New information', told: TOLD } }),
  },
  'panels.defer-item': each(ON, ({ item }) => ({ itemId: item, version: 1, reason: 'She is in hospital' })),
  'panels.invite': each(ON, ({ panel }, world) => ({ panelId: panel, agencyId: world.a.agencies.school, invited: false })),
  'panels.move': each(ON, ({ panel }) => ({ panelId: panel, version: 1, to: 'open', note: '' })),
  'panels.attend': each(ON, ({ panel }) => ({ panelId: panel, seat: 'other', userId: '', name: 'Somebody', agencyId: '' })),
  'panels.leave': { 'somebody at the table': seated(inA()), 'of area B': seated(inB) },
  'panels.note': each({ 'in a meeting': meeting, 'before it': inA(), 'of area B': inB }, ({ item }) => ({ itemId: item, submissionKey: randomUUID(), text: 'The school has seen her' })),
  'panels.decide': each({ 'in a meeting': meeting, 'without a quorum': inA({ state: 'open' }), 'of area B': inB }, ({ item }) => decideForm(item)),
  'panels.declare-conflict': each(ON, ({ item }) => ({ itemId: item, reason: 'A neighbour' })),
  'panels.lift-conflict': { 'of somebody else': conflict(inA()), 'of area B': conflict(inB) },
  'panels.list-own': each(ASKED, () => ({}), ({ item }) => item),
  'panels.read-own': each(ASKED, ({ item }) => ({ itemId: item }), ({ item }) => item),
  'panels.answer': each(ASKED, ({ item }) => ({ itemId: item, submissionKey: randomUUID(), answer: 'nothing_known', text: '', corrects: '' })),
  'panels.of-case': each(ON, ({ held }) => ({ caseId: held })),
  'panels.pack': {
    ...each({ 'of the school’s own': ofSchool(false) }, ({ panel }) => ({ panelId: panel })),
    ...each({ 'of the school by name': ofSchool(false), 'of a school no longer asked': ofSchool(true), 'of area B': inB }, ({ panel }, world) => ({ panelId: panel, agencyId: world.a.agencies.school })),
  },
  'panels.make-letters': each({ 'after the minutes': issued(inA({ state: 'issued' })), 'before the minutes': inA({ state: 'checked' }), 'of area B': inB }, ({ panel }) => ({ panelId: panel, ring: 'The CATE team, 01632 960 100' })),
  'panels.print-letter': { 'with a case on it': letter(inA({ state: 'issued' }), (letterId) => ({ letterId })), 'of area B': letter(inB, (letterId) => ({ letterId })) },
  'panels.send-letter': {
    'with a case on it': letter(inA({ state: 'issued' }), (letterId) => ({ letterId, how: 'post' })), 'sent already': letter(inA({ state: 'issued' }), (letterId) => ({ letterId, how: 'post' }), true),
    'of area B': letter(inB, (letterId) => ({ letterId, how: 'post' })),
  },
  'panels.chase': { 'of area A': none },
}
