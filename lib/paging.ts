import { addDaysTo, instantAt } from './pathway/london'

/** One page of a list, and the key of the next one; null on the last. */
export type Page<T> = { items: T[]; next: string | null }

export type PageKey = { at: Date; id: string }

const SHAPE = /^(\d{1,15})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Reads a page key; one that is not of our making begins at the first page. */
export function readKey(key: string | undefined): PageKey | null {
  const match = key?.match(SHAPE)
  return match ? { at: new Date(Number(match[1])), id: match[2] as string } : null
}

/** Cuts a list that was read one row too long into a page and the key of the next. */
export function nextPage<T>(rows: readonly T[], size: number, keyOf: (row: T) => PageKey): Page<T> {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  if (rows.length <= size || last === undefined) return { items, next: null }
  const { at, id } = keyOf(last)
  return { items, next: `${at.getTime()}~${id}` }
}

/** A column to sort by, '-' before it for the greatest first: 'due', '-received'. */
export type Sort<Column extends string> = Column | `-${Column}`

/** The column of a sort, and its direction as Prisma says it. */
export function readSort<Column extends string>(sort: Sort<Column>): { column: Column; direction: 'asc' | 'desc' } {
  const descending = sort.startsWith('-')
  return { column: (descending ? sort.slice(1) : sort) as Column, direction: descending ? 'desc' : 'asc' }
}

/**
 * The `where` and `orderBy` of a page by key: a column of moments that are never null, and the id where two are
 * the same. A row that comes or goes meanwhile moves no other to a page where it was seen or missed.
 */
export function pageBy<Column extends string>(column: Column, direction: 'asc' | 'desc', key: PageKey | null) {
  const beyond = direction === 'asc' ? 'gt' : 'lt'
  const order = [{ [column]: direction }, { id: direction }] as Record<Column | 'id', 'asc' | 'desc'>[]
  const where = key ? { OR: [{ [column]: { [beyond]: key.at } }, { [column]: key.at, id: { [beyond]: key.id } }] } : {}
  return { where, order }
}

/** The moments of a period of London days, both included; an end that is not given is open. Gives undefined where both are. */
export function momentsOf({ from, until }: { from?: string | null; until?: string | null }): { gte?: Date; lt?: Date } | undefined {
  if (!from && !until) return undefined
  return { ...(from ? { gte: instantAt(from, 0) } : {}), ...(until ? { lt: instantAt(addDaysTo(until, 1), 0) } : {}) }
}
