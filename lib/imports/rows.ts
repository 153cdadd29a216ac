import { CLOSURE_REASONS, ETHNICITIES, LEGAL_STATUSES, SEXES, SOURCES, type EthnicityCode, type LegalStatusCode, type Sex, type SourceCode } from '../pathway/codes'
import { CONCERN_TYPES, concernsOf, type ConcernId } from '../pathway/concerns'
import { isValidNhsNumber, isValidUpn, normaliseNhsNumber, normaliseUpn } from '../pathway/identifiers'
import { LEVELS, type Level } from '../pathway/levels'
import { levelOfNeed, LEVELS_OF_NEED, type LevelOfNeed } from '../pathway/need'
import type { Outcome } from '../pathway/routing'
import { CASE_STAGES, type CaseStage } from '../pathway/states'
import { CHANNELS, EXPLOITATION_FLAGS, type Channel, type ExploitationFlag } from '../pathway/words'
import { codesOf, idsOf } from '../input'
import { plain, type Cells } from './values'

/** What a row says, read and found good: the rules of each cell, and of the cells of one row together (DOMAIN 2 and 5). */
export type ChildIn = { ref: string; given: string; family: string; aliases: string[]; born: string | null; sex: Sex; ethnicity: EthnicityCode; postcode: string | null; school: string | null; nhs: string | null; upn: string | null; legal: LegalStatusCode | null }
export type ContactIn = { ref: string; receivedAt: Date; channel: Channel; source: SourceCode; organisation: string | null; referrer: string | null; childRef: string | null; concerns: ConcernId[]; exploitation: ExploitationFlag; need: LevelOfNeed; outcomes: Outcome[]; decidedAt: Date | null; service: string | null; summary: string }
export type CaseIn = { ref: string; childRef: string; contactRef: string | null; referredAt: Date; allocatedTo: string | null; stage: CaseStage; level: Level | null; panelAt: Date | null; closedAt: Date | null; closure: string | null }

const REF = 100
// made once: a hundred thousand rows are read by them
const SEX_CODES = codesOf(SEXES)
const ETHNICITY_CODES = codesOf(ETHNICITIES)
const LEGAL_CODES = codesOf(LEGAL_STATUSES)
const SOURCE_CODES = codesOf(SOURCES)
const CHANNEL_IDS = idsOf(CHANNELS)
const CLOSURE_CODES = codesOf(CLOSURE_REASONS)
/** Concerns by their ids and by their words. */
const CONCERNS: ReadonlyMap<string, ConcernId> = new Map(CONCERN_TYPES.flatMap(({ id, label }) => [[plain(label), id], [plain(id), id]] as const))
const OUTCOMES = ['cate', 'safeguarding', 'other_service', 'advice', 'pending'] as const

// what other systems call the same standing
const LEGAL_WORDS: Readonly<Record<string, LegalStatusCode>> = {
  no_order: 'NONE', not_applicable: 'NONE', unknown: 'NK', not_known: 'NK', s17: 'CIN', child_in_need: 'CIN', cp: 'CPP', child_protection: 'CPP', child_protection_plan: 'CPP',
  s20: 'V2', section_20: 'V2', ico: 'C1', interim_care_order: 'C1', fco: 'C2', full_care_order: 'C2', care_order: 'C2', epo: 'L2', care_leaver: 'CL', supervision_order: 'SO', special_guardianship: 'SGO',
}

export function readChild(cells: Cells): ChildIn {
  const nhs = normaliseNhsNumber(cells.text('nhs_number', 20))
  if (nhs && !isValidNhsNumber(nhs)) cells.refuse('nhs_number', 'This is not an NHS number: its check digit is wrong')
  const upn = normaliseUpn(cells.text('upn', 20))
  if (upn && !isValidUpn(upn)) cells.refuse('upn', 'This is not a unique pupil number: its check letter is wrong')
  return {
    ref: cells.text('child_ref', REF, true),
    given: cells.text('given_name', 100, true),
    family: cells.text('family_name', 100, true),
    aliases: cells.several('aliases', 1000),
    born: cells.day('date_of_birth'),
    sex: cells.code('sex', SEX_CODES, { required: false, also: { female: 'F', male: 'M', not_known: 'U', unknown: 'U' }, words: 'M, F and U' }) ?? 'U',
    ethnicity: cells.code('ethnicity', ETHNICITY_CODES, { required: false, words: 'the census codes of ethnicity, such as WBRI' }) ?? 'NOBT',
    postcode: cells.text('postcode', 12).toUpperCase() || null,
    school: cells.text('school', 200) || null,
    nhs: nhs || null,
    upn: upn || null,
    legal: cells.code('legal_status', LEGAL_CODES, { required: false, also: LEGAL_WORDS, words: `the codes ${LEGAL_CODES.join(', ')}` }),
  }
}

export function readContact(cells: Cells): ContactIn {
  const receivedAt = cells.moment('received_at', true)
  const decidedAt = cells.moment('decided_at')
  const said = cells.several('outcome', 200).map(plain)
  if (said.some((outcome) => !OUTCOMES.includes(outcome as Outcome))) cells.refuse('outcome', `This is not one of ${OUTCOMES.join(', ')}, with | between several`)
  const pending = said.length === 0 || said.includes('pending')
  if (pending && said.length > 1) cells.refuse('outcome', 'Pending stands alone: a contact is decided or it is not')
  if (pending && decidedAt) cells.refuse('decided_at', 'A contact that is pending has no time of decision')
  if (!pending && !decidedAt && !cells.problems.some(({ column }) => column === 'decided_at')) cells.refuse('decided_at', 'This may not be empty where there is an outcome')
  if (receivedAt && decidedAt && decidedAt < receivedAt) cells.refuse('decided_at', 'This is before the contact was received')
  const childRef = cells.text('child_ref', REF) || null
  if (said.includes('cate') && !childRef) cells.refuse('child_ref', 'A contact that went to CATE names its child')
  const named = cells.several('concern_types', 1000)
  const concerns = named.flatMap((words) => CONCERNS.get(plain(words)) ?? [])
  const others = named.filter((words) => !CONCERNS.has(plain(words)))
  if (others.length) cells.note('concern_types', 'Waymark has no word of its own for some of these: they stand in what was said')
  const exploitation = cells.code('exploitation', EXPLOITATION_FLAGS) ?? 'no'
  const need = cells.code('level_of_need', LEVELS_OF_NEED, { required: false, also: { vulnerable: 'early_help' } })
  if (!need && !cells.row.cells.level_of_need) cells.note('level_of_need', 'This is empty: the record has what its concerns suggest')
  const told = cells.text('summary', 20_000)
  if (!told) cells.note('summary', 'This is empty: the record says that the earlier system has no summary')
  return {
    ref: cells.text('contact_ref', REF, true),
    receivedAt: receivedAt ?? cells.now,
    channel: cells.code('channel', CHANNEL_IDS, { also: { telephone: 'phone', call: 'phone', e_mail: 'email', online_form: 'form', web_form: 'form', missing_report: 'police_missing_report' } }) ?? 'form',
    source: cells.code('source_code', SOURCE_CODES, { words: 'the census codes of source, such as 2A' }) ?? '10',
    organisation: cells.text('source_organisation', 200) || null,
    referrer: cells.text('referrer_name', 200) || null,
    childRef,
    concerns: concernsOf(concerns).map(({ id }) => id as ConcernId),
    exploitation,
    need: need ?? levelOfNeed({ concerns, exploitation, immediateDanger: false }).level,
    outcomes: pending ? [] : OUTCOMES.filter((outcome): outcome is Outcome => outcome !== 'pending' && said.includes(outcome)),
    decidedAt,
    service: cells.text('to_service', 200) || null,
    summary: [told || 'The earlier system has no summary of this contact.', ...(others.length ? [`Concerns as the earlier system names them: ${others.join(', ')}.`] : [])].join('\n\n'),
  }
}

const STAGE_WORDS: Readonly<Record<string, CaseStage>> = { risk_assessment: 'assessment', risk_panel: 'panel', safety_plan: 'plan' }

export function readCase(cells: Cells): CaseIn {
  const referredAt = cells.moment('referred_at', true)
  const panelAt = cells.moment('panel_at')
  const closedAt = cells.moment('closed_at')
  const stage = cells.code('stage', CASE_STAGES, { also: STAGE_WORDS })
  const closure = cells.code('closure_reason', CLOSURE_CODES, { required: false, words: 'the census codes of closure, RC1 to RC9' })
  const allocatedTo = cells.text('allocated_to', 254).toLowerCase() || null
  const wrong = (column: string) => cells.problems.some((problem) => problem.column === column)
  if (stage === 'closed' && !closedAt && !wrong('closed_at')) cells.refuse('closed_at', 'A closed case has the time when it closed')
  if (stage === 'closed' && !closure && !wrong('closure_reason')) cells.refuse('closure_reason', 'A closed case has the reason why it closed')
  if (stage && stage !== 'closed' && closedAt) cells.refuse('closed_at', 'A case that is not at the stage closed has no time of closing')
  if (stage && stage !== 'closed' && closure) cells.refuse('closure_reason', 'A case that is not at the stage closed has no reason for closing')
  if (referredAt && closedAt && closedAt < referredAt) cells.refuse('closed_at', 'This is before the case was referred')
  if (referredAt && panelAt && panelAt < referredAt) cells.refuse('panel_at', 'This is before the case was referred')
  if (closedAt && panelAt && panelAt > closedAt) cells.refuse('panel_at', 'This is after the case closed')
  if (stage && !['allocation', 'closed'].includes(stage) && !allocatedTo) cells.refuse('allocated_to', 'A case at this stage is with somebody: give their e-mail address')
  return {
    ref: cells.text('case_ref', REF, true),
    childRef: cells.text('child_ref', REF, true),
    contactRef: cells.text('contact_ref', REF) || null,
    referredAt: referredAt ?? cells.now,
    allocatedTo,
    stage: stage ?? 'allocation',
    level: cells.code('level', LEVELS, { required: false, words: 'low, low_medium, medium, medium_high and high' }),
    panelAt,
    closedAt,
    closure,
  }
}
