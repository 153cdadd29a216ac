import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { DisclosureCard } from '@/components/casework/disclosure-card'
import { OfferForm } from '@/components/casework/offer-form'
import { SessionFacts } from '@/components/casework/session-view'
import { typeLabel } from '@/components/casework/words'
import { BackLink } from '@/components/ui/back-link'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readSession } from '@/lib/casework/sessions'
import { now } from '@/lib/clock'
import { keptKey } from '@/lib/drafts/kept-form'
import { formatDateTime } from '@/lib/pathway/dates'
import { londonDay } from '@/lib/pathway/london'
import { textOf, type SearchParams } from '@/lib/query-string'
import { keptForms } from '../../kept-forms'
import { recordOfferAction } from '../actions'

export const metadata: Metadata = { title: 'Session' }

type Props = { params: Promise<{ sessionId: string }>; searchParams: SearchParams }

export default async function SessionPage({ params, searchParams }: Props) {
  const { sessionId } = await params
  const saved = textOf((await searchParams).saved) !== undefined
  const one = await ask(readSession, { sessionId })
  const { role } = await signedIn()
  const writes = may(role, 'casework:write')
  const { disclosure } = one
  const kept = disclosure && writes ? await keptForms([['isva_offered', disclosure.id]]) : {}
  const [year = '', month = '', day = ''] = londonDay(now()).split('-')
  const offer = disclosure && writes ? (
    <OfferForm
      key={disclosure.offers.length}
      disclosureId={disclosure.id}
      submissionKey={randomUUID()}
      today={{ day: String(Number(day)), month: String(Number(month)), year }}
      save={recordOfferAction}
      draft={kept[keptKey('isva_offered', disclosure.id)]}
    />
  ) : undefined
  return (
    <>
      <PageHeader
        title={typeLabel(one.type)}
        caption={`${one.child.name}, case ${one.case.reference}`}
        tags={disclosure ? <Tag tone="red">Told of abuse</Tag> : undefined}
        back={<BackLink href={`/cases/${one.case.id}`}>{`Case ${one.case.reference}`}</BackLink>}
      />
      <div className="max-w-4xl space-y-6">
        {saved && !one.correctedBy ? <Banner tone="success" title="Saved" announce>{disclosure ? 'The safeguarding lead is told. Say below where the offer of an adviser stands.' : null}</Banner> : null}
        {one.correctedBy ? <Banner title="This entry was corrected"><TextLink href={`/sessions/${one.correctedBy}`}>Open the one that takes its place</TextLink></Banner> : null}
        {disclosure ? <DisclosureCard told={disclosure} offer={one.correctedBy ? undefined : offer} /> : null}
        <Card title="The session" actions={writes && !one.correctedBy ? <ButtonLink variant="secondary" size="small" href={`/sessions/${one.id}/correct`}>Correct it</ButtonLink> : undefined}>
          <SessionFacts session={one} />
        </Card>
        {one.earlier.map((entry) => (
          <Details key={entry.id} summary={`As ${entry.by} wrote it on ${formatDateTime(new Date(entry.at))}, before it was corrected`}>
            <SessionFacts session={entry} />
          </Details>
        ))}
      </div>
    </>
  )
}
