import type { Metadata } from 'next'
import { CaseTable } from '@/components/cases/case-table'
import { FilterTabs } from '@/components/filter-tabs'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { ask, signedIn } from '@/lib/access/web'
import { listCaseload } from '@/lib/cases/queries'
import { choiceOf, withQuery, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Caseload' }

export default async function CaseloadPage({ searchParams }: { searchParams: SearchParams }) {
  const show = choiceOf((await searchParams).show, ['open', 'closed'] as const)
  const cases = await ask(listCaseload, { show })
  const { role } = await signedIn()
  const team = role === 'cate_manager'
  return (
    <>
      <PageHeader title={team ? 'Team caseload' : 'Your caseload'} lede={show === 'open' ? 'What is due first.' : 'Most recently closed first.'} />
      <FilterTabs
        label="Show"
        tabs={[
          { label: 'Open', href: withQuery('/cases', { show: 'open' }), current: show === 'open' },
          { label: 'Closed', href: withQuery('/cases', { show: 'closed' }), current: show === 'closed' },
        ]}
      />
      <CaseTable
        caption="Cases"
        captionHidden
        team={team}
        cases={cases}
        empty={<Empty title={show === 'open' ? 'No open case' : 'No closed case'}>{team ? 'Accept a referral to open one.' : 'Cases appear here when the CATE manager allocates them to you.'}</Empty>}
      />
    </>
  )
}
