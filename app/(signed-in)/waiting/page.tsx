import type { Metadata } from 'next'
import { OwnPartsCard } from '@/components/assessments/own-parts'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFilter } from '@/components/list/list-filter'
import { NothingListed } from '@/components/list/nothing'
import { ReceivedTable } from '@/components/referrals/received-table'
import { REFERRAL_FILTER_FIELDS, referralSorts } from '@/components/referrals/list-options'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { ask, signedIn } from '@/lib/access/web'
import { listOwnParts } from '@/lib/assessments/own-parts'
import { isNarrowed, listView, sortBy, withQuery, type SearchParams } from '@/lib/query-string'
import { receivedListSchema, referralSort } from '@/lib/referrals/list-schema'
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
  const view = listView('/waiting', receivedListSchema, await searchParams)
  const page = await ask(listReceived, view.asked)
  const { agencyName } = await signedIn()
  const { show, due, after } = view.shown
  // they stand above the first page of referrals
  const parts = after ? [] : await ask(listOwnParts, { show })
  const sort = referralSort(view.shown)
  const [title, words] = NOTHING[show]
  const byDue = due !== undefined
  const narrowed = isNarrowed(view)
  return (
    <>
      <PageHeader title="Waiting for us" lede={`Referrals that Family Connect sent to ${agencyName ?? 'your agency'}, and what you are asked for risk assessments. Anybody of your agency may answer.`} />
      <Live topics={['referral', 'challenge', 'contact', 'assessment']} />
      <FilterTabs label="Show" tabs={RECEIVED_FILTERS.map((one) => ({ label: LABELS[one], href: view.href({ show: one, sort: undefined }), current: one === show }))} />
      <OwnPartsCard parts={parts} />
      <ListFilter path="/waiting" file="waiting" values={view.values} problems={view.problems} keep={['show']} fields={REFERRAL_FILTER_FIELDS} sort={{ options: referralSorts(byDue), now: sort }} period="Sent" />
      <ReceivedTable
        caption={LABELS[show]}
        referrals={page.items}
        empty={<NothingListed title={parts.length ? 'No referral here' : title} words={words} what="referrals" narrowed={narrowed} clear={withQuery('/waiting', { show })} />}
        sort={sortBy(view, sort, 'sent')}
        due={byDue ? sortBy(view, sort, 'due') : undefined}
      />
      <Pagination newer={after ? view.href() : undefined} older={page.next ? view.href({ after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
    </>
  )
}
