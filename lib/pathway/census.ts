/**
 * The rows of the children-in-need census that these records can give (DOMAIN 5): codes as they are stored. What is not
 * kept here is left empty and named in `NOT_KEPT`; nothing is guessed, and a factor is only what somebody wrote down.
 */
import type { AssessmentFactorCode } from './codes'
import { isTemporaryUpn } from './identifiers'
import type { IsoDay } from './london'

export type CensusChild = {
  /** The reference that the area uses for the child: no name leaves. */
  reference: string
  upn: string | null
  dateOfBirth: IsoDay | null
  birthEstimated: boolean
  sex: string
  ethnicity: string
  disabilities: readonly string[]
}

/** A referral to the CATE team or to safeguarding, with the contact it came of and the case that came of it. */
export type CensusReferral = {
  child: string
  contact: string
  sentOn: IsoDay
  source: string
  outcome: 'cate' | 'safeguarding'
  /** Null where nobody has answered it. */
  taken: boolean | null
  exploitation: 'yes' | 'suspected' | 'no'
  concerns: readonly string[]
  /** Of every finished risk assessment of the case. */
  models: readonly string[]
  case: string | null
  closedOn: IsoDay | null
  closureReason: string | null
}

/** A section 47 that began at a strategy meeting. */
export type CensusProtection = { child: string; case: string; beganOn: IsoDay; conferenceOn: IsoDay | null; conferenceNotNeeded: boolean }

/** A column of the files, with what stands in it. */
export type CensusColumn<R> = { name: string; means: string; cell: (row: R) => string }

const flag = (value: boolean | null) => (value === null ? '' : value ? '1' : '0')

/** Why there is no usable UPN. The census' own codes, UN1 to UN7, ask for what is not recorded here. */
export function upnMissing(upn: string | null): '' | 'not_recorded' | 'temporary' {
  if (!upn) return 'not_recorded'
  return isTemporaryUpn(upn) ? 'temporary' : ''
}

/** What stands for a factor: concerns of the contact, and kinds of exploitation of finished risk assessments. */
const FACTORS: readonly { code: AssessmentFactorCode; concerns: readonly string[]; models: readonly string[] }[] = [
  { code: '10A', concerns: ['missing'], models: [] },
  { code: '12A', concerns: ['trafficked_or_moved'], models: ['organised'] },
  { code: '13A', concerns: [], models: ['gang'] },
  { code: '15A', concerns: ['self_harm'], models: [] },
  { code: '16A', concerns: ['neglect'], models: [] },
  { code: '24A', concerns: ['criminal_exploitation'], models: [] },
]

/**
 * The factors that were written down, in the order of their codes; none where none was, and never 21 ("no factors
 * found"), which is a finding. 11A where exploitation was said to be or may be a concern, unless the only sign of it is that
 * the child is used for crime.
 */
export function factorsOf({ exploitation, concerns, models, outcome }: Pick<CensusReferral, 'exploitation' | 'concerns' | 'models' | 'outcome'>): AssessmentFactorCode[] {
  const found = FACTORS.filter((one) => one.concerns.some((id) => concerns.includes(id)) || one.models.some((id) => models.includes(id))).map(({ code }) => code)
  const criminalAlone = found.includes('24A') && outcome !== 'cate' && models.length === 0
  if (exploitation !== 'no' && !criminalAlone) found.push('11A')
  return found.sort()
}

export const CHILD_COLUMNS: readonly CensusColumn<CensusChild>[] = [
  { name: 'la_child_id', means: 'The area’s reference of the child: names nobody', cell: (row) => row.reference },
  { name: 'upn', means: 'Unique pupil number, where it is recorded', cell: (row) => row.upn ?? '' },
  { name: 'upn_missing', means: 'not_recorded, or temporary where the number ends in a letter; empty where it is permanent. The census’ own reason (UN1 to UN7) is not kept', cell: (row) => upnMissing(row.upn) },
  { name: 'date_of_birth', means: 'YYYY-MM-DD, where it is recorded', cell: (row) => row.dateOfBirth ?? '' },
  { name: 'date_of_birth_estimated', means: '1 where somebody estimated it, otherwise 0', cell: (row) => flag(row.birthEstimated) },
  { name: 'sex', means: 'M, F or U (not known)', cell: (row) => row.sex },
  { name: 'ethnicity', means: 'Census code, e.g. WBRI; NOBT where it was not obtained', cell: (row) => row.ethnicity },
  { name: 'disabilities', means: 'Census codes with | between; NONE stands alone; empty where nothing is recorded', cell: (row) => row.disabilities.join('|') },
]

export const REFERRAL_COLUMNS: readonly CensusColumn<CensusReferral>[] = [
  { name: 'la_child_id', means: 'As in children.csv', cell: (row) => row.child },
  { name: 'contact_reference', means: 'The contact it came of', cell: (row) => row.contact },
  { name: 'referral_date', means: 'The London day it was sent', cell: (row) => row.sentOn },
  { name: 'referral_source', means: 'Census code 1A to 10', cell: (row) => row.source },
  { name: 'sent_to', means: 'cate (the exploitation team) or safeguarding', cell: (row) => row.outcome },
  { name: 'no_further_action', means: '1 where its receiver declined it, 0 where it was taken on, empty where nobody has answered', cell: (row) => flag(row.taken === null ? null : !row.taken) },
  { name: 'primary_need', means: 'Not kept: always empty. N1 to N9 or N0 is for the person who returns the census to choose', cell: () => '' },
  { name: 'factors_recorded', means: 'Of 10A 11A 12A 13A 15A 16A 24A those that the contact’s concerns or a finished risk assessment stand for, with | between. An assessor has not ticked them: check before they are returned', cell: (row) => factorsOf(row).join('|') },
  { name: 'case_reference', means: 'The CATE case that came of it', cell: (row) => row.case ?? '' },
  { name: 'closure_date', means: 'The London day that case closed, by the end of the period', cell: (row) => row.closedOn ?? '' },
  { name: 'closure_reason', means: 'RC1 to RC9', cell: (row) => (row.closedOn ? (row.closureReason ?? '') : '') },
]

export const PROTECTION_COLUMNS: readonly CensusColumn<CensusProtection>[] = [
  { name: 'la_child_id', means: 'As in children.csv', cell: (row) => row.child },
  { name: 'case_reference', means: 'The CATE case', cell: (row) => row.case },
  { name: 's47_start_date', means: 'The London day of the strategy meeting that began section 47', cell: (row) => row.beganOn },
  { name: 'icpc_date', means: 'The day of the initial child protection conference, where it was held', cell: (row) => row.conferenceOn ?? '' },
  { name: 'icpc_not_required', means: '1 where it was said that none is needed, otherwise 0', cell: (row) => flag(row.conferenceNotNeeded) },
]

/** What the census asks for and these records do not hold, in words for whoever returns it. */
export const NOT_KEPT = [
  'Primary need (N1 to N9, N0).',
  'Why a UPN is missing, by the census’ codes.',
  'The former UPN, an expected date of birth and a date of death.',
  'Factors as an assessor ticks them at the end of an assessment, and 21 (none): what is here is what contacts and risk assessments say.',
  'Assessments of children’s social care (section 17): their dates and whether they were authorised.',
  'Child in need plans and child protection plans: dates, categories and reviews.',
  'Section 47 enquiries that began anywhere but at a strategy meeting in Waymark.',
  'Referrals to children’s social care that did not pass through this front door.',
] as const
