import { randomUUID } from 'node:crypto'
import { makeChild } from '../../support/records'
import { accessForm, makeAccess } from '../../support/subject-access'
import type { World } from '../../support/world'
import type { Maker, Makers } from '../cells'

type Made = Awaited<ReturnType<typeof makeAccess>>
type Make = (world: World) => Promise<Made>

const at = (over: Parameters<typeof makeAccess>[1] = {}): Make => (world) => makeAccess(world, over)
const received = at()
const first = at({ state: 'redacting' })
const second = at({ state: 'second_reading' })
const ready = at({ state: 'ready' })
const own: Make = (world) => makeAccess(world, { state: 'second_reading', by: world.as.safeguarding.userId })
const ofB = (state: string): Make => (world) => makeAccess(world, { area: world.b, state })
const absent: Make = async () => ({ request: randomUUID(), passage: randomUUID(), decision: randomUUID(), child: randomUUID() })

const situations = (ways: Readonly<Record<string, Make>>, input: (made: Made) => unknown, sees?: (made: Made) => string): Makers =>
  Object.fromEntries(Object.entries(ways).map(([name, make]): [string, Maker] => [name, async (world) => {
    const made = await make(world)
    return { input: input(made), ...(sees ? { sees: sees(made) } : {}) }
  }]))

const step = ({ request }: Made) => ({ requestId: request, version: 1 })
const seen = ({ request }: Made) => request

export const SUBJECT_ACCESS: Readonly<Record<string, Makers>> = {
  'subject-access.list': situations({ received, 'of area B': ofB('received') }, () => ({}), seen),
  'subject-access.log': {
    'a child of area A': async (world) => ({ input: accessForm(await makeChild(world)) }),
    'a child of area B': async (world) => ({ input: accessForm(await makeChild(world, world.b)) }),
    'not there': () => ({ input: accessForm(randomUUID()) }),
  },
  'subject-access.read': situations({ received, 'of area B': ofB('received'), 'not there': absent }, ({ request }) => ({ requestId: request }), seen),
  'subject-access.passage': situations({ 'at its first reading': first, 'of area B': ofB('redacting'), 'not there': absent }, ({ request }) => ({ requestId: request, number: 1 }), ({ passage }) => passage),
  'subject-access.begin': situations({ received, 'at its first reading': first, 'of area B': ofB('received') }, step),
  'subject-access.take-since': situations({ 'at its first reading': first, 'at its second reading': second, 'of area B': ofB('redacting') }, step),
  'subject-access.decide': situations(
    { 'at its first reading': first, 'at its second reading': second, 'of area B': ofB('redacting') },
    ({ passage }) => ({ passageId: passage, number: 0, verdict: 'part', ground: null, blackouts: [{ words: 'Gwen Hart', ground: 'third_party' }], note: '' }),
  ),
  'subject-access.send': situations({ decided: at({ state: 'redacting', decided: true }), 'at its first reading': first, 'of area B': ofB('redacting') }, step),
  'subject-access.read-second': situations(
    { 'at its second reading': second, 'the lead’s own decision': own, 'of area B': ofB('second_reading') },
    ({ decision }) => ({ decisionId: decision, agrees: 'no', reason: 'Her sister is named' }),
  ),
  'subject-access.conclude': situations({
    'agreed by the auditor': at({ state: 'second_reading', agreed: true }),
    'the lead’s own decision, agreed': (world) => makeAccess(world, { state: 'second_reading', agreed: true, by: world.as.safeguarding.userId }),
    'at its second reading': second, 'of area B': ofB('second_reading'),
  }, step),
  'subject-access.extend': situations({ received, extended: at({ extended_at: '2026-11-14', extended_why: 'It is long' }), 'of area B': ofB('received') }, (made) => ({ ...step(made), why: 'It is long' })),
  'subject-access.end': situations({ received, 'of area B': ofB('received') }, (made) => ({ ...step(made), to: 'withdrawn', words: 'She rang' })),
  'subject-access.reopen': situations({ ready, 'at its second reading': second, 'of area B': ofB('ready') }, (made) => ({ ...step(made), again: 'A session came since' })),
  'subject-access.watch': {
    'whose month is over': async (world) => ({ input: {}, sees: (await makeAccess(world, { due_on: '2026-11-18' })).request }),
    'of area B': async (world) => ({ input: {}, sees: (await makeAccess(world, { area: world.b, due_on: '2026-11-18' })).request }),
  },
  'subject-access.copy': situations({ ready, 'at its second reading': second, 'of area B': ofB('ready') }, ({ request }) => ({ requestId: request, as: 'json' })),
}
