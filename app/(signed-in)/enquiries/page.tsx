import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EnquiryTable, RequestTable } from '@/components/enquiries/tables'
import { FilterTabs } from '@/components/filter-tabs'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listEnquiries } from '@/lib/enquiries/list'
import { listOwnRequests } from '@/lib/enquiries/own'
import { choiceOf, textOf, withQuery, type SearchParams } from '@/lib/query-string'
import { Live } from '../live'

export const metadata: Metadata = { title: 'Enquiries' }

export default async function EnquiriesPage({ searchParams }: { searchParams: SearchParams }) {
  const { role, settings } = await signedIn()
  const query = await searchParams
  const after = textOf(query.after)
  const label = settings.labels.enquiry
  if (may(role, 'enquiry:read')) return <Whole label={label} show={choiceOf(query.show, ['open', 'decided'] as const)} after={after} answers={may(role, 'enquiry:answer')} />
  if (may(role, 'enquiry:answer')) return <Own label={label} show={choiceOf(query.show, ['waiting', 'answered'] as const)} after={after} />
  notFound()
}

/** The lead's and the auditor's list; above it what the lead's own agency has still to answer. */
async function Whole({ label, show, after, answers }: { label: string; show: 'open' | 'decided'; after: string | undefined; answers: boolean }) {
  const page = await ask(listEnquiries, { show, after })
  const own = answers && show === 'open' && !after ? await ask(listOwnRequests, { show: 'waiting' }) : null
  return (
    <>
      <Live topics={['enquiry']} />
      <PageHeader title="Enquiries" lede={label} />
      {own?.items.length ? (
        <section aria-labelledby="own" className="mb-8">
          <h2 id="own" className="mb-3">Waiting for your own agency</h2>
          <RequestTable caption="Waiting for your own agency" requests={own.items} empty="" answerPage />
        </section>
      ) : null}
      <FilterTabs label="Show" tabs={[
        { label: 'Open', href: withQuery('/enquiries', { show: 'open' }), current: show === 'open' },
        { label: 'Decided', href: withQuery('/enquiries', { show: 'decided' }), current: show === 'decided' },
      ]} />
      <EnquiryTable caption="Enquiries" enquiries={page.items} />
      <Pagination newer={after ? withQuery('/enquiries', { show }) : undefined} older={page.next ? withQuery('/enquiries', { show, after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
    </>
  )
}

/** What an agency is asked. */
async function Own({ label, show, after }: { label: string; show: 'waiting' | 'answered'; after: string | undefined }) {
  const page = await ask(listOwnRequests, { show, after })
  const { agencyName } = await signedIn()
  return (
    <>
      <Live topics={['enquiry']} />
      <PageHeader title="Enquiries" caption={label} lede={`What ${agencyName ?? 'your agency'} is asked. You see your own agency’s answers and nobody else’s.`} />
      <FilterTabs label="Show" tabs={[
        { label: 'Waiting for us', href: withQuery('/enquiries', { show: 'waiting' }), current: show === 'waiting' },
        { label: 'Answered', href: withQuery('/enquiries', { show: 'answered' }), current: show === 'answered' },
      ]} />
      <RequestTable caption="Enquiries" requests={page.items} empty={show === 'waiting' ? 'Nothing waits for you' : 'Nothing answered yet'} />
      <Pagination newer={after ? withQuery('/enquiries', { show }) : undefined} older={page.next ? withQuery('/enquiries', { show, after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
    </>
  )
}
