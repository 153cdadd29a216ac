import type { ChronologyLine } from '@/lib/chronology/read'
import { formatDate, formatDateTime } from '@/lib/pathway/dates'
import { OffPaper } from '../contacts/off-paper'
import { Tag } from '../ui/tag'
import { Timeline, type TimelineItem } from '../ui/timeline'

const PATHS = {
  contact: '/contacts', referral: '/referrals', case: '/cases', case_note: '/case-notes', assessment: '/assessments', enquiry: '/enquiries', session: '/sessions', panel: '/panels',
  strategy: '/strategy', plan: '/cases',
} as const

const WITHHELD = { all: 'That this is there may be known to you; what it says may not.', part: 'Part of this is withheld.' } as const

/** Entries of a chronology, newest first; what is kept back stands there as withheld. */
export function ChronologyEntries({ lines }: { lines: readonly ChronologyLine[] }) {
  return <Timeline label="Chronology, newest first" items={lines.map(itemOf)} />
}

function itemOf(line: ChronologyLine): TimelineItem {
  const at = new Date(line.at)
  const hidden = line.withheld === 'all'
  return {
    id: line.key,
    kind: line.kind,
    // a day is all that may be known of what is withheld
    date: hidden ? formatDate(at) : formatDateTime(at),
    dateTime: hidden ? undefined : line.at,
    title: titleOf(line),
    href: line.link ? `${PATHS[line.link.type]}/${line.link.id}${line.link.type === 'plan' ? '/plan' : ''}` : undefined,
    tag: line.withheld === 'part' ? <Tag>{WITHHELD.part}</Tag> : undefined,
    body: hidden ? <span className="text-ink-soft">{WITHHELD.all}</span> : line.text ? <span dir="auto" className="wrap-anywhere">{line.text}</span> : undefined,
    who: line.by,
  }
}

function titleOf({ title, onPaper, record }: ChronologyLine) {
  const from = record ? ` (from ${record})` : ''
  return onPaper ? <OffPaper withheld instead={`${onPaper}${from}`}>{`${title}${from}`}</OffPaper> : `${title}${from}`
}
