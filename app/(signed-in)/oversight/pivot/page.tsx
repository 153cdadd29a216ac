import type { Metadata } from 'next'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFiles } from '@/components/list/list-files'
import { PivotForm } from '@/components/oversight/pivot-form'
import { PivotTable } from '@/components/oversight/pivot-table'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Warning } from '@/components/ui/warning'
import { ask } from '@/lib/access/web'
import { periodIn, questionTabs } from '@/lib/oversight/address'
import { pivotSchema, readPivot } from '@/lib/oversight/pivot'
import { PIVOT_CHOICES, PIVOTS } from '@/lib/oversight/pivots'
import { listView, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Two things at once' }

export default async function PivotPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams
  const view = listView('/oversight/pivot', pivotSchema, query)
  const address = periodIn(query)
  const { figure } = view.shown
  // a figure has its own breakdowns: what another one left in the address gives way
  const may: readonly string[] = PIVOTS[figure]
  const rows = may.includes(view.shown.rows) ? view.shown.rows : PIVOTS[figure][0]
  const columns = may.includes(view.shown.columns) && view.shown.columns !== rows ? view.shown.columns : PIVOTS[figure].find((one) => one !== rows)
  const pivot = await ask(readPivot, { ...view.asked, ...address.asked, figure, rows, columns })
  return (
    <>
      <PageHeader title="Two things at once" lede="A figure counted by two things at once: rows that name nobody." />
      <FilterTabs label="Questions" tabs={questionTabs('pivot', address.query)} />
      <Card title="Choose what to count">
        {address.problem ? <Warning>{address.problem} Showing the last twelve months.</Warning> : null}
        <PivotForm key={JSON.stringify(view.values)} {...PIVOT_CHOICES} figure={figure} rows={rows} columns={columns ?? rows} from={address.from} until={address.until} />
      </Card>
      <div className="mt-6">
        <PivotTable pivot={pivot} />
        <ListFiles list="pivot" values={{ ...address.typed, figure, rows, columns }} what="This table" />
      </div>
    </>
  )
}
