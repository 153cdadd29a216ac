import type { Metadata } from 'next'
import { GlassTable } from '@/components/break-glass/glass-table'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFiles } from '@/components/list/list-files'
import { BackLink } from '@/components/ui/back-link'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listGlass } from '@/lib/break-glass/review'
import { GLASS_SHOWN, glassListSchema } from '@/lib/break-glass/schema'
import { listView, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Break-glass' }

const LABELS = { waiting: 'Waiting for a review', all: 'All' } as const

export default async function BreakGlassPage({ searchParams }: { searchParams: SearchParams }) {
  const view = listView('/break-glass', glassListSchema, await searchParams)
  const page = await ask(listGlass, view.asked)
  const { role } = await signedIn()
  const { show, after } = view.shown
  return (
    <>
      <PageHeader title="Opened by breaking glass" lede="Cases that a practitioner opened for a short time, who neither held nor covered them. The CATE manager reviews each." back={may(role, 'audit:read') ? <BackLink href="/audit">Audit log</BackLink> : <BackLink href="/cases">Caseload</BackLink>} />
      <FilterTabs label="Show" tabs={GLASS_SHOWN.map((one) => ({ label: LABELS[one], href: view.href({ show: one }), current: one === show }))} />
      <GlassTable lines={page.items} links={may(role, 'break-glass:read')} empty={<Empty title={show === 'waiting' ? 'Nothing waits for a review' : 'Nothing was opened'}>When a practitioner opens a case that they neither hold nor cover, it appears here.</Empty>} />
      {page.items.length ? <ListFiles list="broken-glass" values={view.values} /> : null}
      <Pagination newer={after ? view.href() : undefined} older={page.next ? view.href({ after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
    </>
  )
}
