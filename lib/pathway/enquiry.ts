/** The words and the clock of a multi-agency child enquiry. Source: DOMAIN 2. */
import type { AreaSettings } from './settings'
import { addWorkingDays } from './working-days'

export { ENTRY_NATURES, ENTRY_NATURE_LABELS, ENTRY_TOPICS, ENQUIRY_ROUTES, ENQUIRY_ROUTE_LABELS, outcomesOf, topicOf } from './enquiry-words'
export type { EnquiryRoute, EntryNature, EntryTopic } from './enquiry-words'

/**
 * When the agencies are asked to have answered, unless the lead says otherwise: the same London time on the next
 * working day (area setting). Throws RangeError for an invalid instant.
 */
export function enquiryDue(openedAt: Date, settings: Pick<AreaSettings, 'enquiryWorkingDays'>): Date {
  return addWorkingDays(openedAt, settings.enquiryWorkingDays)
}

/** Whether an answer came after it was due. At the very minute it is still in time. */
export function isLate(at: Date, due: Date): boolean {
  return at.getTime() > due.getTime()
}

/** Which reminder an agency should have had by now; null where it has answered or there is time enough. */
export type Reminder = 'soon' | 'late' | 'still_late'

/** Hours before the limit at which an agency is reminded: of a working day, so in the same shift. */
export const REMIND_HOURS_BEFORE = 4

/**
 * The latest reminder that is called for: four hours before the limit, at the limit, and a working day after it.
 * Throws RangeError for an invalid instant.
 */
export function reminderFor(request: { readonly due: Date; readonly answeredAt: Date | null }, now: Date): Reminder | null {
  if (request.answeredAt) return null
  const late = now.getTime() - request.due.getTime()
  if (late > 0) return now >= addWorkingDays(request.due, 1) ? 'still_late' : 'late'
  return -late <= REMIND_HOURS_BEFORE * 3_600_000 ? 'soon' : null
}
