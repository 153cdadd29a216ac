import { nextPage, readKey, readSort, type Page } from '../paging'
import { LEVELS } from '../pathway/levels'
import type { CaseSort } from './schema'
import { dueOf, type CaseRow } from './view'

/** Where a case stands in the order: by its place, then its name, then its id. Without a place it stands last, whichever way. */
export type Place = { id: string; place: number | null; name: string }

// What waits to be allocated comes before all where what is due comes first: the others stand so much later
const LATER = 100_000_000_000_000
// how a page's key says that there is no place
const NOWHERE = 999_999_999_999_999

// a page's key holds no negative number, and somebody may be years late
const DAYS = 1_000_000

const PLACES: Readonly<Record<string, (one: CaseRow & { over?: number }, sort: CaseSort) => number | null>> = {
  due(one, sort) {
    const due = dueOf(one)
    return due && due.getTime() + (sort === 'due' && one.stage !== 'allocation' ? LATER : 0)
  },
  level: ({ level }) => level && LEVELS.indexOf(level),
  // days until the young person should be seen, the longest over first
  seen: ({ over }) => (over === undefined ? null : DAYS - over),
  // a name is no number, and does not stand in a page's key: addresses hold nothing personal
  child: () => 0,
}

/**
 * One page of open cases in that order, and the key of the next. A key holds a place and an id, and for a list by
 * name the id alone: `nameOf` gives the name of a case that has left the list meanwhile, null where there is none.
 */
export async function pageOfCases<T extends CaseRow & { over?: number }>(
  rows: readonly T[],
  sort: CaseSort,
  nameIn: (row: T) => string,
  size: number,
  after: string | undefined,
  nameOf: (id: string) => Promise<string | null>,
): Promise<Page<T>> {
  const { column, direction } = readSort<string>(sort)
  const byName = column === 'child'
  const way = direction === 'asc' ? 1 : -1
  const placed = rows.map((row) => ({ row, id: row.id, place: PLACES[column]?.(row, sort) ?? null, name: byName ? nameIn(row) : '' }))
  const compare = (a: Place, b: Place): number =>
    Number(a.place === null) - Number(b.place === null) ||
    way * ((a.place ?? 0) - (b.place ?? 0) || a.name.localeCompare(b.name, 'en-GB')) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  const key = readKey(after)
  const name = key && byName ? (placed.find(({ id }) => id === key.id)?.name ?? (await nameOf(key.id))) : ''
  const last = key && name !== null ? { id: key.id, place: key.at.getTime() === NOWHERE ? null : key.at.getTime(), name } : null
  const left = placed.filter((one) => !last || compare(one, last) > 0).sort(compare)
  const { items, next } = nextPage(left.slice(0, size + 1), size, ({ id, place }) => ({ at: new Date(place ?? NOWHERE), id }))
  return { items: items.map(({ row }) => row), next }
}
