/**
 * What hangs on a child by a key of the store and is not gathered for a request, each with why. Said in decision 29 and
 * to whoever prepares one; a test holds that nothing else is left out.
 */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  enquiry_snapshot: 'a copy of the enquiry, made when it was sent on; the enquiry itself is gathered',
  enquiry_snapshot_part: 'a copy of what an agency said, which is gathered where they said it',
  strategy_snapshot: 'a copy of the meeting, made when its minutes went out; the meeting itself is gathered',
  strategy_outcome: 'a copy of the decision, as it was given to an agency; the decision itself is gathered',
  safety_plan_action: 'joins an action, which is gathered, to its plan',
  safety_plan_writer: 'who is writing at this moment',
  panel_conflict: 'about a colleague’s own interests, and nothing about the young person',
  supervision_decision: 'held by a practitioner and a supervisor, and not open to whoever prepares a request: ask the CATE manager for it',
  quality_audit_item: 'which records an audit drew: about our work, and nothing about the young person',
  quality_audit_answer: 'what an audit found of our work; it names no young person',
  audit_event_child: 'the log of who looked, which is asked for by itself',
  break_glass: 'who opened the record for a short time and why: it belongs to the log of who looked',
  subject_access_request: 'this request, and earlier ones',
  subject_access_move: 'this request, and earlier ones',
  subject_access_passage: 'copies of what is gathered',
  subject_access_decision: 'what was decided of the copies',
  subject_access_reading: 'what was decided of the copies',
}

/** Columns that say nothing about anybody: keys, versions, clocks of our own, and what the text has in words. */
export const NOTHING_SAID: readonly string[] = [
  'area_id', 'id', 'submission_key', 'version', 'position', 'created_by_id', 'updated_at', 'created_at', 'normalised', 'call_template', 'decision_due', 'awaited_until', 'awaited_by', 'tell_by', 'tellable', 'due_at',
  'reminders', 'reminded_at', 'logged_at', 'recorded_at', 'identity_withheld', 'reported_as', 'key', 'record_type', 'record_id', 'evidence', 'owner_id', 'owner_role', 'owner_agency_id', 'raised_by_id', 'snapshot', 'sha256', 'set_ref',
  // keys to what is gathered by itself
  'related_child_id', 'contact_id', 'referral_id', 'to_agency_id', 'handover_id', 'child_id', 'person_id', 'case_id', 'session_id', 'allocation_id', 'cover_id', 'assessment_id', 'panel_id',
  'source_id', 'restricted', 'value', 'changed', 'follows_id', 'to_service_id', 'corrects_id', 'first_id', 'second_id', 'kept_id', 'merged_id', 'supersedes_id', 'review_of_id', 'minutes_by_id', 'minutes_out_at', 'born_estimated',
]
