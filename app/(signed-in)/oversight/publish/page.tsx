import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { PublishForm } from '@/components/oversight/publish-forms'
import { PublishedList } from '@/components/oversight/published-list'
import { PeriodForm } from '@/components/oversight/period-form'
import { SummaryView, SummaryWords } from '@/components/oversight/summary-view'
import { BackLink } from '@/components/ui/back-link'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { Warning } from '@/components/ui/warning'
import { may } from '@/lib/access/permissions'
import { ask, askPublished, signedIn } from '@/lib/access/web'
import { now } from '@/lib/clock'
import { periodIn } from '@/lib/oversight/address'
import { listPublished, previewSummary, type PublishedRow } from '@/lib/oversight/publish'
import { besideThe } from '@/lib/oversight/public-summary'
import { formatDate } from '@/lib/pathway/dates'
import { addDaysTo } from '@/lib/pathway/london'
import type { SearchParams } from '@/lib/query-string'
import { publishSummaryAction, withdrawSummaryAction } from './actions'

export const metadata: Metadata = { title: 'Summaries for the public' }

export default async function PublishPage({ searchParams }: { searchParams: SearchParams }) {
  const { from, until, problem, asked } = periodIn(await searchParams)
  const publishes = may((await signedIn()).role, 'figures:publish')
  const rows = await ask(listPublished, {})
  return (
    <>
      <PageHeader
        back={<BackLink href="/oversight">Figures</BackLink>}
        title="Summaries for the public"
        lede="A year’s figures as everybody may read them, without signing in: a stored copy, with small numbers withheld."
      />
      <div className="space-y-6">
        <PublishedList rows={rows} withdraw={publishes ? withdrawSummaryAction : null} />
        {publishes ? (
          <Card title="Publish another year">
            <PeriodForm {...{ from, until, problem }} />
          </Card>
        ) : null}
        {publishes ? <PreviewOfYear asked={asked} rows={rows} /> : null}
      </div>
    </>
  )
}

const spanOf = ({ from, until }: { from: string; until: string }) => `${formatDate(from)} to ${formatDate(until)}`

async function PreviewOfYear({ asked, rows }: { asked: ReturnType<typeof periodIn>['asked']; rows: readonly PublishedRow[] }) {
  const { area, period, content, digest, problem } = await ask(previewSummary, asked)
  const span = spanOf(period)
  const there = rows.find((row) => row.from === period.from && row.until === period.until && !row.withdrawn)
  if (there) return <Banner tone="success" title={`${span} is public`}><p><TextLink href={`/report/${there.id}`}>Read it as everybody does</TextLink>. To publish another year, enter its days above.</p></Banner>
  if (problem) return <Warning>{span}: {problem}.</Warning>
  const earlier = (await askPublished()).find((one) => one.area === area && one.until === addDaysTo(period.from, -1)) ?? null
  return (
    <>
      <section aria-label="Exactly what will be public" className="rounded-lg border-2 border-dashed border-control p-4 sm:p-6">
        <p className="mb-4 font-semibold">Exactly this will be public:</p>
        <p className="text-ink-soft wrap-anywhere">{area}</p>
        <p className="mb-3 text-2xl font-semibold">{span}</p>
        <SummaryWords at={formatDate(now())} before={earlier && spanOf(earlier)} />
        <SummaryView content={besideThe(earlier?.content ?? null, content)} />
      </section>
      <PublishForm key={digest} submissionKey={randomUUID()} from={period.from} until={period.until} digest={digest} publish={publishSummaryAction} />
    </>
  )
}
