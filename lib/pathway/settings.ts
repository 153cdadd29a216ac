/**
 * What an area (a local authority and its partners) may set for itself. Source: DOMAIN, every rule marked
 * default.
 */
import type { Level } from './levels'
import { DEFAULT_QUORUM, type Quorum } from './panel'

export type AreaSettings = {
  /** Calendar days from referral to the risk panel. */
  readonly panelDays: number
  /** Calendar days from one panel to the next. */
  readonly panelCycleDays: number
  /** Working days before a panel by which the agencies have answered. */
  readonly panelReturnDays: number
  /** Who must be at a panel for it to decide. */
  readonly panelQuorum: Quorum
  /** The lowest level that calls for a strategy meeting. */
  readonly strategyMeetingFrom: Level
  /** Calendar weeks between reviews, by level. */
  readonly reviewWeeks: Readonly<Record<Level, number>>
  /** The most calendar days between two times that a young person at each level is seen. */
  readonly seenDays: Readonly<Record<Level, number>>
  /** The board's maximum for one practitioner, in full-weight (high-priority) cases. */
  readonly caseloadMaximum: number
  /** School days missed before the front door is alerted. */
  readonly missingSchoolDays: number
  /** Contacts about one person, within `repeatMonths`, that notify the specialist. */
  readonly repeatContacts: number
  /** Contacts that ended in advice alone, within `repeatMonths`, that add up to an alert... */
  readonly adviceContacts: number
  /** ...where they came from at least this many agencies. */
  readonly adviceAgencies: number
  /** Calendar months back over which contacts are counted together. */
  readonly repeatMonths: number
  /** Minutes after a change of shift by which a hand-over must have been signed by both sides. */
  readonly handoverMinutes: number
  /** Working days from receipt of a contact to its decision. */
  readonly decisionWorkingDays: number
  /** Working days from opening an enquiry to the agencies' answers. */
  readonly enquiryWorkingDays: number
  /** Working days in which a referral's receiver acknowledges it, and answers it; both from when it was sent. */
  readonly referralAcknowledgeDays: number
  readonly referralAnswerDays: number
  /** Working days from accepting a referral to saying what was done, and from then to its outcome. */
  readonly referralActionDays: number
  readonly referralCloseDays: number
  /** Working days after a limit has passed until the receiver's manager hears of it, and until ours does. */
  readonly referralEscalateDays: readonly [theirs: number, ours: number]
  /** Working days in which whoever told us hears what came of it. */
  readonly tellReferrerDays: number
  /** Working days in which a challenge is answered. */
  readonly challengeAnswerDays: number
  /** Minutes for which a case opened by breaking glass stays open; 12 hours at most. */
  readonly breakGlassMinutes: number
  /** Percent of a population that a quality audit draws. */
  readonly auditShare: number
  /** London clock times, 'HH:mm', Monday to Friday outside bank holidays. */
  readonly officeHours: { readonly opens: string; readonly closes: string }
  /** Not a choice: working days are England's, so no other zone would give a true answer. */
  readonly timeZone: 'Europe/London'
  readonly labels: {
    /** What this area calls the enquiry; in some areas MACE names a meeting instead (DOMAIN 2). */
    readonly enquiry: string
    readonly enquiryShort: string
  }
}

export const DEFAULT_SETTINGS: AreaSettings = {
  panelDays: 42,
  panelCycleDays: 14,
  panelReturnDays: 2,
  panelQuorum: DEFAULT_QUORUM,
  strategyMeetingFrom: 'medium',
  reviewWeeks: { low: 12, low_medium: 12, medium: 8, medium_high: 6, high: 4 },
  // High is DOMAIN's two to three times a week; the others are ours
  seenDays: { low: 28, low_medium: 21, medium: 14, medium_high: 7, high: 4 },
  caseloadMaximum: 10,
  missingSchoolDays: 10,
  repeatContacts: 3,
  adviceContacts: 3,
  adviceAgencies: 2,
  repeatMonths: 12,
  handoverMinutes: 30,
  decisionWorkingDays: 1,
  enquiryWorkingDays: 1,
  referralAcknowledgeDays: 1,
  referralAnswerDays: 3,
  referralActionDays: 10,
  referralCloseDays: 20,
  referralEscalateDays: [1, 3],
  tellReferrerDays: 1,
  breakGlassMinutes: 120,
  auditShare: 10,
  challengeAnswerDays: 5,
  officeHours: { opens: '09:00', closes: '17:00' },
  timeZone: 'Europe/London',
  labels: { enquiry: 'Multi-agency child enquiry', enquiryShort: 'MACE' },
}
