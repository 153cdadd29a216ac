'use client'

import { REFERRAL_STATE_LABELS } from '@/lib/pathway/states'
import type { ReceivedSummary } from '@/lib/referrals/received'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { When } from '../when'
import { NextWordTag } from './next-word'

type Props = { caption: string; referrals: readonly ReceivedSummary[]; empty: { title: string; words: string }; sort: { href: string; direction: 'ascending' | 'descending' } }

/** What was sent to one's own agency: about whom, and what is asked next and by when. */
export function ReceivedTable({ caption, referrals, empty, sort }: Props) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={referrals}
      rowKey={(referral) => referral.id}
      empty={<Empty title={empty.title}>{empty.words}</Empty>}
      columns={[
        { key: 'about', header: 'About', cell: (referral) => referral.about, href: (referral) => `/waiting/${referral.id}`, className: 'wrap-anywhere' },
        { key: 'sent', header: 'Sent', sort, cell: (referral) => <><When at={referral.sentAt} /><span className="block text-ink-soft">by {referral.sentBy}</span></> },
        { key: 'state', header: 'State', cell: (referral) => REFERRAL_STATE_LABELS[referral.state] },
        { key: 'next', header: 'What is asked of you', cell: (referral) => (referral.next ? <NextWordTag next={referral.next} /> : 'Nothing more') },
      ]}
    />
  )
}
