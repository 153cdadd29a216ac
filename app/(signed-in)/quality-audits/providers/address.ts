import { dateValues, withQuery } from '@/lib/query-string'

type Parts = { day: string; month: string; year: string }

/** An address that keeps the kind, the contacts and the period that are looked at. */
export function addressOf(path: string, { kind, of, from, until }: { kind: string; of: string; from: Parts; until: Parts }): string {
  return withQuery(path, { kind, of, ...dateValues('from', from), ...dateValues('until', until) })
}
