import type { RecordType } from '@/lib/audit/kinds'

const FOLDERS: Partial<Record<RecordType, string>> = { contact: 'contacts', child: 'children', referral: 'referrals', case: 'cases', case_note: 'case-notes', enquiry: 'enquiries', assessment: 'assessments', action: 'actions', exit: 'exits', case_session: 'sessions', supervision: 'supervision', strategy: 'strategy', assessment_request: 'waiting/parts', panel: 'panels', break_glass: 'break-glass' }

/** Where a record is read; null for one that has no page. Whether it opens is the page's own question. */
export function recordPath({ type, id }: { type: RecordType; id: string }): string | null {
  if (type === 'alert') return '/alerts?show=waiting'
  if (type === 'handover') return '/handover'
  // under the young person, whom an alert of it does not name
  if (type === 'subject_access') return '/subject-access'
  const folder = FOLDERS[type]
  return folder ? `/${folder}/${id}` : null
}
