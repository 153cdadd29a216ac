import type { Tx } from '../access/operation'
import { isMissingReport } from '../pathway/known'

/** What came about a young person since her case closed: contacts, how many of them report her missing, and the last. */
export type Since = { contacts: number; missing: number; last: string }

type Closed = { id: string; childId: string; closedAt: Date | null }

/**
 * The same for each closed case, by its id; none where nothing came. Of the contacts that the person asking may see,
 * in one statement. What came about a record that is joined to hers is hers too (decision 0010).
 */
export async function sinceClosed(tx: Tx, areaId: string, cases: readonly Closed[]): Promise<Map<string, Since>> {
  const first = Math.min(...cases.flatMap(({ closedAt }) => closedAt?.getTime() ?? []))
  if (!Number.isFinite(first)) return new Map()
  const joined = await tx.childJudgement.findMany({ where: { areaId, undoneAt: null, keptId: { in: cases.map(({ childId }) => childId) } }, select: { keptId: true, mergedId: true } })
  const childOf = new Map(joined.map(({ keptId, mergedId }) => [mergedId ?? '', keptId ?? '']))
  const contacts = await tx.contact.findMany({
    where: { areaId, childId: { in: [...cases.map(({ childId }) => childId), ...childOf.keys()].filter(Boolean) }, receivedAt: { gt: new Date(first) } },
    orderBy: { receivedAt: 'desc' },
    select: { childId: true, receivedAt: true, channel: true, concerns: true },
  })
  return new Map(cases.flatMap(({ id, childId, closedAt }) => {
    const since = contacts.filter((one) => closedAt && one.receivedAt > closedAt && (one.childId === childId || childOf.get(one.childId ?? '') === childId))
    const [last] = since
    return last ? [[id, { contacts: since.length, missing: since.filter(isMissingReport).length, last: last.receivedAt.toISOString() }] as const] : []
  }))
}
