import type { Metadata } from 'next'
import { FilterTabs } from '@/components/filter-tabs'
import { ReferralTable } from '@/components/referrals/referral-table'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { ask } from '@/lib/access/web'
import { choiceOf, textOf, withQuery, type SearchParams } from '@/lib/query-string'
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
  const query = await searchParams
  const show = choiceOf(query.show, REFERRAL_FILTERS)
  const first = show === 'waiting' || show === 'overdue' || show === 'untold' ? 'oldest' : 'newest'
  const order = query.order === 'oldest' || query.order === 'newest' ? query.order : first
  const after = textOf(query.after)
  const page = await ask(listReferrals, { show, order, after })
  const [title, words] = NOTHING[show]
  const sort = { href: withQuery('/referrals', { show, order: order === 'oldest' ? 'newest' : 'oldest' }), direction: order === 'oldest' ? ('ascending' as const) : ('descending' as const) }
  return (
    <>
      <PageHeader title="Referrals" />
      <Live topics={['referral', 'challenge', 'contact']} />
      <FilterTabs label="Show" tabs={REFERRAL_FILTERS.map((one) => ({ label: LABELS[one], href: withQuery('/referrals', { show: one }), current: one === show }))} />
      <ReferralTable caption={LABELS[show]} referrals={page.items} empty={{ title, words }} sort={sort} />
      <Pagination
        newer={after ? withQuery('/referrals', { show, order }) : undefined}
        older={page.next ? withQuery('/referrals', { show, order, after: page.next }) : undefined}
        newerLabel="First page"
        olderLabel="Next page"
      />
    </>
  )
}
