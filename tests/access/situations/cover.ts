import { coverForm, makeCover } from '../../support/cover'
import type { World } from '../../support/world'
import { closedCase, each, inAreaB, panelCase, waitingCase, type Makers, type Told } from '../cells'

const covered = (over: Readonly<Record<string, unknown>>) => async (world: World): Promise<Told & { cover: string }> => {
  const made = await panelCase(world)
  const cover = await makeCover(world, { held: made.case, child: made.child, holder: world.as.practitioner.userId, cover: world.as.otherPractitioner.userId, ...over })
  return { ...made, cover }
}
const WAYS = { 'covered by the second practitioner': covered({}), 'over already': covered({ ended_at: '2026-11-19', end_why: 'Back early' }) }

export const COVER: Readonly<Record<string, Makers>> = {
  'cover.arrange': each(
    { 'held by the first practitioner': panelCase, 'closed': closedCase, 'waits for a practitioner': waitingCase, 'of area B': inAreaB },
    (made, world) => coverForm(world, made.case, { reason: 'Nobody else has room' }),
  ),
  'cover.end': Object.fromEntries(Object.entries(WAYS).map(([name, make]) => [name, async (world: World) => ({ input: { coverId: (await make(world)).cover, why: 'Back early' } })])),
  'cover.of-case': each({ ...WAYS, 'of area B': inAreaB }, (made) => ({ caseId: made.case })),
  'cover.hand-over': {
    'of the first practitioner': (world) => ({ input: { practitionerId: world.as.practitioner.userId } }),
    'of the advisor of area B': (world) => ({ input: { practitionerId: world.as.advisorInB.userId } }),
  },
}
