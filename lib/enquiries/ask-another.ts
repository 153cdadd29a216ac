import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { timeToCome } from './begin'
import { holdOpen } from './hold'
import { askAnotherSchema } from './schema'
import { tellAsked } from './tell'

/**
 * Asks one more agency in an open enquiry: what the others were told and asked, something besides where the lead
 * wishes, and a time of its own. Sent twice it asks once. Throws NotFound, Invalid for an agency that is not in the
 * area or a time that is past, Conflict where it is asked already or the enquiry is decided.
 */
export const askAnother = operation({
  name: 'enquiries.ask-another',
  effect: 'change',
  permission: 'enquiry:lead',
  input: askAnotherSchema,
  audit: ['enquiry.agency_asked'],
  async work(asking, { enquiryId, agencyId, besides, dueAt: given }) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    await holdOpen(tx, areaId, enquiryId)
    const dueAt = timeToCome(given, now)
    const agency = await tx.agency.findUnique({ where: { areaId_id: { areaId, id: agencyId } }, select: { name: true, kind: true } })
    if (!agency) throw new Invalid({ agencyId: 'This agency is not in this area: choose again' })
    const asked = await tx.enquiryRequest.findMany({ where: { areaId, enquiryId }, orderBy: { askedAt: 'asc' } })
    const [first] = asked
    if (!first) throw new NotFound()
    const known = asked.find((one) => one.agencyId === agencyId)
    const same = known && known.askedById === actor.userId && known.askedBesides === (besides || null) && known.dueAt.getTime() === dueAt.getTime()
    if (known && !same) throw new Conflict(`${agency.name} is asked already. Reload the page to see.`)
    if (!known) {
      const { childId, reference, subjectLine, told, question } = first
      const request = await tx.enquiryRequest.create({
        data: { areaId, enquiryId, agencyId, childId, reference, subjectLine, told, question, askedBesides: besides || null, askedAt: now, askedById: actor.userId, dueAt },
      })
      await tellAsked(asking, request, agency.kind)
    }
    return {
      output: undefined,
      kind: 'enquiry.agency_asked',
      facts: {
        record: { type: 'enquiry', id: enquiryId },
        children: first.childId ? [first.childId] : [],
        before: null,
        after: { agency: agency.name, besides: besides || null, dueAt: dueAt.toISOString() },
      },
    }
  },
})
