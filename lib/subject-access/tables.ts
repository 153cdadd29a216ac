/**
 * What of the store is somebody's record, table by table: what is copied of each row, under which words. A test walks
 * every table that hangs on a child by a key of the store, and every column of these: what stands neither here nor in
 * `left-out.ts` fails it. So nothing can be kept about a young person that a request would not find.
 */

/** How a value is written: as it is, as words for a code, or as the name behind an id. */
export type How = 'code' | 'person' | 'agency' | 'team'

/** A column, its label, and how its value is written. */
export type Field = readonly [column: string, label: string, how?: How]

export type Table = {
  readonly name: string
  /** What it is, in words that name nobody. */
  readonly kind: string
  /** The columns that lead to the child, or to a row of the table named in `parent`. */
  readonly by: readonly string[]
  readonly parent?: string
  /** The column that tells its rows apart, and that its children point to. */
  readonly id?: string
  /** When it happened; that of its parent where it has none. */
  readonly at?: string
  /** The prefixes of its entries in the chronology, which say what it is in words. */
  readonly chronology?: readonly string[]
  /** Columns that would show who told us. Kept where the row, or that above it, has `identity_withheld`. */
  readonly referrer?: readonly string[]
  /** The column with the agency that gave it, and that with its caveat. */
  readonly agency?: string
  readonly caveat?: string
  readonly disclosure?: true
  readonly fields: readonly Field[]
}

const TOLD = ['referrer_name', 'referrer_role', 'referrer_organisation', 'referrer_phone', 'referrer_email', 'source_code']

const CALL: readonly Field[] = [
  ['channel', 'How it came', 'code'], ['referrer_name', 'Who told us'], ['referrer_role', 'Their role'], ['referrer_organisation', 'Their organisation'],
  ['referrer_phone', 'Their phone'], ['referrer_email', 'Their e-mail'], ['anonymous', 'Anonymous'], ['source_code', 'Kind of source'], ['what_was_said', 'What was said'],
  ['child_words', 'In the young person’s words'], ['concerns', 'Concerns', 'code'], ['exploitation', 'Exploitation a concern', 'code'], ['immediate_danger', 'Immediate danger'],
  ['danger_action', 'What was done at once'], ['whereabouts', 'Where the young person was'], ['others_at_risk', 'Who else may be at risk'], ['child_knows', 'The young person knows', 'code'],
  ['parents_know', 'The parents know', 'code'], ['family_views', 'What the family thinks'], ['consent', 'Consent to a service', 'code'], ['consent_reason', 'Why'],
  ['medical_consent', 'Consent to medical care', 'code'], ['medical_consent_note', 'About medical consent'], ['sharing_basis', 'Basis for sharing', 'code'], ['sharing_note', 'About sharing'],
  ['school_days_missed', 'School days missed'],
]

const SUBJECT: readonly Field[] = [['kind', 'Kind', 'code'], ['label', 'Who or what'], ['note', 'Note']]
const HANDED: readonly Field[] = [['why', 'Why'], ['danger', 'Danger'], ['note', 'Note']]
const HEARD: readonly Field[] = [
  ['young_view', 'The young person’s view'], ['young_not_heard', 'Why the young person was not heard'], ['young_plan', 'How they will be heard'], ['parents_view', 'The parents’ view'],
  ['parents_not_heard', 'Why the parents were not heard'], ['parents_plan', 'How the parents will be heard'],
]

/** The young person, and what was told of them and decided. Parents stand before what hangs on them. */
export const TOLD_TABLES: readonly Table[] = [
  { name: 'child', kind: 'Details', by: ['id'], at: 'created_at', fields: [
    ['reference', 'Reference'], ['given_name', 'Given name'], ['family_name', 'Family name'], ['known_as', 'Known as'], ['pronouns', 'Pronouns'], ['date_of_birth', 'Born'], ['birth_estimated', 'The date of birth is an estimate'],
    ['sex', 'Sex'], ['ethnicity', 'Ethnicity'], ['disabilities', 'Disability'], ['first_language', 'First language'], ['interpreter_needed', 'Interpreter needed'], ['legal_status', 'Legal status'],
    ['nhs_number', 'NHS number'], ['upn', 'UPN'], ['school', 'School or college'], ['gp_practice', 'GP'], ['exploitation', 'Exploitation a concern', 'code'], ['how_to_speak', 'How to speak with the young person'],
    ['communication_needs', 'Communication needs'], ['if_missing', 'If missing'], ['if_in_danger', 'If in danger'], ['if_at_night', 'At night'],
  ] },
  { name: 'child_alias', kind: 'Another name', by: ['child_id'], parent: 'child', fields: [['given_name', 'Given name'], ['family_name', 'Family name']] },
  { name: 'child_address', kind: 'Address', by: ['child_id'], parent: 'child', fields: [['line', 'Address'], ['town', 'Town'], ['postcode', 'Postcode'], ['phone', 'Phone'], ['from_date', 'From'], ['to_date', 'To']] },
  { name: 'person_around', kind: 'Somebody in the young person’s life', by: ['child_id'], parent: 'child', fields: [
    ['relationship', 'Relationship', 'code'], ['name', 'Name'], ['phone', 'Phone'], ['parental_responsibility', 'Has parental responsibility'], ['lives_with_child', 'Lives with the young person'], ['note', 'Note'],
  ] },
  { name: 'child_judgement', kind: 'Records compared', by: ['first_id', 'second_id'], parent: 'child', at: 'at', fields: [['reason', 'Why'], ['by_id', 'By', 'person'], ['undone_at', 'Undone'], ['undone_reason', 'Why undone'], ['undone_by_id', 'Undone by', 'person']] },
  { name: 'contact', kind: 'Contact', by: ['child_id'], parent: 'child', at: 'received_at', chronology: ['contact'], referrer: [...TOLD, 'referrer_agency_id'], agency: 'referrer_agency_id', fields: [
    ['reference', 'Reference'], ...CALL, ['referrer_agency_id', 'Their agency', 'agency'], ['unidentified_child', 'The child, as described'], ['separate_reason', 'Why it is a contact of its own'], ['level_of_need', 'Level of need', 'code'], ['state', 'State', 'code'], ['logged_by_id', 'Written down by', 'person'],
  ] },
  { name: 'contact_subject', kind: 'Somebody or something mentioned', by: ['contact_id'], parent: 'contact', fields: SUBJECT },
  { name: 'contact_decision', kind: 'Decision', by: ['contact_id'], parent: 'contact', id: 'contact_id', at: 'decided_at', chronology: ['decision'], referrer: ['told_note'], fields: [
    ['outcomes', 'Decided', 'code'], ['suggested', 'Suggested', 'code'], ['rationale', 'Why'], ['referrer_told', 'Whoever told us was told', 'code'], ['told_note', 'About telling them'], ['decided_by_id', 'By', 'person'],
  ] },
  { name: 'referral', kind: 'Referral', by: ['child_id'], parent: 'child', at: 'sent_at', chronology: ['referral_sent', 'referral_answer'], fields: [
    ['outcome', 'To', 'code'], ['to_team_id', 'Team', 'team'], ['to_agency_id', 'Agency', 'agency'], ['to_service', 'Service'], ['state', 'State', 'code'], ['summary', 'What they were told'], ['decline_reason', 'Why it was declined'],
    ['acknowledged_at', 'Acknowledged'], ['responded_at', 'Answered'], ['action_at', 'Action taken'], ['closed_at', 'Closed'], ['sent_by_id', 'Sent by', 'person'], ['responded_by_id', 'Answered by', 'person'],
  ] },
  { name: 'referral_move', kind: 'Answer to a referral', by: ['referral_id'], parent: 'referral', at: 'at', chronology: ['referral_move'], fields: [['from_state', 'Before', 'code'], ['to_state', 'Now', 'code'], ['words', 'Words'], ['said_by', 'Said by'], ['by_id', 'Written down by', 'person']] },
  { name: 'sharing', kind: 'Sharing', by: ['child_id'], parent: 'child', at: 'at', chronology: ['sharing'], fields: [
    ['receiver', 'With whom'], ['shared', 'Shared'], ['items', 'What'], ['left_out', 'Left out', 'code'], ['purpose', 'Purpose', 'code'], ['basis', 'Basis', 'code'], ['reason', 'Why'], ['by_id', 'By', 'person'],
  ] },
  { name: 'outcome_told', kind: 'What came of it was told', by: ['contact_id'], parent: 'contact', at: 'at', referrer: ['to_whom', 'how', 'words'], fields: [['to_whom', 'To whom'], ['how', 'How', 'code'], ['words', 'Words'], ['by_id', 'By', 'person']] },
  { name: 'challenge', kind: 'Challenge', by: ['contact_id'], parent: 'contact', at: 'at', referrer: ['raised_by', 'by_agency_id'], agency: 'by_agency_id', fields: [
    ['from_whom', 'From', 'code'], ['raised_by', 'Raised by'], ['by_agency_id', 'Agency', 'agency'], ['words', 'Words'], ['answer', 'Answer', 'code'], ['reasons', 'Why'], ['answered_at', 'Answered'], ['by_id', 'Written down by', 'person'], ['answered_by_id', 'Answered by', 'person'],
  ] },
  { name: 'alert', kind: 'Alert', by: ['child_id'], parent: 'child', at: 'raised_at', chronology: ['alert'], fields: [['kind', 'What Waymark noticed', 'code'], ['why', 'Why'], ['acknowledged_at', 'Answered'], ['acknowledged_by_id', 'By', 'person'], ['note', 'What they found'], ['answer', 'Exploitation a concern', 'code']] },
  { name: 'handover_item', kind: 'Note at a change of shift', by: ['contact_id'], parent: 'contact', fields: HANDED },
  { name: 'handover_item', kind: 'Note at a change of shift', by: ['alert_id'], parent: 'alert', fields: HANDED },
  { name: 'enquiry', kind: 'Enquiry', by: ['child_id'], parent: 'child', at: 'opened_at', chronology: ['enquiry'], fields: [['reference', 'Reference'], ['subject', 'About', 'code'], ['question', 'Question'], ['person_name', 'Name'], ['person_details', 'Details'], ['state', 'State', 'code'], ['decided_at', 'Decided'], ['opened_by_id', 'Opened by', 'person']] },
  { name: 'enquiry_request', kind: 'Question to an agency', by: ['enquiry_id'], parent: 'enquiry', at: 'asked_at', fields: [['reference', 'Reference'], ['agency_id', 'Agency', 'agency'], ['subject_line', 'About'], ['told', 'What they were told'], ['question', 'Question'], ['asked_besides', 'Asked besides'], ['answer', 'Answer', 'code'], ['answered_at', 'Answered'], ['asked_by_id', 'Asked by', 'person'], ['answered_by_id', 'Answered by', 'person']] },
  { name: 'enquiry_entry', kind: 'What an agency said', by: ['request_id'], parent: 'enquiry_request', at: 'at', agency: 'agency_id', caveat: 'caveat', fields: [
    ['agency_id', 'Agency', 'agency'], ['event_day', 'Of'], ['approximately', 'About when'], ['text', 'What they said'], ['nature', 'Fact or opinion', 'code'], ['source', 'How they know'], ['topic', 'About', 'code'], ['topic_value', 'Which is', 'code'],
    ['caveat', 'Caveat', 'code'], ['caveat_for', 'Only for', 'code'], ['ask_whom', 'Whom to ask'], ['by_id', 'By', 'person'],
  ] },
  { name: 'enquiry_decision', kind: 'Enquiry decided', by: ['enquiry_id'], parent: 'enquiry', id: 'enquiry_id', at: 'decided_at', chronology: ['enquiry_decided'], fields: [['route', 'Decided', 'code'], ['reasons', 'Why'], ['unanswered', 'Agencies that had not answered'], ['decided_by_id', 'By', 'person']] },
  { name: 'enquiry_name', kind: 'Name in an enquiry', by: ['enquiry_id'], parent: 'enquiry', at: 'at', fields: [['kind', 'Kind', 'code'], ['shown', 'Name'], ['verdict', 'Judged', 'code'], ['by_id', 'By', 'person']] },
  { name: 'enquiry_time', kind: 'Time to answer moved', by: ['enquiry_id'], parent: 'enquiry', at: 'at', fields: [['from_due_at', 'From'], ['due_at', 'To'], ['reason', 'Why'], ['by_id', 'By', 'person']] },
]

/** The case, and what was done in it. */
export const CASE_TABLES: readonly Table[] = [
  { name: 'cate_case', kind: 'Case', by: ['child_id'], parent: 'child', at: 'opened_at', fields: [
    ['reference', 'Reference'], ['stage', 'Stage', 'code'], ['level', 'Level', 'code'], ['allocated_to_id', 'With', 'person'], ['referred_at', 'Referred'], ['panel_due', 'Panel due'], ['panel_held_at', 'Panel held'], ['next_review_due', 'Next review'], ['closed_at', 'Closed'], ['closure_reason', 'Why it closed'],
  ] },
  { name: 'case_allocation', kind: 'Allocation', by: ['case_id'], parent: 'cate_case', at: 'at', chronology: ['allocation'], fields: [['practitioner_id', 'To', 'person'], ['reason', 'Why'], ['by_id', 'By', 'person']] },
  { name: 'case_stage_move', kind: 'Case moved', by: ['case_id'], parent: 'cate_case', at: 'at', chronology: ['stage'], fields: [['from_stage', 'From', 'code'], ['to_stage', 'To', 'code'], ['reason', 'Why'], ['by_id', 'By', 'person']] },
  { name: 'case_level', kind: 'Level', by: ['case_id'], parent: 'cate_case', at: 'at', chronology: ['level'], fields: [['level', 'Level', 'code'], ['reason', 'Why'], ['by_id', 'By', 'person']] },
  { name: 'case_note', kind: 'Call on the case', by: ['child_id'], parent: 'child', at: 'received_at', chronology: ['call'], referrer: TOLD, fields: [...CALL, ['recorded_by_id', 'Written down by', 'person']] },
  { name: 'case_note_subject', kind: 'Somebody or something mentioned', by: ['note_id'], parent: 'case_note', fields: SUBJECT },
  { name: 'case_session', kind: 'Session', by: ['child_id'], parent: 'child', at: 'happened_at', chronology: ['session'], fields: [
    ['type', 'Kind', 'code'], ['minutes', 'Minutes'], ['place', 'Where'], ['present', 'Who was there'], ['account', 'What happened'], ['child_words', 'In the young person’s words'], ['safety', 'Safety'], ['next_step', 'Next step'], ['next_on', 'Next on'], ['by_id', 'By', 'person'], ['at', 'Written down'],
  ] },
  { name: 'disclosure', kind: 'Disclosure', by: ['child_id'], parent: 'child', at: 'heard_at', chronology: ['disclosure'], disclosure: true, fields: [['words', 'What the young person told'], ['heard_by_id', 'Heard by', 'person'], ['at', 'Written down']] },
  { name: 'isva_offer', kind: 'Adviser offered', by: ['disclosure_id'], parent: 'disclosure', at: 'at', chronology: ['isva'], fields: [['state', 'State', 'code'], ['on_day', 'On'], ['note', 'Note'], ['by_id', 'By', 'person']] },
  { name: 'case_cover', kind: 'Cover', by: ['child_id'], parent: 'child', at: 'arranged_at', fields: [['cover_id', 'By', 'person'], ['holder_id', 'For', 'person'], ['starts_on', 'From'], ['until_on', 'To'], ['reason', 'Why'], ['begun_at', 'Began'], ['ended_at', 'Ended'], ['end_why', 'Why it ended', 'code'], ['arranged_by_id', 'Arranged by', 'person']] },
  { name: 'case_continuity', kind: 'Change of worker', by: ['child_id'], parent: 'child', at: 'at', fields: [['teller', 'Told by', 'code'], ['told', 'What the young person was told'], ['thinks', 'What they think'], ['how', 'How'], ['by_id', 'By', 'person']] },
  { name: 'assessment', kind: 'Risk assessment', by: ['child_id'], parent: 'child', at: 'begun_at', chronology: ['assessment'], fields: [
    ['answers', 'Answers'], ['models', 'Models', 'code'], ...HEARD, ['finished_at', 'Finished'], ['suggested', 'Suggested level', 'code'], ['working', 'How it was suggested'], ['level', 'Level', 'code'], ['direction', 'Against the suggestion', 'code'],
    ['level_reason', 'Why'], ['override_reason', 'Why otherwise than suggested'], ['section47', 'Section 47', 'code'], ['section47_note', 'About section 47'], ['begun_by_id', 'Begun by', 'person'], ['finished_by_id', 'Finished by', 'person'],
  ] },
  { name: 'assessment_request', kind: 'Question for a risk assessment', by: ['child_id'], parent: 'child', at: 'asked_at', fields: [['agency_id', 'Agency', 'agency'], ['child_name', 'About'], ['born_on', 'Born'], ['question', 'Question'], ['answered_at', 'Answered'], ['asked_by_id', 'Asked by', 'person']] },
  { name: 'assessment_part', kind: 'An agency’s part of a risk assessment', by: ['request_id'], parent: 'assessment_request', at: 'at', agency: 'agency_id', chronology: ['part'], fields: [['agency_id', 'Agency', 'agency'], ['nothing_known', 'Nothing known'], ['known', 'What they know'], ['level', 'Level', 'code'], ['level_reason', 'Why'], ['by_id', 'By', 'person']] },
]

/** What was agreed, met about and planned. */
const MEETING_TABLES: readonly Table[] = [
  { name: 'safety_plan', kind: 'Safety plan', by: ['child_id'], parent: 'child', at: 'begun_at', fields: [['begun_by_id', 'Begun by', 'person']] },
  { name: 'safety_plan_version', kind: 'Version of the safety plan', by: ['plan_id'], parent: 'safety_plan', at: 'at', chronology: ['plan'], fields: [['number', 'Version'], ['issued', 'Issued'], ['sections', 'The plan'], ['withheld', 'Kept from the family copy', 'code'], ['review_on', 'Review on'], ['agreed_with', 'Agreed with'], ['copied_to', 'Copied to'], ['note', 'Note'], ['by_id', 'By', 'person']] },
  { name: 'safety_plan_involvement', kind: 'Who was involved in the plan', by: ['version_id'], parent: 'safety_plan_version', fields: [['party', 'Who', 'code'], ['name', 'Name'], ['involved', 'Involved'], ['how', 'How'], ['on_day', 'On'], ['words', 'What they said'], ['why_not', 'Why not'], ['will_try', 'What will be tried'], ['withheld', 'Kept from the family copy']] },
  { name: 'agreed_action', kind: 'Action', by: ['child_id'], parent: 'child', at: 'agreed_at', chronology: ['action'], fields: [['what', 'What'], ['source', 'Agreed at', 'code'], ['owner_kind', 'Whose', 'code'], ['owner_user_id', 'Person', 'person'], ['owner_agency_id', 'Agency', 'agency'], ['owner_name', 'Who'], ['about', 'About, as they were told'], ['due_on', 'By'], ['state', 'State', 'code'], ['agreed_by_id', 'Agreed by', 'person']] },
  { name: 'action_answer', kind: 'What became of an action', by: ['action_id'], parent: 'agreed_action', at: 'at', chronology: ['action_answer'], fields: [['state', 'State', 'code'], ['words', 'Words'], ['by_id', 'By', 'person']] },
  { name: 'panel_item', kind: 'Risk panel', by: ['child_id'], parent: 'child', at: 'added_at', fields: [['reason', 'Why it is discussed', 'code'], ['reason_text', 'Reason'], ['about', 'About'], ['told', 'What agencies were told'], ['state', 'State', 'code'], ['defer_reason', 'Why it was put off'], ['deferred_at', 'Put off'], ['deferred_by_id', 'Put off by', 'person'], ['added_by_id', 'Added by', 'person']] },
  { name: 'panel_return', kind: 'What an agency told the panel', by: ['item_id'], parent: 'panel_item', at: 'at', agency: 'agency_id', fields: [['agency_id', 'Agency', 'agency'], ['answer', 'Answer', 'code'], ['text', 'What they said'], ['by_id', 'By', 'person']] },
  { name: 'panel_note', kind: 'Note at the panel', by: ['item_id'], parent: 'panel_item', at: 'at', fields: [['text', 'Note'], ['by_id', 'By', 'person']] },
  { name: 'panel_decision', kind: 'Decision of the panel', by: ['item_id'], parent: 'panel_item', at: 'decided_at', chronology: ['panel'], fields: [['level', 'Level', 'code'], ['level_before', 'Level before', 'code'], ['reason', 'Why'], ['next_review_due', 'Next review'], ['strategy_called', 'Strategy meeting called'], ['strategy_why_not', 'Why not'], ['decided_by_id', 'By', 'person']] },
  { name: 'panel_dissent', kind: 'An agency did not agree at the panel', by: ['item_id'], parent: 'panel_item', at: 'at', agency: 'agency_id', fields: [['agency_id', 'Agency', 'agency'], ['words', 'Words'], ['by_id', 'By', 'person']] },
  { name: 'panel_letter', kind: 'Letter to the GP', by: ['item_id'], parent: 'panel_item', at: 'made_at', fields: [['gp_practice', 'To'], ['content', 'The letter'], ['sent_how', 'How it was sent', 'code'], ['sent_at', 'Sent'], ['made_by_id', 'By', 'person'], ['sent_by_id', 'Sent by', 'person']] },
  { name: 'case_review', kind: 'Review', by: ['child_id'], parent: 'child', at: 'at', chronology: ['review'], fields: [['changed', 'What changed'], ...HEARD, ['transition', 'Becoming an adult'], ['level_before', 'Level before', 'code'], ['level', 'Level', 'code'], ['reason', 'Why'], ['next_due', 'Next review'], ['by_id', 'By', 'person']] },
  { name: 'exit_proposal', kind: 'Ending proposed', by: ['child_id'], parent: 'child', at: 'proposed_at', chronology: ['exit', 'exit_answer', 'exit_end'], agency: 'agency_id', fields: [['kind', 'What', 'code'], ['level_before', 'Level before', 'code'], ['evidence', 'What speaks for it'], ['agency_id', 'Agency asked', 'agency'], ['about', 'About'], ['told', 'What they were told'], ['answered_at', 'Answered'], ['agreed', 'They agree'], ['answer', 'Answer'], ['ended_at', 'Ended'], ['carried_out', 'Carried out'], ['proposed_by_id', 'Proposed by', 'person'], ['answered_by_id', 'Answered by', 'person'], ['ended_by_id', 'Ended by', 'person']] },
  { name: 'strategy_meeting', kind: 'Strategy meeting', by: ['child_id'], parent: 'child', at: 'called_at', chronology: ['strategy_called', 'strategy_held', 'strategy_off'], fields: [['called_from', 'Called because of', 'code'], ['level', 'Level', 'code'], ['reason', 'Why'], ['planned_at', 'Planned for'], ['place', 'Where'], ['state', 'State', 'code'], ['held_at', 'Held'], ['called_off_at', 'Called off'], ['called_off_why', 'Why it was called off'], ['called_by_id', 'Called by', 'person'], ['called_off_by_id', 'Called off by', 'person']] },
  { name: 'strategy_invitation', kind: 'Invitation to a strategy meeting', by: ['meeting_id'], parent: 'strategy_meeting', at: 'invited_at', fields: [['agency_id', 'Agency', 'agency'], ['subject_line', 'About'], ['told', 'What they were told'], ['planned_at', 'Planned for'], ['place', 'Where'], ['withdrawn_at', 'Taken back'], ['withdrawn_why', 'Why'], ['invited_by_id', 'By', 'person'], ['withdrawn_by_id', 'Taken back by', 'person']] },
  { name: 'strategy_attendance', kind: 'Who was at a strategy meeting', by: ['meeting_id'], parent: 'strategy_meeting', at: 'at', fields: [['who', 'Who'], ['agency_id', 'Agency', 'agency'], ['part', 'For', 'code'], ['presence', 'There', 'code'], ['by_id', 'Written down by', 'person']] },
  { name: 'strategy_fact', kind: 'What an agency told a strategy meeting', by: ['meeting_id'], parent: 'strategy_meeting', at: 'at', agency: 'agency_id', fields: [['agency_id', 'Agency', 'agency'], ['text', 'What they said'], ['nature', 'Fact or opinion', 'code'], ['source', 'How they know'], ['by_id', 'Written down by', 'person']] },
  { name: 'strategy_dissent', kind: 'An agency did not agree at a strategy meeting', by: ['meeting_id'], parent: 'strategy_meeting', at: 'at', agency: 'agency_id', fields: [['agency_id', 'Agency', 'agency'], ['words', 'Words'], ['by_id', 'Written down by', 'person']] },
  { name: 'strategy_decision', kind: 'Decision of a strategy meeting', by: ['meeting_id'], parent: 'strategy_meeting', id: 'meeting_id', at: 'decided_at', fields: [
    ['section47', 'Section 47', 'code'], ['section47_reasons', 'Why'], ['criminal', 'Criminal investigation'], ['criminal_why', 'Why'], ['immediate_safety', 'Immediate safety'], ['tell_young', 'What the young person is told'], ['tell_parents', 'What the parents are told'],
    ['perpetrators', 'Against those who harm'], ['next_review_at', 'Reviewed'], ['resolved_why', 'Why it is resolved'], ['missing', 'Who was missing', 'code'], ['without_quorum_why', 'Why it went on without them'], ['conference_due', 'Conference due'], ['assessment_due', 'Assessment due'], ['decided_by_id', 'By', 'person'],
  ] },
  { name: 'protection_step', kind: 'Child protection', by: ['meeting_id'], parent: 'strategy_meeting', at: 'at', fields: [['kind', 'What', 'code'], ['on_day', 'On'], ['note', 'Note'], ['by_id', 'By', 'person']] },
  { name: 'strategy_move', kind: 'Strategy meeting moved', by: ['meeting_id'], parent: 'strategy_meeting', at: 'at', fields: [['from_at', 'From'], ['to_at', 'To'], ['reason', 'Why'], ['by_id', 'By', 'person']] },
]

export const TABLES: readonly Table[] = [...TOLD_TABLES, ...CASE_TABLES, ...MEETING_TABLES]
