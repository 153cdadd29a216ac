import type { Asking } from '../access/operation'
import { standingConflicts } from './load'

/** What is ahead for those who hold panels: those to come, the next, and the answers that agencies still owe. */
export type Ahead = {
  /** Panels that meet yet or meet now. */
  coming: number
  next: { id: string; heldAt: string; cases: number } | null
  /** Answers that are missing, one for each agency and case, and how many of them are late. */
  missing: number
  late: number
  /** Panels that were held and whose minutes are not issued. */
  minutes: number
}

/** The same for the area of the person asking. A case in which they have an interest counts for nothing. */
export async function countAhead(asking: Asking): Promise<Ahead> {
  const { tx, actor, now } = asking
  const panels = await tx.panel.findMany({
    where: { areaId: actor.areaId, issuedAt: null }, orderBy: [{ heldAt: 'asc' }, { id: 'asc' }],
    include: { items: { select: { caseId: true, state: true, returns: { select: { agencyId: true } } } }, invitations: { where: { withdrawnAt: null }, select: { agencyId: true } } },
  })
  const coming = panels.filter(({ closedAt }) => !closedAt)
  const own = new Set((await standingConflicts(asking, coming.flatMap(({ items }) => items.map(({ caseId }) => caseId)))).filter(({ userId }) => userId === actor.userId).map(({ caseId }) => caseId))
  const owed = coming.map(({ items, invitations, returnsDue }) => {
    const open = items.filter(({ state, caseId }) => state === 'listed' && !own.has(caseId))
    const missing = open.reduce((sum, { returns }) => sum + invitations.filter(({ agencyId }) => !returns.some((said) => said.agencyId === agencyId)).length, 0)
    return { missing, late: returnsDue < now ? missing : 0 }
  })
  const [next] = coming
  return {
    coming: coming.length, next: next ? { id: next.id, heldAt: next.heldAt.toISOString(), cases: next.items.filter(({ state }) => state !== 'deferred').length } : null,
    missing: owed.reduce((sum, one) => sum + one.missing, 0), late: owed.reduce((sum, one) => sum + one.late, 0), minutes: panels.length - coming.length,
  }
}
