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

/** The closed cases about which something came since, of the contacts that the person asking may see. */
export async function closedWithNews(tx: Tx, areaId: string, came: 'any' | 'missing'): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string; channel: string; concerns: string[] }[]>`
    SELECT c.id, k.channel::text AS channel, k.concerns FROM cate_case c
    LEFT JOIN child_judgement j ON j.area_id = c.area_id AND j.kept_id = c.child_id AND j.undone_at IS NULL
    JOIN contact k ON k.area_id = c.area_id AND k.child_id IN (c.child_id, j.merged_id) AND k.received_at > c.closed_at
    WHERE c.area_id = ${areaId}::uuid AND c.closed_at IS NOT NULL`
  return [...new Set(rows.filter((row) => came === 'any' || isMissingReport(row)).map(({ id }) => id))]
}
