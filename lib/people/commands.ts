import { z } from 'zod'
import { Conflict, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'

const input = z.strictObject({ assignmentId: z.uuid() })

/** Takes a role away: its sessions see nothing from their next request on. Throws Conflict for one's own. */
export const revokeRole = operation({
  name: 'people.revoke-role',
  effect: 'change',
  permission: 'people:manage',
  input,
  audit: ['role.revoked'],
  async work(asking, { assignmentId }) {
    const userId = await setRevoked(asking, assignmentId, asking.now)
    return { output: undefined, kind: 'role.revoked', facts: { record: { type: 'user', id: userId }, before: { assignmentId, revoked: false }, after: { assignmentId, revoked: true } } }
  },
})

/** Gives a role back that was taken away. */
export const restoreRole = operation({
  name: 'people.restore-role',
  effect: 'change',
  permission: 'people:manage',
  input,
  audit: ['role.restored'],
  async work(asking, { assignmentId }) {
    const userId = await setRevoked(asking, assignmentId, null)
    return { output: undefined, kind: 'role.restored', facts: { record: { type: 'user', id: userId }, before: { assignmentId, revoked: true }, after: { assignmentId, revoked: false } } }
  },
})

async function setRevoked({ tx, actor }: Asking, assignmentId: string, revokedAt: Date | null): Promise<string> {
  const where = { areaId_id: { areaId: actor.areaId, id: assignmentId } }
  const assignment = await tx.roleAssignment.findUnique({ where })
  if (!assignment || assignment.role === 'system') throw new NotFound()
  if (assignment.userId === actor.userId) throw new Conflict('You cannot take away or give back your own role. Ask another administrator.')
  if ((assignment.revokedAt === null) === (revokedAt === null)) throw new Conflict('Somebody else has changed this role meanwhile. Reload the page.')
  await tx.roleAssignment.update({ where, data: { revokedAt } })
  return assignment.userId
}
