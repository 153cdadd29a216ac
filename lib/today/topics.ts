import { ALERT_TOPICS } from '../alerts/schema'
import type { Today } from './view'

/** What a page of today's work follows, by beginnings of audit kinds, and how often at most it asks again, in seconds. */
type Following = { topics: readonly string[]; pause?: number }

// a year's figures are counted anew each time: not at every call that comes in
const SELDOM = 60

/** What changes each role's page of today's work. An analyst's figures are of a year and stand still. */
export const FOLLOWS: Readonly<Record<Today.Page['kind'], Following | null>> = {
  front_door: { topics: ALERT_TOPICS },
  practitioner: { topics: ['case', 'child'] },
  cate_manager: { topics: ALERT_TOPICS },
  panel_chair: { topics: ['case', 'child', 'panel'] },
  partner: { topics: ['referral', 'challenge', 'contact', 'case', 'assessment', 'panel'] },
  manager: { topics: ['contact', 'referral', 'challenge', 'case'], pause: SELDOM },
  auditor: { topics: ['contact', 'referral', 'challenge', 'case'], pause: SELDOM },
  analyst: null,
  licensing: null,
  admin: { topics: ['role', 'agency'] },
}
