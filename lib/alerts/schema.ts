import { z } from 'zod'
import { oneOf, pageKey, period, periodInOrder, text, version } from '../input'
import { ALERT_KINDS } from '../pathway/alert-kinds'

export const ALERT_FILTERS = ['mine', 'waiting', 'acknowledged'] as const

/** What raises alerts or answers them, by beginnings of audit kinds: for pages that follow them. */
export const ALERT_TOPICS = ['alert', 'contact', 'referral', 'challenge', 'enquiry', 'assessment', 'case', 'child', 'handover', 'glass', 'subject_access', 'job'] as const

const fromList = 'Choose from the list'
const SORTS = ['oldest', 'newest'] as const

export const alertListSchema = z
  .strictObject({
    /** 'mine' waits for the person asking, 'waiting' for anybody whose alerts they may see. */
    show: oneOf(ALERT_FILTERS, fromList).default('mine'),
    kind: oneOf(ALERT_KINDS.map(({ id }) => id), fromList).optional(),
    /** Raised in these London days. */
    ...period,
    sort: oneOf(SORTS, fromList).optional(),
    after: pageKey,
  })
  .refine(...periodInOrder)

type AlertFilter = Pick<z.output<typeof alertListSchema>, 'show' | 'sort'>

/** How a list of alerts stands: as asked, else what waits oldest first and what was acknowledged newest first. */
export function alertSort({ show, sort }: AlertFilter): (typeof SORTS)[number] {
  return sort ?? (show === 'acknowledged' ? 'newest' : 'oldest')
}

export const acknowledgeSchema = z.strictObject({
  alertId: z.uuid(),
  version,
  /** Required by the command where the alert asks something. */
  note: text('What was done or found', { max: 2_000 }),
})
