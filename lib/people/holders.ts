import type { Tx } from '../access/operation'
import type { Role } from '../access/roles'

const MOST = 10

/** The names of those who hold one of the roles now, in that agency where one is given; at most ten, by name. */
export async function holdersOf(tx: Tx, areaId: string, roles: readonly Role[], now: Date, agencyId: string | null = null): Promise<string[]> {
  const held = await tx.roleAssignment.findMany({
    where: {
      areaId, role: { in: [...roles] }, ...(agencyId ? { agencyId } : {}),
      revokedAt: null, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }], user: { deactivatedAt: null },
    },
    select: { user: { select: { name: true } } },
    orderBy: { user: { name: 'asc' } },
  })
  return [...new Set(held.map(({ user }) => user.name))].slice(0, MOST)
}
