import type { Metadata } from 'next'
import { PlanTable } from '@/components/action-plan/plan-table'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFiles } from '@/components/list/list-files'
import { PrintButton } from '@/components/services/print-button'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { readPlan } from '@/lib/action-plan/queries'
import { formatDate } from '@/lib/pathway/dates'
import { PLAN_STATUSES } from '@/lib/pathway/action-plan'
import { choiceOf, withQuery, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Action plan' }

const SHOWS = { all: 'Everything', open: 'Still to do', overdue: 'Overdue', wanted: 'An update is wanted', ended: 'Done or ended' } as const

export default async function ActionPlanPage({ searchParams }: { searchParams: SearchParams }) {
  const { items, today } = await ask(readPlan, {})
  const { role, areaName } = await signedIn()
  const show = choiceOf((await searchParams).show, ['all', 'open', 'overdue', 'wanted', 'ended'])
  const isOpen = (status: string) => PLAN_STATUSES.find(({ id }) => id === status)?.open === true
  const lists = { all: items, open: items.filter(({ status }) => isOpen(status)), overdue: items.filter(({ overdue }) => overdue), wanted: items.filter(({ wanted }) => wanted.length), ended: items.filter(({ status }) => !isOpen(status)) }
  const writes = may(role, 'action-plan:write')
  return (
    <div className="print-wide">
      <PageHeader
        title="Action plan"
        caption={`${areaName} Safeguarding Children Board, ${formatDate(today)}`}
        lede={`${lists.ended.length} of ${items.length} actions are done or ended.`}
        actions={
          <>
            {writes ? <ButtonLink href="/action-plan/new">Add an action</ButtonLink> : null}
            {writes ? <ButtonLink href="/action-plan/import" variant="secondary">Bring in a table</ButtonLink> : null}
            <PrintButton variant={writes ? 'secondary' : undefined}>Print the table</PrintButton>
          </>
        }
      />
      {lists.overdue.length ? (
        <Banner title={lists.overdue.length === 1 ? 'One action is overdue' : `${lists.overdue.length} actions are overdue`}>
          <ul className="list-disc pl-5">
            {lists.overdue.slice(0, 5).map((item) => <li key={item.id} className="wrap-anywhere"><TextLink href={`/action-plan/${item.id}`}>{item.number}. {item.action}</TextLink> ({item.lead}), due {item.dueText}</li>)}
          </ul>
        </Banner>
      ) : null}
      <div className="no-print"><FilterTabs label="Show" tabs={(Object.keys(SHOWS) as (keyof typeof SHOWS)[]).map((id) => ({ label: `${SHOWS[id]} (${lists[id].length})`, href: withQuery('/action-plan', { show: id === 'all' ? undefined : id }), current: id === show }))} /></div>
      {items.length ? <ListFiles list="action-plan" what="The whole plan" /> : null}
      <PlanTable items={lists[show]} empty={items.length === 0} />
    </div>
  )
}
