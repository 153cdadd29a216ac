import { Conflict, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { dropDraft } from '../drafts/commands'
import { formDraftId } from '../drafts/id'
import { answerActionSchema } from './schema'

/**
 * Writes down what became of an action: done, not done with what happens instead, or open again. By its owner, or
 * by whoever holds the case for those who do not sign in. Throws NotFound, Conflict where somebody answered meanwhile.
 */
export const answerAction = operation({
  name: 'actions.answer',
  effect: 'change',
  permission: 'action:answer',
  input: answerActionSchema,
  audit: ['action.answered'],
  async work({ tx, actor, now }, { actionId, version, state, words }) {
    const { areaId, userId } = actor
    const row = await tx.agreedAction.findUnique({ where: { areaId_id: { areaId, id: actionId } } })
    if (!row) throw new NotFound()
    const { count } = await tx.agreedAction.updateMany({ where: { areaId, id: actionId, version }, data: { state, version: { increment: 1 } } })
    if (!count) throw new Conflict('Somebody else answered this action while you had it open. Nothing of yours was saved; reload the page to see what they wrote.')
    await tx.actionAnswer.create({ data: { areaId, actionId, state, words, at: now, byId: userId } })
    await dropDraft(tx, areaId, formDraftId(userId, 'action_answered', [actionId]))
    return { output: undefined, kind: 'action.answered', facts: { record: { type: 'action', id: actionId }, children: [row.childId], before: { state: row.state }, after: { state } } }
  },
})
