import { z } from 'zod'
import { operation } from '../access/operation'
import type { Role } from '../access/roles'

export type PersonRole = { assignmentId: string; userId: string; name: string; email: string; role: Role; agency: string | null; revoked: boolean; own: boolean }

/** Everybody with a role in the area, by name; no case content. */
export const listPeople = operation({
  name: 'people.list',
  effect: 'read',
  permission: 'people:manage',
  input: z.strictObject({}),
  audit: ['people.listed'],
  async work({ tx, actor }) {
    const rows = await tx.roleAssignment.findMany({
      where: { areaId: actor.areaId, role: { not: 'system' } },
      include: { user: true, agency: { select: { name: true } } },
      orderBy: [{ user: { name: 'asc' } }, { startsAt: 'asc' }],
    })
    const output: PersonRole[] = rows.map((row) => ({
      assignmentId: row.id,
      userId: row.userId,
      name: row.user.name,
      email: row.user.email,
      role: row.role,
      agency: row.agency?.name ?? null,
      revoked: row.revokedAt !== null,
      own: row.userId === actor.userId,
    }))
    return { output, kind: 'people.listed', facts: { rows: rows.map((row) => row.userId) } }
  },
})

/** The area's agencies, for the form that gives somebody a role. */
export const listAgenciesOfArea = operation({
  name: 'people.agencies',
  effect: 'read',
  permission: 'people:manage',
  input: z.strictObject({}),
  audit: ['agencies.listed'],
  async work({ tx, actor }) {
    const output = await tx.agency.findMany({ where: { areaId: actor.areaId }, orderBy: { name: 'asc' }, select: { id: true, name: true } })
    return { output, kind: 'agencies.listed', facts: {} }
  },
})
