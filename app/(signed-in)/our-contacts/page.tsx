import type { Metadata } from 'next'
import { OffPaper } from '@/components/contacts/off-paper'
import { ListFilter } from '@/components/list/list-filter'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { DataTable } from '@/components/ui/table'
import { When } from '@/components/when'
import { ask, signedIn } from '@/lib/access/web'
import { listOwnAgencyContacts } from '@/lib/contacts/queries'
import { ownContactListSchema } from '@/lib/contacts/schema'
import { gistOf } from '@/lib/contacts/view'
import { CONTACT_STATE_LABELS } from '@/lib/pathway/states'
import { listView, sortBy, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Our contacts' }

const SORTS = [
  { value: '-received', label: 'Received, newest first' },
  { value: 'received', label: 'Received, oldest first' },
] as const

export default async function OurContactsPage({ searchParams }: { searchParams: SearchParams }) {
  const view = listView('/our-contacts', ownContactListSchema, await searchParams)
  const page = await ask(listOwnAgencyContacts, view.asked)
  const narrowed = Object.keys(view.values).some((name) => name !== 'sort')
  const { agencyName } = await signedIn()
  return (
    <>
      <PageHeader title="Our contacts" lede={`What ${agencyName ?? 'your agency'} told Family Connect. Open one to see what you were told came of it, and to say where you disagree.`} />
      <ListFilter path="/our-contacts" file="our-contacts" values={view.values} problems={view.problems} fields={[]} sort={{ options: SORTS, now: view.shown.sort }} period="Received" />
      <DataTable
        caption="Our contacts"
        captionHidden
        rows={page.items}
        rowKey={(contact) => contact.id}
        empty={narrowed ? <Empty title="Nothing in this period" action={<ButtonLink variant="secondary" href="/our-contacts">Show all</ButtonLink>}>Widen the dates, or show everything your agency told us.</Empty> : <Empty title="Your agency has not told us of anybody yet">Call Family Connect with any concern, even one you are not sure of. In an emergency call 999.</Empty>}
        columns={[
          { key: 'reference', header: 'Reference', cell: (contact) => contact.reference, href: (contact) => `/our-contacts/${contact.id}`, className: 'whitespace-nowrap' },
          { key: 'by', header: 'Told by', cell: (contact) => <OffPaper withheld={contact.identityWithheld}>{contact.referrerName ?? 'Not recorded'}</OffPaper> },
          { key: 'received', header: 'Received', sort: sortBy(view, view.shown.sort, 'received'), cell: (contact) => <When at={contact.receivedAt} /> },
          { key: 'said', header: 'What you told us', cell: (contact) => <span dir="auto" className="wrap-anywhere">{gistOf(contact.whatWasSaid)}</span> },
          { key: 'state', header: 'State', cell: (contact) => CONTACT_STATE_LABELS[contact.state] },
        ]}
      />
      <Pagination newer={view.shown.after ? view.href() : undefined} older={page.next ? view.href({ after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
    </>
  )
}
