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
import { choiceOf, textOf, withQuery, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Contacts' }

const TABS = [
  { value: 'undecided', label: 'Waiting for a decision' },
  { value: 'exploitation', label: 'Exploitation' },
  { value: 'all', label: 'All' },
] as const

export default async function ContactsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams
  const show = choiceOf(query.show, ['undecided', 'exploitation', 'all'] as const)
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
        empty={<Empty title={show === 'undecided' ? 'No contact is waiting for a decision' : 'No contact to show'}>Contacts appear here as they are logged.</Empty>}
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
