import type { Metadata } from 'next'
import { AlertList } from '@/components/alerts/alert-list'
import { FilterTabs } from '@/components/filter-tabs'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listAlerts } from '@/lib/alerts/queries'
import { ALERT_FILTERS, ALERT_TOPICS } from '@/lib/alerts/schema'
import { choiceOf, textOf, withQuery, type SearchParams } from '@/lib/query-string'
import { Live } from '../live'
import { acknowledgeAlertAction, answerScreenAction } from './actions'

export const metadata: Metadata = { title: 'Alerts' }

const LABELS = { mine: 'Waiting for you', waiting: 'All that wait', acknowledged: 'Acknowledged' } as const
const NOTHING = {
  mine: 'When something needs your attention it appears here, with why.',
  waiting: 'Nothing that you may see waits for anybody.',
  acknowledged: 'What has been acknowledged appears here, with what was done.',
} as const

export default async function AlertsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams
  const show = choiceOf(query.show, ALERT_FILTERS)
  const after = textOf(query.after)
  const page = await ask(listAlerts, { show, after })
  const { role } = await signedIn()
  return (
    <>
      <PageHeader title="Alerts" lede="What Waymark noticed, asks or passes on. It explains itself and decides nothing: you do." />
      <Live topics={ALERT_TOPICS} />
      <FilterTabs label="Show" tabs={ALERT_FILTERS.map((one) => ({ label: LABELS[one], href: withQuery('/alerts', { show: one }), current: one === show }))} />
      {page.items.length ? (
        <AlertList alerts={page.items} acknowledge={may(role, 'alert:acknowledge') ? acknowledgeAlertAction : undefined} screen={may(role, 'contact:log') ? answerScreenAction : undefined} forAnybody={role === 'safeguarding_lead'} />
      ) : (
        <Empty title="Nothing here">{NOTHING[show]}</Empty>
      )}
      <Pagination
        newer={after ? withQuery('/alerts', { show }) : undefined}
        older={page.next ? withQuery('/alerts', { show, after: page.next }) : undefined}
        newerLabel="First page"
        olderLabel="Next page"
      />
    </>
  )
}
