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
