import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { addActions } from '../actions/add'
import { dropDraft } from '../drafts/commands'
import { draftIdOf } from '../drafts/id'
import { mayWrite } from './commands'
import { loadCase } from './load'
import { planActionSchema } from './schema'

/** Adds actions to the plan of a case. Throws NotFound, Invalid where its owner has left, Conflict where the case is closed. */
export const addPlanAction = operation({
  name: 'plans.add-action',
  effect: 'change',
  permission: 'plan:write',
  input: planActionSchema,
  audit: ['plan.actions_agreed'],
  async work(asking, { caseId, actions, family }) {
    const { tx, actor } = asking
    const { areaId, userId } = actor
    const { one, plan } = await loadCase(asking, caseId)
    if (!plan) throw new NotFound()
    mayWrite(one)
    const ids = await addActions(asking, one, { kind: 'plan', id: plan.id }, actions)
    await tx.safetyPlanAction.createMany({ data: ids.map((actionId) => ({ areaId, actionId, planId: plan.id, family })) })
    await dropDraft(tx, areaId, draftIdOf(userId, `plan action ${plan.id}`))
    return { output: undefined, kind: 'plan.actions_agreed', facts: { record: { type: 'plan', id: plan.id }, children: [one.childId], before: null, after: { actions: ids, owners: actions.map(({ ownerKind }) => ownerKind), family } } }
  },
})
