'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { withQuery } from '@/lib/query-string'
import { Button, ButtonLink } from '../ui/button'
import { DateInput, type DatePart } from '../ui/date-input'
import { Details } from '../ui/details'
import { Select, type SelectOption } from '../ui/field'
import type { ListName } from '@/lib/exports/lists'
import { ActiveFilters, chosenOf, type FilterField } from './active-filters'
import { ListFiles } from './list-files'

export type { FilterField }

type Values = Readonly<Record<string, string | undefined>>

type Props = {
  /** The list's own path, e.g. '/contacts'. */
  path: string
  /** What the address says now: `values` of `listView`. */
  values: Values
  fields: readonly FilterField[]
  /** How it can be sorted; on a narrow screen this stands for the headers of the table. */
  sort?: { options: readonly SelectOption[]; now: string }
  /** A period of London days named from and until, and what it is a period of: Received. */
  period?: string
  problems?: Values
  /** Parts of the address that the form leaves alone: the tab. */
  keep?: readonly string[]
  /** The list as a file, where it may be taken as one. */
  file?: ListName
}

/**
 * What narrows a list: a form that leads to an address which can be shared, folded away until it is used, and
 * what is chosen beside it, each to be taken away with one press. Only codes, ids and dates; never a name.
 */
export function ListFilter({ path, values, fields, sort, period, problems = {}, keep = [], file }: Props) {
  const router = useRouter()
  const chosen = chosenOf(values, fields, period, problems)
  const kept = Object.fromEntries(keep.map((name) => [name, values[name]]))
  const wrong = Object.keys(problems).length > 0

  function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]))
    router.push(withQuery(path, typed) as Route)
  }

  return (
    <section aria-label="Filter and sort" className="mb-4 no-print">
      <Details summary={chosen.length ? `Filter and sort (${chosen.length} chosen)` : 'Filter and sort'} open={chosen.length > 0 || wrong}>
        <form role="search" action={path} onSubmit={show} key={JSON.stringify([values, problems])} className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
          {Object.entries(kept).map(([name, value]) => (value ? <input key={name} type="hidden" name={name} value={value} /> : null))}
          {fields.map(({ name, label, options, any }) => (
            <Select key={name} name={name} id={`filter-${name}`} label={label} defaultValue={values[name] ?? ''} options={[{ value: '', label: any }, ...options]} />
          ))}
          {sort ? <Select name="sort" id="filter-sort" label="Sort by" defaultValue={sort.now} options={sort.options} /> : null}
          {period
            ? (['from', 'until'] as const).map((end) => (
                <DateInput key={end} name={end} legend={end === 'from' ? `${period} from` : `${period} until`} defaultValue={partsOf(values, end)} error={problems[end]} />
              ))
            : null}
          <div className="flex flex-wrap items-end gap-3">
            <Button type="submit" variant="secondary">
              Show
            </Button>
            <ButtonLink variant="quiet" href={withQuery(path, kept)}>
              Clear
            </ButtonLink>
          </div>
        </form>
      </Details>
      <ActiveFilters path={path} values={values} chosen={chosen} />
      {file ? <ListFiles list={file} values={values} /> : null}
    </section>
  )
}

function partsOf(values: Values, name: string): Partial<Record<DatePart, string>> {
  return { day: values[`${name}.day`], month: values[`${name}.month`], year: values[`${name}.year`] }
}
