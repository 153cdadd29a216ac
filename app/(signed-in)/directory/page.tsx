import type { Metadata } from 'next'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFilter, type FilterField } from '@/components/list/list-filter'
import { ServiceList } from '@/components/services/service-list'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { LEVEL_OF_NEED_LABELS, LEVELS_OF_NEED } from '@/lib/pathway/need-levels'
import { FOR_WHOM, HELP_KINDS } from '@/lib/pathway/services'
import { listView, type SearchParams } from '@/lib/query-string'
import { listServices } from '@/lib/services/queries'
import { serviceListSchema } from '@/lib/services/schema'

export const metadata: Metadata = { title: 'Directory of services' }

const FILTERS: readonly FilterField[] = [
  { name: 'help', label: 'Kind of help', any: 'Any help', options: HELP_KINDS.map(({ id, label }) => ({ value: id, label })) },
  { name: 'whom', label: 'For', any: 'Anybody', options: FOR_WHOM.map(({ id, label }) => ({ value: id, label })) },
  { name: 'need', label: 'Level of need', any: 'Any level', options: LEVELS_OF_NEED.map((value) => ({ value, label: LEVEL_OF_NEED_LABELS[value] })) },
]

export default async function DirectoryPage({ searchParams }: { searchParams: SearchParams }) {
  const view = listView('/directory', serviceListSchema, await searchParams)
  const services = await ask(listServices, view.asked)
  const { role } = await signedIn()
  const edits = may(role, 'service:edit')
  const retired = edits && view.shown.show === 'retired'
  const narrowed = FILTERS.some(({ name }) => view.values[name])
  return (
    <>
      <PageHeader
        title="Directory of services"
        lede="Who can help a young person or a parent, and how to reach them by day and by night."
        actions={edits ? <ButtonLink href="/directory/new">Add a service</ButtonLink> : undefined}
      />
      {edits ? (
        <FilterTabs
          label="Show"
          tabs={[
            { label: 'In use', href: view.href({ show: undefined }), current: !retired },
            { label: 'Retired', href: view.href({ show: 'retired' }), current: retired },
          ]}
        />
      ) : null}
      <ListFilter path="/directory" file="directory" values={view.values} fields={FILTERS} keep={['show']} />
      <ServiceList services={services} choosing={!retired} empty={<NoService narrowed={narrowed} retired={retired} edits={edits} />} />
    </>
  )
}

function NoService({ narrowed, retired, edits }: { narrowed: boolean; retired: boolean; edits: boolean }) {
  if (narrowed) {
    return (
      <Empty title="No service matches" action={<ButtonLink variant="secondary" href={retired ? '/directory?show=retired' : '/directory'}>Clear the filter</ButtonLink>}>
        Take a filter away. A service that is not in the directory can still be named in a referral.
      </Empty>
    )
  }
  if (retired) return <Empty title="No service is retired">Services that are taken out of the directory are kept here, and can be brought back.</Empty>
  return (
    <Empty title="The directory is empty" action={edits ? <ButtonLink href="/directory/new">Add a service</ButtonLink> : undefined}>
      {edits ? 'Add the services that families here are sent to.' : 'Ask your administrator to add the services that families here are sent to.'}
    </Empty>
  )
}
