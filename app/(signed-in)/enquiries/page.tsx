import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EnquiryTable, RequestTable } from '@/components/enquiries/tables'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFilter } from '@/components/list/list-filter'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listEnquiries } from '@/lib/enquiries/list'
import { ENQUIRY_FILTERS, enquiryListSchema, enquirySort, REQUEST_FILTERS, requestListSchema, requestSort } from '@/lib/enquiries/list-schema'
import { listOwnRequests } from '@/lib/enquiries/own'
import { isNarrowed, listView, sortBy, withQuery, type SearchParams } from '@/lib/query-string'
import { Live } from '../live'

export const metadata: Metadata = { title: 'Enquiries' }

type Address = Awaited<SearchParams>

export default async function EnquiriesPage({ searchParams }: { searchParams: SearchParams }) {
  const { role } = await signedIn()
  const query = await searchParams
  if (may(role, 'enquiry:read')) return <Whole query={query} answers={may(role, 'enquiry:answer')} />
  if (may(role, 'enquiry:answer')) return <Own query={query} />
  notFound()
}

const TABS = { open: 'Open', decided: 'Decided' } as const
const SORTS = [
  { value: 'opened', label: 'Opened, oldest first' },
  { value: '-opened', label: 'Opened, newest first' },
  { value: 'due', label: 'Answers due, soonest first' },
  { value: '-due', label: 'Answers due, latest first' },
] as const

/** The lead's and the auditor's list; above it what the lead's own agency has still to answer. */
async function Whole({ query, answers }: { query: Address; answers: boolean }) {
  const { settings } = await signedIn()
  const view = listView('/enquiries', enquiryListSchema, query)
  const page = await ask(listEnquiries, view.asked)
  const { show, after } = view.shown
  const sort = enquirySort(view.shown)
  const own = answers && show === 'open' && !after ? await ask(listOwnRequests, { show: 'waiting' }) : null
  return (
    <>
      <Live topics={['enquiry']} />
      <PageHeader title="Enquiries" lede={settings.labels.enquiry} />
      {own?.items.length ? (
        <section aria-labelledby="own" className="mb-8">
          <h2 id="own" className="mb-3">Waiting for your own agency</h2>
          <RequestTable caption="Waiting for your own agency" requests={own.items} empty="" answerPage />
        </section>
      ) : null}
      <FilterTabs label="Show" tabs={ENQUIRY_FILTERS.map((one) => ({ label: TABS[one], href: view.href({ show: one, sort: undefined }), current: one === show }))} />
      <ListFilter path="/enquiries" file="enquiries" values={view.values} problems={view.problems} keep={['show']} fields={[]} sort={{ options: SORTS, now: sort }} period="Opened" />
      <EnquiryTable
        caption="Enquiries"
        enquiries={page.items}
        sort={{ opened: sortBy(view, sort, 'opened'), due: sortBy(view, sort, 'due') }}
        narrowed={isNarrowed(view)}
        clear={withQuery('/enquiries', { show })}
      />
      <Pagination newer={after ? view.href() : undefined} older={page.next ? view.href({ after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
    </>
  )
}

const REQUEST_TABS = { waiting: 'Waiting for us', answered: 'Answered' } as const
const REQUEST_SORTS = [
  { value: 'due', label: 'Answer due, soonest first' },
  { value: '-due', label: 'Answer due, latest first' },
  { value: 'asked', label: 'Asked, oldest first' },
  { value: '-asked', label: 'Asked, newest first' },
] as const

/** What an agency is asked. */
async function Own({ query }: { query: Address }) {
  const { settings, agencyName } = await signedIn()
  const view = listView('/enquiries', requestListSchema, query)
  const page = await ask(listOwnRequests, view.asked)
  const { show, after } = view.shown
  const sort = requestSort(view.shown)
  return (
    <>
      <Live topics={['enquiry']} />
      <PageHeader title="Enquiries" caption={settings.labels.enquiry} lede={`What ${agencyName ?? 'your agency'} is asked. You see your own agency’s answers and nobody else’s.`} />
      <FilterTabs label="Show" tabs={REQUEST_FILTERS.map((one) => ({ label: REQUEST_TABS[one], href: view.href({ show: one, sort: undefined }), current: one === show }))} />
      <ListFilter path="/enquiries" file="our-enquiries" values={view.values} problems={view.problems} keep={['show']} fields={[]} sort={{ options: REQUEST_SORTS, now: sort }} period="Asked" />
      <RequestTable
        caption="Enquiries"
        requests={page.items}
        empty={show === 'waiting' ? 'Nothing waits for you' : 'Nothing answered yet'}
        sort={{ asked: sortBy(view, sort, 'asked'), due: sortBy(view, sort, 'due') }}
        narrowed={isNarrowed(view)}
        clear={withQuery('/enquiries', { show })}
      />
      <Pagination newer={after ? view.href() : undefined} older={page.next ? view.href({ after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
    </>
  )
}
