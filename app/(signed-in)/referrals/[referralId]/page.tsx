import type { Metadata } from 'next'
import { WithheldWarning } from '@/components/contacts/off-paper'
import { AnswerForms } from '@/components/referrals/answer-forms'
import { SnapshotCard } from '@/components/enquiries/snapshot-card'
import { BackLink } from '@/components/ui/back-link'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readSnapshots } from '@/lib/enquiries/snapshot'
import { withQuery } from '@/lib/query-string'
import { formatDateTime } from '@/lib/pathway/dates'
import { REFERRAL_STATE_LABELS } from '@/lib/pathway/states'
import { readReferral } from '@/lib/referrals/queries'
import { acceptReferralAction, declineReferralAction } from '../actions'

export const metadata: Metadata = { title: 'Referral' }

type Props = { params: Promise<{ referralId: string }> }

export default async function ReferralPage({ params }: Props) {
  const { referralId } = await params
  const referral = await ask(readReferral, { referralId })
  const { role, settings } = await signedIn()
  const snapshots = may(role, 'enquiry:read-snapshot') ? await ask(readSnapshots, { referralId }) : []
  const waiting = referral.state === 'sent' || referral.state === 'acknowledged'
  return (
    <>
      <PageHeader
        title={`Referral to ${referral.to}`}
        caption={`Sent ${formatDateTime(new Date(referral.sentAt))}, ${waiting ? `waited ${referral.waited}` : `answered after ${referral.waited}`}`}
        tags={<Tag tone={waiting ? 'amber' : 'neutral'}>{REFERRAL_STATE_LABELS[referral.state]}</Tag>}
        actions={may(role, 'enquiry:lead') ? <ButtonLink variant="secondary" href={withQuery('/enquiries/new', { referral: referral.id })}>Ask the agencies</ButtonLink> : undefined}
        back={<BackLink href="/referrals">Referrals</BackLink>}
      />
      <div className="max-w-3xl space-y-6">
        <Card title="What you need to know">
          {referral.identityWithheld ? <WithheldWarning /> : null}
          <p dir="auto" className="mb-4 max-w-prose whitespace-pre-line wrap-anywhere">{referral.summary}</p>
          <SummaryList
            rows={[
              { key: 'child', label: 'Young person', value: referral.child ? <><TextLink href={`/children/${referral.child.id}`}>{referral.child.name}</TextLink>, {referral.child.born}</> : 'No child named' },
              { key: 'contact', label: 'Contact', value: <TextLink href={`/contacts/${referral.contact.id}`}>{referral.contact.reference}</TextLink> },
              { key: 'by', label: 'Sent by', value: referral.sentBy },
              ...(referral.respondedAt ? [{ key: 'answer', label: 'Answered', value: `${referral.respondedBy ?? ''}, ${formatDateTime(new Date(referral.respondedAt))}` }] : []),
              ...(referral.declineReason ? [{ key: 'reason', label: 'Why declined', value: referral.declineReason }] : []),
              ...(referral.caseId && may(role, 'case:read') ? [{ key: 'case', label: 'Case', value: <TextLink href={`/cases/${referral.caseId}`}>Open the case</TextLink> }] : []),
            ]}
          />
        </Card>
        {waiting && referral.outcome === 'cate' && may(role, 'referral:answer') ? (
          <AnswerForms referralId={referral.id} version={referral.version} panelDays={settings.panelDays} accept={acceptReferralAction} decline={declineReferralAction} />
        ) : null}
        {snapshots.map((snapshot) => <SnapshotCard key={snapshot.id} label={settings.labels.enquiry} snapshot={snapshot} />)}
      </div>
    </>
  )
}
