import type { Metadata } from 'next'
import { FilterTabs } from '@/components/filter-tabs'
import { ReferralTable } from '@/components/referrals/referral-table'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { ask } from '@/lib/access/web'
import { choiceOf, textOf, withQuery, type SearchParams } from '@/lib/query-string'
import { listReferrals } from '@/lib/referrals/queries'

export const metadata: Metadata = { title: 'Referrals' }

export default async function ReferralsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams
  const show = choiceOf(query.show, ['waiting', 'all'] as const)
  const after = textOf(query.after)
  const page = await ask(listReferrals, { show, after })
  const tabs = [
    { label: 'Waiting for an answer', href: withQuery('/referrals', { show: 'waiting' }), current: show === 'waiting' },
    { label: 'All', href: withQuery('/referrals', { show: 'all' }), current: show === 'all' },
  ]
  return (
    <>
      <PageHeader title="Referrals" />
      <FilterTabs label="Show" tabs={tabs} />
      <ReferralTable caption="Referrals" referrals={page.items} />
      <Pagination
        newer={after ? withQuery('/referrals', { show }) : undefined}
        older={page.next ? withQuery('/referrals', { show, after: page.next }) : undefined}
        newerLabel="First page"
        olderLabel="Next page"
      />
    </>
  )
}
