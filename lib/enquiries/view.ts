import type { EnquiryEntry, EnquiryRequest } from '../database/models'
import { dayOf } from '../children/view'
import type { Caveat } from '../pathway/caveats'
import { clockState, type ClockState } from '../pathway/clocks'
import { formatDate } from '../pathway/dates'
import { isLate, type EntryNature, type EntryTopic } from '../pathway/enquiry'

/** Hours before its limit at which an answer is called close: the same as its first reminder. */
const CLOSE_HOURS = 4

/** One entry, as whoever may read it sees it. */
export type EntryView = {
  id: string
  /** 'YYYY-MM-DD', or null where only `approximately` is known. */
  day: string | null
  approximately: string | null
  /** Either of them in words. */
  when: string
  text: string
  nature: EntryNature
  source: string
  topic: EntryTopic | null
  topicValue: string | null
  caveat: Caveat
  caveatFor: string[]
  askWhom: string
  by: string
  at: string
  late: boolean
  /** It corrects an earlier entry. */
  corrects: string | null
  /** It was corrected by a later one, which is what the agency says now. */
  correctedBy: string | null
}

export type EntryRow = EnquiryEntry & { by: { name: string }; supersededBy: { id: string } | null }

export const entryInclude = { by: { select: { name: true } }, supersededBy: { select: { id: true } } } as const

export function viewEntry(row: EntryRow, due: Date): EntryView {
  const day = dayOf(row.eventDay)
  return {
    id: row.id,
    day,
    approximately: row.approximately,
    when: [day ? formatDate(day) : null, row.approximately].filter(Boolean).join(', '),
    text: row.text,
    nature: row.nature,
    source: row.source,
    topic: row.topic as EntryTopic | null,
    topicValue: row.topicValue,
    caveat: row.caveat,
    caveatFor: row.caveatFor,
    askWhom: row.askWhom,
    by: row.by.name,
    at: row.at.toISOString(),
    late: isLate(row.at, due),
    corrects: row.supersedesId,
    correctedBy: row.supersededBy?.id ?? null,
  }
}

/** In the order in which things happened; those of no certain day last, as they came. */
export function byDay(a: { day: string | null; at: string }, b: { day: string | null; at: string }): number {
  return (a.day ?? '9').localeCompare(b.day ?? '9') || a.at.localeCompare(b.at)
}

/** Where an agency's answer stands against its limit. */
export function answerClock({ dueAt, answeredAt }: Pick<EnquiryRequest, 'dueAt' | 'answeredAt'>, now: Date): ClockState {
  return clockState({ due: dueAt, metAt: answeredAt, now, closeWithinHours: CLOSE_HOURS })
}
