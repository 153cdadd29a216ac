/**
 * Concern types the front door records. Ordinary ones stand beside signs of exploitation because Family
 * Connect takes every contact (DOMAIN 1). Source: DOMAIN 2 and the indicators of DOMAIN 3, in our own words.
 */
import type { LevelOfNeed } from './need-levels'

export type ConcernGroup = 'exploitation' | 'harm' | 'wellbeing' | 'home'

export type Concern = {
  readonly id: string
  readonly label: string
  /** Shown under the label where the words alone could be read narrowly. */
  readonly hint?: string
  readonly group: ConcernGroup
  /** The level of need this concern suggests on its own. A suggestion, never a decision. */
  readonly need: LevelOfNeed
  /** Whether it raises the question of exploitation; it never answers it. */
  readonly exploitation: boolean
  /** Who may help, where a service and not only a protective response is worth considering. */
  readonly service?: string
}

export const CONCERN_TYPES = [
  {
    id: 'missing', label: 'Missing, or whereabouts unclear',
    hint: 'Include short absences and coming home late',
    group: 'exploitation', need: 'complex', exploitation: true,
  },
  {
    id: 'unexplained_gifts', label: 'Unexplained money, gifts or belongings',
    group: 'exploitation', need: 'complex', exploitation: true,
  },
  {
    id: 'older_controlling_person', label: 'A controlling or much older person',
    hint: 'Someone who presents as a friend or partner',
    group: 'exploitation', need: 'complex', exploitation: true,
  },
  {
    id: 'online_contact', label: 'Online contact with people the child does not know',
    group: 'exploitation', need: 'early_help', exploitation: true,
  },
  {
    id: 'images_shared', label: 'Images asked for, shared or used as a threat',
    group: 'exploitation', need: 'complex', exploitation: true,
  },
  {
    id: 'secretive_phone', label: 'More than one phone, or many calls from unknown people',
    group: 'exploitation', need: 'early_help', exploitation: true,
  },
  {
    id: 'vehicles_unknown_adults', label: 'In vehicles with unknown adults',
    group: 'exploitation', need: 'complex', exploitation: true,
  },
  {
    id: 'hotels_or_parties', label: 'Taken to hotels, flats or parties',
    group: 'exploitation', need: 'complex', exploitation: true,
  },
  {
    id: 'premises_of_concern', label: 'Seen at a place that causes concern',
    group: 'exploitation', need: 'early_help', exploitation: true,
  },
  {
    id: 'disclosure_of_exploitation', label: 'The child has told someone about exploitation',
    group: 'exploitation', need: 'acute', exploitation: true,
  },
  {
    id: 'coercion_or_debt', label: 'Threats, debts or coercion',
    group: 'exploitation', need: 'acute', exploitation: true,
  },
  {
    id: 'trafficked_or_moved', label: 'Moved by others, or found in another town',
    group: 'exploitation', need: 'acute', exploitation: true,
  },
  {
    id: 'made_to_bring_others', label: 'Made to bring other children',
    hint: 'A child who is made to do this is still a child first',
    group: 'exploitation', need: 'acute', exploitation: true,
  },
  {
    id: 'criminal_exploitation', label: 'Used by others to carry drugs, money or weapons',
    group: 'exploitation', need: 'complex', exploitation: true,
  },
  {
    id: 'sexual_health', label: 'Sexual-health concern, pregnancy or repeated infection',
    group: 'exploitation', need: 'complex', exploitation: true, service: 'sexual health',
  },
  { id: 'sexual_abuse', label: 'Sexual abuse', group: 'harm', need: 'acute', exploitation: false },
  { id: 'physical_abuse', label: 'Physical abuse', group: 'harm', need: 'acute', exploitation: false },
  {
    id: 'injury', label: 'Injury without a clear cause',
    group: 'harm', need: 'complex', exploitation: false,
  },
  { id: 'emotional_abuse', label: 'Emotional abuse', group: 'harm', need: 'complex', exploitation: false },
  { id: 'neglect', label: 'Neglect', group: 'harm', need: 'complex', exploitation: false },
  {
    id: 'domestic_abuse', label: 'Domestic abuse at home or in a relationship',
    group: 'harm', need: 'complex', exploitation: false, service: 'domestic abuse support',
  },
  {
    id: 'self_harm', label: 'Self-harm or despair',
    group: 'wellbeing', need: 'complex', exploitation: false, service: 'CAMHS',
  },
  {
    id: 'change_in_mood', label: 'Change in mood or friends',
    group: 'wellbeing', need: 'early_help', exploitation: false, service: 'CAMHS or the school nurse',
  },
  {
    id: 'substance_use', label: 'Alcohol or drugs', hint: 'Including where someone else supplies them',
    group: 'wellbeing', need: 'early_help', exploitation: false, service: 'young people’s substance use',
  },
  {
    id: 'school_absence', label: 'Absent or excluded from education',
    group: 'wellbeing', need: 'early_help', exploitation: false, service: 'education welfare',
  },
  {
    id: 'behaviour', label: 'Behaviour that worries others',
    hint: 'What adults see may be a sign of what has happened to the child',
    group: 'wellbeing', need: 'early_help', exploitation: false, service: 'early help',
  },
  {
    id: 'bullying', label: 'Bullying or isolation',
    group: 'wellbeing', need: 'early_help', exploitation: false, service: 'early help',
  },
  {
    id: 'parenting_support', label: 'Parents or carers asking for support',
    group: 'home', need: 'early_help', exploitation: false, service: 'early help',
  },
  {
    id: 'family_difficulty', label: 'Family breakdown, bereavement or a parent’s ill-health',
    group: 'home', need: 'early_help', exploitation: false, service: 'early help',
  },
  {
    id: 'housing', label: 'Unsuitable or insecure housing',
    group: 'home', need: 'early_help', exploitation: false, service: 'housing',
  },
  {
    id: 'advice_sought', label: 'Asking for information or advice',
    group: 'home', need: 'universal', exploitation: false,
  },
] as const satisfies readonly Concern[]
export type ConcernId = (typeof CONCERN_TYPES)[number]['id']

/** Headings for the groups, in the order a form shows them. */
export const CONCERN_GROUPS = [
  { id: 'exploitation', label: 'Possible exploitation' },
  { id: 'harm', label: 'Abuse or injury' },
  { id: 'wellbeing', label: 'How the child is' },
  { id: 'home', label: 'Home and family' },
] as const satisfies readonly { id: ConcernGroup; label: string }[]

const BY_ID: ReadonlyMap<string, Concern> = new Map(CONCERN_TYPES.map((concern) => [concern.id, concern]))

/**
 * Gives the chosen concerns once each, in the order of `CONCERN_TYPES`. An id that is not in the list (an
 * older or an area's own) is passed over: what cannot be recognised may suggest nothing, and must not stop
 * the form.
 */
export function concernsOf(ids: readonly string[]): Concern[] {
  const chosen = new Set(ids)
  return [...BY_ID.values()].filter((concern) => chosen.has(concern.id))
}
