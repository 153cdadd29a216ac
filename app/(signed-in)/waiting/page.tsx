import type { Metadata } from 'next'
import { FilterTabs } from '@/components/filter-tabs'
import { ReceivedTable } from '@/components/referrals/received-table'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { ask, signedIn } from '@/lib/access/web'
import { choiceOf, textOf, withQuery, type SearchParams } from '@/lib/query-string'
import { listReceived } from '@/lib/referrals/received'
import { RECEIVED_FILTERS } from '@/lib/referrals/schema'
import { Live } from '../live'

export const metadata: Metadata = { title: 'Waiting for us' }

const LABELS = { waiting: 'Waiting for us', answered: 'Answered', all: 'All' } as const
const NOTHING = {
  waiting: ['Nothing is waiting for you', 'When Family Connect sends a referral to your agency it appears here, with what is asked of you and by when. If you are worried about a child, call Family Connect. In an emergency call 999.'],
  answered: ['Your agency has not answered a referral yet', 'What you accepted or declined appears here.'],
  all: ['No referral was sent to your agency', 'When Family Connect sends one it appears here.'],
} as const

export default async function WaitingPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams
  const show = choiceOf(query.show, RECEIVED_FILTERS)
  const order = query.order === 'oldest' || query.order === 'newest' ? query.order : show === 'waiting' ? 'oldest' : 'newest'
  const after = textOf(query.after)
  const page = await ask(listReceived, { show, order, after })
  const { agencyName } = await signedIn()
  const [title, words] = NOTHING[show]
  const sort = { href: withQuery('/waiting', { show, order: order === 'oldest' ? 'newest' : 'oldest' }), direction: order === 'oldest' ? ('ascending' as const) : ('descending' as const) }
  return (
    <>
      <PageHeader title="Waiting for us" lede={`Referrals that Family Connect sent to ${agencyName ?? 'your agency'}. Anybody of your agency may answer.`} />
      <Live topics={['referral', 'challenge', 'contact']} />
      <FilterTabs label="Show" tabs={RECEIVED_FILTERS.map((one) => ({ label: LABELS[one], href: withQuery('/waiting', { show: one }), current: one === show }))} />
      <ReceivedTable caption={LABELS[show]} referrals={page.items} empty={{ title, words }} sort={sort} />
      <Pagination
        newer={after ? withQuery('/waiting', { show, order }) : undefined}
        older={page.next ? withQuery('/waiting', { show, order, after: page.next }) : undefined}
        newerLabel="First page"
        olderLabel="Next page"
      />
    </>
  )
}
