'use client'

import type { ContactSummary } from '@/lib/contacts/view'
import { DataTable, type Column } from '../ui/table'
import { TextLink } from '../ui/text-link'
import { When } from '../when'
import { OffPaper } from './off-paper'
import { ContactFlags, DecisionState } from './tags'
import type { ReactNode } from 'react'

type Props = { caption: string; captionHidden?: boolean; contacts: readonly (ContactSummary & { record?: string | null })[]; empty: ReactNode; withChild?: boolean; sort?: { received: Column<never>['sort']; due: Column<never>['sort'] } }

/** A list of contacts: which, about whom, what was said, and where the decision stands. */
export function ContactTable({ caption, captionHidden, contacts, empty, withChild = true, sort }: Props) {
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      rows={contacts}
      rowKey={(contact) => contact.id}
      empty={empty}
      columns={[
        { key: 'reference', header: 'Reference', cell: (contact) => contact.reference, href: (contact) => `/contacts/${contact.id}`, className: 'whitespace-nowrap' },
        {
          key: 'received',
          header: 'Received',
          sort: sort?.received,
          cell: (contact) => (
            <>
              <When at={contact.receivedAt} />
              <span className="block text-ink-soft"><OffPaper withheld={contact.identityWithheld} instead="Who told us is withheld">{contact.source}</OffPaper></span>
              {contact.record ? <span className="block text-ink-soft">From {contact.record}</span> : null}
            </>
          ),
        },
        ...(withChild
          ? [
              {
                key: 'child',
                header: 'Child',
                cell: (contact: ContactSummary) =>
                  contact.child ? (
                    <TextLink href={`/children/${contact.child.id}`}>{contact.child.name}</TextLink>
                  ) : (
                    <span className="text-ink-soft">Not identified</span>
                  ),
              },
            ]
          : []),
        {
          key: 'said',
          header: 'What was said',
          className: 'sm:max-w-md',
          cell: (contact) => (
            <>
              <ContactFlags contact={contact} />
              <span dir="auto" className="mt-0.5 block wrap-anywhere">{contact.gist}</span>
            </>
          ),
        },
        { key: 'decision', header: 'Decision', sort: sort?.due, cell: (contact) => <DecisionState contact={contact} /> },
      ]}
    />
  )
}
