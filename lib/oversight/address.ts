import { dateParts, dateValues, periodProblem, textOf, withQuery } from '../query-string'
import { onlySchema } from './only'
import { QUESTIONS, type QuestionId } from './questions'

type Query = Record<string, string | string[] | undefined>

/** What the address of a page of figures says: the period as typed, what is wrong with it, what to ask a query for, and whom the figures are narrowed to. */
export function periodIn(query: Query) {
  const from = dateParts(query, 'from')
  const until = dateParts(query, 'until')
  const problem = periodProblem(from, until)
  const compare = textOf(query.compare) === 'yes'
  const only = onlySchema.safeParse(query.only).success ? textOf(query.only) : undefined
  const typed = problem ? {} : { ...dateValues('from', from), ...dateValues('until', until) }
  return {
    from, until, problem, compare, only,
    asked: problem ? {} : { from, until },
    /** The period as it stands in an address. */
    typed,
    /** The same period on another page. */
    href: (path: string, more: Record<string, string | undefined> = {}) => withQuery(path, { ...typed, ...(compare ? { compare: 'yes' } : {}), only, ...more }),
    query: withQuery('', { ...typed, ...(compare ? { compare: 'yes' } : {}), only }),
  }
}

/** The pages of figures, each an address; the period goes with it. */
export function questionTabs(current: QuestionId | 'pivot' | null, query: string) {
  const pages = [{ id: null, title: 'At a glance' }, ...QUESTIONS, { id: 'pivot' as const, title: 'Two things at once' }]
  return pages.map(({ id, title }) => ({ label: title, href: `/oversight${id ? `/${id}` : ''}${query}`, current: id === current }))
}
