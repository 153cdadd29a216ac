'use client'

import type { EnquirySummary } from '@/lib/enquiries/list'
import type { RequestSummary } from '@/lib/enquiries/own'
import { CLOCK_STATE_LABELS } from '@/lib/pathway/clocks'
import type { SortLinkTo } from '@/lib/query-string'
import { ClockTag } from '../ui/clock-tag'
import { NothingListed } from '../list/nothing'
import { DataTable } from '../ui/table'
import { When } from '../when'
import { AnswerTag } from './tags'

/** Where nothing is listed: whether filters leave nothing, and the list without them. */
type Bare = { narrowed: boolean; clear: string }

type EnquiryProps = Bare & { caption: string; enquiries: readonly EnquirySummary[]; sort: { opened: SortLinkTo; due: SortLinkTo } }

/** The lead's enquiries: about whom, and how far the agencies are. */
export function EnquiryTable({ caption, enquiries, sort, ...bare }: EnquiryProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={enquiries}
      rowKey={(enquiry) => enquiry.id}
      empty={<NothingListed {...bare} what="enquiries" title="No enquiry to show" words="Open one from a contact, a referral or a child’s record: “Ask the agencies”." />}
      columns={[
        { key: 'about', header: 'About', cell: (enquiry) => enquiry.about, href: (enquiry) => `/enquiries/${enquiry.id}` },
        { key: 'reference', header: 'Reference', cell: (enquiry) => enquiry.reference, className: 'whitespace-nowrap' },
        { key: 'opened', header: 'Opened', sort: sort.opened, cell: (enquiry) => <><When at={enquiry.openedAt} /><span className="block text-ink-soft">by {enquiry.openedBy}</span></> },
        { key: 'due', header: 'Answers due', sort: sort.due, cell: (enquiry) => <When at={enquiry.dueAt} /> },
        { key: 'answered', header: 'Answered', cell: (enquiry) => `${enquiry.answered} of ${enquiry.asked}` },
        { key: 'clock', header: 'State', cell: (enquiry) => (enquiry.decided ? 'Decided' : enquiry.answered === enquiry.asked ? 'All have answered' : <ClockTag state={enquiry.clock}>{CLOCK_STATE_LABELS[enquiry.clock]}</ClockTag>) },
      ]}
    />
  )
}

type RequestProps = Partial<Bare> & { caption: string; requests: readonly RequestSummary[]; empty: string; answerPage?: boolean; sort?: { asked: SortLinkTo; due: SortLinkTo } }

/** What an agency is asked. */
export function RequestTable({ caption, requests, empty, answerPage, sort, narrowed = false, clear = '' }: RequestProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={requests}
      rowKey={(request) => request.enquiryId}
      empty={<NothingListed narrowed={narrowed} clear={clear} what="enquiries" title={empty} words="When the safeguarding lead asks what your agency knows about somebody, it appears here with a time to answer." />}
      columns={[
        { key: 'about', header: 'About', cell: (request) => <span className="wrap-anywhere">{request.about}</span>, href: (request) => `/enquiries/${request.enquiryId}${answerPage ? '/answer' : ''}` },
        { key: 'reference', header: 'Reference', cell: (request) => request.reference, className: 'whitespace-nowrap' },
        { key: 'asked', header: 'Asked', sort: sort?.asked, cell: (request) => <When at={request.askedAt} /> },
        { key: 'due', header: 'Answer by', sort: sort?.due, cell: (request) => <When at={request.dueAt} /> },
        { key: 'state', header: 'State', cell: (request) => <AnswerTag answer={request.answer} clock={request.clock} /> },
      ]}
    />
  )
}
