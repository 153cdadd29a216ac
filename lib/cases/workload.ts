import { z } from 'zod'
import { operation, type Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import { caseload, type Caseload } from '../pathway/caseload'

export type PractitionerLoad = { id: string; name: string; load: Caseload }

/** Every practitioner of the area with what they carry against the board's maximum, least loaded first. */
export async function loads(tx: Tx, actor: Actor): Promise<PractitionerLoad[]> {
  const { areaId, settings } = actor
  const [roles, open] = await Promise.all([
    tx.roleAssignment.findMany({ where: { areaId, role: 'practitioner', revokedAt: null }, select: { user: { select: { id: true, name: true } } } }),
    tx.cateCase.findMany({ where: { areaId, closedAt: null }, select: { allocatedToId: true, level: true, stage: true } }),
  ])
  return roles
    .map(({ user }) => ({ ...user, load: caseload(open.filter((one) => one.allocatedToId === user.id), settings) }))
    .sort((a, b) => a.load.weight - b.load.weight || a.name.localeCompare(b.name))
}

/** Who carries how much: numbers by practitioner, and no child. */
export const readWorkload = operation({
  name: 'cases.workload',
  effect: 'read',
  permission: 'workload:read',
  input: z.strictObject({}),
  audit: ['workload.seen'],
  async work({ tx, actor }) {
    return { output: await loads(tx, actor), kind: 'workload.seen', facts: {} }
  },
})
