import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFiles } from '@/components/list/list-files'
import { ListFilter, type FilterField } from '@/components/list/list-filter'
import { InvitationTable, MeetingTable } from '@/components/strategy/tables'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { isNarrowed, listView, sortBy, withQuery, type SearchParams } from '@/lib/query-string'
import { listMeetings } from '@/lib/strategy/list'
import { listInvitations } from '@/lib/strategy/own'
import { invitationListSchema, STRATEGY_FILTERS, strategyListSchema, strategySort } from '@/lib/strategy/schema'
import { Live } from '../live'

export const metadata: Metadata = { title: 'Strategy meetings' }

type Address = Awaited<SearchParams>

export default async function StrategyPage({ searchParams }: { searchParams: SearchParams }) {
  const { role } = await signedIn()
  const query = await searchParams
  if (may(role, 'strategy:read')) return <Whole query={query} />
  if (may(role, 'strategy:attend')) return <Own query={query} />
  notFound()
}

const TABS = { waiting: 'Something is due', done: 'Resolved or reviewed' } as const
const AWAITS: FilterField = { name: 'awaits', label: 'What is due', any: 'Anything', options: [{ value: 'called', label: 'The meeting' }, { value: 'held', label: 'Minutes' }, { value: 'minutes_out', label: 'A review' }] }
const DUE: FilterField = { name: 'due', label: 'Time', any: 'Late or not', options: [{ value: 'late', label: 'Late' }] }
const CALLED = [{ value: 'called', label: 'Called first' }, { value: '-called', label: 'Called last' }] as const
const SORTS = { waiting: [{ value: 'due', label: 'What is late or due first' }, { value: '-due', label: 'What is due last' }, ...CALLED], done: CALLED } as const

/** The lead's list, the team's, or a practitioner's own: planned, minutes and reviews, late first. */
async function Whole({ query }: { query: Address }) {
  const view = listView('/strategy', strategyListSchema, query)
  const page = await ask(listMeetings, view.asked)
  const { show, after } = view.shown
  const sort = strategySort(view.shown)
  return (
    <>
      <Live topics={['strategy']} />
      <PageHeader title="Strategy meetings" lede={SORTS[show].find(({ value }) => value === sort)?.label} />
      <FilterTabs label="Show" tabs={STRATEGY_FILTERS.map((one) => ({ label: TABS[one], href: view.href({ show: one, sort: undefined, awaits: undefined, due: undefined }), current: one === show }))} />
      <ListFilter path="/strategy" file="strategy" values={view.values} problems={view.problems} keep={['show']} fields={show === 'waiting' ? [AWAITS, DUE] : []} sort={{ options: SORTS[show], now: sort }} period="Called" />
      <MeetingTable
        meetings={page.items}
        sort={{ called: sortBy(view, sort, 'called'), ...(show === 'waiting' ? { due: sortBy(view, sort, 'due') } : {}) }}
        narrowed={isNarrowed(view)}
        clear={withQuery('/strategy', { show })}
        empty={show === 'waiting' ? 'Nothing is due' : 'Nothing is resolved yet'}
      />
      <Pagination newer={after ? view.href() : undefined} older={page.next ? view.href({ after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
    </>
  )
}

/** What an agency is invited to. */
async function Own({ query }: { query: Address }) {
  const view = listView('/strategy', invitationListSchema, query)
  const page = await ask(listInvitations, view.asked)
  const { agencyName } = await signedIn()
  const { after } = view.shown
  return (
    <>
      <Live topics={['strategy']} />
      <PageHeader title="Strategy meetings" lede={`What ${agencyName ?? 'your agency'} is invited to. You see what your own agency says, and of the decision what is yours.`} />
      <InvitationTable invitations={page.items} />
      {page.items.length ? <ListFiles list="our-strategy" /> : null}
      <Pagination newer={after ? view.href() : undefined} older={page.next ? view.href({ after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
    </>
  )
}
