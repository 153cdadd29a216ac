import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../lib/access/actor'
import { BUILT_IN } from '../../../lib/pathway/indicators'
import { answerPartForm, askForm, makePart, makeSet } from '../../support/assessment-parts'
import { finishedAt, makeAssessment } from '../../support/assessments'
import type { AreaName, World } from '../../support/world'
import { early, inAreaB, none, panelCase, type Maker, type Makers } from '../cells'

const assess = (over: Readonly<Record<string, unknown>> = {}) => async (world: World) => {
  const { case: held, child } = await panelCase(world)
  return makeAssessment(world, { held, child, ...over })
}
const ofB = async (world: World) => {
  const { case: held, child } = await inAreaB(world)
  return makeAssessment(world, { area: world.b, held, child })
}
const OPEN = assess()
const FINISHED = assess(finishedAt('2026-11-13'))

const asked = (answered = false) => async (world: World) => {
  const { case: held, child } = await panelCase(world)
  return (await makePart(world, { held, child, answered, due_at: early() })).request
}
const ofPoliceInB = async (world: World) => {
  const { case: held, child } = await inAreaB(world)
  return (await makePart(world, { area: world.b, held, child, agency: world.b.agencies.police, answered: false, due_at: early() })).request
}
const OWN = { 'asked of the school': asked(), 'asked of the police of area B': ofPoliceInB }

const situations = (ways: Readonly<Record<string, (world: World) => Promise<string>>>, input: (id: string, world: World) => unknown, sees = false): Makers =>
  Object.fromEntries(Object.entries(ways).map(([name, make]): [string, Maker] => [name, async (world) => {
    const id = await make(world)
    return { input: input(id, world), ...(sees ? { sees: id } : {}) }
  }]))

/** Adds a version of the area's, past the door, for whoever may ask of it: versions are numbered one after another. Gives its number. */
async function addSet(world: World, area: AreaName, actor: Actor): Promise<number> {
  if (actor.role !== 'admin') return 1

  const { rows } = await world.sql.query<{ next: number }>('SELECT coalesce(max(number), 0)::int + 1 AS next FROM indicator_set WHERE area_id = $1', [world[area].id])
  const next = rows[0]?.next ?? 1
  await makeSet(world, next, world[area])
  return next
}
const rows = (added: string) => [...BUILT_IN.indicators, { id: '', block: 'risk' as const, label: added }]
const saving = (behind: number, odd: { id: string }[] = []): Maker => async (world, actor) => {
  const number = await addSet(world, 'a', actor)
  return { input: { from: number - behind, rows: [...rows(`One more ${randomUUID()}`), ...odd.map(({ id }) => ({ id, block: 'risk', label: id }))], note: 'Practice leads asked' } }
}

export const ASSESSMENT_PARTS: Readonly<Record<string, Makers>> = {
  'assessments.ask-whom': situations({ 'for an open one': OPEN, 'for one that is finished': FINISHED, 'for one of area B': ofB }, (assessmentId) => ({ assessmentId })),
  'assessments.ask-part': {
    ...situations({ 'for an open one': OPEN, 'for one that is finished': FINISHED, 'for one of area B': ofB }, (id, world) => askForm(id, world.a.agencies.school)),
    ...situations({ 'of an agency of area B': OPEN }, (id, world) => askForm(id, world.b.agencies.school)),
  },
  'assessments.list-own-parts': situations(OWN, () => ({}), true),
  'assessments.read-own-part': situations({ ...OWN, 'not there': async () => randomUUID() }, (requestId) => ({ requestId }), true),
  'assessments.answer-part': situations({ ...OWN, 'answered by a colleague': asked(true), 'not there': async () => randomUUID() }, (id) => answerPartForm(id)),
  'assessments.remind-parts': { 'of area A': none },
  'indicators.read': Object.fromEntries((['a', 'b'] as const).map((area): [string, Maker] => [`of area ${area.toUpperCase()}`, async (world, actor) => {
    const number = await addSet(world, area, actor)
    return { input: {}, sees: `Why ${world[area].code} made ${number}` }
  }])),
  'indicators.save': { 'a new version': saving(0), 'over one that a colleague added': saving(1), 'with an indicator that is not the area’s': saving(0, [{ id: 'invented' }]) },
}
