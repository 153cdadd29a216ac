import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PublicShell } from '@/components/layout/public-shell'
import { SummaryView, SummaryWords } from '@/components/oversight/summary-view'
import { PrintButton } from '@/components/services/print-button'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { askPublished } from '@/lib/access/web'
import { besideThe } from '@/lib/oversight/public-summary'
import { formatDate } from '@/lib/pathway/dates'
import { addDaysTo } from '@/lib/pathway/london'

export const metadata: Metadata = { title: 'Annual summary', robots: { index: true, follow: true } }

export default async function ReportPage({ params }: { params: Promise<{ summaryId: string }> }) {
  const { summaryId } = await params
  const summaries = await askPublished()
  const summary = summaries.find(({ id }) => id === summaryId)
  if (!summary) notFound()
  const { area, from, until, at, content } = summary
  const earlier = summaries.find((one) => one.area === area && one.until === addDaysTo(from, -1)) ?? null
  return (
    <PublicShell wide>
      <PageHeader
        back={<BackLink href="/report">Annual summaries</BackLink>}
        title={`${formatDate(from)} to ${formatDate(until)}`}
        caption={area}
        lede="How children at risk of exploitation were helped, in numbers."
        actions={<PrintButton>Print</PrintButton>}
      />
      <SummaryWords at={formatDate(new Date(at))} before={earlier && `${formatDate(earlier.from)} to ${formatDate(earlier.until)}`} />
      <SummaryView content={besideThe(earlier?.content ?? null, content)} />
    </PublicShell>
  )
}
