import type { z } from 'zod'
import type { Operation } from '../access/operation'

/** A list as a file: the query that shows it, its filter, its pages, and its columns in the words of the screen. */
export type ListExport<I, O, R> = {
  title: string
  query: Operation<I, O>
  schema: z.ZodObject
  /** The field of the filter that turns the page, and the key of the next one. */
  turn: 'after' | 'before'
  page: (output: O) => { items: readonly R[]; next: string | null }
  columns: readonly (readonly [header: string, cell: (row: R) => string | null])[]
}

/** A list whose query gives it in a form of its own. */
export const list = <I, O, R>(given: ListExport<I, O, R>) => given as unknown as ListExport<unknown, unknown, unknown>

type Paged<R> = { items: readonly R[]; next: string | null }
/** A list whose query gives pages by key. */
export const paged = <I, R>(given: Omit<ListExport<I, Paged<R>, R>, 'page' | 'turn'>) => list<I, Paged<R>, R>({ ...given, turn: 'after', page: (output) => output })

type Whole<I, O, R> = Omit<ListExport<I, O, R>, 'page' | 'turn'> & { items: (output: O) => readonly R[] }
/** A list whose query gives all of it at once. */
export const whole = <I, O, R>({ items, ...given }: Whole<I, O, R>) => list<I, O, R>({ ...given, turn: 'after', page: (output) => ({ items: items(output), next: null }) })
