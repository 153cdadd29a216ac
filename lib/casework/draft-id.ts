import { draftIdOf } from '../drafts/id'

/** Where one person's unfinished session about a case is kept, or their correction of an entry: one at a time, so that it is found again. */
export function sessionDraftId(userId: string, about: string): string {
  return draftIdOf(userId, `session ${about}`)
}
