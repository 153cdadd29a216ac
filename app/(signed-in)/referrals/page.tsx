import type { Metadata } from 'next'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFilter, type FilterField } from '@/components/list/list-filter'
import { NothingListed } from '@/components/list/nothing'
import { ReferralTable } from '@/components/referrals/referral-table'
import { REFERRAL_FILTER_FIELDS, referralSorts } from '@/components/referrals/list-options'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { ask } from '@/lib/access/web'
import { isNarrowed, listView, sortBy, withQuery, type SearchParams } from '@/lib/query-string'
import { referralListSchema, referralSort } from '@/lib/referrals/list-schema'
import { listReferrals } from '@/lib/referrals/queries'
import { REFERRAL_FILTERS } from '@/lib/referrals/schema'
import { Live } from '../live'

export const metadata: Metadata = { title: 'Referrals' }

const LABELS = { waiting: 'Waiting for an answer', overdue: 'Overdue', declined: 'Declined', closed: 'Closed', untold: 'Referrer to be told', mine: 'Sent by me', all: 'All' } as const

const NOTHING = {
  waiting: ['No referral waits for an answer', 'Referrals appear here when a contact is decided.'],
  overdue: ['No referral is overdue', 'What a receiver owes and has not said in time appears here; they are asked again by themselves.'],
  declined: ['No referral is declined', 'One that is declined comes back here with its reason: send it elsewhere, or challenge it.'],
  closed: ['No referral is closed yet', 'A receiver closes a referral with what came of it.'],
  untold: ['Everybody who told us knows what came of it', 'When a referral is declined or closed, whoever told us is to hear of it.'],
  mine: ['You have not sent a referral', 'Those of your own decisions appear here.'],
  all: ['No referral to show', 'Referrals appear here when a contact is decided.'],
} as const

export default async function ReferralsPage({ searchParams }: { searchParams: SearchParams }) {
  const view = listView('/referrals', referralListSchema, await searchParams)
  const page = await ask(listReferrals, view.asked)
  const { show, due, after } = view.shown
  const sort = referralSort(view.shown)
  const receivers: FilterField = {
    name: 'to', label: 'Sent to', any: 'Anybody',
    options: [{ value: 'cate', label: 'The CATE team' }, { value: 'safeguarding', label: 'The safeguarding team' }, { value: 'service', label: 'A service outside Waymark' }, ...page.agencies.map(({ id, name }) => ({ value: id, label: name }))],
  }
  const [title, words] = NOTHING[show]
  const byDue = show === 'overdue' || due !== undefined
  const narrowed = isNarrowed(view)
  return (
    <>
      <PageHeader title="Referrals" />
      <Live topics={['referral', 'challenge', 'contact']} />
      <FilterTabs label="Show" tabs={REFERRAL_FILTERS.map((one) => ({ label: LABELS[one], href: view.href({ show: one, sort: undefined }), current: one === show }))} />
      <ListFilter path="/referrals" file="referrals" values={view.values} problems={view.problems} keep={['show']} fields={[receivers, ...REFERRAL_FILTER_FIELDS]} sort={{ options: referralSorts(byDue), now: sort }} period="Sent" />
      <ReferralTable
        caption={LABELS[show]}
        referrals={page.items}
        empty={<NothingListed title={title} words={words} what="referrals" narrowed={narrowed} clear={withQuery('/referrals', { show })} />}
        sort={sortBy(view, sort, 'sent')}
        due={byDue ? sortBy(view, sort, 'due') : undefined}
      />
      <Pagination newer={after ? view.href() : undefined} older={page.next ? view.href({ after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
    </>
  )
}
