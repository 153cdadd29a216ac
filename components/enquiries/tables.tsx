'use client'

import type { EnquirySummary } from '@/lib/enquiries/list'
import type { RequestSummary } from '@/lib/enquiries/own'
import { CLOCK_STATE_LABELS } from '@/lib/pathway/clocks'
import { ClockTag } from '../ui/clock-tag'
import { Empty } from '../ui/empty'
import { DataTable } from '../ui/table'
import { When } from '../when'
import { AnswerTag } from './tags'

/** The lead's enquiries: about whom, and how far the agencies are. */
export function EnquiryTable({ caption, enquiries }: { caption: string; enquiries: readonly EnquirySummary[] }) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={enquiries}
      rowKey={(enquiry) => enquiry.id}
      empty={<Empty title="No enquiry to show">Open one from a contact, a referral or a child’s record: “Ask the agencies”.</Empty>}
      columns={[
        { key: 'about', header: 'About', cell: (enquiry) => enquiry.about, href: (enquiry) => `/enquiries/${enquiry.id}` },
        { key: 'reference', header: 'Reference', cell: (enquiry) => enquiry.reference, className: 'whitespace-nowrap' },
        { key: 'opened', header: 'Opened', cell: (enquiry) => <><When at={enquiry.openedAt} /><span className="block text-ink-soft">by {enquiry.openedBy}</span></> },
        { key: 'due', header: 'Answers due', cell: (enquiry) => <When at={enquiry.dueAt} /> },
        { key: 'answered', header: 'Answered', cell: (enquiry) => `${enquiry.answered} of ${enquiry.asked}` },
        { key: 'clock', header: 'State', cell: (enquiry) => (enquiry.decided ? 'Decided' : enquiry.answered === enquiry.asked ? 'All have answered' : <ClockTag state={enquiry.clock}>{CLOCK_STATE_LABELS[enquiry.clock]}</ClockTag>) },
      ]}
    />
  )
}

/** What an agency is asked. */
export function RequestTable({ caption, requests, empty, answerPage }: { caption: string; requests: readonly RequestSummary[]; empty: string; answerPage?: boolean }) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={requests}
      rowKey={(request) => request.enquiryId}
      empty={<Empty title={empty}>When the safeguarding lead asks what your agency knows about somebody, it appears here with a time to answer.</Empty>}
      columns={[
        { key: 'about', header: 'About', cell: (request) => <span className="wrap-anywhere">{request.about}</span>, href: (request) => `/enquiries/${request.enquiryId}${answerPage ? '/answer' : ''}` },
        { key: 'reference', header: 'Reference', cell: (request) => request.reference, className: 'whitespace-nowrap' },
        { key: 'asked', header: 'Asked', cell: (request) => <When at={request.askedAt} /> },
        { key: 'due', header: 'Answer by', cell: (request) => <When at={request.dueAt} /> },
        { key: 'state', header: 'State', cell: (request) => <AnswerTag answer={request.answer} clock={request.clock} /> },
      ]}
    />
  )
}
