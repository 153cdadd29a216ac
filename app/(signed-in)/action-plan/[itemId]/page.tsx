import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { PlanTags } from '@/components/action-plan/plan-table'
import { UpdateForm } from '@/components/action-plan/update-form'
import { UpdatesCard } from '@/components/action-plan/updates-card'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import { TextLink } from '@/components/ui/text-link'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readPlan } from '@/lib/action-plan/queries'
import { keptKey } from '@/lib/drafts/kept-form'
import { PLAN_FIGURES } from '@/lib/pathway/action-plan'
import { formatDate } from '@/lib/pathway/dates'
import { keptForms } from '../../kept-forms'
import { updatePlanItemAction } from '../actions'

export const metadata: Metadata = { title: 'An action of the plan' }

export default async function PlanItemPage({ params }: { params: Promise<{ itemId: string }> }) {
  const { itemId } = await params
  const item = (await ask(readPlan, {})).items.find(({ id }) => id === itemId)
  if (!item) notFound()
  const { role } = await signedIn()
  const writes = may(role, 'action-plan:write')
  const kept = await keptForms(writes ? [['plan_update', itemId]] : [])
  const figures = PLAN_FIGURES.filter(({ id }) => item.figures.includes(id))
  return (
    <>
      <PageHeader title={<span className="wrap-anywhere">{item.number}. {item.action}</span>} tags={<PlanTags item={item} />} back={<BackLink href="/action-plan">Action plan</BackLink>} />
      <div className="max-w-form space-y-6">
        <Card title="What was agreed">
          <SummaryList
            rows={[
              { key: 'recommendation', label: 'Recommendation', value: item.recommendation },
              { key: 'lead', label: 'Lead', value: item.lead },
              { key: 'how', label: 'How', value: item.how },
              { key: 'due', label: 'Due', value: item.dueText },
              { key: 'figures', label: 'What shows its effect', value: figures.length ? <ul>{figures.map(({ id, label, href }) => <li key={id}><TextLink href={href}>{label}</TextLink></li>)}</ul> : null },
              { key: 'from', label: 'From', value: item.auditId ? <TextLink href={`/quality-audits/${item.auditId}/results`}>A quality audit</TextLink> : 'The board' },
              { key: 'added', label: 'Added', value: `${formatDate(item.addedOn)} by ${item.by}` },
            ]}
          />
        </Card>
        <UpdatesCard updates={item.updates} />
        {writes ? <UpdateForm key={item.updates.length} itemId={itemId} submissionKey={randomUUID()} milestone={item.wanted[0] ?? 'between'} status={item.status} draft={kept[keptKey('plan_update', itemId)]} save={updatePlanItemAction} /> : null}
      </div>
    </>
  )
}
