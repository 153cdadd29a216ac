import { draftIdOf } from '../drafts/id'

/** The key of a person's draft of the hand-over at that change of shift (an ISO instant). */
export const handoverDraftId = (userId: string, shiftAt: string): string => draftIdOf(userId, `handover ${shiftAt}`)
