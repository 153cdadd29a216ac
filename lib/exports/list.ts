import { z } from 'zod'
import { operation, workWithin } from '../access/operation'
import { Invalid } from '../access/errors'
import { oneOf } from '../input'
import type { Json } from '../audit/kinds'
import { LIST_NAMES, LISTS, type ListName } from './lists'

/** The most rows of one file. A longer list is narrowed first: whoever takes it away answers for what is in it. */
export const MOST_ROWS = 25_000

/** How many rows are read at once. */
const AT_ONCE = 2_500

export type Table = { title: string; header: string[]; rows: (string | null)[][]; whole: boolean }

/**
 * A list as a table, with the same filter and the same sight of rows as on its page: the page's own query reads it,
 * one page after another. One event names who took it, by what filter, and every row and child in it.
 */
export const exportList = operation({
  name: 'exports.list',
  effect: 'read',
  permission: 'list:export',
  input: z.strictObject({ list: oneOf(LIST_NAMES, 'Choose from the list'), format: oneOf(['csv', 'xlsx'], 'Choose from the list'), filter: z.record(z.string(), z.unknown()) }),
  audit: ['list.exported'],
  timeout: 60_000,
  async work(asking, { list, format, filter }) {
    const { title, query, turn, page, columns } = LISTS[list as ListName]
    if (turn in filter) throw new Invalid({ filter: 'A file has the whole list' })
    const rows: (string | null)[][] = []
    const ids = new Set<string>()
    const children = new Set<string>()
    let next: string | null = null
    do {
      const { output, facts } = await workWithin(query, { ...asking, pageSize: AT_ONCE }, { ...filter, ...(next ? { [turn]: next } : {}) })
      const found = page(output)
      rows.push(...found.items.map((row) => columns.map(([, cell]) => cell(row))))
      for (const id of facts.rows ?? []) ids.add(id)
      for (const id of facts.children ?? []) children.add(id)
      next = found.next
    } while (next && rows.length < MOST_ROWS)
    const output: Table = { title, header: columns.map(([header]) => header), rows: rows.slice(0, MOST_ROWS), whole: next === null && rows.length <= MOST_ROWS }
    return { output, kind: 'list.exported', facts: { rows: [...ids], children: [...children], terms: { list, format, filter: filter as Json, whole: output.whole } } }
  },
})
