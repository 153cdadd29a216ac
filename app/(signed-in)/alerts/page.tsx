import type { Metadata } from 'next'
import { AlertList } from '@/components/alerts/alert-list'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFilter, type FilterField } from '@/components/list/list-filter'
import { NothingListed } from '@/components/list/nothing'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listAlerts } from '@/lib/alerts/queries'
import { ALERT_FILTERS, ALERT_TOPICS, alertListSchema, alertSort } from '@/lib/alerts/schema'
import { ALERT_KINDS } from '@/lib/pathway/alert-kinds'
import { isNarrowed, listView, withQuery, type SearchParams } from '@/lib/query-string'
import { Live } from '../live'
import { acknowledgeAlertAction, answerScreenAction } from './actions'

export const metadata: Metadata = { title: 'Alerts' }

const LABELS = { mine: 'Waiting for you', waiting: 'All that wait', acknowledged: 'Acknowledged' } as const
const NOTHING = {
  mine: 'When something needs your attention it appears here, with why.',
  waiting: 'Nothing that you may see waits for anybody.',
  acknowledged: 'What has been acknowledged appears here, with what was done.',
} as const

const FILTERS: readonly FilterField[] = [
  { name: 'kind', label: 'What it is about', any: 'Anything', options: ALERT_KINDS.map(({ id, label }) => ({ value: id, label })) },
]
const SORTS = [
  { value: 'oldest', label: 'Oldest first' },
  { value: 'newest', label: 'Newest first' },
] as const

export default async function AlertsPage({ searchParams }: { searchParams: SearchParams }) {
  const view = listView('/alerts', alertListSchema, await searchParams)
  const page = await ask(listAlerts, view.asked)
  const { show, after } = view.shown
  const { role } = await signedIn()
  const narrowed = isNarrowed(view)
  return (
    <>
      <PageHeader title="Alerts" lede="What Waymark noticed, asks or passes on. It explains itself and decides nothing: you do." />
      <Live topics={ALERT_TOPICS} />
      <FilterTabs label="Show" tabs={ALERT_FILTERS.map((one) => ({ label: LABELS[one], href: view.href({ show: one, sort: undefined }), current: one === show }))} />
      <ListFilter path="/alerts" file="alerts" values={view.values} problems={view.problems} keep={['show']} fields={FILTERS} sort={{ options: SORTS, now: alertSort(view.shown) }} period="Raised" />
      {page.items.length ? (
        <AlertList alerts={page.items} acknowledge={may(role, 'alert:acknowledge') ? acknowledgeAlertAction : undefined} screen={may(role, 'contact:log') ? answerScreenAction : undefined} forAnybody={role === 'safeguarding_lead'} />
      ) : (
        <NothingListed title="Nothing here" words={NOTHING[show]} what="alerts" narrowed={narrowed} clear={withQuery('/alerts', { show })} />
      )}
      <Pagination newer={after ? view.href() : undefined} older={page.next ? view.href({ after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
    </>
  )
}
