import { z } from 'zod'
import { oneOf, pageKey, period, periodInOrder } from '../input'

const fromList = 'Choose from the list'

export const ENQUIRY_FILTERS = ['open', 'decided'] as const
const SORTS = ['opened', '-opened', 'due', '-due'] as const

/** The lead's list. */
export const enquiryListSchema = z
  .strictObject({
    show: oneOf(ENQUIRY_FILTERS, fromList).default('open'),
    /** Opened in these London days. */
    ...period,
    sort: oneOf(SORTS, fromList).optional(),
    after: pageKey,
  })
  .refine(...periodInOrder)

/** How the lead's list stands: as sorted, else what is open by when it was opened and what is decided newest first. */
export function enquirySort({ show, sort }: Pick<z.output<typeof enquiryListSchema>, 'show' | 'sort'>): (typeof SORTS)[number] {
  return sort ?? (show === 'open' ? 'opened' : '-opened')
}

export const REQUEST_FILTERS = ['waiting', 'answered'] as const
const REQUEST_SORTS = ['asked', '-asked', 'due', '-due'] as const

/** What an agency is asked. */
export const requestListSchema = z
  .strictObject({
    show: oneOf(REQUEST_FILTERS, fromList).default('waiting'),
    /** Asked in these London days. */
    ...period,
    sort: oneOf(REQUEST_SORTS, fromList).optional(),
    after: pageKey,
  })
  .refine(...periodInOrder)

/** How what an agency is asked stands: as sorted, else what waits by what is due first and what is answered newest first. */
export function requestSort({ show, sort }: Pick<z.output<typeof requestListSchema>, 'show' | 'sort'>): (typeof REQUEST_SORTS)[number] {
  return sort ?? (show === 'waiting' ? 'due' : '-asked')
}
