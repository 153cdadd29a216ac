import { chanceText, PROVIDER_KINDS, worthAsking, type Against } from '@/lib/pathway/low-referrers'
import { formatDate } from '@/lib/pathway/dates'
import type { ProvidersPage } from '@/lib/quality-audits/providers'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { Tag } from '../ui/tag'
import { periodText } from './audits-table'

const unitOf = (kind: ProvidersPage['kind']) => PROVIDER_KINDS.find(({ id }) => id === kind)?.unit ?? ''
const whole = (number: number) => number.toLocaleString('en-GB')

/** The rate that everything is reckoned from, with its arithmetic. */
export function RateCard({ page: { rate, kind, of, from, until, providers } }: { page: ProvidersPage }) {
  const unit = unitOf(kind)
  const unknown = providers.filter(({ size }) => size === null).length
  return (
    <Card title="How it is reckoned">
      {rate.size ? (
        <p className="max-w-prose">
          From {periodText(from, until)} these {kind === 'education' ? 'schools and colleges' : 'providers'} told us of {whole(rate.seen)} {of === 'exploitation' ? 'contacts where exploitation is a concern' : 'contacts'}, and have {whole(rate.size)} {unit} together:
          {' '}{(rate.seen * 1_000 / rate.size).toFixed(2)} for each thousand. What is expected of one is {whole(rate.seen)} × its {unit} ÷ {whole(rate.size)}.
        </p>
      ) : <p>The administrator has not said how many {unit} any of them has, so nothing is expected yet.</p>}
      {rate.size && unknown ? <p className="mt-2">{unknown} of them {unknown === 1 ? 'has' : 'have'} no size yet and {unknown === 1 ? 'is' : 'are'} left out of the rate.</p> : null}
      <Details summary="What “by chance” means">
        <p>If every provider told us at the same rate, the numbers would still differ from period to period by chance. The column “How likely by chance” says how often one of this size would tell us of as few, or fewer (Poisson). A provider is marked where that is less often than 1 time in 20; among many providers one or two will be marked by chance alone.</p>
      </Details>
    </Card>
  )
}

export function ProvidersTable({ page, href }: { page: ProvidersPage; href: (id: string) => string }) {
  const unit = unitOf(page.kind)
  return (
    <DataTable
      caption="Expected beside what came, the least likely by chance first"
      rows={page.providers}
      rowKey={({ id }) => id}
      empty={<Empty title="There is none of this kind in the area">The administrator adds agencies.</Empty>}
      columns={[
        { key: 'name', header: 'Provider', cell: ({ name }) => name, href: ({ id }) => href(id) },
        { key: 'size', header: unit === 'homes' ? 'Homes' : 'Pupils', align: 'end', cell: ({ size }) => (size === null ? 'Not known' : whole(size)) },
        { key: 'expected', header: 'Expected', align: 'end', cell: ({ expected }) => expected?.toFixed(1) ?? 'Not known' },
        { key: 'seen', header: 'Told us', align: 'end', cell: ({ seen }) => whole(seen) },
        { key: 'chance', header: 'How likely by chance', cell: (one) => <Chance one={one} /> },
        { key: 'talk', header: 'Last talked', cell: ({ talks }) => (talks[0] ? formatDate(talks[0].on) : <span className="text-ink-soft">None</span>) },
      ]}
    />
  )
}

function Chance({ one }: { one: Against }) {
  if (one.chance === null || one.expected === null) return <span className="text-ink-soft">Not known without a size</span>
  if (one.seen >= one.expected) return 'As many as expected, or more'
  return (
    <>
      {worthAsking(one) ? <Tag tone="amber">Worth asking</Tag> : null} {chanceText(one.chance)}
    </>
  )
}
