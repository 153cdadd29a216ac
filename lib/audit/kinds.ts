/** JSON as Postgres keeps it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

export type RecordType = 'agency' | 'alert' | 'contact' | 'child' | 'referral' | 'case' | 'draft' | 'user' | 'session' | 'area' | 'sharing' | 'challenge'
  | 'handover' | 'action' | 'review' | 'exit' | 'assessment' | 'case_session' | 'disclosure' | 'supervision' | 'case_note' | 'call_template' | 'service' | 'enquiry' | 'strategy' | 'assessment_request' | 'plan' | 'cover' | 'panel' | 'panel_item' | 'import'
  | 'quality_audit' | 'quality_audit_item' | 'action_plan_item' | 'published_summary' | 'release' | 'subject_access' | 'break_glass'

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
  /** A case opened by breaking glass: looked for, opened, ended, shown to be open, listed for review, and reviewed. */
  'glass.searched': Listed
  'glass.opened': Changed
  'glass.closed': Changed
  'glass.seen': Opened
  'glass.listed': Listed
  'glass.reviewed': Changed
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
  'quality_audit.given': Changed
  'quality_audit.concluded': Changed
  'quality_audit.questions_seen': Seen
  'quality_audit.questions_saved': Changed
  'provider.listed': { rows: readonly string[]; terms?: Json }
  'provider.sizes_seen': Seen
  'provider.size_set': Changed
  'provider.talked_with': Changed
  'subject_access.listed': Listed
  'subject_access.logged': Changed
  'subject_access.opened': Opened
  /** A passage was read: a piece of the record as it was taken. */
  'subject_access.passage_opened': Opened & Listed
  /** Pieces of the record were taken for a request: how many, and of which rows. */
  'subject_access.taken': Changed & { rows: readonly string[] }
  'subject_access.decided': Changed
  'subject_access.read_second': Changed
  'subject_access.moved': Changed
  /** The system looked for requests whose month ends. */
  'subject_access.watched': { rows: readonly string[] }
  /** A copy left as a file: who took it, in which form, every row that is in it. */
  'subject_access.exported': Opened & Listed & { terms: { as: 'pdf' | 'json'; reader: string; given: number; part: number; whole: number } }
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
  /** What would be public of a year was looked at. */
  'summary.previewed': Seen
  'summary.published': Changed
  'summary.withdrawn': Changed
  'summary.listed': { rows: readonly string[] }
  /** Somebody who is not signed in was shown what is published. */
  'summary.read': { rows: readonly string[] }
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
  'release.listed': { rows: readonly string[] }
  'release.asked': Changed
  'release.answered': Changed
  /** The system looked for one to make, and for files to delete. */
  'release.sought': { rows: readonly string[] }
  'release.progressed': { rows: readonly string[]; terms?: Json }
  /** Every record of an area, or of a census, was written into a file: the rows of each part and the hash of the whole. */
  'release.written': Opened & { terms: Json }
  'release.made': Changed
  'release.failed': Changed
  /** One of the two took the file away. */
  'release.taken': Changed
  'area.counted': Seen
  'area.seeded': { terms: Json }
  /** Somebody asked for what their role does not open, or for a record that they cannot see or is not there. */
  'access.refused': { terms: { operation: string; why: 'permission' | 'not_found' | 'origin' }; record?: { type: RecordType; id: string } }
}

export type AuditKind = keyof AuditFacts
