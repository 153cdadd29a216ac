import { randomUUID } from 'node:crypto'
import { blockForm, finishedAt, finishForm, makeAssessment } from '../../support/assessments'
import type { World } from '../../support/world'
import { closedCase, each, inAreaB, panelCase, waitingCase, type Maker, type Makers } from '../cells'

type Make = (world: World) => Promise<string>
const inPanel: Make = async (world) => {
  const { case: held, child } = await panelCase(world)
  return makeAssessment(world, { held, child })
}
const finished: Make = async (world) => {
  const { case: held, child } = await panelCase(world)
  return makeAssessment(world, { held, child, ...finishedAt('2026-11-13') })
}
const ofB: Make = async (world) => {
  const { case: held, child } = await inAreaB(world)
  return makeAssessment(world, { area: world.b, held, child })
}
const situations = (ways: Readonly<Record<string, Make>>, input: (id: string) => unknown, sees = false): Makers =>
  Object.fromEntries(Object.entries(ways).map(([name, make]): [string, Maker] => [name, async (world) => {
    const id = await make(world)
    return { input: input(id), ...(sees ? { sees: id } : {}) }
  }]))

const WRITTEN = { 'of a case before the panel': inPanel, 'finished already': finished, 'of a case of area B': ofB }

export const ASSESSMENTS: Readonly<Record<string, Makers>> = {
  'assessments.begin': each(
    { 'of a case before the panel': panelCase, 'of a case that nobody holds': waitingCase, 'of a closed case': closedCase, 'of a case of area B': inAreaB },
    ({ case: caseId }) => ({ caseId }),
  ),
  'assessments.list': each({ 'of a case before the panel': panelCase, 'of a case of area B': inAreaB }, ({ case: caseId }) => ({ caseId })),
  'assessments.read': situations({ 'of a case before the panel': inPanel, 'of a case of area B': ofB, 'not there': async () => randomUUID() }, (assessmentId) => ({ assessmentId }), true),
  'assessments.save-block': situations(WRITTEN, (id) => blockForm(id)),
  // nothing is answered: not known is not no, and Low is not suggested
  'assessments.finish': situations(WRITTEN, (id) => finishForm(id)),
}
