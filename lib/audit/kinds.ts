/** JSON as Postgres keeps it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

export type RecordType = 'agency' | 'alert' | 'contact' | 'child' | 'referral' | 'case' | 'draft' | 'user' | 'session' | 'area' | 'sharing' | 'challenge'
  | 'handover' | 'action' | 'review' | 'exit' | 'assessment' | 'case_session' | 'disclosure' | 'supervision' | 'case_note' | 'call_template' | 'service' | 'enquiry' | 'strategy' | 'assessment_request' | 'plan' | 'cover' | 'panel' | 'panel_item' | 'import'
  | 'quality_audit' | 'quality_audit_item' | 'action_plan_item'

/** One record was opened. */
type Opened = { record: { type: RecordType; id: string }; children: readonly string[] }
/** A list or a search was shown: which rows, about which children, and what was asked for. */
type Listed = { rows: readonly string[]; children: readonly string[]; terms?: Json }
/** A record was made or changed: what it was and what it is. `before` is null where it was made. */
type Changed = { record: { type: RecordType; id: string }; children: readonly string[]; before: Json; after: Json }
/** Figures or a page without anybody's record. */
type Seen = { terms?: Json }

/**
 * Every kind of event and what it must carry. An operation names its kind and cannot finish without handing
 * over these facts.
 */
export type AuditFacts = {
  'session.started': { record: { type: 'session'; id: string } }
  'session.failed': { terms: { account: string; throttled: boolean } }
  'session.ended': { record: { type: 'session'; id: string }; terms: { reason: string } }
  'session.switched': { record: { type: 'session'; id: string }; before: Json; after: Json }
  'session.kept': Seen
  'live.followed': Seen
  'today.seen': Listed
  'draft.read': { rows: readonly string[] }
  'draft.saved': { record: { type: 'draft'; id: string } }
  'draft.discarded': { record: { type: 'draft'; id: string } }
  'contact.logged': Changed
  'contact.listed': Listed
  'contact.opened': Opened
  'contact.child_named': Changed
  'contact.screened': Changed
  'contact.decided': Changed
  'child.searched': Listed
  'child.identified': Listed
  'child.opened': Opened
  /** The chronology of a child: what was asked for, and which entries were shown or left in a file. */
  'chronology.opened': Opened & Listed
  'chronology.exported': Opened & Listed
  'child.added': Changed
  'child.changed': Changed
  /** What is known already of a child or a contact: earlier contacts, cases and others with something in common. */
  'known.seen': Listed
  /** Records that may be one child were shown. */
  'child.matched': Listed
  'child.told_apart': Changed
  'child.join_asked': Changed
  'child.merged': Changed
  'child.judgement_undone': Changed
  'referral.listed': Listed
  'referral.opened': Opened
  'referral.accepted': Changed
  'referral.declined': Changed
  'referral.acknowledged': Changed
  'referral.acted': Changed
  'referral.closed': Changed
  'referral.sent': Changed
  'referral.told': Changed
  'referral.chased': { rows: readonly string[]; children: readonly string[]; terms?: Json }
  'referral.followed': Opened
  'referral.overseen': Opened
  'sharing.offered': Opened
  'sharing.listed': Listed
  'sharing.refused': Changed
  'challenge.opened': Opened
  'challenge.overseen': Opened
  'challenge.raised': Changed
  'challenge.answered': Changed
  'handover.listed': Listed
  'handover.opened': Opened
  'handover.signed_out': Changed
  'handover.signed_in': Changed
  'alert.listed': Listed
  'alert.acknowledged': Changed
  'case.listed': Listed
  'case.opened': Opened
  'case.allocated': Changed
  'enquiry.begun': Changed
  'enquiry.agency_asked': Changed
  'enquiry.time_moved': Changed
  'enquiry.listed': Listed
  'enquiry.opened': Opened
  'enquiry.answered': Changed
  'enquiry.corrected': Changed
  'enquiry.decided': Changed
  'enquiry.name_judged': Changed
  'enquiry.sent_again': Changed
  'enquiry.printed': Opened
  'enquiry.snapshot_opened': Opened
  'enquiry.reminded': { rows: readonly string[] }
  'case.call_recorded': Changed
  'case.call_opened': Opened
  'case.session_logged': Changed
  'case.session_corrected': Changed
  'case.session_opened': Opened
  'case.sessions_listed': Listed
  'case.isva_recorded': Changed
  'supervision.recorded': Changed
  'supervision.opened': Opened
  'supervision.listed': Listed
  'action.listed': Listed
  'action.opened': Opened
  'action.owners_listed': Seen
  'action.answered': Changed
  'action.chased': { rows: readonly string[]; children: readonly string[]; terms?: Json }
  'review.opened': Opened
  'review.held': Changed
  'exit.opened': Opened
  'exit.listed': Listed
  'exit.proposed': Changed
  'exit.answered': Changed
  'exit.withdrawn': Changed
  'case.closed': Changed
  'case.watched': { rows: readonly string[]; children: readonly string[]; terms?: Json }
  'case.reopened': Changed
  'cover.arranged': Changed
  'cover.ended': Changed
  'cover.opened': Opened
  'cover.listed': Listed
  'assessment.begun': Changed
  'assessment.opened': Opened
  'assessment.saved': Changed
  'assessment.finished': Changed
  'plan.begun': Changed
  'plan.opened': Opened
  'plan.writing': Opened
  'plan.saved': Changed
  'plan.issued': Changed
  'plan.actions_agreed': Changed
  'plan.printed': Opened & { terms: { copy: 'family' | 'professional'; version: number; as: 'page' | 'pdf' } }
  'panel.listed': Listed
  'panel.planned': Changed
  'panel.opened': Opened
  'panel.item_added': Changed
  'panel.item_deferred': Changed
  'panel.agency_invited': Changed
  'panel.moved': Changed
  'panel.attended': Changed
  'panel.case_opened': Opened
  'panel.noted': Changed
  'panel.conflict_declared': Changed
  'panel.conflict_lifted': Changed
  'panel.decided': Changed
  'panel.minutes_opened': Opened
  'panel.asked_listed': Listed
  'panel.asked_opened': Opened
  'panel.answered': Changed
  'panel.chased': { rows: readonly string[]; terms?: Json }
  /** A panel pack left as a file: for which agency, and into whose hands. */
  'panel.pack_exported': Opened & Listed & { terms: { agency: string; reader: string } }
  'panel.letters_made': Changed
  'panel.letter_printed': Opened
  'panel.letter_sent': Changed
  'strategy.called': Changed
  'strategy.listed': Listed
  'strategy.opened': Opened
  'strategy.printed': Opened
  'strategy.invited': Changed
  'strategy.moved': Changed
  'strategy.called_off': Changed
  'strategy.uninvited': Changed
  'strategy.attended': Changed
  'strategy.fact_added': Changed
  'strategy.dissented': Changed
  'strategy.decided': Changed
  'strategy.minutes_issued': Changed
  /** A conference was held or is not needed, or an assessment finished: a clock of child protection ends. */
  'strategy.step_recorded': Changed
  'strategy.reminded': { rows: readonly string[]; terms?: Json }
  'assessment.part_asked': Changed
  'assessment.part_listed': Listed
  'assessment.part_opened': Opened
  'assessment.part_answered': Changed
  'assessment.parts_chased': { rows: readonly string[]; children: readonly string[] }
  'indicators.seen': Seen
  'indicators.saved': Changed
  'quality_audit.listed': { rows: readonly string[] }
  'quality_audit.drawn': Changed
  'quality_audit.opened': Opened
  'quality_audit.drawn_again': Opened
  'quality_audit.item_opened': Opened
  'quality_audit.answered': Changed
  'quality_audit.concluded': Changed
  'quality_audit.questions_seen': Seen
  'quality_audit.questions_saved': Changed
  'provider.listed': { rows: readonly string[]; terms?: Json }
  'provider.sizes_seen': Seen
  'provider.size_set': Changed
  'provider.talked_with': Changed
  'action_plan.seen': { rows: readonly string[] }
  'action_plan.added': Changed
  'action_plan.updated': Changed
  'action_plan.import_checked': { terms: Json }
  'action_plan.imported': { rows: readonly string[]; terms: Json }
  'workload.seen': Seen
  'oversight.seen': { rows: readonly string[]; terms?: Json }
  'figures.seen': Seen
  /** The rows behind a figure. */
  'figures.opened': Listed
  /** A report of figures left in a file. */
  'figures.reported': Seen
  'audit.read': { rows: readonly string[]; terms?: Json }
  'people.listed': { rows: readonly string[] }
  'role.given': Changed
  'password.changed': { record: { type: 'user'; id: string } }
  'role.revoked': { record: { type: 'user'; id: string }; before: Json; after: Json }
  'role.restored': { record: { type: 'user'; id: string }; before: Json; after: Json }
  'agencies.listed': Seen
  'templates.listed': Seen
  'template.saved': Changed
  'agency.added': Changed
  'jobs.listed': Seen
  'job.queued': { terms: { job: string } }
  'job.run': { terms: Json }
  'room.set': Changed
  'area.labels_read': Seen
  'area.labels_set': Changed
  'service.listed': { rows: readonly string[]; terms?: Json }
  'service.opened': Opened
  'service.sheet_made': { rows: readonly string[] }
  'service.added': Changed
  'service.changed': Changed
  'service.retired': Changed
  'service.restored': Changed
  /** A list was taken as a file: which, by what filter, and every row in it. */
  'list.exported': Listed
  'import.listed': { rows: readonly string[] }
  'import.opened': Opened
  'import.submitted': Changed
  'import.approved': Changed
  'import.discarded': Changed
  /** The system looked for an import to work on, and deleted files that are no longer needed. */
  'import.taken': { rows: readonly string[] }
  'import.checked': Changed
  'import.progressed': { rows: readonly string[]; terms?: Json }
  /** Records were made: the children they are about, and how many of each. */
  'import.written': Changed
  'import.failed': Changed
  'area.counted': Seen
  'area.seeded': { terms: Json }
  /** Somebody asked for what their role does not open, or for a record that they cannot see or is not there. */
  'access.refused': { terms: { operation: string; why: 'permission' | 'not_found' | 'origin' }; record?: { type: RecordType; id: string } }
}

export type AuditKind = keyof AuditFacts

/** What stands in the log for each kind, as the end of "Sam Okafor ...". */
export const AUDIT_LABELS: Record<AuditKind, string> = {
  'session.started': 'signed in',
  'session.failed': 'could not sign in',
  'session.ended': 'signed out',
  'session.switched': 'changed role',
  'session.kept': 'stayed signed in',
  'live.followed': 'let a page refresh itself',
  'today.seen': 'saw today’s work',
  'draft.read': 'opened a draft',
  'draft.saved': 'saved a draft',
  'draft.discarded': 'discarded a draft',
  'contact.logged': 'logged a contact',
  'contact.listed': 'saw a list of contacts',
  'contact.opened': 'opened a contact',
  'contact.child_named': 'said which child a contact is about',
  'contact.screened': 'answered whether exploitation is a concern',
  'contact.decided': 'decided a contact',
  'child.searched': 'searched for a child',
  'child.identified': 'looked a child up for the audit log',
  'child.opened': 'opened a child’s record',
  'chronology.opened': 'read a child’s chronology',
  'chronology.exported': 'exported a child’s chronology',
  'child.added': 'added a child',
  'child.changed': 'changed a child’s details',
  'known.seen': 'saw what is known already',
  'child.matched': 'saw records that may be one child',
  'child.told_apart': 'said that two records are not one child',
  'child.join_asked': 'asked for two records to be joined',
  'child.merged': 'joined two records of one child',
  'child.judgement_undone': 'undid a judgement of two records',
  'referral.listed': 'saw a list of referrals',
  'referral.opened': 'opened a referral',
  'referral.accepted': 'accepted a referral',
  'referral.declined': 'declined a referral',
  'referral.acknowledged': 'acknowledged a referral',
  'referral.acted': 'said what was done about a referral',
  'referral.closed': 'closed a referral with its outcome',
  'referral.sent': 'sent a further referral',
  'referral.told': 'told a referrer the outcome',
  'referral.chased': 'chased overdue referrals',
  'referral.followed': 'saw what came of a contact',
  'referral.overseen': 'saw where a referral stands',
  'sharing.offered': 'saw what can be shared',
  'sharing.listed': 'saw what was shared about a child',
  'sharing.refused': 'decided not to share',
  'challenge.opened': 'opened a challenge',
  'challenge.overseen': 'saw where a challenge stands',
  'challenge.raised': 'wrote down a challenge',
  'challenge.answered': 'answered a challenge',
  'handover.listed': 'saw the hand-over of the shift',
  'handover.opened': 'opened a hand-over',
  'handover.signed_out': 'handed the front door over',
  'handover.signed_in': 'took the front door over',
  'alert.listed': 'saw a list of alerts',
  'alert.acknowledged': 'acknowledged an alert',
  'case.listed': 'saw a caseload',
  'case.opened': 'opened a case',
  'case.allocated': 'allocated a case',
  'enquiry.begun': 'opened an enquiry',
  'enquiry.agency_asked': 'asked one more agency in an enquiry',
  'enquiry.time_moved': 'moved the time to answer an enquiry',
  'enquiry.listed': 'saw a list of enquiries',
  'enquiry.opened': 'read an enquiry',
  'enquiry.answered': 'answered an enquiry',
  'enquiry.corrected': 'corrected an entry in an enquiry',
  'enquiry.decided': 'decided an enquiry',
  'enquiry.name_judged': 'judged a name in an enquiry',
  'enquiry.sent_again': 'sent an enquiry again',
  'enquiry.printed': 'printed an enquiry',
  'enquiry.snapshot_opened': 'read the enquiry that came with a referral',
  'enquiry.reminded': 'reminded agencies of enquiries',
  'case.call_recorded': 'recorded a call on a case',
  'case.call_opened': 'opened a call on a case',
  'case.session_logged': 'logged a session',
  'case.session_corrected': 'corrected a session',
  'case.session_opened': 'opened a session',
  'case.sessions_listed': 'saw the sessions of a case',
  'case.isva_recorded': 'recorded the offer of an adviser',
  'supervision.recorded': 'recorded a supervision',
  'supervision.opened': 'opened a supervision record',
  'supervision.listed': 'saw a list of supervision',
  'action.listed': 'saw a list of actions',
  'action.opened': 'opened an action',
  'action.owners_listed': 'saw whom an action may be given to',
  'action.answered': 'said what became of an action',
  'action.chased': 'chased overdue actions',
  'review.opened': 'read the reviews of a case',
  'review.held': 'held a review of a case',
  'exit.opened': 'read a proposal to close or to fall to Low',
  'exit.listed': 'saw proposals to close or to fall to Low',
  'exit.proposed': 'proposed that a case closes or its level falls to Low',
  'exit.answered': 'answered a proposal to close or to fall to Low',
  'exit.withdrawn': 'withdrew a proposal to close or to fall to Low',
  'case.closed': 'closed a case',
  'case.watched': 'looked for what was forgotten on cases',
  'case.reopened': 'reopened a case',
  'cover.arranged': 'arranged cover for a case',
  'cover.ended': 'ended the cover of a case',
  'cover.opened': 'read who covers a case and how the young person was told',
  'cover.listed': 'saw what a practitioner holds, to hand it over',
  'assessment.begun': 'began a risk assessment',
  'assessment.opened': 'opened a risk assessment',
  'assessment.saved': 'wrote into a risk assessment',
  'assessment.finished': 'finished a risk assessment',
  'plan.begun': 'began a safety plan',
  'plan.opened': 'opened a safety plan',
  'plan.writing': 'opened a safety plan to write in it',
  'plan.saved': 'wrote into a safety plan',
  'plan.issued': 'issued a safety plan',
  'plan.actions_agreed': 'added an action to a safety plan',
  'plan.printed': 'printed a safety plan',
  'panel.listed': 'saw a list of risk panels',
  'panel.planned': 'planned a risk panel',
  'panel.opened': 'read the agenda of a risk panel',
  'panel.item_added': 'put a case on a panel’s agenda',
  'panel.item_deferred': 'put a case off to another panel',
  'panel.agency_invited': 'changed which agencies a panel asks',
  'panel.moved': 'moved a panel on',
  'panel.attended': 'wrote down who is at a panel',
  'panel.case_opened': 'opened a case in a panel',
  'panel.noted': 'wrote a note in a panel',
  'panel.conflict_declared': 'declared a conflict of interest',
  'panel.conflict_lifted': 'lifted a conflict of interest',
  'panel.decided': 'decided a case in a panel',
  'panel.minutes_opened': 'read the minutes of a panel',
  'panel.asked_listed': 'saw what a panel asks of their agency',
  'panel.asked_opened': 'opened what a panel asks of their agency',
  'panel.answered': 'answered a panel for their agency',
  'panel.chased': 'reminded agencies of a panel’s questions',
  'panel.pack_exported': 'exported a panel pack',
  'panel.letters_made': 'made a panel’s letters to GPs',
  'panel.letter_printed': 'printed a letter to a GP',
  'panel.letter_sent': 'recorded how a letter to a GP was sent',
  'strategy.called': 'called a strategy meeting',
  'strategy.listed': 'saw a list of strategy meetings',
  'strategy.opened': 'opened a strategy meeting',
  'strategy.printed': 'opened the minutes of a strategy meeting',
  'strategy.moved': 'moved a strategy meeting',
  'strategy.called_off': 'called a strategy meeting off',
  'strategy.invited': 'invited an agency to a strategy meeting',
  'strategy.uninvited': 'took an invitation to a strategy meeting back',
  'strategy.attended': 'wrote down who was at a strategy meeting',
  'strategy.fact_added': 'wrote what an agency knows into a strategy meeting',
  'strategy.dissented': 'wrote down that an agency does not agree',
  'strategy.decided': 'decided a strategy meeting',
  'strategy.minutes_issued': 'issued the minutes of a strategy meeting',
  'strategy.step_recorded': 'recorded a step of child protection',
  'strategy.reminded': 'reminded the lead of strategy meetings',
  'assessment.part_asked': 'asked an agency for its part of a risk assessment',
  'assessment.part_listed': 'saw what an agency is asked for risk assessments',
  'assessment.part_opened': 'opened what an agency is asked for a risk assessment',
  'assessment.part_answered': 'answered for an agency in a risk assessment',
  'assessment.parts_chased': 'reminded agencies of their parts of risk assessments',
  'indicators.seen': 'saw the indicators of risk assessments',
  'indicators.saved': 'added a version of the indicators',
  'quality_audit.listed': 'saw the quality audits',
  'quality_audit.drawn': 'drew a quality audit',
  'quality_audit.opened': 'read a quality audit',
  'quality_audit.drawn_again': 'drew a quality audit again from its seed',
  'quality_audit.item_opened': 'opened a record of a quality audit',
  'quality_audit.answered': 'said what they found in a quality audit',
  'quality_audit.concluded': 'wrote a theme of a quality audit',
  'quality_audit.questions_seen': 'saw the questions of quality audits',
  'quality_audit.questions_saved': 'added a version of a quality audit’s questions',
  'provider.listed': 'saw what schools and housing providers tell us',
  'provider.sizes_seen': 'saw the sizes of schools and housing providers',
  'provider.size_set': 'set the size of a school or housing provider',
  'provider.talked_with': 'wrote down a talk with a school or housing provider',
  'action_plan.seen': 'saw the action plan',
  'action_plan.added': 'added to the action plan',
  'action_plan.updated': 'updated the action plan',
  'action_plan.import_checked': 'checked a table for the action plan',
  'action_plan.imported': 'brought a table into the action plan',
  'workload.seen': 'saw the team’s workload',
  'oversight.seen': 'saw what is late',
  'figures.seen': 'saw figures',
  'figures.opened': 'opened the rows behind a figure',
  'figures.reported': 'took a report of figures',
  'audit.read': 'read the audit log',
  'people.listed': 'saw the list of people',
  'role.given': 'gave somebody a role',
  'password.changed': 'changed their password',
  'role.revoked': 'took a role away',
  'role.restored': 'gave a role back',
  'agency.added': 'added an agency',
  'agencies.listed': 'saw the list of agencies',
  'templates.listed': 'saw the call templates',
  'template.saved': 'wrote a call template',
  'jobs.listed': 'saw the background jobs',
  'job.queued': 'asked for a background job',
  'job.run': 'ran a background job',
  'room.set': 'set which agencies every enquiry asks',
  'area.labels_read': 'saw what the area calls its enquiry',
  'area.labels_set': 'set what the area calls its enquiry',
  'service.listed': 'saw the directory of services',
  'service.opened': 'opened a service of the directory',
  'service.sheet_made': 'made a sheet of services for a family',
  'service.added': 'added a service to the directory',
  'service.changed': 'changed a service of the directory',
  'service.retired': 'took a service out of the directory',
  'service.restored': 'brought a service back into the directory',
  'list.exported': 'exported a list',
  'import.listed': 'saw the list of imports',
  'import.opened': 'read the report of an import',
  'import.submitted': 'brought files in to be checked',
  'import.approved': 'let an import in',
  'import.discarded': 'gave an import up',
  'import.taken': 'looked for an import to work on',
  'import.checked': 'checked an import',
  'import.progressed': 'said how far an import is',
  'import.written': 'brought records in',
  'import.failed': 'could not bring an import in',
  'area.counted': 'counted what is in the area',
  'area.seeded': 'set up example data',
  'access.refused': 'was refused',
}
