import { z } from 'zod'
import { operation, type Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import { caseload, type Caseload } from '../pathway/caseload'

/** `covering`: how many of the cases are covered for somebody who is away. */
export type PractitionerLoad = { id: string; name: string; load: Caseload; covering: number }

/** Every practitioner who may work in the area now, by name. */
export async function practitionersOf(tx: Tx, { areaId }: Actor, now: Date): Promise<{ id: string; name: string }[]> {
  return tx.userAccount.findMany({
    where: {
      deactivatedAt: null,
      assignments: { some: { areaId, role: 'practitioner', revokedAt: null, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}

/** The same with what they carry against the board's maximum, what they cover or are to cover with it; least loaded first. */
export async function loads(tx: Tx, actor: Actor, now: Date): Promise<PractitionerLoad[]> {
  const { areaId, settings } = actor
  const people = await practitionersOf(tx, actor, now)
  const open = await tx.cateCase.findMany({ where: { areaId, closedAt: null }, select: { allocatedToId: true, level: true, stage: true, covers: { where: { endedAt: null }, select: { coverId: true } } } })
  const coveredBy = (id: string) => open.filter(({ covers }) => covers.some(({ coverId }) => coverId === id))
  return people
    .map((person) => ({ ...person, load: caseload([...open.filter((one) => one.allocatedToId === person.id), ...coveredBy(person.id)], settings), covering: coveredBy(person.id).length }))
    .sort((a, b) => a.load.weight - b.load.weight || a.name.localeCompare(b.name))
}

/** Who carries how much: numbers by practitioner, and no child. */
export const readWorkload = operation({
  name: 'cases.workload',
  effect: 'read',
  permission: 'workload:read',
  input: z.strictObject({}),
  audit: ['workload.seen'],
  async work({ tx, actor, now }) {
    return { output: await loads(tx, actor, now), kind: 'workload.seen', facts: {} }
  },
})
