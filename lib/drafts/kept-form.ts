/** What the receiver of a referral says, by the state it leads to. */
export const ANSWER_FORMS = ['acknowledged', 'accepted', 'declined', 'action_taken', 'closed'] as const

/** Forms that stand beside others about the same record, each with a draft of its own. */
export type KeptForm =
  | (typeof ANSWER_FORMS)[number]
  | 'told' | 'sent_on' | 'challenged' | 'challenge_answered' | 'not_shared'
  | 'isva_offered' | 'supervised'
  | 'reviewed' | 'exit_proposed' | 'exit_answered' | 'action_answered' | 'case_closed' | 'case_reopened' | 'glass_reviewed'
  | 'panel_answered' | 'panel_decided'
  | 'audit_answered' | 'audit_concluded' | 'provider_talk' | 'plan_row' | 'plan_update'
  | 'access_logged' | 'access_decided' | 'access_read' | 'access_extended' | 'access_ended'
  | 'joined' | 'join_asked' | 'told_apart' | 'undone' // what is judged of two records of children

/** Where a form keeps what is typed, and what was kept there before; nothing in one that is begun now. */
export type FormDraft = { id: string; content: Record<string, unknown> | undefined }

/** The drafts of a page's forms by `keptKey`. A form that is not among them keeps none. */
export type KeptForms = Readonly<Record<string, FormDraft>>

/** A form by its name and what it is about; which of two records comes first does not matter. */
export function keptKey(form: KeptForm, ...about: readonly string[]): string {
  return [form, ...[...about].sort()].join(' ')
}
