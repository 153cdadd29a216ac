import { NotFound } from '../access/errors'
import type { Asking } from '../access/operation'
import { bornText, nameOf } from '../children/view'
import { momentsOf } from '../paging'
import { mergeNewestFirst, type Placed } from '../pathway/chronology'
import { joinsOf } from '../records/joined'
import type { ChronologyEntry, Provider, Range } from './entry'
import { PROVIDERS } from './registry'
import type { ChronologyFilter } from './schema'
import { thereOf } from './there'

/** An entry as a page shows it. `record` is the reference of the joined record it comes from, null for this one's own. */
export type ChronologyLine = ChronologyEntry & { record: string | null }

export type Whose = { id: string; reference: string; name: string; born: string }

const asked = ({ kind, source }: Range) => (provider: Provider): boolean =>
  (kind === null || provider.kinds.includes(kind)) && (source === null || provider.sources === undefined || provider.sources.includes(source))

/**
 * The entries of a child and of the records judged to be the same child, newest first, at most `most` beyond `beyond`.
 * One statement that tells where there is anything, and one for each provider that has something to tell (decision 0016).
 * Throws NotFound.
 */
export async function entriesOf({ tx, actor, now }: Asking, childId: string, filter: ChronologyFilter, beyond: Placed | null, most: number): Promise<{ whose: Whose; lines: ChronologyLine[]; children: string[] }> {
  const { areaId } = actor
  const { keeps } = await joinsOf(tx, areaId, childId)
  const rows = await tx.child.findMany({ where: { areaId, id: { in: [childId, ...keeps.flatMap((judged) => judged.mergedId ?? [])] } } })
  const child = rows.find((row) => row.id === childId)
  if (!child) throw new NotFound()
  const childIds = [childId, ...rows.flatMap((row) => (row.id === childId ? [] : [row.id]))]
  const range: Range = { period: momentsOf(filter) ?? {}, beyond, kind: filter.kind ?? null, source: filter.source ?? null, most }
  const lists: ChronologyEntry[][] = []
  const there = await thereOf(tx, areaId, childIds)
  const told = PROVIDERS.filter(asked(range)).filter(({ table }) => table === null || there.has(table))
  for (const provider of told) lists.push(await provider.read({ tx, actor, childIds, range }))
  const references = new Map(rows.map((row) => [row.id, row.reference]))
  return {
    whose: { id: child.id, reference: child.reference, name: nameOf(child), born: bornText(child, now) },
    lines: mergeNewestFirst(lists, most).map((entry) => ({ ...entry, record: entry.childId === childId ? null : (references.get(entry.childId) ?? null) })),
    children: childIds,
  }
}
