import type { Metadata } from 'next'
import { CloseGlassButton } from '@/components/break-glass/close-button'
import { ReviewGlassForm } from '@/components/break-glass/review-form'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { When } from '@/components/when'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readGlass } from '@/lib/break-glass/review'
import { keptKey } from '@/lib/drafts/kept-form'
import { keptForms } from '../../kept-forms'
import { closeGlassAction, reviewGlassAction } from '../actions'

export const metadata: Metadata = { title: 'Break-glass' }

export default async function GlassPage({ params }: { params: Promise<{ glassId: string }> }) {
  const { glassId } = await params
  const one = await ask(readGlass, { glassId })
  const { role } = await signedIn()
  const reviews = may(role, 'break-glass:review') && !one.own && !one.open && !one.outcome
  const drafts = await keptForms(reviews ? [['glass_reviewed', glassId]] : [])
  const words = (text: string) => <span className="whitespace-pre-line wrap-anywhere" dir="auto">{text}</span>
  return (
    <>
      <PageHeader
        title={`${one.who} opened case ${one.reference}`}
        tags={one.open ? <Tag tone="amber">Still open</Tag> : one.outcome ? null : <Tag>Waits for a review</Tag>}
        back={<BackLink href="/break-glass">Opened by breaking glass</BackLink>}
      />
      <div className="max-w-form space-y-6">
        <Card title="What was opened, and why">
          <SummaryList
            rows={[
              { key: 'child', label: 'Young person', value: <TextLink href={`/children/${one.child.id}`} className="wrap-anywhere">{one.child.name}</TextLink> },
              { key: 'case', label: 'Case', value: <><TextLink href={`/cases/${one.caseId}`}>{one.reference}</TextLink>, {one.holder ? `with ${one.holder}` : 'not allocated yet'}</> },
              { key: 'reason', label: 'Reason', value: words(one.reason) },
              { key: 'when', label: 'Open', value: <><When at={one.openedAt} /> until <When at={one.until} /></> },
              { key: 'long', label: 'For', value: one.minutes === 1 ? '1 minute' : `${one.minutes} minutes` },
              { key: 'pages', label: 'Pages of the record opened meanwhile', value: String(one.pages) },
              { key: 'outcome', label: 'Review', value: one.outcome, },
              ...(one.outcome && one.words && one.reviewedAt ? [{ key: 'words', label: 'What was found', value: words(one.words) }, { key: 'by', label: 'Reviewed', value: <>{one.reviewedBy}, <When at={one.reviewedAt} /></> }] : []),
            ]}
            unknown="Not reviewed yet"
          />
        </Card>
        {one.open && may(role, 'break-glass:end') ? <CloseGlassButton glassId={glassId} close={closeGlassAction} /> : null}
        {one.own && !one.outcome ? <p>You opened this one. Somebody else reviews it.</p> : null}
        {reviews ? <ReviewGlassForm glassId={glassId} review={reviewGlassAction} draft={drafts[keptKey('glass_reviewed', glassId)]} /> : null}
      </div>
    </>
  )
}
