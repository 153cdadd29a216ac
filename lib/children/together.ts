import type { Tx } from '../access/operation'

/** The records that are one child with this one by a judgement that stands, itself among them. Alone it is one. */
export async function sameChildren(tx: Tx, childId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM same_children(ARRAY[${childId}]::uuid[]) AS same(id)`
  return rows.map((row) => row.id)
}

/** The record that is kept where this one was judged to be the same child; else itself. What comes new goes there. */
export async function keptChild(tx: Tx, areaId: string, childId: string): Promise<string> {
  const judged = await tx.childJudgement.findFirst({ where: { areaId, mergedId: childId, undoneAt: null }, select: { keptId: true } })
  return judged?.keptId ?? childId
}

const OPEN_CASE = { where: { closedAt: null }, take: 1, select: { allocatedTo: { select: { name: true } } } } as const

/** Of the records joined to these: the concern on each, and its open case. */
export async function joinedTo(tx: Tx, areaId: string, keptIds: readonly string[]) {
  const judged = await tx.childJudgement.findMany({ where: { areaId, keptId: { in: [...keptIds] }, undoneAt: null }, select: { keptId: true, mergedId: true } })
  if (!judged.length) return []
  const rows = await tx.child.findMany({ where: { areaId, id: { in: judged.flatMap((one) => one.mergedId ?? []) } }, select: { id: true, exploitation: true, cases: OPEN_CASE } })
  return rows.map((row) => ({ ...row, keptId: judged.find((one) => one.mergedId === row.id)?.keptId ?? null }))
}
