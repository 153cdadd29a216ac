import { z } from 'zod'
import { operation } from '../access/operation'
import { oneOf } from '../input'
import { DRAFT_KINDS } from './schema'

export type DraftView = { id: string; kind: string; content: Record<string, unknown>; updatedAt: string }

/** The forms of one page: a list of pairs to judge has four for each. */
const MOST_FORMS = 250

/** The drafts of the person asking, newest first; at most 20, or all of those that a page's forms name. */
export const listDrafts = operation({
  name: 'drafts.list',
  effect: 'read',
  permission: 'draft:keep',
  input: z.strictObject({ kind: oneOf(DRAFT_KINDS, 'Unknown kind of draft'), draftId: z.uuid().optional(), draftIds: z.array(z.uuid()).max(MOST_FORMS).optional() }),
  audit: ['draft.read'],
  async work({ tx, actor }, { kind, draftId, draftIds }) {
    const drafts = await tx.draft.findMany({
      where: { areaId: actor.areaId, userId: actor.userId, kind, ...(draftId ? { id: draftId } : draftIds ? { id: { in: draftIds } } : {}) },
      orderBy: { updatedAt: 'desc' },
      take: draftIds ? MOST_FORMS : 20,
    })
    const output: DraftView[] = drafts.map((draft) => ({
      id: draft.id,
      kind: draft.kind,
      content: draft.content as Record<string, unknown>,
      updatedAt: draft.updatedAt.toISOString(),
    }))
    return { output, kind: 'draft.read', facts: { rows: drafts.map((draft) => draft.id) } }
  },
})
