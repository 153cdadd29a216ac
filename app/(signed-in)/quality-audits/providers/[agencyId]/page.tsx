import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { TalkForm } from '@/components/quality-audits/talk-form'
import { TalksCard } from '@/components/quality-audits/talks-card'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { keptKey } from '@/lib/drafts/kept-form'
import { chanceText, PROVIDER_KINDS, worthAsking } from '@/lib/pathway/low-referrers'
import { periodText } from '@/components/quality-audits/audits-table'
import { readProviders } from '@/lib/quality-audits/providers'
import { choiceOf, dateParts, periodProblem, type SearchParams } from '@/lib/query-string'
import { keptForms } from '../../../kept-forms'
import { recordTalkAction } from '../../actions'
import { addressOf } from '../address'

export const metadata: Metadata = { title: 'A provider' }

const whole = (number: number) => number.toLocaleString('en-GB')

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
  const unit = PROVIDER_KINDS.find(({ id }) => id === kind)?.unit
  return (
    <>
      <PageHeader title={one.name} caption={periodText(page.from, page.until)} back={<BackLink href={addressOf('/quality-audits/providers', { kind, of, from, until })}>Schools and housing providers</BackLink>} />
      <div className="max-w-form space-y-6">
        <Card title="Expected beside what came">
          {one.expected === null || one.size === null ? (
            <p>It told us of {whole(one.seen)}. Its size is not known, so nothing is expected of it: the administrator says how many {unit} it has.</p>
          ) : (
            <>
              <p>
                {kind === 'education' ? 'Schools and colleges' : 'Housing providers'} told us of {whole(rate.seen)} {of === 'exploitation' ? 'contacts where exploitation is a concern' : 'contacts'} and have {whole(rate.size)} {unit} together. This one has {whole(one.size)} {unit}:
                of it we would expect {whole(rate.seen)} × {whole(one.size)} ÷ {whole(rate.size)} = <strong>{one.expected.toFixed(1)}</strong>. It told us of <strong>{whole(one.seen)}</strong>.
              </p>
              <p className="mt-2">{worthAsking(one) ? <Tag tone="amber">Worth asking</Tag> : null} {one.seen >= one.expected ? 'As many as expected, or more.' : `${chanceText(one.chance ?? 1)}.`}</p>
            </>
          )}
        </Card>
        <TalksCard talks={one.talks} />
        {talks ? <TalkForm key={one.talks[0]?.id ?? ''} agencyId={agencyId} period={{ from: page.from, until: page.until }} submissionKey={randomUUID()} draft={kept[keptKey('provider_talk', agencyId)]} record={recordTalkAction} /> : null}
      </div>
    </>
  )
}
