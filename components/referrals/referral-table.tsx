'use client'

import type { ReactNode } from 'react'
import type { SortLinkTo } from '@/lib/query-string'
import type { ReferralSummary } from '@/lib/referrals/view'
import { REFERRAL_STATE_LABELS } from '@/lib/pathway/states'
import { DataTable } from '../ui/table'
import { When } from '../when'
import { NextWordTag } from './next-word'

type Props = { caption: string; referrals: readonly ReferralSummary[]; empty: ReactNode; sort: SortLinkTo; due?: SortLinkTo }

/** A list of referrals: about whom, to whom, what became of them and what they wait for. */
export function ReferralTable({ caption, referrals, empty, sort, due }: Props) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={referrals}
      rowKey={(referral) => referral.id}
      empty={empty}
      columns={[
        { key: 'child', header: 'Young person', cell: (referral) => referral.child?.name ?? 'No child named', href: (referral) => `/referrals/${referral.id}` },
        { key: 'contact', header: 'Contact', cell: (referral) => referral.contact.reference, className: 'whitespace-nowrap' },
        { key: 'to', header: 'To', cell: (referral) => referral.to },
        { key: 'sent', header: 'Sent', sort, cell: (referral) => <><When at={referral.sentAt} /><span className="block text-ink-soft">by {referral.sentBy}</span></> },
        { key: 'state', header: 'State and what is due', sort: due, cell: (referral) => <>{REFERRAL_STATE_LABELS[referral.state]}{referral.next ? <span className="mt-1 block"><NextWordTag next={referral.next} short /></span> : null}</> },
        { key: 'waited', header: 'Waited', cell: (referral) => referral.waited },
      ]}
    />
  )
}
