import { savePlan } from '../../../lib/plans/commands'
import { makePlan, planForm, writePlan } from '../../support/plans'
import { request, type World } from '../../support/world'
import { absent, closedCase, inAreaB, panelCase, waitingCase, type Maker, type Makers, type Told } from '../cells'

type Make = (world: World) => Promise<Told>
const planned = (make: Make, area: 'a' | 'b' = 'a'): Make => async (world) => {
  const told = await make(world)
  await makePlan(world, { area: world[area], held: told.case, child: told.child })
  return told
}
const saved = (make: Make, over: Parameters<typeof planForm>[1] = {}): Make => async (world) => {
  const told = await planned(make)(world)
  await savePlan.run(world.as.practitioner, request(), planForm(told.case, over))
  return told
}
// written past the door: they are made too where the door is shut
const written = (issued: boolean): Make => async (world) => {
  const told = await panelCase(world)
  await writePlan(world, await makePlan(world, { held: told.case, child: told.child }), issued)
  return told
}
const situations = (ways: Readonly<Record<string, Make>>, input: (caseId: string) => unknown, sees?: (told: Told) => string): Makers =>
  Object.fromEntries(Object.entries(ways).map(([name, make]): [string, Maker] => [name, async (world) => {
    const told = await make(world)
    return { input: input(told.case), ...(sees ? { sees: sees(told) } : {}) }
  }]))

const OF_B = { 'of a case of area B': planned(inAreaB, 'b') }
const READ = { 'of a case before the panel': planned(panelCase), ...OF_B, 'not there': absent }
const WRITE = { 'of a case before the panel': planned(panelCase), 'of a closed case': planned(closedCase), ...OF_B }
const PRINT = { ...READ, 'of a case before the panel': written(true), 'not issued yet': saved(panelCase) }
const child = (told: Told) => told.child

export const PLANS: Readonly<Record<string, Makers>> = {
  'plans.begin': situations({ 'of a case before the panel': panelCase, 'of a case that nobody holds': waitingCase, 'of a closed case': closedCase, 'of a case of area B': inAreaB }, (caseId) => ({ caseId })),
  'plans.read': situations(READ, (caseId) => ({ caseId }), child),
  'plans.history': situations(READ, (caseId) => ({ caseId }), child),
  'plans.save': situations(WRITE, (caseId) => planForm(caseId)),
  'plans.issue': situations({ ...WRITE, 'of a case before the panel': written(false), 'without involvement': saved(panelCase, { involvement: {} }) }, (caseId) => ({ caseId, version: 2 })),
  'plans.add-action': situations(WRITE, (caseId) => ({ caseId, family: true, actions: [{ what: 'Ring', ownerKind: 'young_person', ownerName: '', dueOn: { day: '1', month: '12', year: '2026' } }] })),
  'plans.writing': situations({ 'of a case before the panel': planned(panelCase), ...OF_B }, (caseId) => ({ caseId })),
  'plans.print': situations(PRINT, (caseId) => ({ caseId })),
  'plans.print-family': situations(PRINT, (caseId) => ({ caseId })),
}
