import type { Metadata } from 'next'
import { ChallengeCard } from '@/components/challenges/challenge-card'
import { RaiseForm } from '@/components/challenges/raise-form'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import { ask, signedIn } from '@/lib/access/web'
import { readOwnContact } from '@/lib/challenges/queries'
import { keptKey } from '@/lib/drafts/kept-form'
import { formatDateTime } from '@/lib/pathway/dates'
import { keptForms } from '../../kept-forms'
import { raiseChallengeAction } from '../../referrals/actions'
import { Live } from '../../live'

export const metadata: Metadata = { title: 'What we told Family Connect' }

type Props = { params: Promise<{ contactId: string }> }

export default async function OurContactPage({ params }: Props) {
  const { contactId } = await params
  const contact = await ask(readOwnContact, { contactId })
  const { name, settings } = await signedIn()
  const challenges = contact.decided && !contact.challenge
  const drafts = await keptForms(challenges ? [['challenged', contactId]] : [])
  return (
    <>
      <PageHeader title={`Contact ${contact.reference}`} caption={`Told to Family Connect ${formatDateTime(new Date(contact.receivedAt))}`} back={<BackLink href="/our-contacts">Our contacts</BackLink>} />
      <Live topics={['challenge', 'referral', 'contact']} />
      <div className="max-w-3xl space-y-6">
        <Card title="What you told us">
          <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">{contact.whatWasSaid}</p>
        </Card>
        <Card title="What came of it">
          {contact.told.length ? (
            <SummaryList rows={contact.told.map((told) => ({ key: told.at, label: `${told.toWhom} was told ${formatDateTime(new Date(told.at))}`, value: told.words }))} />
          ) : (
            <p>{contact.decided ? 'It is decided. Nobody of your agency is recorded here as told yet: call Family Connect and quote the reference.' : 'Family Connect has not decided it yet.'}</p>
          )}
        </Card>
        <ChallengeCard challenges={contact.challenge ? [contact.challenge] : []}>
          {challenges ? (
            <RaiseForm summary="We disagree with what came of it" contactId={contact.id} referralId={null} from={['referrer']} raisedBy={name} days={settings.challengeAnswerDays} raise={raiseChallengeAction} draft={drafts[keptKey('challenged', contact.id)]} />
          ) : null}
        </ChallengeCard>
      </div>
    </>
  )
}
