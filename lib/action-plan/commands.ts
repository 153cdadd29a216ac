import { Invalid, NotFound } from '../access/errors'
import { operation, type Tx } from '../access/operation'
import { dropFormDraft } from '../drafts/commands'
import { londonDay } from '../pathway/london'
import { planItemSchema, planUpdateSchema } from './schema'

/** The number of the next row. Nobody else takes it until this transaction is over. */
export async function nextNumber(tx: Tx, areaId: string): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`action plan ${areaId}`}, 0))::text`
  const last = await tx.actionPlanItem.findFirst({ where: { areaId }, orderBy: { number: 'desc' }, select: { number: true } })
  return (last?.number ?? 0) + 1
}

/** Adds a row to the plan, from an audit or of its own. Sent twice it adds one. Throws Invalid where its lead or its audit is not the area's. */
export const addPlanItem = operation({
  name: 'action-plan.add',
  effect: 'change',
  permission: 'action-plan:write',
  input: planItemSchema,
  audit: ['action_plan.added'],
  async work(asking, { submissionKey, recommendation, action, how, leadAgencyId, leadName, due, figures, auditId }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const number = await nextNumber(tx, areaId)
    const same = await tx.actionPlanItem.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } }, select: { id: true } })
    const lead = leadAgencyId ? await tx.agency.findUnique({ where: { areaId_id: { areaId, id: leadAgencyId } }, select: { id: true, name: true } }) : null
    if (leadAgencyId && !lead) throw new Invalid({ leadAgencyId: 'This agency is not one of the area: choose again' })
    if (auditId && !(await tx.qualityAudit.findUnique({ where: { areaId_id: { areaId, id: auditId } }, select: { id: true } }))) throw new NotFound()
    const { id } = same ?? (await tx.actionPlanItem.create({
      data: { areaId, submissionKey, number, recommendation, action, how, leadAgencyId: lead?.id ?? null, leadName: lead?.name ?? leadName, dueOn: new Date(due), figures: [...new Set(figures)], auditId, at: now, byId: userId },
      select: { id: true },
    }))
    await dropFormDraft(asking, 'plan_row', auditId ?? userId)
    return { output: { id }, kind: 'action_plan.added', facts: { record: { type: 'action_plan_item', id }, children: [], before: null, after: same ? null : { number, action, lead: lead?.name ?? leadName, due } } }
  },
})

/** Says what became of a row. Never changed afterwards. Sent twice it stands once. Throws NotFound, Invalid for a day that is yet to come. */
export const updatePlanItem = operation({
  name: 'action-plan.update',
  effect: 'change',
  permission: 'action-plan:write',
  input: planUpdateSchema,
  audit: ['action_plan.updated'],
  async work(asking, { submissionKey, itemId, milestone, on, status, words, evidence, newDue }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const item = await tx.actionPlanItem.findUnique({ where: { areaId_id: { areaId, id: itemId } }, select: { at: true } })
    if (!item) throw new NotFound()
    if (on > londonDay(now)) throw new Invalid({ on: 'The date must be today or earlier' })
    await tx.actionPlanUpdate.createMany({
      data: [{ areaId, submissionKey, itemId, milestone, onDay: new Date(on), status, words, evidence, newDue: newDue ? new Date(newDue) : null, at: now, byId: userId }], skipDuplicates: true,
    })
    await dropFormDraft(asking, 'plan_update', itemId)
    return { output: undefined, kind: 'action_plan.updated', facts: { record: { type: 'action_plan_item', id: itemId }, children: [], before: null, after: { milestone, on, status, newDue } } }
  },
})
