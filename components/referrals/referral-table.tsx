'use client'

import type { ReferralSummary } from '@/lib/referrals/queries'
import { REFERRAL_STATE_LABELS } from '@/lib/pathway/states'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { When } from '../when'

/** A list of referrals: about whom, to whom, and what became of them. */
export function ReferralTable({ caption, referrals }: { caption: string; referrals: readonly ReferralSummary[] }) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={referrals}
      rowKey={(referral) => referral.id}
      empty={<Empty title="No referral to show">Referrals appear here when a contact is decided.</Empty>}
      columns={[
        { key: 'child', header: 'Young person', cell: (referral) => referral.child?.name ?? 'No child named', href: (referral) => `/referrals/${referral.id}` },
        { key: 'contact', header: 'Contact', cell: (referral) => referral.contact.reference, className: 'whitespace-nowrap' },
        { key: 'to', header: 'To', cell: (referral) => referral.to },
        { key: 'sent', header: 'Sent', cell: (referral) => <><When at={referral.sentAt} /><span className="block text-ink-soft">by {referral.sentBy}</span></> },
        { key: 'state', header: 'State', cell: (referral) => REFERRAL_STATE_LABELS[referral.state] },
        { key: 'waited', header: 'Waited', cell: (referral) => referral.waited },
      ]}
    />
  )
}
