import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../lib/access/actor'
import { caseCallForm, templateForm } from '../../support/inputs'
import { makeCaseNote, makeTemplate } from '../../support/records'
import type { World } from '../../support/world'
import { absent, closedCase, each, inAreaB, nobody, panelCase, waitingCase, type Maker, type Makers, type Told } from '../cells'

/** A call on the case that was made, written down by somebody. */
const written = (make: (world: World) => Promise<Told>, by: (world: World) => Actor): Maker => async (world) => {
  const { child, case: held } = await make(world)
  const writer = by(world)
  const area = writer.areaId === world.b.id ? world.b : world.a
  const note = await makeCaseNote(world, { area, child, held, recorded_by_id: writer.userId })
  return { input: { noteId: note }, sees: note }
}

const template = (over: (world: World) => Parameters<typeof makeTemplate>[1]): Maker => async (world) => ({ input: {}, sees: await makeTemplate(world, over(world)) })
const inA = template(() => ({}))
const inB = template((world) => ({ area: world.b }))

const over = (versions: number, read: number, area: 'a' | 'b' = 'a'): Maker => async (world) => {
  const key = randomUUID()
  for (let version = 1; version <= versions; version++) await makeTemplate(world, { area: world[area], key, version })
  return { input: templateForm({ basedOn: `${key}/area-${read}` }) }
}

export const INTAKE: Readonly<Record<string, Makers>> = {
  'cases.record-call': each(
    {
      'a case that waits for a practitioner': waitingCase, 'a case before the panel': panelCase, 'a closed case': closedCase,
      'a child nobody works with': nobody, 'a case of area B': inAreaB, 'not there': absent,
    },
    ({ child }) => caseCallForm(child),
  ),
  'cases.read-call': {
    'written by the advisor': written(panelCase, (world) => world.as.advisor),
    'written by the Emergency Duty Team': written(panelCase, (world) => world.as.edt),
    'on a case that nobody holds': written(waitingCase, (world) => world.as.advisor),
    'of area B': written(inAreaB, (world) => world.as.advisorInB),
    'not there': () => ({ input: { noteId: randomUUID() } }),
  },
  'templates.offered': { 'of area A': inA, 'of area A, and not offered': template(() => ({ offered: false })), 'of area B': inB },
  'templates.list': { 'of area A': inA, 'of area B': inB },
  'templates.save': {
    'a new kind of call': () => ({ input: templateForm() }),
    'over the version in use': over(2, 2),
    'over an older version': over(2, 1),
    'of area B': over(1, 1, 'b'),
    'not there': over(0, 1),
  },
}
