import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChildSearch } from '@/components/children/child-search'
import { FilterTabs } from '@/components/filter-tabs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { signedIn } from '@/lib/access/web'
import { childListSchema } from '@/lib/children/schema'
import { listView, type SearchParams } from '@/lib/query-string'
import { searchAction } from './actions'

export const metadata: Metadata = { title: 'Children' }

const TABS = [
  { value: 'all', label: 'All' },
  { value: 'exploitation', label: 'Exploitation' },
  { value: 'open', label: 'Open cases' },
] as const

export default async function ChildrenPage({ searchParams }: { searchParams: SearchParams }) {
  // the page shows nobody; the search itself is refused at its own door
  const { role } = await signedIn()
  if (!may(role, 'child:search')) notFound()
  const { href, shown } = listView('/children', childListSchema, await searchParams)
  return (
    <>
      <PageHeader title="Children" actions={may(role, 'child:match') ? <ButtonLink variant="secondary" href="/children/matches">Records that may be one child</ButtonLink> : undefined} />
      <FilterTabs label="Show" tabs={TABS.map(({ value, label }) => ({ label, href: href({ show: value }), current: value === shown.show }))} />
      <ChildSearch search={searchAction} show={shown.show} />
    </>
  )
}
