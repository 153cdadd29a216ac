import { Conflict, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import type { EnquiryRequest } from '../database/models'
import { dropDraft } from '../drafts/commands'
import { draftIdOf } from '../drafts/id'
import { isLate } from '../pathway/enquiry'
import { answerSchema, correctSchema, type EntryInput } from './schema'

/**
 * Answers for the agency of the person asking: with what it knows, or that it knows nothing. A late answer counts
 * and is marked; more may be added at any time; sent twice it is kept once. Throws NotFound where the agency was
 * not asked, Conflict where 'nothing known' meets what a colleague has written.
 */
export const answerEnquiry = operation({
  name: 'enquiries.answer',
  effect: 'change',
  permission: 'enquiry:answer',
  input: answerSchema,
  audit: ['enquiry.answered'],
  async work(asking, { enquiryId, submissionKey, answer, entries }) {
    const { tx, actor, now } = asking
    const request = await ownRequest(asking, enquiryId)
    const sent = await tx.enquiryEntry.count({ where: { areaId: actor.areaId, submissionKey } })
    if (answer === 'nothing_known' && request.answer === 'entries') {
      throw new Conflict('Somebody of your agency has written down what you know meanwhile. Nothing of yours was saved: reload the page to read it.')
    }
    if (answer === 'entries' && !sent) await keep(asking, request, submissionKey, entries)
    await mark(asking, request, answer)
    await dropDraft(tx, actor.areaId, draftIdOf(actor.userId, request.id))
    const late = isLate(now, request.dueAt)
    return {
      output: { late },
      kind: 'enquiry.answered',
      facts: {
        record: { type: 'enquiry', id: enquiryId },
        children: request.childId ? [request.childId] : [],
        before: { answer: request.answer },
        after: { agency: actor.agencyName, answer, entries: answer === 'entries' ? entries.length : 0, late },
      },
    }
  },
})

/**
 * Corrects an entry of one's own agency: the new one takes its place and the old one stays readable. Throws
 * NotFound, and Conflict where it was corrected already.
 */
export const correctEntry = operation({
  name: 'enquiries.correct',
  effect: 'change',
  permission: 'enquiry:answer',
  input: correctSchema,
  audit: ['enquiry.corrected'],
  async work(asking, { entryId, submissionKey, entry }) {
    const { tx, actor } = asking
    const { areaId } = actor
    // the lead sees every agency's entries, and corrects those of her own agency alone
    const old = actor.agencyId === null ? null : await tx.enquiryEntry.findFirst({
      where: { areaId, id: entryId, agencyId: actor.agencyId },
      include: { request: true, supersededBy: { select: { id: true, submissionKey: true, by: { select: { name: true } } } } },
    })
    if (!old) throw new NotFound()
    if (old.supersededBy && old.supersededBy.submissionKey !== submissionKey) {
      throw new Conflict(`${old.supersededBy.by.name} has corrected this already. Nothing of yours was saved: reload the page, and correct the correction if it is not right.`)
    }
    if (!old.supersededBy) await keep(asking, old.request, submissionKey, [entry], entryId)
    return {
      output: undefined,
      kind: 'enquiry.corrected',
      facts: {
        record: { type: 'enquiry', id: old.request.enquiryId },
        children: old.request.childId ? [old.request.childId] : [],
        before: { entry: entryId },
        after: { agency: actor.agencyName, corrected: true },
      },
    }
  },
})

async function ownRequest({ tx, actor }: Asking, enquiryId: string): Promise<EnquiryRequest> {
  const { areaId, agencyId } = actor
  const request = agencyId === null ? null : await tx.enquiryRequest.findUnique({ where: { areaId_enquiryId_agencyId: { areaId, enquiryId, agencyId } } })
  if (!request) throw new NotFound()
  return request
}

async function keep({ tx, actor, now }: Asking, request: EnquiryRequest, submissionKey: string, entries: readonly EntryInput[], supersedesId: string | null = null): Promise<void> {
  const fallback = [actor.name, actor.agencyName].filter(Boolean).join(', ')
  await tx.enquiryEntry.createMany({
    data: entries.map((entry, position) => ({
      areaId: actor.areaId,
      requestId: request.id,
      agencyId: request.agencyId,
      submissionKey,
      position,
      eventDay: entry.day ? new Date(entry.day) : null,
      approximately: entry.approximately || null,
      text: entry.text,
      nature: entry.nature,
      source: entry.source,
      topic: entry.topic || null,
      topicValue: entry.topic ? entry.topicValue : null,
      caveat: entry.caveat,
      caveatFor: entry.caveat === 'named' ? [...new Set(entry.caveatFor)] : [],
      askWhom: entry.askWhom || fallback,
      byId: actor.userId,
      at: now,
      supersedesId,
    })),
  })
}

/** Notes when the agency first answered; entries after 'nothing known' change the answer and keep that time. */
async function mark({ tx, actor, now }: Asking, request: EnquiryRequest, answer: 'entries' | 'nothing_known'): Promise<void> {
  const where = { areaId: actor.areaId, id: request.id }
  if (!request.answeredAt) {
    const { count } = await tx.enquiryRequest.updateMany({ where: { ...where, answeredAt: null }, data: { answer, answeredAt: now, answeredById: actor.userId } })
    if (count) return
    // a colleague answered at the same moment: what both know counts, and nothing known gives way
    if (answer === 'nothing_known') throw new Conflict('Somebody of your agency answered at the same moment. Reload the page to read what they wrote.')
  }
  if (answer === 'entries' && request.answer !== 'entries') await tx.enquiryRequest.updateMany({ where, data: { answer } })
}
