import type { Tx } from '../access/operation'
import { ORDER_OF_BUILT, type Built, type Row, type Table } from './build'

// the columns are named, because jsonb_populate_recordset gives one that is left out NULL and not its default, and
// because some are generated; a table's name cannot be a parameter, so each statement is written out
const INSERT: Readonly<Record<Table, (tx: Tx, json: string) => Promise<number>>> = {
  child: (tx, json) => tx.$executeRaw`
    INSERT INTO child (area_id, id, reference, given_name, family_name, date_of_birth, birth_estimated, sex, ethnicity, disabilities, interpreter_needed, legal_status, nhs_number, upn, school, exploitation, version, created_at, created_by_id, updated_at)
    SELECT area_id, id, reference, given_name, family_name, date_of_birth, birth_estimated, sex, ethnicity, disabilities, interpreter_needed, legal_status, nhs_number, upn, school, exploitation, version, created_at, created_by_id, updated_at
    FROM jsonb_populate_recordset(NULL::child, ${json}::jsonb)`,
  child_alias: (tx, json) => tx.$executeRaw`
    INSERT INTO child_alias (area_id, id, child_id, given_name, family_name) SELECT area_id, id, child_id, given_name, family_name FROM jsonb_populate_recordset(NULL::child_alias, ${json}::jsonb)`,
  child_address: (tx, json) => tx.$executeRaw`
    INSERT INTO child_address (area_id, id, child_id, line, postcode) SELECT area_id, id, child_id, line, postcode FROM jsonb_populate_recordset(NULL::child_address, ${json}::jsonb)`,
  contact: (tx, json) => tx.$executeRaw`
    INSERT INTO contact (area_id, id, reference, submission_key, received_at, channel, logged_by_id, logged_at, referrer_name, referrer_organisation, referrer_agency_id, anonymous, identity_withheld, source_code, child_id, unidentified_child,
      what_was_said, concerns, exploitation, immediate_danger, child_knows, parents_know, consent, consent_reason, level_of_need, state, decision_due, version)
    SELECT area_id, id, reference, submission_key, received_at, channel, logged_by_id, logged_at, referrer_name, referrer_organisation, referrer_agency_id, anonymous, identity_withheld, source_code, child_id, unidentified_child,
      what_was_said, concerns, exploitation, immediate_danger, child_knows, parents_know, consent, consent_reason, level_of_need, state, decision_due, version
    FROM jsonb_populate_recordset(NULL::contact, ${json}::jsonb)`,
  contact_decision: (tx, json) => tx.$executeRaw`
    INSERT INTO contact_decision (area_id, contact_id, decided_by_id, decided_at, outcomes, reported_as, suggested, rationale, referrer_told, told_note)
    SELECT area_id, contact_id, decided_by_id, decided_at, outcomes, reported_as, suggested, rationale, referrer_told, told_note FROM jsonb_populate_recordset(NULL::contact_decision, ${json}::jsonb)`,
  referral: (tx, json) => tx.$executeRaw`
    INSERT INTO referral (area_id, id, contact_id, child_id, outcome, to_team_id, to_service, state, summary, sent_at, sent_by_id, responded_at, responded_by_id, closed_at, awaited_by, version)
    SELECT area_id, id, contact_id, child_id, outcome, to_team_id, to_service, state, summary, sent_at, sent_by_id, responded_at, responded_by_id, closed_at, awaited_by, version FROM jsonb_populate_recordset(NULL::referral, ${json}::jsonb)`,
  referral_move: (tx, json) => tx.$executeRaw`
    INSERT INTO referral_move (area_id, id, referral_id, from_state, to_state, at, by_id, words) SELECT area_id, id, referral_id, from_state, to_state, at, by_id, words FROM jsonb_populate_recordset(NULL::referral_move, ${json}::jsonb)`,
  cate_case: (tx, json) => tx.$executeRaw`
    INSERT INTO cate_case (area_id, id, reference, child_id, referral_id, stage, level, allocated_to_id, referred_at, opened_at, panel_due, panel_held_at, next_review_due, closed_at, closure_reason, version)
    SELECT area_id, id, reference, child_id, referral_id, stage, level, allocated_to_id, referred_at, opened_at, panel_due, panel_held_at, next_review_due, closed_at, closure_reason, version FROM jsonb_populate_recordset(NULL::cate_case, ${json}::jsonb)`,
  case_allocation: (tx, json) => tx.$executeRaw`
    INSERT INTO case_allocation (area_id, id, case_id, practitioner_id, by_id, at, reason) SELECT area_id, id, case_id, practitioner_id, by_id, at, reason FROM jsonb_populate_recordset(NULL::case_allocation, ${json}::jsonb)`,
  case_stage_move: (tx, json) => tx.$executeRaw`
    INSERT INTO case_stage_move (area_id, id, case_id, from_stage, to_stage, at, by_id, reason) SELECT area_id, id, case_id, from_stage, to_stage, at, by_id, reason FROM jsonb_populate_recordset(NULL::case_stage_move, ${json}::jsonb)`,
  case_level: (tx, json) => tx.$executeRaw`
    INSERT INTO case_level (area_id, id, case_id, level, at, by_id, reason) SELECT area_id, id, case_id, level, at, by_id, reason FROM jsonb_populate_recordset(NULL::case_level, ${json}::jsonb)`,
  import_reference: (tx, json) => tx.$executeRaw`
    INSERT INTO import_reference (area_id, kind, reference, record_id, fingerprint, batch_id, imported_at) SELECT area_id, kind, reference, record_id, fingerprint, batch_id, imported_at FROM jsonb_populate_recordset(NULL::import_reference, ${json}::jsonb)`,
}

// small enough that no statement comes near its five seconds
const AT_ONCE = 1000

/** Inserts everything, a batch at a time, as the login and role of the transaction. Says how many rows are done. */
export async function insertBuilt(tx: Tx, built: Built, done: (rows: number) => Promise<void>): Promise<void> {
  let count = 0
  for (const table of ORDER_OF_BUILT) {
    const rows: readonly Row[] = built[table]
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE)
      await INSERT[table](tx, JSON.stringify(some))
      await done((count += some.length))
    }
  }
}
