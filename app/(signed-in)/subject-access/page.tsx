import type { Metadata } from 'next'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFiles } from '@/components/list/list-files'
import { RequestTable } from '@/components/subject-access/request-table'
import { PageHeader } from '@/components/ui/page-header'
import { ask } from '@/lib/access/web'
import { listRequests } from '@/lib/subject-access/list'

export const metadata: Metadata = { title: 'Requests to see a record' }

export default async function SubjectAccessPage({ searchParams }: { searchParams: Promise<{ show?: string }> }) {
  const show = (await searchParams).show === 'ended' ? 'ended' : 'open'
  const requests = await ask(listRequests, { show })
  const path = '/subject-access'
  return (
    <>
      <PageHeader title="Requests to see a record" lede="Somebody asks what is held about a young person. It is answered within a month. A request is logged on the young person’s record." />
      <FilterTabs label="Which requests" tabs={[{ label: 'Open', href: path, current: show === 'open' }, { label: 'Ended', href: `${path}?show=ended`, current: show === 'ended' }]} />
      {requests.length ? <ListFiles list="subject-access" values={{ show }} /> : null}
      <RequestTable requests={requests} caption={show === 'open' ? 'Open requests, what is due first' : 'Ended requests, the latest first'} />
    </>
  )
}
