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
