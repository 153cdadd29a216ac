import { dateParts, periodProblem, textOf, withQuery } from '../query-string'

type Query = Record<string, string | string[] | undefined>

/** What the address of a page of figures says: the period as typed, what is wrong with it, and what to ask a query for. */
export function periodIn(query: Query) {
  const from = dateParts(query, 'from')
  const until = dateParts(query, 'until')
  const problem = periodProblem(from, until)
  const compare = textOf(query.compare) === 'yes'
  const typed = problem ? {} : { ...flat('from', from), ...flat('until', until) }
  return {
    from, until, problem, compare,
    asked: problem ? {} : { from, until },
    /** The same period on another page. */
    href: (path: string, more: Record<string, string | undefined> = {}) => withQuery(path, { ...typed, ...(compare ? { compare: 'yes' } : {}), ...more }),
    query: withQuery('', { ...typed, ...(compare ? { compare: 'yes' } : {}) }),
  }
}

const flat = (name: string, parts: { day: string; month: string; year: string }) => Object.fromEntries(Object.entries(parts).map(([part, value]) => [`${name}.${part}`, value]))
