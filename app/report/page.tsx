import type { Metadata } from 'next'
import { PublicShell } from '@/components/layout/public-shell'
import { TextLink } from '@/components/ui/text-link'
import { askPublished } from '@/lib/access/web'
import { formatDate } from '@/lib/pathway/dates'

export const metadata: Metadata = { title: 'Annual summaries', robots: { index: true, follow: true } }

export default async function ReportsPage() {
  const summaries = await askPublished()
  const areas = [...new Set(summaries.map(({ area }) => area))]
  return (
    <PublicShell>
      <h1 className="mb-2">Annual summaries</h1>
      <p className="mb-6 text-ink-soft">How children at risk of exploitation were helped, in numbers, year by year.</p>
      {areas.length ? null : <p>Nothing has been published yet.</p>}
      {areas.map((area) => (
        <section key={area} aria-label={area} className="mb-6">
          <h2 className="wrap-anywhere">{area}</h2>
          <ul className="list-disc pl-5">
            {summaries.filter((one) => one.area === area).map(({ id, from, until }) => (
              <li key={id}><TextLink href={`/report/${id}`}>{formatDate(from)} to {formatDate(until)}</TextLink></li>
            ))}
          </ul>
        </section>
      ))}
    </PublicShell>
  )
}
