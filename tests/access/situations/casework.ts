import { randomUUID } from 'node:crypto'
import { makeDisclosure, makeSession, makeSupervision, sessionForm, supervisionForm } from '../../support/casework'
import type { World } from '../../support/world'
import { each, inAreaB, panelCase, waitingCase, type Maker, type Makers } from '../cells'

const ofPanel = async (world: World) => {
  const { case: held, child } = await panelCase(world)
  return { held, child, session: await makeSession(world, { held, child }) }
}
const ofB = async (world: World) => {
  const { case: held, child } = await inAreaB(world)
  return { held, child, area: world.b, session: await makeSession(world, { area: world.b, held, child }) }
}
const told = (make: typeof ofPanel | typeof ofB): Maker => async (world) => ({
  input: { disclosureId: await makeDisclosure(world, await make(world)), submissionKey: randomUUID(), state: 'offered', onDay: { day: '18', month: '11', year: '2026' }, note: '' },
})
const session = (make: typeof ofPanel | typeof ofB): Maker => async (world) => {
  const { session: id } = await make(world)
  return { input: { sessionId: id }, sees: id }
}
const corrected: Maker = async (world) => {
  const made = await ofPanel(world)
  await makeSession(world, { held: made.held, child: made.child, corrects_id: made.session, first_id: made.session })
  return { input: sessionForm(made.held, { correctsId: made.session }) }
}
const ofAnother: Maker = async (world) => ({ input: sessionForm((await ofPanel(world)).held, { correctsId: (await ofPanel(world)).session }) })

type By = 'cateManager' | 'safeguarding'
// the newest, so that it is on the first page
let day = 0
const supervised = (by: By) => (world: World) =>
  makeSupervision(world, { practitioner: world.as.practitioner.userId, supervisor: world.as[by].userId, held_on: new Date(Date.UTC(2027, 0, 1) + ++day * 86_400_000) })
const listed = (by: By): Maker => async (world) => ({ input: {}, sees: await supervised(by)(world) })
const read = (by: By): Maker => async (world) => {
  const id = await supervised(by)(world)
  return { input: { supervisionId: id }, sees: id }
}

export const CASEWORK: Readonly<Record<string, Makers>> = {
  'casework.log-session': {
    ...each({ 'on a case before the panel': panelCase, 'on a case that nobody holds': waitingCase, 'on a case of area B': inAreaB }, ({ case: held }) => sessionForm(held)),
    'correcting an entry corrected already': corrected,
    'correcting an entry of another case': ofAnother,
  },
  'casework.sessions': {
    'of a case before the panel': async (world) => {
      const { held, session: id } = await ofPanel(world)
      return { input: { caseId: held }, sees: id }
    },
    'of a case of area B': async (world) => ({ input: { caseId: (await ofB(world)).held } }),
  },
  'casework.read-session': { 'of a case before the panel': session(ofPanel), 'of a case of area B': session(ofB), 'not there': () => ({ input: { sessionId: randomUUID() } }) },
  'casework.record-offer': { 'after what was told in a case': told(ofPanel), 'after what was told in area B': told(ofB) },
  'supervision.record': {
    'of a practitioner': (world) => ({ input: supervisionForm(world.as.otherPractitioner.userId) }),
    'of somebody who is none': (world) => ({ input: supervisionForm(world.as.advisor.userId) }),
    'correcting the CATE manager’s': async (world) => ({ input: supervisionForm(world.as.practitioner.userId, { correctsId: await supervised('cateManager')(world) }) }),
  },
  'supervision.list': { 'of a practitioner, by the CATE manager': listed('cateManager'), 'of a practitioner, by the lead': listed('safeguarding') },
  'supervision.read': {
    'of a practitioner, by the CATE manager': read('cateManager'),
    'of a practitioner, by the lead': read('safeguarding'),
    'of area B': async (world) => ({ input: { supervisionId: await makeSupervision(world, { area: world.b, practitioner: world.as.advisorInB.userId, supervisor: world.as.policeInB.userId }) } }),
  },
  'supervision.supervisees': each({ 'with a case before the panel': panelCase, 'with a case of area B': inAreaB }, () => ({}), ({ case: held }) => held),
}
