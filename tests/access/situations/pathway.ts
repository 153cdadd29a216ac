import { answered, exitForm, makeAction, makeExit, reviewForm } from '../../support/pathway'
import type { World } from '../../support/world'
import { closedCase, each, inAreaB, none, panelCase, type Maker, type Makers } from '../cells'

type Make = (world: World) => Promise<string>

const actionOf = (over: (world: World) => Readonly<Record<string, unknown>>): Make => async (world) => {
  const { case: held, child } = await panelCase(world)
  return makeAction(world, { held, child, due_on: dueFirst(), ...over(world) })
}
// ever earlier days: what is due first stands on the first page
let days = 0
const dueFirst = () => new Date(Date.parse('2026-06-01T00:00:00Z') - ++days * 86_400_000).toISOString().slice(0, 10)

const ACTIONS: Readonly<Record<string, Make>> = {
  'of the young person’s own': actionOf(() => ({})),
  'of the school': actionOf((world) => ({ owner_kind: 'agency', owner_agency_id: world.a.agencies.school })),
  'of area B': async (world) => {
    const { case: held, child } = await inAreaB(world)
    return makeAction(world, { area: world.b, held, child })
  },
}

const exitOf = (over: (world: World) => Readonly<Record<string, unknown>> = () => ({})): Make => async (world) => {
  const { case: held, child } = await panelCase(world)
  return makeExit(world, { held, child, ...over(world) })
}
const ASKED = { 'asked of the school': exitOf() }

const situations = (ways: Readonly<Record<string, Make>>, input: (id: string) => unknown, sees = false): Makers =>
  Object.fromEntries(Object.entries(ways).map(([name, make]): [string, Maker] => [name, async (world) => {
    const id = await make(world)
    return { input: input(id), ...(sees ? { sees: id } : {}) }
  }]))

const exitCase = (agreed: boolean | null) => async (world: World) => {
  const made = await panelCase(world)
  await world.sql.query(`UPDATE cate_case SET stage = 'exit' WHERE id = $1`, [made.case])
  await makeExit(world, { held: made.case, child: made.child, ...(agreed === null ? {} : answered(agreed)) })
  return made
}

const CASES = { 'before the panel': panelCase, 'of area B': inAreaB }
const close = (caseId: string) => ({ caseId, version: 1, closureReason: 'RC9', reason: 'The work is done' })

export const PATHWAY: Readonly<Record<string, Makers>> = {
  'actions.list': situations(ACTIONS, () => ({}), true),
  'actions.of-case': each(CASES, ({ case: caseId }) => ({ caseId })),
  'actions.read': situations(ACTIONS, (actionId) => ({ actionId }), true),
  'actions.answer': situations(ACTIONS, (actionId) => ({ actionId, version: 1, state: 'done', words: 'Rung, and they will ring back' })),
  'actions.owners': { 'of the area': none },
  'actions.chase': { 'one that is overdue': async (world, actor) => (await actionOf(() => ({}))(world), none(world, actor)) },
  'cases.watch': { 'one that is overdue': async (world, actor) => (await panelCase(world), none(world, actor)) },
  'reviews.of-case': each(CASES, ({ case: caseId }) => ({ caseId })),
  'reviews.hold': each({ 'before the panel': panelCase, 'closed': closedCase, 'of area B': inAreaB }, ({ case: caseId }) => reviewForm(caseId)),
  'exits.propose': each({ 'before the panel': panelCase, 'closed': closedCase, 'of area B': inAreaB }, ({ case: caseId }, world) => exitForm(caseId, world.a.agencies.school)),
  'exits.answer': situations({ ...ASKED, 'answered already': exitOf(() => answered(true)) }, (exitId) => ({ exitId, version: 1, agreed: 'yes', answer: 'We see her every day' })),
  'exits.withdraw': situations(ASKED, (exitId) => ({ exitId, version: 1 })),
  'exits.asked-list': situations(ASKED, () => ({}), true),
  'exits.asked': situations(ASKED, (exitId) => ({ exitId }), true),
  'cases.close': each({ 'agreed by the school': exitCase(true), 'not agreed by anybody': exitCase(null), 'of area B': inAreaB }, ({ case: caseId }) => close(caseId)),
  'cases.reopen': each({ 'closed': closedCase, 'before the panel': panelCase }, ({ case: caseId }) => ({ caseId, version: 1, reason: 'She rang again' })),
}
