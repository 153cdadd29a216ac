import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { TalkForm } from '@/components/quality-audits/talk-form'
import { TalksCard } from '@/components/quality-audits/talks-card'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { keptKey } from '@/lib/drafts/kept-form'
import { chanceText } from '@/lib/pathway/low-referrers'
import { periodText } from '@/components/quality-audits/audits-table'
import { readProviders } from '@/lib/quality-audits/providers'
import { choiceOf, dateParts, periodProblem, type SearchParams } from '@/lib/query-string'
import { keptForms } from '../../../kept-forms'
import { recordTalkAction } from '../../actions'
import { addressOf } from '../address'

export const metadata: Metadata = { title: 'A provider' }

export default async function ProviderPage({ params, searchParams }: { params: Promise<{ agencyId: string }>; searchParams: SearchParams }) {
  const { agencyId } = await params
  const query = await searchParams
  const [from, until] = [dateParts(query, 'from'), dateParts(query, 'until')]
  const kind = choiceOf(query.kind, ['education', 'housing'])
  const of = choiceOf(query.of, ['exploitation', 'all'])
  const page = await ask(readProviders, { kind, of, ...(periodProblem(from, until) ? {} : { from, until }) })
  const one = page.providers.find(({ id }) => id === agencyId)
  if (!one) notFound()
  const { role } = await signedIn()
  const talks = may(role, 'quality-audit:draw')
  const kept = await keptForms(talks ? [['provider_talk', agencyId]] : [])
  const { rate } = page
  return (
    <>
      <PageHeader title={one.name} caption={periodText(page.from, page.until)} back={<BackLink href={addressOf('/quality-audits/providers', { kind, of, from, until })}>Schools and housing providers</BackLink>} />
      <div className="max-w-form space-y-6">
        <Card title="Expected against seen">
          {one.expected === null || one.size === null ? (
            <p>It told us of {one.seen}. Its size is not known, so nothing is expected of it.</p>
          ) : (
            <>
              <p>
                Expected: {rate.seen.toLocaleString('en-GB')} × {one.size.toLocaleString('en-GB')} ÷ {rate.size.toLocaleString('en-GB')} = <strong>{one.expected.toFixed(1)}</strong>. Seen: <strong>{one.seen}</strong>.
              </p>
              <p className="mt-1">{one.seen >= one.expected ? 'As many as expected, or more.' : `${chanceText(one.chance ?? 1)}.`}</p>
            </>
          )}
        </Card>
        <TalksCard talks={one.talks} />
        {talks ? <TalkForm key={one.talks[0]?.id ?? ''} agencyId={agencyId} period={{ from: page.from, until: page.until }} submissionKey={randomUUID()} draft={kept[keptKey('provider_talk', agencyId)]} record={recordTalkAction} /> : null}
      </div>
    </>
  )
}
