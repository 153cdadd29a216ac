import type { Metadata } from 'next'
import { ContactTable } from '@/components/contacts/contact-table'
import { FilterTabs } from '@/components/filter-tabs'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/access/permissions'
import { ask, signedIn } from '@/lib/access/web'
import { listContacts } from '@/lib/contacts/queries'
import { CONTACT_FILTERS } from '@/lib/contacts/schema'
import { choiceOf, textOf, withQuery, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Contacts' }

const TABS = [
  { value: 'undecided', label: 'Waiting for a decision' },
  { value: 'late', label: 'Late or close' },
  { value: 'exploitation', label: 'Exploitation' },
  { value: 'all', label: 'All' },
] as const

const EMPTY = {
  undecided: { title: 'No contact is waiting for a decision', text: 'Contacts appear here as they are logged.' },
  late: { title: 'No decision is late or close to its limit', text: 'A contact appears here three office hours before its decision is due.' },
  exploitation: { title: 'No contact to show', text: 'Contacts where exploitation is a concern appear here as they are logged.' },
  all: { title: 'No contact to show', text: 'Contacts appear here as they are logged.' },
} as const

export default async function ContactsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams
  const show = choiceOf(query.show, CONTACT_FILTERS)
  const after = textOf(query.after)
  const page = await ask(listContacts, { show, after })
  const { role } = await signedIn()
  return (
    <>
      <PageHeader title="Contacts" actions={may(role, 'contact:log') ? <ButtonLink href="/contacts/new">Log a contact</ButtonLink> : undefined} />
      <FilterTabs label="Show" tabs={TABS.map(({ value, label }) => ({ label, href: withQuery('/contacts', { show: value }), current: value === show }))} />
      <ContactTable
        caption={TABS.find(({ value }) => value === show)?.label ?? 'Contacts'}
        captionHidden
        contacts={page.items}
        empty={<Empty title={EMPTY[show].title}>{EMPTY[show].text}</Empty>}
      />
      <Pagination
        newer={after ? withQuery('/contacts', { show }) : undefined}
        older={page.next ? withQuery('/contacts', { show, after: page.next }) : undefined}
        newerLabel="First page"
        olderLabel="Next page"
      />
    </>
  )
}
