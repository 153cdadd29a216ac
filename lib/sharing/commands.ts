import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { dropFormDraft } from '../drafts/commands'
import { refuseSharingSchema } from './schema'

/** Records that something about a child was not shared, with whom and why not (DOMAIN 4). Throws NotFound. */
export const refuseSharing = operation({
  name: 'sharing.refuse',
  effect: 'change',
  permission: 'sharing:decide',
  input: refuseSharingSchema,
  audit: ['sharing.refused'],
  async work(asking, { childId, receiver, purpose, reason }) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const child = await tx.child.findUnique({ where: { areaId_id: { areaId, id: childId } }, select: { id: true } })
    if (!child) throw new NotFound()
    const { id } = await tx.sharing.create({ data: { areaId, childId, receiver, shared: false, leftOut: [], purpose, reason, at: now, byId: actor.userId }, select: { id: true } })
    await dropFormDraft(asking, 'not_shared', childId)
    return { output: { id }, kind: 'sharing.refused', facts: { record: { type: 'sharing', id }, children: [childId], before: null, after: { receiver, purpose, reason } } }
  },
})
