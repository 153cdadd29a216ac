import type { Metadata } from 'next'
import { ContactTable } from '@/components/contacts/contact-table'
import { FilterTabs } from '@/components/filter-tabs'
import { ListFilter, type FilterField } from '@/components/list/list-filter'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listContacts } from '@/lib/contacts/queries'
import { contactListSchema, contactSort } from '@/lib/contacts/schema'
import { SOURCE_GROUPS } from '@/lib/pathway/codes'
import { LEVEL_OF_NEED_LABELS, LEVELS_OF_NEED } from '@/lib/pathway/need-levels'
import { CHANNELS, EXPLOITATION_FLAGS, EXPLOITATION_LABELS } from '@/lib/pathway/words'
import { isNarrowed, listView, sortBy, withQuery, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Contacts' }

const TABS = [
  { value: 'undecided', label: 'Waiting for a decision' },
  { value: 'late', label: 'Late or close' },
  { value: 'exploitation', label: 'Exploitation' },
  { value: 'decided', label: 'Decided' },
  { value: 'all', label: 'All' },
] as const

const FILTERS: readonly FilterField[] = [
  { name: 'exploitation', label: 'Exploitation', any: 'Any answer', options: EXPLOITATION_FLAGS.map((value) => ({ value, label: EXPLOITATION_LABELS[value] })) },
  { name: 'need', label: 'Level of need', any: 'Any level', options: LEVELS_OF_NEED.map((value) => ({ value, label: LEVEL_OF_NEED_LABELS[value] })) },
  { name: 'source', label: 'Who told us', any: 'Anybody', options: SOURCE_GROUPS.map(({ code, label }) => ({ value: code, label })) },
  { name: 'channel', label: 'How it came', any: 'Any way', options: CHANNELS.map(({ id, label }) => ({ value: id, label })) },
]

const SORTS = [
  { value: 'due', label: 'Decision due, soonest first' },
  { value: '-due', label: 'Decision due, latest first' },
  { value: '-received', label: 'Received, newest first' },
  { value: 'received', label: 'Received, oldest first' },
] as const

export default async function ContactsPage({ searchParams }: { searchParams: SearchParams }) {
  const view = listView('/contacts', contactListSchema, await searchParams)
  const page = await ask(listContacts, view.asked)
  const { role } = await signedIn()
  const { show, after } = view.shown
  const sort = contactSort(view.shown)
  return (
    <>
      <PageHeader title="Contacts" actions={may(role, 'contact:log') ? <ButtonLink href="/contacts/new">Log a contact</ButtonLink> : undefined} />
      <FilterTabs label="Show" tabs={TABS.map(({ value, label }) => ({ label, href: view.href({ show: value, sort: undefined }), current: value === show }))} />
      <ListFilter path="/contacts" file="contacts" values={view.values} problems={view.problems} keep={['show']} fields={FILTERS} sort={{ options: SORTS, now: sort }} period="Received" />
      <ContactTable
        caption={TABS.find(({ value }) => value === show)?.label ?? 'Contacts'}
        captionHidden
        contacts={page.items}
        sort={{ received: sortBy(view, sort, 'received'), due: sortBy(view, sort, 'due') }}
        empty={<NoContact show={show} narrowed={isNarrowed(view)} />}
      />
      <Pagination
        newer={after ? view.href() : undefined}
        older={page.next ? view.href({ after: page.next }) : undefined}
        newerLabel="First page"
        olderLabel="Next page"
      />
    </>
  )
}

function NoContact({ show, narrowed }: { show: string; narrowed: boolean }) {
  if (narrowed) {
    return (
      <Empty title="No contact matches" action={<ButtonLink variant="secondary" href={withQuery('/contacts', { show })}>Clear the filter</ButtonLink>}>
        Take a filter away, or choose All to look among every contact.
      </Empty>
    )
  }
  if (show === 'late') return <Empty title="No decision is late or close to its limit">A contact appears here three office hours before its decision is due.</Empty>
  return <Empty title={show === 'undecided' ? 'No contact is waiting for a decision' : 'No contact to show'}>Contacts appear here as they are logged.</Empty>
}
