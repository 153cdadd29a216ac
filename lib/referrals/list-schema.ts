import { z } from 'zod'
import { oneOf, pageKey, period, periodInOrder } from '../input'
import { REFERRAL_STATES } from '../pathway/states'
import { RECEIVED_FILTERS, REFERRAL_FILTERS } from './schema'

const fromList = 'Choose from the list'
/** Whether the receiver's next word is late, or still in time. */
const DUES = ['late', 'in_time'] as const
const SORTS = ['sent', '-sent', 'due', '-due'] as const
export type ReferralSort = (typeof SORTS)[number]

const common = {
  state: oneOf(REFERRAL_STATES, fromList).optional(),
  due: oneOf(DUES, fromList).optional(),
  /** Sent in these London days. */
  ...period,
  sort: oneOf(SORTS, fromList).optional(),
  after: pageKey,
}

export const referralListSchema = z
  .strictObject({
    show: oneOf(REFERRAL_FILTERS, fromList).default('waiting'),
    /** A team, an agency by its id, or any service outside Waymark. */
    to: z.union([z.literal(['cate', 'safeguarding', 'service']), z.uuid()]).optional(),
    ...common,
  })
  .refine(...periodInOrder)

export const receivedListSchema = z
  .strictObject({ show: oneOf(RECEIVED_FILTERS, fromList).default('waiting'), ...common })
  .refine(...periodInOrder)

type Show = (typeof REFERRAL_FILTERS)[number] | (typeof RECEIVED_FILTERS)[number]
const OLDEST_FIRST: readonly Show[] = ['waiting', 'overdue', 'untold']

/** How a list of referrals stands: as sorted, else what waits oldest first and the rest newest first. By what is due stands only what waits for a word. */
export function referralSort({ show, sort, due }: { show: Show; sort?: ReferralSort; due?: string }): ReferralSort {
  const waits = show === 'overdue' || due !== undefined
  if (sort && (waits || !sort.endsWith('due'))) return sort
  return OLDEST_FIRST.includes(show) ? 'sent' : '-sent'
}
