/** Choices of an enquiry, as stored ids with the words shown. Data only, safe in the browser. Source: DOMAIN 2. */
import type { Outcome } from './routing'

export const ENTRY_NATURES = ['fact', 'opinion'] as const
export type EntryNature = (typeof ENTRY_NATURES)[number]
export const ENTRY_NATURE_LABELS: Readonly<Record<EntryNature, string>> = { fact: 'Fact', opinion: 'Opinion' }

/**
 * What an entry is about, where it can be set beside what others say. `compare` says when two answers can
 * disagree: a standing fact at any time, a dated one about the same day only.
 */
export const ENTRY_TOPICS = [
  { id: 'address', label: 'Where they live', compare: 'standing' },
  { id: 'lives_with', label: 'Who they live with', compare: 'standing' },
  { id: 'school', label: 'School or college', compare: 'standing' },
  { id: 'phone', label: 'Phone number', compare: 'standing' },
  { id: 'vehicle', label: 'Vehicle', compare: 'standing' },
  { id: 'last_seen', label: 'Where last seen', compare: 'dated' },
  { id: 'seen_with', label: 'Who they were with', compare: 'dated' },
] as const
export type EntryTopic = (typeof ENTRY_TOPICS)[number]['id']

export function topicOf(id: string | null) {
  return ENTRY_TOPICS.find((topic) => topic.id === id) ?? null
}

/** The ways out of an enquiry (DOMAIN 2: it travels with the referral). */
export const ENQUIRY_ROUTES = ['cate', 'safeguarding', 'both', 'other', 'none'] as const
export type EnquiryRoute = (typeof ENQUIRY_ROUTES)[number]

export const ENQUIRY_ROUTE_LABELS: Readonly<Record<EnquiryRoute, string>> = {
  cate: 'CATE',
  safeguarding: 'Safeguarding',
  both: 'CATE and safeguarding',
  other: 'Another service',
  none: 'No further action',
}

/** The referrals that a route sends; none for no further action. */
export function outcomesOf(route: EnquiryRoute): readonly Exclude<Outcome, 'advice'>[] {
  return { cate: ['cate'], safeguarding: ['safeguarding'], both: ['cate', 'safeguarding'], other: ['other_service'], none: [] }[route] as readonly Exclude<Outcome, 'advice'>[]
}
