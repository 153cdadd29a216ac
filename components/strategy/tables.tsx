'use client'

import { STRATEGY_SOURCES } from '@/lib/pathway/strategy-words'
import type { SortLinkTo } from '@/lib/query-string'
import type { InvitationSummary } from '@/lib/strategy/own'
import type { MeetingSummary } from '@/lib/strategy/view'
import { NothingListed } from '../list/nothing'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { When } from '../when'
import { NextTag, StateTag } from './tags'

type Props = { meetings: readonly MeetingSummary[]; sort: { due?: SortLinkTo; called: SortLinkTo }; narrowed: boolean; clear: string; empty: string }

/** Strategy meetings: about whom, how far, and what is due. */
export function MeetingTable({ meetings, sort, empty, ...bare }: Props) {
  return (
    <DataTable
      caption="Strategy meetings"
      captionHidden
      rows={meetings}
      rowKey={({ id }) => id}
      empty={<NothingListed {...bare} what="meetings" title={empty} words="One is called from a case: “Call a strategy meeting”." />}
      columns={[
        { key: 'child', header: 'Young person', cell: ({ child }) => <span className="wrap-anywhere">{child.name}</span>, href: ({ id }) => `/strategy/${id}` },
        { key: 'case', header: 'Case', cell: ({ caseReference }) => caseReference, className: 'whitespace-nowrap' },
        { key: 'called', header: 'Called', sort: sort.called, cell: ({ calledAt, calledBy, calledFrom }) => <><When at={calledAt} day /><span className="block text-ink-soft">by {calledBy}. {STRATEGY_SOURCES.find(({ id }) => id === calledFrom)?.label}</span></> },
        { key: 'state', header: 'State', cell: ({ state, calledOff }) => <StateTag state={state} off={calledOff} /> },
        { key: 'due', header: 'Next', sort: sort.due, cell: ({ next }) => <NextTag next={next} /> },
      ]}
    />
  )
}

/** What an agency is invited to. */
export function InvitationTable({ invitations }: { invitations: readonly InvitationSummary[] }) {
  return (
    <DataTable
      caption="Strategy meetings"
      captionHidden
      rows={invitations}
      rowKey={({ meetingId }) => meetingId}
      empty={<Empty title="Your agency is not invited to any">When it is, you see here when and where, and can write down beforehand what your agency knows.</Empty>}
      columns={[
        { key: 'about', header: 'About', cell: ({ about }) => <span className="wrap-anywhere">{about}</span>, href: ({ meetingId }) => `/strategy/${meetingId}` },
        { key: 'when', header: 'Meets', cell: ({ plannedAt }) => <When at={plannedAt} /> },
        { key: 'where', header: 'Where', cell: ({ place }) => <span className="wrap-anywhere">{place}</span> },
        { key: 'decided', header: 'Decided', cell: ({ decidedAt }) => (decidedAt ? <When at={decidedAt} /> : 'Not yet') },
      ]}
    />
  )
}
