import { z } from 'zod'
import { operation, type Asking } from '../access/operation'
import { REMIND_HOURS_BEFORE, reminderFor } from '../pathway/enquiry'
import { remindAgency, tellLeads, tellOverdue } from './tell'

/**
 * Reminds agencies that have not answered an open enquiry: before its time, at it, and a working day after; and tells
 * whoever opened it once the time is over. Each reminder is raised once however often this runs.
 */
export const remindAgencies = operation({
  name: 'enquiries.remind',
  effect: 'change',
  permission: 'job:run',
  input: z.strictObject({}),
  audit: ['enquiry.reminded'],
  async work(asking) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const soon = new Date(now.getTime() + REMIND_HOURS_BEFORE * 3_600_000)
    const waiting = await tx.enquiryRequest.findMany({
      where: { areaId, answeredAt: null, dueAt: { lte: soon }, enquiry: { decidedAt: null } },
      include: { agency: { select: { kind: true, name: true } }, enquiry: { select: { id: true, reference: true, openedById: true } } },
      orderBy: { dueAt: 'asc' },
    })
    const overdue = new Map<string, { enquiry: (typeof waiting)[number]['enquiry']; agencies: string[]; due: Date }>()
    const reminded: string[] = []
    for (const request of waiting) {
      const reminder = reminderFor({ due: request.dueAt, answeredAt: request.answeredAt }, now)
      if (!reminder) continue
      if (reminder !== 'soon') {
        const known = overdue.get(request.enquiryId) ?? { enquiry: request.enquiry, agencies: [] }
        // they come by what is due first: the last is the latest
        overdue.set(request.enquiryId, { ...known, agencies: [...known.agencies, request.agency.name], due: request.dueAt })
      }
      // which reminder it had last, by its number: a job that runs again finds nothing to do
      const number = { soon: 1, late: 2, still_late: 3 }[reminder]
      if (request.reminders >= number) continue
      await remindAgency(asking, request, request.agency.kind, reminder)
      await tx.enquiryRequest.updateMany({ where: { areaId, id: request.id }, data: { reminders: number, remindedAt: now } })
      reminded.push(request.id)
    }
    for (const { enquiry, agencies, due } of overdue.values()) await tellOverdue(asking, enquiry, agencies, due)
    for (const enquiry of await allAnswered(asking)) await tellLeads(asking, enquiry, 'all answered', enquiry.id)
    for (const { key, ...enquiry } of await writtenAfter(asking)) await tellLeads(asking, enquiry, 'after decision', key)
    return { output: reminded.length, kind: 'enquiry.reminded', facts: { rows: reminded } }
  },
})

type Named = { id: string; reference: string }

/** Open enquiries that nobody has still to answer. An agency cannot see that it is the last: this can. */
function allAnswered({ tx, actor }: Asking): Promise<Named[]> {
  return tx.$queryRaw<Named[]>`
    SELECT e.id, e.reference FROM enquiry e WHERE e.area_id = ${actor.areaId}::uuid AND e.decided_at IS NULL
      AND NOT EXISTS (SELECT FROM enquiry_request r WHERE r.area_id = e.area_id AND r.enquiry_id = e.id AND r.answered_at IS NULL)`
}

/** Answers that came after the decision in the last 90 days, each by its key. */
function writtenAfter({ tx, actor, now }: Asking): Promise<(Named & { key: string })[]> {
  return tx.$queryRaw<(Named & { key: string })[]>`
    SELECT DISTINCT e.id, e.reference, n.submission_key::text AS key
    FROM enquiry e JOIN enquiry_request r ON r.area_id = e.area_id AND r.enquiry_id = e.id
      JOIN enquiry_entry n ON n.area_id = r.area_id AND n.request_id = r.id AND n.at > e.decided_at
    WHERE e.area_id = ${actor.areaId}::uuid AND e.decided_at > ${now}::timestamptz - interval '90 days'`
}
