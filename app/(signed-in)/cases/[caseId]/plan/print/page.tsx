import type { Metadata } from 'next'
import { PlanActionsCard } from '@/components/plans/actions-card'
import { AgreedCard, InvolvementCard, SectionsCard } from '@/components/plans/version-view'
import { PrintButton } from '@/components/services/print-button'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { When } from '@/components/when'
import { ask, signedIn } from '@/lib/access/web'
import { formatDate } from '@/lib/pathway/dates'
import { printPlan } from '@/lib/plans/print'

export const metadata: Metadata = { title: { absolute: 'Safety plan' } }

/** The issued plan on paper for professionals, whole. */
export default async function PlanPrintPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const copy = await ask(printPlan, { caseId })
  const { name } = await signedIn()
  const { version, actions } = copy
  return (
    <>
      <PageHeader
        title={`Safety plan: ${copy.name}`}
        caption={`Case ${copy.reference}${copy.born ? `. Born ${formatDate(copy.born)}` : ''}. Version ${version.number}, issued ${formatDate(new Date(version.at))} by ${version.by}`}
        lede={<>Official, sensitive. For professionals: some of it is not for the family. Printed by {name}, <When at={copy.printedAt} />.</>}
        actions={<PrintButton />}
        back={<BackLink href={`/cases/${caseId}/plan`}>Safety plan</BackLink>}
      />
      <div className="max-w-4xl space-y-6">
        <SectionsCard version={version} />
        <PlanActionsCard actions={actions} />
        <InvolvementCard version={version} parties={[]} />
        <AgreedCard version={version} />
      </div>
    </>
  )
}
