import type { Metadata } from 'next'
import { DifferenceCard } from '@/components/plans/difference'
import { VersionsCard } from '@/components/plans/versions-card'
import { BackLink } from '@/components/ui/back-link'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { readPlanHistory } from '@/lib/plans/history'
import type { SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Versions of the safety plan' }

type Props = { params: Promise<{ caseId: string }>; searchParams: SearchParams }

export default async function PlanHistoryPage({ params, searchParams }: Props) {
  const { caseId } = await params
  const { from, to } = await searchParams
  const history = await ask(readPlanHistory, { caseId, ...numbered('from', from), ...numbered('to', to) })
  const { compared } = history
  return (
    <>
      <PageHeader
        title="Versions of the safety plan"
        caption={<>{history.child.name}, case {history.reference}</>}
        lede="Each time it was saved or issued. None of them is ever changed."
        back={<BackLink href={`/cases/${caseId}/plan`}>Safety plan</BackLink>}
      />
      <div className="max-w-4xl space-y-6">
        <VersionsCard path={`/cases/${caseId}/plan/history`} versions={history.versions} compared={compared} />
        {compared ? <DifferenceCard {...compared} /> : null}
      </div>
    </>
  )
}

/** A version's number out of the address; one that is none is left out. */
function numbered(name: 'from' | 'to', value: string | string[] | undefined): { from?: number; to?: number } {
  return typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? { [name]: Number(value) } : {}
}
