import type { Metadata } from 'next'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFiles } from '@/components/list/list-files'
import { FiguresView } from '@/components/oversight/figures-view'
import { PeriodForm } from '@/components/oversight/period-form'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { periodIn, questionTabs } from '@/lib/oversight/address'
import { readFigures } from '@/lib/oversight/figures'
import type { SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Figures' }

export default async function FiguresPage({ searchParams }: { searchParams: SearchParams }) {
  const { from, until, problem, asked, query, typed, href } = periodIn(await searchParams)
  const { role } = await signedIn()
  const figures = await ask(readFigures, asked)
  return (
    <>
      <PageHeader title="Figures" lede="Counted from the records themselves, as they are now." />
      <FilterTabs label="Questions" tabs={questionTabs(null, query)} />
      <Card title="Choose a period" className="no-print">
        <PeriodForm {...{ from, until, problem }} />
      </Card>
      <div className="mt-6">
        <FiguresView figures={figures} />
        <ListFiles list="glance" values={typed} what="These figures" />
      </div>
      <div className="mt-6 flex flex-wrap gap-3 no-print">
        {may(role, 'oversight:read') ? <ButtonLink variant="secondary" href="/oversight/now">What needs somebody now</ButtonLink> : null}
        {may(role, 'figures:report') ? <ButtonLink variant="secondary" href={href('/oversight/report', { only: undefined })}>Report to the board (PDF)</ButtonLink> : null}
        {may(role, 'figures:report') ? <ButtonLink variant="secondary" href="/oversight/publish">Summaries for the public</ButtonLink> : null}
        <ButtonLink variant="secondary" href={href('/oversight/summary', { only: undefined })}>Annual summary for the public (PDF)</ButtonLink>
      </div>
    </>
  )
}
