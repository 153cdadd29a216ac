import { ask, signedIn } from '@/lib/access/web'
import { sessionDraftId } from '@/lib/casework/draft-id'
import { pocketKey } from '@/lib/drafts/pocket-key'
import { listDrafts } from '@/lib/drafts/queries'

/** Where an unfinished session about that case, or a correction of that entry, is kept, and what was kept there. */
export async function sessionDraft(about: string) {
  const { userId } = await signedIn()
  const id = sessionDraftId(userId, about)
  const [draft] = await ask(listDrafts, { kind: 'session', draftId: id })
  return { id, pocketKey: pocketKey(userId, id), content: draft?.content }
}
