import { z } from 'zod'
import type { Actor } from '../../lib/access/actor'
import { operation } from '../../lib/access/operation'

/** People of an area by the part of their e-mail before the @, as they would be signed in. */
export type Demo = ReadonlyMap<string, Actor>

/** Gives the demo's people of an area as those who ask: what is in hand at the end of the year is written in their names. */
export const readDemoActors = operation({
  name: 'seed.actors',
  effect: 'read',
  permission: 'area:seed',
  input: z.strictObject({}),
  audit: ['area.counted'],
  async work({ tx, actor }) {
    const { areaId, areaCode, areaName, settings } = actor
    const rows = await tx.roleAssignment.findMany({
      where: { areaId, revokedAt: null, role: { not: 'system' } },
      include: { user: { select: { name: true, email: true } }, agency: { select: { name: true } } },
    })
    const output: Demo = new Map(rows.map((row) => [
      row.user.email.split('@')[0] ?? '',
      {
        userId: row.userId, name: row.user.name, email: row.user.email, role: row.role, assignmentId: row.id, areaId, areaCode, areaName, settings,
        agencyId: row.agencyId, agencyName: row.agency?.name ?? null, teamId: row.teamId, sessionId: null, expiresAt: 0, roles: 1, temporaryPassword: false, snapshot: '',
      },
    ]))
    return { output, kind: 'area.counted', facts: {} }
  },
})

/** Somebody of the demo. Throws an Error for one who is not there. */
export function demoPerson(demo: Demo, name: string): Actor {
  const found = demo.get(name)
  if (!found) throw new Error(`the demo has no ${name}`)
  return found
}
