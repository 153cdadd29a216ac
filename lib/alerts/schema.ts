import { z } from 'zod'
import { oneOf, pageKey, text, version } from '../input'

export const ALERT_FILTERS = ['mine', 'waiting', 'acknowledged'] as const

/** What raises alerts or answers them, by beginnings of audit kinds: for pages that follow them. */
export const ALERT_TOPICS = ['alert', 'contact', 'referral', 'challenge', 'enquiry', 'case', 'child', 'handover', 'job'] as const

export const alertListSchema = z.strictObject({
  /** 'mine' waits for the person asking, 'waiting' for anybody whose alerts they may see. */
  show: oneOf(ALERT_FILTERS, 'Choose from the list').default('mine'),
  after: pageKey,
})

export const acknowledgeSchema = z.strictObject({
  alertId: z.uuid(),
  version,
  /** Required by the command where the alert asks something. */
  note: text('What was done or found', { max: 2_000 }),
})
