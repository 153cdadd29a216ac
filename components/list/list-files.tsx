import type { ListName } from '@/lib/exports/lists'
import { withQuery } from '@/lib/query-string'

type Props = {
  list: ListName
  /** What the address of the page says: `values` of `listView`. */
  values?: Readonly<Record<string, string | undefined>>
  /** What it is: 'This list', 'These figures'. */
  what?: string
}

/** What is shown, as a file: narrowed and sorted as it is here. */
export function ListFiles({ list, values = {}, what = 'This list' }: Props) {
  return (
    <p className="my-2 text-sm text-ink-soft no-print">
      {what} as a file: <a href={withQuery(`/export/${list}/csv`, values)} download>CSV</a>{' '}
      <a href={withQuery(`/export/${list}/xlsx`, values)} download>Excel</a>
    </p>
  )
}
