/**
 * Every table of the store, by hand: what goes into the archive of an area, and what stays here and why. A test fails where a
 * table is in neither list.
 */
export const ARCHIVED = [
  'area', 'agency', 'team', 'user_account', 'role_assignment',
  'contact', 'contact_decision', 'contact_subject', 'outcome_told', 'handover', 'handover_item', 'call_template',
  'child', 'child_alias', 'child_address', 'person_around', 'child_judgement',
  'alert', 'referral', 'referral_move', 'sharing', 'challenge',
  'enquiry', 'enquiry_request', 'enquiry_entry', 'enquiry_name', 'enquiry_time', 'enquiry_decision', 'enquiry_snapshot', 'enquiry_snapshot_part',
  'cate_case', 'case_allocation', 'case_stage_move', 'case_level', 'case_note', 'case_note_subject', 'case_cover', 'case_continuity', 'break_glass', 'case_session', 'disclosure', 'isva_offer', 'supervision', 'supervision_decision',
  'indicator_set', 'assessment', 'assessment_request', 'assessment_part',
  'panel', 'panel_invitation', 'panel_item', 'panel_return', 'panel_attendance', 'panel_conflict', 'panel_note', 'panel_decision', 'panel_dissent', 'panel_letter',
  'safety_plan', 'safety_plan_version', 'safety_plan_involvement', 'safety_plan_writer', 'safety_plan_action', 'agreed_action', 'action_answer', 'case_review', 'exit_proposal',
  'strategy_meeting', 'strategy_invitation', 'strategy_move', 'strategy_attendance', 'strategy_fact', 'strategy_dissent', 'strategy_decision', 'strategy_outcome', 'strategy_snapshot', 'protection_step',
  'service', 'audit_question_set', 'quality_audit', 'quality_audit_item', 'quality_audit_answer', 'quality_audit_theme', 'quality_audit_given', 'provider_conversation', 'action_plan_item', 'action_plan_update', 'published_summary', 'published_summary_withdrawal',
  'subject_access_request', 'subject_access_move', 'subject_access_passage', 'subject_access_decision', 'subject_access_reading',
  'import_batch', 'import_reference', 'data_release', 'audit_event', 'audit_event_child',
] as const

export const LEFT_OUT: Readonly<Record<string, string>> = {
  credential: 'Passwords, as nobody can read them: they open nothing but Waymark.',
  session: 'Who is signed in at the moment.',
  sign_in_failure: 'Attempts to sign in, counted for minutes. Those of people of the area are in audit_event.',
  draft: 'What somebody is still typing, which nobody else has been shown. It becomes a record when it is saved.',
  import_file: 'Files as they were brought in, emptied since. What became of them is in the tables of records.',
  reference_counter: 'The next number of each kind of reference.',
}
