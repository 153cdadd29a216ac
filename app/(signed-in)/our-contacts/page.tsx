import type { Metadata } from 'next'
import { OffPaper } from '@/components/contacts/off-paper'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { DataTable } from '@/components/ui/table'
import { When } from '@/components/when'
import { ask, signedIn } from '@/lib/access/web'
import { listOwnAgencyContacts } from '@/lib/contacts/queries'
import { gistOf } from '@/lib/contacts/view'
import { CONTACT_STATE_LABELS } from '@/lib/pathway/states'
import { textOf, withQuery, type SearchParams } from '@/lib/query-string'

export const metadata: Metadata = { title: 'Our contacts' }

export default async function OurContactsPage({ searchParams }: { searchParams: SearchParams }) {
  const after = textOf((await searchParams).after)
  const page = await ask(listOwnAgencyContacts, { after })
  const { agencyName } = await signedIn()
  return (
    <>
      <PageHeader title="Our contacts" lede={`What ${agencyName ?? 'your agency'} told Family Connect. Open one to see what you were told came of it, and to say where you disagree.`} />
      <DataTable
        caption="Our contacts"
        captionHidden
        rows={page.items}
        rowKey={(contact) => contact.id}
        empty={<Empty title="Your agency has not told us of anybody yet">Call Family Connect with any concern, even one you are not sure of. In an emergency call 999.</Empty>}
        columns={[
          { key: 'reference', header: 'Reference', cell: (contact) => contact.reference, href: (contact) => `/our-contacts/${contact.id}`, className: 'whitespace-nowrap' },
          { key: 'received', header: 'Received', cell: (contact) => <When at={contact.receivedAt} /> },
          { key: 'by', header: 'Told by', cell: (contact) => <OffPaper withheld={contact.identityWithheld}>{contact.referrerName ?? 'Not recorded'}</OffPaper> },
          { key: 'said', header: 'What you told us', cell: (contact) => <span dir="auto" className="wrap-anywhere">{gistOf(contact.whatWasSaid)}</span> },
          { key: 'state', header: 'State', cell: (contact) => CONTACT_STATE_LABELS[contact.state] },
        ]}
      />
      <Pagination newer={after ? '/our-contacts' : undefined} older={page.next ? withQuery('/our-contacts', { after: page.next }) : undefined} newerLabel="First page" olderLabel="Next page" />
    </>
  )
}
