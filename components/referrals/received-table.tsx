'use client'

import type { ReactNode } from 'react'
import type { SortLinkTo } from '@/lib/query-string'
import { REFERRAL_STATE_LABELS } from '@/lib/pathway/states'
import type { ReceivedSummary } from '@/lib/referrals/received'
import { DataTable } from '../ui/table'
import { When } from '../when'
import { NextWordTag } from './next-word'

type Props = { caption: string; referrals: readonly ReceivedSummary[]; empty: ReactNode; sort: SortLinkTo; due?: SortLinkTo }

/** What was sent to one's own agency: about whom, and what is asked next and by when. */
export function ReceivedTable({ caption, referrals, empty, sort, due }: Props) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={referrals}
      rowKey={(referral) => referral.id}
      empty={empty}
      columns={[
        { key: 'about', header: 'About', cell: (referral) => referral.about, href: (referral) => `/waiting/${referral.id}`, className: 'wrap-anywhere' },
        { key: 'sent', header: 'Sent', sort, cell: (referral) => <><When at={referral.sentAt} /><span className="block text-ink-soft">by {referral.sentBy}</span></> },
        { key: 'state', header: 'State', cell: (referral) => REFERRAL_STATE_LABELS[referral.state] },
        { key: 'next', header: 'What is asked of you', sort: due, cell: (referral) => (referral.next ? <NextWordTag next={referral.next} /> : 'Nothing more') },
      ]}
    />
  )
}
