import { z } from 'zod'
import { operation } from '../access/operation'
import { ROLE_LABELS, type Role } from '../access/roles'
import { readSort } from '../paging'
import { peopleListSchema } from './schema'

export type PersonRole = { assignmentId: string; userId: string; name: string; email: string; role: Role; agency: string | null; revoked: boolean; own: boolean }

/** Everybody with a role in the area, by name unless sorted otherwise; narrowed as asked; no case content. Whole: searched by name where it is shown. */
export const listPeople = operation({
  name: 'people.list',
  effect: 'read',
  permission: 'people:manage',
  input: peopleListSchema,
  audit: ['people.listed'],
  async work({ tx, actor }, { role, agency, state, sort }) {
    const rows = await tx.roleAssignment.findMany({
      where: {
        areaId: actor.areaId,
        role: role ?? { not: 'system' },
        ...(agency ? { agencyId: agency } : {}),
        ...(state ? { revokedAt: state === 'in_use' ? null : { not: null } } : {}),
      },
      include: { user: true, agency: { select: { name: true } } },
      orderBy: [{ user: { name: 'asc' } }, { startsAt: 'asc' }],
    })
    const people: PersonRole[] = rows.map((row) => ({
      assignmentId: row.id,
      userId: row.userId,
      name: row.user.name,
      email: row.user.email,
      role: row.role,
      agency: row.agency?.name ?? null,
      revoked: row.revokedAt !== null,
      own: row.userId === actor.userId,
    }))
    const { column, direction } = readSort(sort)
    const way = direction === 'asc' ? 1 : -1
    const words = (person: PersonRole) => ({ name: person.name, role: ROLE_LABELS[person.role], agency: person.agency ?? '' })[column]
    // a stable sort: where two are the same they stay by name
    const output = people.sort((a, b) => way * words(a).localeCompare(words(b), 'en-GB'))
    return { output, kind: 'people.listed', facts: { rows: output.map((person) => person.userId) } }
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
