import { createHash } from 'node:crypto'
import { keptKey, type KeptForm } from './kept-form'

/** The key of one person's draft about one record, the same each time: two people's drafts never meet. */
export function draftIdOf(userId: string, recordId: string): string {
  const hex = createHash('sha256').update(`${userId} ${recordId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The key of one person's draft in a form that stands beside others about the same record. */
export function formDraftId(userId: string, form: KeptForm, about: readonly string[]): string {
  return draftIdOf(userId, keptKey(form, ...about))
}
