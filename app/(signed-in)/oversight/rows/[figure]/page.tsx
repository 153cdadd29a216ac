import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ListFiles } from '@/components/list/list-files'
import { RowsTable } from '@/components/oversight/rows-table'
import { BackLink } from '@/components/ui/back-link'
import { Details } from '@/components/ui/details'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { ask } from '@/lib/access/web'
import { FIGURE_NAMES, figureOf } from '@/lib/oversight/definitions'
import { ONLY_BY } from '@/lib/oversight/only'
import { readRows, rowsSchema } from '@/lib/oversight/rows'
import { formatDate } from '@/lib/pathway/dates'
import { listView, type SearchParams } from '@/lib/query-string'

type Props = { params: Promise<{ figure: string }>; searchParams: SearchParams }

export const metadata: Metadata = { title: 'The rows behind a figure' }

export default async function RowsPage({ params, searchParams }: Props) {
  const named = (await params).figure
  const figure = FIGURE_NAMES.find((name) => name === named) ?? notFound()
  const view = listView(`/oversight/rows/${figure}`, rowsSchema.omit({ figure: true }), await searchParams)
  const { items, next, part, period, only } = await ask(readRows, { ...view.asked, figure })
  const { title, words, unit, share } = figureOf(figure)
  return (
    <>
      <PageHeader
        back={<BackLink href="/oversight">Figures</BackLink>}
        title={title}
        caption="The rows behind a figure"
        tags={[only && `${ONLY_BY.find(({ id }) => id === only.by)?.label}: ${only.name}`, part && `${part.header}: ${part.label}`].filter(Boolean).join('. ') || undefined}
        lede={`${formatDate(period.from)} to ${formatDate(period.until)}. References alone; a record is opened by whoever may.`}
      />
      <Details summary="What is counted">
        <p>{words}</p>
      </Details>
      <ListFiles list="figure-rows" values={{ ...view.values, figure }} what="These rows" />
      <RowsTable items={items} unit={unit} share={share?.of ?? null} />
      <Pagination newer={view.asked.after ? view.href() : undefined} older={next ? view.href({ after: next }) : undefined} newerLabel="Newest" olderLabel="Older" />
    </>
  )
}
