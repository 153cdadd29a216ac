import { Conflict, Invalid } from '../access/errors'
import { operation } from '../access/operation'
import { timeToCome } from './begin'
import { holdOpen } from './hold'
import { moveTimeSchema } from './schema'
import { tellMoved } from './tell'

/**
 * Moves the time to answer an open enquiry, later or sooner, for every agency that has not answered, and tells each
 * of them. An answer that has come is measured by the time it was asked for. Throws NotFound, Invalid for a time that
 * is past or the same, Conflict where it was moved meanwhile, is decided, or nobody is waited for.
 */
export const moveTime = operation({
  name: 'enquiries.move-time',
  effect: 'change',
  permission: 'enquiry:lead',
  input: moveTimeSchema,
  audit: ['enquiry.time_moved'],
  async work(asking, { enquiryId, was, newDueAt, reason }) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    await holdOpen(tx, areaId, enquiryId)
    const dueAt = timeToCome(newDueAt, now, 'newDueAt')
    const { childId, dueAt: from } = await tx.enquiry.findUniqueOrThrow({ where: { areaId_id: { areaId, id: enquiryId } }, select: { childId: true, dueAt: true } })
    if (from.getTime() !== Date.parse(was)) throw new Conflict('Somebody else moved the time while you had this open. Nothing of yours was saved: reload the page to see.')
    if (from.getTime() === dueAt.getTime()) throw new Invalid({ newDueAt: 'This is the time it has already' })
    const waiting = await tx.enquiryRequest.findMany({ where: { areaId, enquiryId, answeredAt: null }, include: { agency: { select: { name: true, kind: true } } } })
    if (!waiting.length) throw new Conflict('Every agency has answered, so nobody is waited for. Reload the page to see.')
    await tx.enquiry.updateMany({ where: { areaId, id: enquiryId }, data: { dueAt } })
    await tx.enquiryTime.create({ data: { areaId, enquiryId, fromDueAt: from, dueAt, reason, byId: actor.userId, at: now } })
    for (const { agency, ...request } of waiting) {
      // somebody may have answered since: an answer keeps the time it was asked for
      const { count } = await tx.enquiryRequest.updateMany({ where: { areaId, id: request.id, answeredAt: null }, data: { dueAt, reminders: 0 } })
      if (count) await tellMoved(asking, { ...request, dueAt }, agency.kind, request.dueAt)
    }
    return {
      output: undefined,
      kind: 'enquiry.time_moved',
      facts: {
        record: { type: 'enquiry', id: enquiryId },
        children: childId ? [childId] : [],
        before: { dueAt: from.toISOString() },
        after: { dueAt: dueAt.toISOString(), reason, agencies: waiting.map(({ agency }) => agency.name).sort() },
      },
    }
  },
})
