import type { Metadata } from 'next'
import { FiguresView } from '@/components/oversight/figures-view'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DateInput } from '@/components/ui/date-input'
import { PageHeader } from '@/components/ui/page-header'
import { Warning } from '@/components/ui/warning'
import { ask } from '@/lib/access/web'
import { readFigures } from '@/lib/oversight/figures'
import { dateParts, periodProblem, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Figures' }

export default async function FiguresPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams
  const from = dateParts(query, 'from')
  const until = dateParts(query, 'until')
  const problem = periodProblem(from, until)
  const figures = await ask(readFigures, problem ? {} : { from, until })
  return (
    <>
      <PageHeader title="Figures" lede="Counted from the records themselves, as they are now." />
      <Card title="Choose a period">
        {problem ? <Warning>{problem} Showing the last twelve months.</Warning> : null}
        <form className="flex flex-wrap items-end gap-x-8 gap-y-3">
          <DateInput legend="From" name="from" hint="For example, 1 4 2026" defaultValue={from} />
          <DateInput legend="To" name="until" hint="For example, 31 3 2027" defaultValue={until} />
          <Button type="submit" variant="secondary">
            Show
          </Button>
        </form>
      </Card>
      <div className="mt-6">
        <FiguresView figures={figures} />
      </div>
    </>
  )
}
