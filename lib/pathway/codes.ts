/**
 * Children-in-need (CIN) census code sets: codes are stored, plain words are shown. Source: DOMAIN 5 and the
 * census specification. Data only, safe to import in the browser.
 */

/** Which of the four published groups a source of referral is counted in (DOMAIN 6, figure 2). */
export type SourceGroup = 'local_authority' | 'police' | 'education' | 'other'

/**
 * Source of referral. Grouping: everything coded 5 is a local authority's own service, so 5A to 5D count
 * together (another authority included, as the published table had no group of its own for it). Housing (4)
 * covers housing associations as well as council landlords and the code cannot tell them apart, so it counts
 * as other.
 */
export const SOURCES = [
  { code: '1A', label: 'Family member or carer', group: 'other' },
  { code: '1B', label: 'Acquaintance, such as a neighbour or childminder', group: 'other' },
  { code: '1C', label: 'The child or young person themselves', group: 'other' },
  { code: '1D', label: 'Another individual', group: 'other' },
  { code: '2A', label: 'School', group: 'education' },
  { code: '2B', label: 'Education service', group: 'education' },
  { code: '3A', label: 'GP', group: 'other' },
  { code: '3B', label: 'Health visitor', group: 'other' },
  { code: '3C', label: 'School nurse', group: 'other' },
  { code: '3D', label: 'Other primary health service', group: 'other' },
  { code: '3E', label: 'Accident and emergency', group: 'other' },
  { code: '3F', label: 'Other health service, such as a hospital or hospice', group: 'other' },
  { code: '4', label: 'Housing, council or housing association', group: 'other' },
  { code: '5A', label: 'Local authority social care', group: 'local_authority' },
  { code: '5B', label: 'Other service in this local authority', group: 'local_authority' },
  { code: '5C', label: 'Another local authority', group: 'local_authority' },
  { code: '5D', label: 'Early help', group: 'local_authority' },
  { code: '6', label: 'Police', group: 'police' },
  { code: '7', label: 'Other legal agency, such as courts, probation or prison', group: 'other' },
  { code: '8', label: 'Other, including voluntary organisations', group: 'other' },
  { code: '9', label: 'Anonymous', group: 'other' },
  { code: '10', label: 'Not known', group: 'other' },
] as const satisfies readonly { code: string; label: string; group: SourceGroup }[]
export type SourceCode = (typeof SOURCES)[number]['code']

/** The published source groups in their published order. */
export const SOURCE_GROUPS = [
  { code: 'local_authority', label: 'Local authority' },
  { code: 'police', label: 'Police' },
  { code: 'education', label: 'Education' },
  { code: 'other', label: 'Other' },
] as const satisfies readonly { code: SourceGroup; label: string }[]

export type EthnicityGroup =
  | 'white_british'
  | 'white_other'
  | 'mixed'
  | 'asian'
  | 'black'
  | 'other'
  | 'not_known'

/** Ethnicity. Chinese stands under Asian, as in the 2011 and 2021 population censuses. */
export const ETHNICITIES = [
  { code: 'WBRI', label: 'White British', group: 'white_british' },
  { code: 'WIRI', label: 'White Irish', group: 'white_other' },
  { code: 'WIRT', label: 'Traveller of Irish heritage', group: 'white_other' },
  { code: 'WOTH', label: 'Any other White background', group: 'white_other' },
  { code: 'WROM', label: 'Gypsy or Roma', group: 'white_other' },
  { code: 'MWBC', label: 'White and Black Caribbean', group: 'mixed' },
  { code: 'MWBA', label: 'White and Black African', group: 'mixed' },
  { code: 'MWAS', label: 'White and Asian', group: 'mixed' },
  { code: 'MOTH', label: 'Any other mixed background', group: 'mixed' },
  { code: 'AIND', label: 'Indian', group: 'asian' },
  { code: 'APKN', label: 'Pakistani', group: 'asian' },
  { code: 'ABAN', label: 'Bangladeshi', group: 'asian' },
  { code: 'AOTH', label: 'Any other Asian background', group: 'asian' },
  { code: 'BCRB', label: 'Black Caribbean', group: 'black' },
  { code: 'BAFR', label: 'Black African', group: 'black' },
  { code: 'BOTH', label: 'Any other Black background', group: 'black' },
  { code: 'CHNE', label: 'Chinese', group: 'asian' },
  { code: 'OOTH', label: 'Any other ethnic group', group: 'other' },
  { code: 'REFU', label: 'Preferred not to say', group: 'not_known' },
  { code: 'NOBT', label: 'Information not yet obtained', group: 'not_known' },
] as const satisfies readonly { code: string; label: string; group: EthnicityGroup }[]
export type EthnicityCode = (typeof ETHNICITIES)[number]['code']

/** Ethnicity groups as the figures show them (DOMAIN 6, figure 4). */
export const ETHNICITY_GROUPS = [
  { code: 'white_british', label: 'White British' },
  { code: 'white_other', label: 'White other' },
  { code: 'mixed', label: 'Mixed' },
  { code: 'asian', label: 'Asian' },
  { code: 'black', label: 'Black' },
  { code: 'other', label: 'Other ethnic group' },
  { code: 'not_known', label: 'Not known' },
] as const satisfies readonly { code: EthnicityGroup; label: string }[]

export const SEXES = [
  { code: 'F', label: 'Female' },
  { code: 'M', label: 'Male' },
  { code: 'U', label: 'Not known' },
] as const
export type Sex = (typeof SEXES)[number]['code']

/** Disabilities. `NONE` stands alone: see `standsAlone`. */
export const DISABILITIES = [
  { code: 'NONE', label: 'No disability' },
  { code: 'MOB', label: 'Mobility' },
  { code: 'HAND', label: 'Hand function' },
  { code: 'PC', label: 'Personal care' },
  { code: 'INC', label: 'Continence' },
  { code: 'COMM', label: 'Communication' },
  { code: 'LD', label: 'Learning disability' },
  { code: 'HEAR', label: 'Hearing' },
  { code: 'VIS', label: 'Vision' },
  { code: 'BEH', label: 'Behaviour' },
  { code: 'CON', label: 'Consciousness, such as epilepsy' },
  { code: 'AUT', label: 'Autism' },
  { code: 'DDA', label: 'Another disability' },
] as const
export type DisabilityCode = (typeof DISABILITIES)[number]['code']

/**
 * Primary need. The census calls N6 "socially unacceptable behaviour" and N5 "family dysfunction"; we show
 * words that do not blame (DOMAIN 4, Words). The code, which is what the return carries, is unchanged.
 */
export const PRIMARY_NEEDS = [
  { code: 'N1', label: 'Abuse or neglect' },
  { code: 'N2', label: 'Child’s disability or illness' },
  { code: 'N3', label: 'Parent’s disability or illness' },
  { code: 'N4', label: 'Family in acute stress' },
  { code: 'N5', label: 'Family relationships under strain' },
  { code: 'N6', label: 'Behaviour that worries others' },
  { code: 'N7', label: 'Low income' },
  { code: 'N8', label: 'Absent parenting' },
  { code: 'N9', label: 'Cases other than children in need' },
  { code: 'N0', label: 'Not stated' },
] as const
export type PrimaryNeedCode = (typeof PRIMARY_NEEDS)[number]['code']

export const CLOSURE_REASONS = [
  { code: 'RC1', label: 'Adopted' },
  { code: 'RC2', label: 'Died' },
  { code: 'RC3', label: 'Child arrangements order' },
  { code: 'RC4', label: 'Special guardianship order' },
  { code: 'RC5', label: 'Transferred to another local authority' },
  { code: 'RC6', label: 'Transferred to adult social care' },
  { code: 'RC7', label: 'Services ended for another reason, including no longer in need' },
  { code: 'RC8', label: 'Closed after assessment, no further action' },
  { code: 'RC9', label: 'Closed after assessment, referred to early help' },
] as const
export type ClosureReasonCode = (typeof CLOSURE_REASONS)[number]['code']

/** Factors found at the end of an assessment: those this work uses. `21` stands alone: see `standsAlone`. */
export const ASSESSMENT_FACTORS = [
  { code: '10A', label: 'Going missing' },
  { code: '11A', label: 'Child sexual exploitation' },
  { code: '12A', label: 'Trafficking' },
  { code: '13A', label: 'Gangs' },
  { code: '15A', label: 'Self-harm' },
  { code: '16A', label: 'Neglect' },
  { code: '24A', label: 'Child criminal exploitation' },
  { code: '21', label: 'No factors found' },
] as const
export type AssessmentFactorCode = (typeof ASSESSMENT_FACTORS)[number]['code']

/**
 * Legal status. Codes of one letter and a digit are those of the looked-after return (SSDA903); the rest are
 * ours, for standings that return does not cover.
 */
export const LEGAL_STATUSES = [
  { code: 'NONE', label: 'No order or plan' },
  { code: 'CIN', label: 'Child in need plan (section 17)' },
  { code: 'CPP', label: 'Child protection plan' },
  { code: 'V2', label: 'Looked after by agreement (section 20)' },
  { code: 'C1', label: 'Interim care order' },
  { code: 'C2', label: 'Full care order' },
  { code: 'E1', label: 'Placement order' },
  { code: 'L1', label: 'Police protection' },
  { code: 'L2', label: 'Emergency protection order' },
  { code: 'J1', label: 'Remanded to local authority or youth detention accommodation' },
  { code: 'SO', label: 'Supervision order' },
  { code: 'SGO', label: 'Special guardianship order' },
  { code: 'CL', label: 'Care leaver' },
  { code: 'NK', label: 'Not known' },
] as const
export type LegalStatusCode = (typeof LEGAL_STATUSES)[number]['code']

/** An entry of any code or word list in this folder: keyed by a census `code` or by our own `id`. */
export type Labelled = { readonly label: string } & (
  | { readonly code: string; readonly id?: undefined }
  | { readonly id: string; readonly code?: undefined }
)

/**
 * Gives the words for a stored code or id. Never throws: a missing or unrecognised one is 'Not known',
 * because a page about a child must open even where one field of it is wrong.
 */
export function labelOf(set: readonly Labelled[], code: string | null | undefined): string {
  return set.find((entry) => (entry.code ?? entry.id) === code)?.label ?? 'Not known'
}

/** Whether `code` is in the set, narrowing it to the set's own type. For data that comes from outside. */
export function isCodeOf<T extends { readonly code: string }>(
  set: readonly T[],
  code: string | null | undefined,
): code is T['code'] {
  return set.some((entry) => entry.code === code)
}

/**
 * Whether a multiple choice keeps "none" apart: true unless 'NONE' (disability) or '21' (factor) stands with
 * another code. Source: DOMAIN 5.
 */
export function standsAlone(codes: readonly string[]): boolean {
  const distinct = new Set(codes)
  return distinct.size <= 1 || !(distinct.has('NONE') || distinct.has('21'))
}

/** The figure-2 group of a source of referral; an unknown or missing code counts as 'other' (DOMAIN 6). */
export function sourceGroup(code: string | null | undefined): SourceGroup {
  return SOURCES.find((source) => source.code === code)?.group ?? 'other'
}

/** The sources of referral that count in a group: the other way round. */
export function sourcesOf(group: SourceGroup): SourceCode[] {
  return SOURCES.filter((source) => source.group === group).map((source) => source.code)
}

/** The figure-4 group of an ethnicity; an unknown or missing code counts as 'not_known' (DOMAIN 6). */
export function ethnicityGroup(code: string | null | undefined): EthnicityGroup {
  return ETHNICITIES.find((ethnicity) => ethnicity.code === code)?.group ?? 'not_known'
}
