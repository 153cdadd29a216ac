import type { Tx } from '../access/operation'

/** An agency whose people answer in Waymark. `answersAs` is the role they hold there. */
export type AnsweringAgency = { id: string; name: string; answersAs: 'partner' | 'police' }

/** The agencies of the area that somebody signs in for, by name. Others are sent to as a service, by hand. */
export async function agenciesThatAnswer(tx: Tx, areaId: string): Promise<AnsweringAgency[]> {
  const agencies = await tx.agency.findMany({
    where: { areaId, assignments: { some: { role: { in: ['partner', 'police'] }, revokedAt: null } } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, assignments: { where: { role: { in: ['partner', 'police'] }, revokedAt: null }, select: { role: true } } },
  })
  return agencies.map(({ id, name, assignments }) => ({ id, name, answersAs: assignments.some(({ role }) => role === 'partner') ? 'partner' : 'police' }))
}
