import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../lib/access/actor'
import { makeDraft } from '../../support/records'
import type { World } from '../../support/world'
import type { Makers } from '../cells'

/** A draft of somebody else who writes in the same area. */
function othersDraft(world: World, actor: Actor): Promise<string> {
  if (actor.areaId === world.b.id) return makeDraft(world, actor.userId === world.as.policeInB.userId ? world.as.advisorInB : world.as.policeInB)
  return makeDraft(world, actor.userId === world.as.advisor.userId ? world.as.edt : world.as.advisor)
}

const form = (draftId: string) => ({ input: { draftId, kind: 'contact', content: { whatWasSaid: 'half a sentence more' } } })

export const DRAFTS: Readonly<Record<string, Makers>> = {
  'drafts.save': {
    'a new one': () => form(randomUUID()),
    'over one’s own': async (world, actor) => form(await makeDraft(world, actor)),
    'over somebody else’s': async (world, actor) => form(await othersDraft(world, actor)),
  },
  'drafts.discard': {
    'one’s own': async (world, actor) => ({ input: { draftId: await makeDraft(world, actor) } }),
    'somebody else’s': async (world, actor) => ({ input: { draftId: await othersDraft(world, actor) } }),
    'not there': () => ({ input: { draftId: randomUUID() } }),
  },
  'drafts.list': {
    'one’s own': async (world, actor) => ({ input: { kind: 'contact' }, sees: await makeDraft(world, actor) }),
    'somebody else’s': async (world, actor) => ({ input: { kind: 'contact' }, sees: await othersDraft(world, actor) }),
  },
}
