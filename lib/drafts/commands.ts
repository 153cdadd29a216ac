import { z } from 'zod'
import { operation, type Asking, type Tx } from '../access/operation'
import { Conflict, NotFound } from '../access/errors'
import { formDraftId } from './id'
import type { KeptForm } from './kept-form'
import { draftSchema } from './schema'

/** Keeps what is being typed, under the key of the form. Gives when it was kept. */
export const saveDraft = operation({
  name: 'drafts.save',
  effect: 'change',
  permission: 'draft:keep',
  input: draftSchema,
  audit: ['draft.saved'],
  async work({ tx, actor, now }, { draftId, kind, content }) {
    // a session is kept by its case, so that an unfinished one is found again; the key of the entry it becomes is in it
    const becomes = kind === 'session' ? (z.uuid().safeParse(content.submissionKey).data ?? draftId) : draftId
    const kept = await tx.$executeRaw`
      INSERT INTO draft (area_id, id, user_id, kind, content, updated_at)
      SELECT ${actor.areaId}::uuid, ${draftId}::uuid, ${actor.userId}::uuid, ${kind}, ${JSON.stringify(content)}::jsonb, ${now}::timestamptz
      WHERE NOT EXISTS (SELECT FROM contact WHERE area_id = ${actor.areaId}::uuid AND submission_key = ${draftId}::uuid)
        AND NOT EXISTS (SELECT FROM case_note WHERE area_id = ${actor.areaId}::uuid AND submission_key = ${draftId}::uuid)
        AND NOT EXISTS (SELECT FROM case_session WHERE area_id = ${actor.areaId}::uuid AND submission_key = ${becomes}::uuid)
      ON CONFLICT (area_id, id) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at
      WHERE draft.user_id = excluded.user_id`
    // somebody else's key, or a form that was sent while its last draft was on the way
    if (!kept) throw new Conflict('This has been saved already.')
    return { output: { savedAt: now.toISOString() }, kind: 'draft.saved', facts: { record: { type: 'draft', id: draftId } } }
  },
})

/** Throws a draft away, at its writer's word. Throws NotFound where it is not theirs or not there. */
export const discardDraft = operation({
  name: 'drafts.discard',
  effect: 'change',
  permission: 'draft:keep',
  input: z.strictObject({ draftId: z.uuid() }),
  audit: ['draft.discarded'],
  async work({ tx, actor }, { draftId }) {
    if (!(await dropDraft(tx, actor.areaId, draftId))) throw new NotFound()
    return { output: undefined, kind: 'draft.discarded', facts: { record: { type: 'draft', id: draftId } } }
  },
})

/** Removes one's own draft, in the transaction of the record that it became. Gives whether there was one. */
export async function dropDraft(tx: Tx, areaId: string, draftId: string): Promise<boolean> {
  const { count } = await tx.draft.deleteMany({ where: { areaId, id: draftId } })
  return count > 0
}

/** The same for one's own draft in a form that stands beside others about the same record. */
export async function dropFormDraft({ tx, actor }: Asking, form: KeptForm, ...about: readonly string[]): Promise<void> {
  await dropDraft(tx, actor.areaId, formDraftId(actor.userId, form, about))
}
