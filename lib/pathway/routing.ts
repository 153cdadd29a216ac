/**
 * Where a contact might go. Suggestions only: a named person decides, with a rationale (DOMAIN 2, Decision).
 * As in `need.ts`, an added concern never weakens or removes a suggestion or one of its reasons.
 */
import { concernsOf } from './concerns'
import { levelOfNeed, notifiesSafeguardingLead } from './need'
import type { ExploitationFlag } from './words'

/** What the front door may decide; one contact may have more than one (DOMAIN 2, Decision). */
export const OUTCOMES = ['cate', 'safeguarding', 'other_service', 'advice'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  cate: 'CATE',
  safeguarding: 'Safeguarding',
  other_service: 'Other service',
  advice: 'Information and advice',
}

export const REPORTED_OUTCOMES = ['progressed', 'other_agency', 'advice'] as const
export type ReportedOutcome = (typeof REPORTED_OUTCOMES)[number]

export const REPORTED_OUTCOME_LABELS: Readonly<Record<ReportedOutcome, string>> = {
  progressed: 'Progressed',
  other_agency: 'Referred to another agency',
  advice: 'Information and advice',
}

export type ContactFacts = {
  /** Ids from `CONCERN_TYPES`. */
  readonly concerns: readonly string[]
  readonly exploitation: ExploitationFlag
  readonly immediateDanger: boolean
  /** Whole years; null when not known. */
  readonly ageYears: number | null
  readonly childIdentified: boolean
}

export type KnownFacts = {
  /** Contacts about the same person in the 12 months before, this one not counted. */
  readonly earlierContacts: number
  /** Those of them with exploitation yes or suspected. */
  readonly earlierExploitationContacts: number
  readonly openCase: { readonly allocatedTo?: string } | null
  readonly missingEpisodes?: number
  readonly siblingsWithConcern?: boolean | number
}

export type Strength = 'strong' | 'consider'
export type Suggestion = {
  readonly outcome: Outcome
  readonly strength: Strength
  readonly reasons: string[]
}

type Finding = { outcome: Outcome; strength: Strength; reason: string }

/**
 * Suggests where a contact might go, strong suggestions first, each with its reasons in plain words. Always
 * gives at least one: advice when nothing else applies, the only suggestion that gives way as more is told.
 * Sources: DOMAIN 2 (Decision, Alerts, Rec 24); DOMAIN 3 (under 13); Sexual Offences Act 2003 ss.5-8 (under
 * 13).
 */
export function suggestRoutes(contact: ContactFacts, known: KnownFacts): Suggestion[] {
  const found = [...safeguarding(contact, known), ...cate(contact, known), ...services(contact)]
  return gather(found.length > 0 ? found : [nothingElse(contact)])
}

/**
 * How a decided contact is counted: once, under its highest outcome, CATE and safeguarding both being
 * 'progressed' (DOMAIN 2, Decision). Throws RangeError when there is no outcome, since an undecided contact
 * is not reported.
 */
export function reportedOutcome(outcomes: readonly Outcome[]): ReportedOutcome {
  if (outcomes.length === 0) throw new RangeError('a contact with no outcome is not reported')
  if (outcomes.includes('cate') || outcomes.includes('safeguarding')) return 'progressed'
  return outcomes.includes('other_service') ? 'other_agency' : 'advice'
}

function safeguarding(contact: ContactFacts, known: KnownFacts): Finding[] {
  const { level } = levelOfNeed(contact)
  const contactNumber = known.earlierContacts + 1
  const { ageYears } = contact
  const exploited = contact.exploitation !== 'no'
  return [
    ...when('safeguarding', 'strong', contact.immediateDanger, 'The child may be in immediate danger'),
    ...when('safeguarding', 'strong', exploited && ageYears !== null && ageYears < 13,
      'Under 13: sexual activity with a child of this age is always an offence against them'),
    ...when('safeguarding', 'consider', exploited && ageYears === null,
      'Age not known: under 13 would call for a child-protection response'),
    ...when('safeguarding', 'consider', exploited && ageYears !== null && ageYears >= 18,
      '18 or over: the work does not stop at 18, and adult safeguarding may be needed'),
    ...when('safeguarding', 'strong', level === 'acute', 'What was said suggests acute need'),
    ...when('safeguarding', 'consider', notifiesSafeguardingLead(level),
      'The level of need notifies the safeguarding lead'),
    ...when('safeguarding', 'consider', contactNumber >= 3,
      `Contact ${contactNumber} about the same person in 12 months: a specialist looks at why`),
    ...when('safeguarding', 'consider', Number(known.siblingsWithConcern ?? 0) > 0,
      'There is a concern about a brother or sister too'),
  ]
}

function cate(contact: ContactFacts, known: KnownFacts): Finding[] {
  const { openCase } = known
  const holder = openCase?.allocatedTo ? `, with ${openCase.allocatedTo}` : ''
  const signs = concernsOf(contact.concerns).filter((concern) => concern.exploitation)
  return [
    ...when('cate', 'strong', openCase !== null,
      `Open case${holder}: record this on the case; it does not count as a new contact or referral`),
    ...when('cate', 'strong', contact.exploitation === 'yes', 'Exploitation is reported'),
    ...when('cate', 'strong', contact.exploitation === 'suspected', 'Exploitation is suspected'),
    ...signs.flatMap(({ label }) =>
      when('cate', 'consider', true, `${label}: ask whether exploitation plays a part`)),
    ...when('cate', 'consider', known.earlierExploitationContacts > 0,
      'Exploitation was a concern in an earlier contact'),
    ...when('cate', 'consider', (known.missingEpisodes ?? 0) > 0,
      'Earlier missing episodes: each is assessed for links to exploitation'),
    ...when('cate', 'consider', contact.exploitation !== 'no' && !contact.childIdentified,
      'No child is named yet: what was said still matters and helps the next contact make sense'),
  ]
}

function services(contact: ContactFacts): Finding[] {
  return concernsOf(contact.concerns).flatMap(({ label, service, id }) => [
    ...when('other_service', 'consider', service !== undefined, `${label}: ${service} may help`),
    ...when('advice', 'consider', id === 'advice_sought', 'Information or advice was asked for'),
  ])
}

function nothingElse(contact: ContactFacts): Finding {
  const reason = contact.childIdentified
    ? 'Nothing selected so far calls for another route: advise, and record what was said'
    : 'No child is named yet: advise, and keep what was said for the next contact'
  return { outcome: 'advice', strength: 'consider', reason }
}

function when(outcome: Outcome, strength: Strength, holds: boolean, reason: string): Finding[] {
  return holds ? [{ outcome, strength, reason }] : []
}

function gather(found: readonly Finding[]): Suggestion[] {
  const order: readonly Outcome[] = ['safeguarding', 'cate', 'other_service', 'advice']
  const suggestions = order.flatMap((outcome): Suggestion[] => {
    const own = found.filter((finding) => finding.outcome === outcome)
    if (own.length === 0) return []
    const strength = own.some((finding) => finding.strength === 'strong') ? 'strong' : 'consider'
    return [{ outcome, strength, reasons: own.map((finding) => finding.reason) }]
  })
  const rank = (suggestion: Suggestion) => (suggestion.strength === 'strong' ? 0 : 1)
  return suggestions.sort((a, b) => rank(a) - rank(b))
}
