import type { Tx } from '../../lib/access/operation'
import type { Outcome, ReportedOutcome } from '../../lib/pathway/routing'
import type { Channel, ExploitationFlag, Knows } from '../../lib/pathway/words'
import type { LevelOfNeed } from '../../lib/pathway/need'
import type { Level } from '../../lib/pathway/levels'
import type { CaseStage, ReferralState } from '../../lib/pathway/states'
import type { Sex } from '../../lib/pathway/codes'

// Rows as the tables have them, column by column: they are read by jsonb_populate_recordset, which gives a
// column that is left out NULL and not its default, so none may be. An instant is an ISO string.

type Base = { area_id: string; id: string }

export type ChildRow = Base & {
  reference: string; given_name: string; family_name: string; known_as: string | null; date_of_birth: string
  birth_estimated: boolean; sex: Sex; ethnicity: string; disabilities: string[]; first_language: string | null
  interpreter_needed: boolean; legal_status: string | null; nhs_number: string | null; upn: string | null
  school: string | null; gp_practice: string | null; exploitation: ExploitationFlag; how_to_speak: string | null
  version: number; created_at: string; created_by_id: string; updated_at: string
}

export type AliasRow = Base & { child_id: string; given_name: string; family_name: string }

export type AddressRow = Base & {
  child_id: string; line: string; town: string; postcode: string; phone: string | null; from_date: string | null; to_date: string | null
}

export type Relationship = 'mother' | 'father' | 'carer' | 'step_parent' | 'grandparent' | 'sibling'

export type PersonRow = Base & {
  child_id: string; relationship: Relationship; name: string; phone: string | null; parental_responsibility: boolean
  lives_with_child: boolean; note: string | null; related_child_id: string | null
}

export type ContactRow = Base & {
  reference: string; submission_key: string; received_at: string; channel: Channel; logged_by_id: string; logged_at: string
  referrer_name: string | null; referrer_role: string | null; referrer_organisation: string | null; referrer_agency_id: string | null
  referrer_phone: string | null; referrer_email: string | null; anonymous: boolean; identity_withheld: boolean; source_code: string
  child_id: string | null; unidentified_child: string | null; what_was_said: string; child_words: string | null; concerns: string[]
  exploitation: ExploitationFlag; immediate_danger: boolean; danger_action: string | null; whereabouts: string | null
  others_at_risk: string | null; child_knows: Knows; parents_know: Knows; family_views: string | null
  consent: 'given' | 'refused' | 'not_sought'; consent_reason: string | null; level_of_need: LevelOfNeed
  state: 'logged' | 'decided'; decision_due: string; version: number
}

export type DecisionRow = {
  area_id: string; contact_id: string; decided_by_id: string; decided_at: string; outcomes: Outcome[]; reported_as: ReportedOutcome
  suggested: Outcome[]; rationale: string; referrer_told: 'yes' | 'not_yet' | 'cannot'; told_note: string | null
}

export type ReferralRow = Base & {
  contact_id: string; child_id: string | null; outcome: Outcome; to_team_id: string | null; to_service: string | null
  state: ReferralState; summary: string; sent_at: string; sent_by_id: string; responded_at: string | null
  responded_by_id: string | null; decline_reason: string | null; version: number
  to_agency_id: string | null; acknowledged_at: string | null; awaited_by: string | null; closed_at: string | null
}

export type MoveRow = Base & {
  referral_id: string; from_state: ReferralState | null; to_state: ReferralState; at: string; by_id: string; words: string | null; said_by: string | null
}

export type SharingRow = Base & {
  child_id: string | null; contact_id: string; referral_id: string; receiver: string; to_agency_id: string | null; shared: boolean
  items: { id: string; label: string; value: string }[]; left_out: string[]; purpose: string; basis: string; reason: string; at: string; by_id: string
}

export type CaseRow = Base & {
  reference: string; child_id: string; referral_id: string | null; stage: CaseStage; level: Level | null; allocated_to_id: string | null
  referred_at: string; opened_at: string; panel_due: string; panel_held_at: string | null; next_review_due: string | null
  closed_at: string | null; closure_reason: string | null; version: number
}

export type AllocationRow = Base & { case_id: string; practitioner_id: string; by_id: string; at: string; reason: string | null }
export type StageMoveRow = Base & {
  case_id: string; from_stage: CaseStage | null; to_stage: CaseStage; at: string; by_id: string; reason: string | null
}
export type LevelRow = Base & { case_id: string; level: Level; at: string; by_id: string; reason: string }
export type CounterRow = { area_id: string; kind: string; year: number; next: number }

/** The rows of each table that the seeds fill in bulk. */
export type Rows = {
  agency: Base & { name: string; kind: string; in_the_room: boolean }
  team: Base & { agency_id: string; name: string; kind: string }
  child: ChildRow
  child_alias: AliasRow
  child_address: AddressRow
  person_around: PersonRow
  contact: ContactRow
  contact_decision: DecisionRow
  referral: ReferralRow
  referral_move: MoveRow
  sharing: SharingRow
  cate_case: CaseRow
  case_allocation: AllocationRow
  case_stage_move: StageMoveRow
  case_level: LevelRow
  reference_counter: CounterRow
}

// one statement for each table, written out: a table's name cannot be a parameter
const INSERT: Readonly<Record<keyof Rows, (tx: Tx, json: string) => Promise<number>>> = {
  agency: (tx, json) =>
    tx.$executeRaw`INSERT INTO agency SELECT * FROM jsonb_populate_recordset(NULL::agency, ${json}::jsonb)`,
  team: (tx, json) =>
    tx.$executeRaw`INSERT INTO team SELECT * FROM jsonb_populate_recordset(NULL::team, ${json}::jsonb)`,
  child: (tx, json) =>
    tx.$executeRaw`INSERT INTO child SELECT * FROM jsonb_populate_recordset(NULL::child, ${json}::jsonb)`,
  child_alias: (tx, json) =>
    tx.$executeRaw`INSERT INTO child_alias SELECT * FROM jsonb_populate_recordset(NULL::child_alias, ${json}::jsonb)`,
  child_address: (tx, json) =>
    tx.$executeRaw`INSERT INTO child_address SELECT * FROM jsonb_populate_recordset(NULL::child_address, ${json}::jsonb)`,
  person_around: (tx, json) =>
    tx.$executeRaw`INSERT INTO person_around SELECT * FROM jsonb_populate_recordset(NULL::person_around, ${json}::jsonb)`,
  // named, because awaited_until is generated and cannot be written
  contact: (tx, json) => tx.$executeRaw`
    INSERT INTO contact (
      area_id, id, reference, submission_key, received_at, channel, logged_by_id, logged_at, referrer_name, referrer_role,
      referrer_organisation, referrer_agency_id, referrer_phone, referrer_email, anonymous, identity_withheld, source_code,
      child_id, unidentified_child, what_was_said, child_words, concerns, exploitation, immediate_danger, danger_action,
      whereabouts, others_at_risk, child_knows, parents_know, family_views, consent, consent_reason, level_of_need, state,
      decision_due, version)
    SELECT
      area_id, id, reference, submission_key, received_at, channel, logged_by_id, logged_at, referrer_name, referrer_role,
      referrer_organisation, referrer_agency_id, referrer_phone, referrer_email, anonymous, identity_withheld, source_code,
      child_id, unidentified_child, what_was_said, child_words, concerns, exploitation, immediate_danger, danger_action,
      whereabouts, others_at_risk, child_knows, parents_know, family_views, consent, consent_reason, level_of_need, state,
      decision_due, version
    FROM jsonb_populate_recordset(NULL::contact, ${json}::jsonb)`,
  contact_decision: (tx, json) =>
    tx.$executeRaw`INSERT INTO contact_decision SELECT * FROM jsonb_populate_recordset(NULL::contact_decision, ${json}::jsonb)`,
  referral: (tx, json) =>
    tx.$executeRaw`INSERT INTO referral SELECT * FROM jsonb_populate_recordset(NULL::referral, ${json}::jsonb)`,
  referral_move: (tx, json) =>
    tx.$executeRaw`INSERT INTO referral_move SELECT * FROM jsonb_populate_recordset(NULL::referral_move, ${json}::jsonb)`,
  sharing: (tx, json) =>
    tx.$executeRaw`INSERT INTO sharing SELECT * FROM jsonb_populate_recordset(NULL::sharing, ${json}::jsonb)`,
  cate_case: (tx, json) =>
    tx.$executeRaw`INSERT INTO cate_case SELECT * FROM jsonb_populate_recordset(NULL::cate_case, ${json}::jsonb)`,
  case_allocation: (tx, json) =>
    tx.$executeRaw`INSERT INTO case_allocation SELECT * FROM jsonb_populate_recordset(NULL::case_allocation, ${json}::jsonb)`,
  case_stage_move: (tx, json) =>
    tx.$executeRaw`INSERT INTO case_stage_move SELECT * FROM jsonb_populate_recordset(NULL::case_stage_move, ${json}::jsonb)`,
  case_level: (tx, json) =>
    tx.$executeRaw`INSERT INTO case_level SELECT * FROM jsonb_populate_recordset(NULL::case_level, ${json}::jsonb)`,
  reference_counter: (tx, json) =>
    tx.$executeRaw`INSERT INTO reference_counter SELECT * FROM jsonb_populate_recordset(NULL::reference_counter, ${json}::jsonb)`,
}

// small enough that no statement comes near its five seconds
const AT_ONCE = 1000

/** Inserts rows, a batch at a time, as the login and role of the transaction. */
export async function insertRows<T extends keyof Rows>(tx: Tx, table: T, rows: readonly Rows[T][]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) await INSERT[table](tx, JSON.stringify(rows.slice(from, from + AT_ONCE)))
}
