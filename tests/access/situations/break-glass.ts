import { GLASS_WHY, glassForm, makeGlass, OVER, reviewed } from '../../support/break-glass'
import type { World } from '../../support/world'
import { absent, closedCase, each, early, inAreaB, panelCase, waitingCase, type Makers, type Told } from '../cells'

type Opened = Told & { glass: string }

const opened = (over: (world: World) => Readonly<Record<string, unknown>>) => async (world: World): Promise<Opened> => {
  const made = await panelCase(world)
  return { ...made, glass: await makeGlass(world, { held: made.case, child: made.child, user: world.as.otherPractitioner.userId, ...over(world) }) }
}
const byB = async (world: World): Promise<Opened> => {
  const made = await inAreaB(world)
  return { ...made, glass: await makeGlass(world, { area: world.b, held: made.case, child: made.child, user: world.as.advisorInB.userId, ...OVER }) }
}
/** Ever earlier, so that what waits longest leads the first page. */
const longAgo = () => {
  const at = early()
  return { opened_at: at, ends_at: new Date(at.getTime() + 3_600_000) }
}
const STANDING = { 'open to the second already': opened(() => ({})) }
const PAST = { 'over': opened(longAgo) }
const REVIEWED = { 'reviewed': opened((world) => reviewed(world.as.cateManager.userId)) }
const OF_B = { 'of area B': byB }

const CASES = { 'held by the first practitioner': panelCase, 'waits for a practitioner': waitingCase, 'closed': closedCase, ...STANDING, 'of area B': inAreaB }
const glassOf = (made: Told) => (made as Opened).glass

export const BREAK_GLASS: Readonly<Record<string, Makers>> = {
  'break-glass.search': each(CASES, ({ family }) => ({ query: family }), (made) => made.case),
  'break-glass.open': each({ ...CASES, 'not there': absent }, (made) => glassForm(made.case)),
  'break-glass.close': each({ ...STANDING, ...PAST, ...OF_B }, (made) => ({ glassId: glassOf(made) })),
  'break-glass.own': each({ ...STANDING, ...PAST }, () => ({}), glassOf),
  'break-glass.of-case': each({ ...STANDING, ...PAST, ...OF_B }, (made) => ({ caseId: made.case }), glassOf),
  'break-glass.list': {
    ...each({ ...PAST, ...OF_B }, () => ({}), glassOf),
    ...each({ 'the child of one': PAST.over }, () => ({}), ({ family }) => family),
    ...each({ 'why it was opened': PAST.over }, () => ({}), () => GLASS_WHY),
  },
  'break-glass.read': each({ ...STANDING, ...REVIEWED, ...OF_B }, (made) => ({ glassId: glassOf(made) })),
  'break-glass.review': each({ ...PAST, ...STANDING, ...REVIEWED, ...OF_B }, (made) => ({ glassId: glassOf(made), outcome: 'needed', words: 'Spoke with her: it could not wait' })),
}
