import type { Actor } from '../access/actor'
import type { Tx } from '../access/operation'
import type { ChronologyTable } from './there'
import { comparePlaced, type ChronologyKind, type ChronologySource, type Placed } from '../pathway/chronology'

/** One thing that happened to a child, or was written down about her, as far as it is open to the person asking. */
export type ChronologyEntry = {
  /** Unique in the list: '<prefix>-<id of the row>'. */
  key: string
  /** The id of the row it comes from, for the audit log. */
  id: string
  /** ISO instant. */
  at: string
  kind: ChronologyKind
  title: string
  /** What stands on paper and in an export in place of the title, where that would tell who told us. */
  onPaper?: string
  text: string | null
  /** Who did it or wrote it down. */
  by: string | null
  /** Null where it would tell who told us. */
  source: ChronologySource | null
  /** The record behind it; of a plan the id of its case. */
  link: { type: 'contact' | 'referral' | 'case' | 'case_note' | 'assessment' | 'enquiry' | 'session' | 'panel' | 'strategy' | 'plan'; id: string } | null
  /** 'all': that it is there is all that may be known of it. 'part': something of it is kept back. */
  withheld: 'all' | 'part' | null
  childId: string
}

/** Which entries are asked for. */
export type Range = {
  /** Moments of the period; each end may be open. */
  period: { gte?: Date; lt?: Date }
  /** The last entry of the page before; null for the first page. */
  beyond: Placed | null
  /** Narrowed to a kind or a source, or null for all. */
  kind: ChronologyKind | null
  source: ChronologySource | null
  /** No more than this many, newest first. */
  most: number
}

export type Reading = { tx: Tx; actor: Actor; childIds: readonly string[]; range: Range }

/**
 * One source of entries. Its rows come through row-level security and through the permission that their own room
 * asks for, so that the chronology opens nothing that is shut there. Each reads one statement, whatever is asked.
 */
export type Provider = {
  /** Begins its keys: small letters and underscores, like no other's. */
  prefix: string
  /** Where it has nothing unless something about the child is within sight there; null where only it can tell. */
  table: ChronologyTable | null
  /** The kinds it gives; it is not asked where another kind is chosen. */
  kinds: readonly ChronologyKind[]
  /** The sources it may give, where that is known beforehand; it is not asked where another is chosen. */
  sources?: readonly ChronologySource[]
  read: (reading: Reading) => Promise<ChronologyEntry[]>
}

/**
 * The `where`, `orderBy` and `take` of a provider's statement: its entries beyond the last page, in the order of the
 * whole list. `at` is the column of the moment, `id` the one that makes its keys.
 */
export function pageOf<At extends string, Id extends string = 'id'>(prefix: string, { period, beyond, most }: Range, at: At, id = 'id' as Id) {
  const order = [{ [at]: 'desc' }, { [id]: 'desc' }] as Record<At | Id, 'desc'>[]
  const where: object[] = [...(Object.keys(period).length ? [{ [at]: period }] : []), ...(beyond ? [after(prefix, beyond, at, id)] : [])]
  return { where, orderBy: order, take: most }
}

// of the same instant, keys of another provider stand before or after all of this one's
function after(prefix: string, { at: iso, key }: Placed, at: string, id: string): object {
  const moment = new Date(iso)
  const [theirs = '', rowId = ''] = split(key)
  if (theirs === prefix) return { OR: [{ [at]: { lt: moment } }, { [at]: moment, [id]: { lt: rowId } }] }
  return { [at]: `${prefix}-` < `${theirs}-` ? { lte: moment } : { lt: moment } }
}

function split(key: string): string[] {
  const dash = key.indexOf('-')
  return [key.slice(0, dash), key.slice(dash + 1)]
}

/** The same for entries that a function of the database gave whole: those of the period and beyond the last page. */
export function within(entries: readonly ChronologyEntry[], { period, beyond, most }: Range): ChronologyEntry[] {
  return entries
    .filter(({ at }) => (!period.gte || at >= period.gte.toISOString()) && (!period.lt || at < period.lt.toISOString()))
    .filter((entry) => !beyond || comparePlaced(beyond, entry) < 0)
    .sort(comparePlaced)
    .slice(0, most)
}

/** An entry of which the person asking may know that it is there, its kind and its day, and nothing else. */
export function withheld(entry: Pick<ChronologyEntry, 'key' | 'id' | 'at' | 'kind' | 'source' | 'childId'>): ChronologyEntry {
  return { ...entry, title: 'Withheld', text: null, by: null, link: null, withheld: 'all' }
}
