import type { Metadata } from 'next'
import { ActionList } from '@/components/actions/action-list'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFilter, type FilterField } from '@/components/list/list-filter'
import { NothingListed } from '@/components/list/nothing'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { ask } from '@/lib/access/web'
import { listActions } from '@/lib/actions/queries'
import { actionListSchema } from '@/lib/actions/schema'
import { ACTION_SOURCE_LABELS, ACTION_SOURCES } from '@/lib/pathway/actions'
import { isNarrowed, listView, withQuery, type SearchParams } from '@/lib/query-string'
import { Live } from '../live'

export const metadata: Metadata = { title: 'Actions' }

const LABELS = { open: 'To do', late: 'Overdue', ended: 'Done and not done' } as const
const NOTHING = { open: 'What is agreed at a panel, in a plan or at a meeting appears here.', late: 'Nothing is overdue.', ended: 'What was done, or will not be done, appears here.' } as const
const FILTERS: readonly FilterField[] = [{ name: 'source', label: 'Agreed at', any: 'Anything', options: ACTION_SOURCES.map((id) => ({ value: id, label: ACTION_SOURCE_LABELS[id] })) }]
const SORTS = [{ value: 'due', label: 'Due first' }, { value: '-due', label: 'Due last' }] as const

export default async function ActionsPage({ searchParams }: { searchParams: SearchParams }) {
  const view = listView('/actions', actionListSchema, await searchParams)
  const page = await ask(listActions, view.asked)
  const { show, after, sort } = view.shown
  return (
    <>
      <PageHeader title="Actions" lede="What was agreed for young people: yours, your agency’s, and those of the cases you see." />
      <Live topics={['action', 'case']} />
      <FilterTabs label="Show" tabs={(['open', 'late', 'ended'] as const).map((one) => ({ label: LABELS[one], href: view.href({ show: one, sort: undefined }), current: one === show }))} />
      <ListFilter path="/actions" file="actions" values={view.values} problems={view.problems} keep={['show']} fields={FILTERS} sort={{ options: SORTS, now: sort ?? (show === 'ended' ? '-due' : 'due') }} />
      {page.items.length ? (
        <Card title={LABELS[show]}><ActionList actions={page.items} about linked /></Card>
      ) : (
        <NothingListed title="Nothing here" words={NOTHING[show]} what="actions" narrowed={isNarrowed(view)} clear={withQuery('/actions', { show })} />
      )}
      <Pagination newer={after ? view.href() : undefined} older={page.next ? view.href({ after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
    </>
  )
}
