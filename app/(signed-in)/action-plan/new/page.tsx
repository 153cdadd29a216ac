import type { Metadata } from 'next'
import { randomUUID } from 'node:crypto'
import { ItemForm } from '@/components/action-plan/item-form'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { listLeads } from '@/lib/action-plan/queries'
import { ask, signedIn } from '@/lib/access/web'
import { keptKey } from '@/lib/drafts/kept-form'
import { idsIn, type SearchParams } from '@/lib/query-string'
import { keptForms } from '../../kept-forms'
import { addPlanItemAction } from '../actions'

export const metadata: Metadata = { title: 'Add an action' }

export default async function NewPlanItemPage({ searchParams }: { searchParams: SearchParams }) {
  const auditId = idsIn((await searchParams).audit, 1)[0] ?? null
  const agencies = await ask(listLeads, {})
  const { userId } = await signedIn()
  const about = auditId ?? userId
  const kept = await keptForms([['plan_row', about]])
  return (
    <>
      <PageHeader title="Add an action to the plan" lede={auditId ? 'It stands beside the audit that it came from.' : undefined} back={auditId ? <BackLink href={`/quality-audits/${auditId}/results`}>The audit</BackLink> : <BackLink href="/action-plan">Action plan</BackLink>} />
      <ItemForm submissionKey={randomUUID()} auditId={auditId} agencies={agencies} draft={kept[keptKey('plan_row', about)]} add={addPlanItemAction} />
    </>
  )
}
