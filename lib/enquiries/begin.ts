import { z } from 'zod'
import { Invalid, NotFound } from '../access/errors'
import { operation, type Tx } from '../access/operation'
import { enquiryReference } from '../areas/references'
import { bornText, nameOf } from '../children/view'
import { fromLondonInput, toLondonInput } from '../dates'
import { dropDraft } from '../drafts/commands'
import { draftIdOf } from '../drafts/id'
import { enquiryDue } from '../pathway/enquiry'
import { beginSchema } from './schema'
import { tellAsked } from './tell'

export type EnquiryStart = {
  child: { id: string; name: string; born: string } | null
  contact: { id: string; reference: string } | null
  agencies: { id: string; name: string; inTheRoom: boolean }[]
  /** London date and time for the form, 'YYYY-MM-DDTHH:mm'. */
  dueAt: string
  /** Enquiries that are open on the same child or contact already. */
  open: { id: string; reference: string }[]
}

/**
 * What the form that opens an enquiry begins with, from a child's record, a contact or a referral: whom it is
 * about, the agencies with those of the room, and the time to answer. Throws NotFound.
 */
export const prepareEnquiry = operation({
  name: 'enquiries.prepare',
  effect: 'read',
  permission: 'enquiry:lead',
  input: z.strictObject({ childId: z.uuid().optional(), contactId: z.uuid().optional(), referralId: z.uuid().optional() }),
  audit: ['enquiry.listed'],
  async work({ tx, actor, now }, input) {
    const { areaId } = actor
    const referral = input.referralId ? await tx.referral.findUnique({ where: { areaId_id: { areaId, id: input.referralId } } }) : null
    if (input.referralId && !referral) throw new NotFound()
    const contactId = input.contactId ?? referral?.contactId
    const { child, contact } = await subjectOf(tx, areaId, { childId: input.childId, contactId })
    const agencies = await tx.agency.findMany({ where: { areaId }, orderBy: { name: 'asc' }, select: { id: true, name: true, inTheRoom: true } })
    const open = await tx.enquiry.findMany({
      where: { areaId, decidedAt: null, OR: [...(child ? [{ childId: child.id }] : []), ...(contact ? [{ contactId: contact.id }] : [])] },
      select: { id: true, reference: true },
    })
    const output: EnquiryStart = {
      child: child ? { id: child.id, name: nameOf(child), born: bornText(child, now) } : null,
      contact: contact ? { id: contact.id, reference: contact.reference } : null,
      agencies,
      dueAt: toLondonInput(enquiryDue(now, actor.settings)),
      open: child || contact ? open : [],
    }
    return { output, kind: 'enquiry.listed', facts: { rows: open.map(({ id }) => id), children: child ? [child.id] : [], terms: { for: 'a new enquiry' } } }
  },
})

/**
 * Opens an enquiry and asks each agency. Sent twice it makes one. Gives its id. Throws NotFound for a child or a
 * contact that is not there, Invalid for an agency that is not, or a time that is past.
 */
export const beginEnquiry = operation({
  name: 'enquiries.begin',
  effect: 'change',
  permission: 'enquiry:lead',
  input: beginSchema,
  audit: ['enquiry.begun'],
  async work(asking, input) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const dueAt = timeToCome(input.dueAt, now)
    const about = await subjectOf(tx, areaId, { childId: input.subject === 'child' ? input.childId : undefined, contactId: input.contactId })
    const childId = input.subject === 'child' ? (input.childId ?? null) : null
    const contactId = about.contact?.id ?? null
    const agencies = await tx.agency.findMany({ where: { areaId, id: { in: input.agencyIds } }, select: { id: true, name: true, kind: true } })
    if (agencies.length !== input.agencyIds.length) throw new Invalid({ agencyIds: 'One of these agencies is not in this area: choose again' })
    const same = await tx.enquiry.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey: input.submissionKey } } })
    const made = same ?? (await tx.enquiry.create({
      data: {
        areaId,
        reference: await enquiryReference(tx, actor),
        submissionKey: input.submissionKey,
        subject: input.subject,
        childId,
        contactId,
        personName: input.subject === 'person' ? input.personName : null,
        personDetails: input.subject === 'person' ? input.personDetails || null : null,
        question: input.question,
        openedAt: now,
        openedById: actor.userId,
        dueAt,
      },
    }))
    if (!same) {
      const request = {
        areaId, enquiryId: made.id, reference: made.reference, childId: childId ?? about.contact?.childId ?? null,
        subjectLine: input.subjectLine, told: input.told, question: input.question, askedAt: now, askedById: actor.userId, dueAt,
      }
      for (const { id, kind } of agencies) {
        const askedBesides = input.besides.find(({ agencyId }) => agencyId === id)?.text || null
        await tellAsked(asking, await tx.enquiryRequest.create({ data: { ...request, agencyId: id, askedBesides } }), kind)
      }
      await dropDraft(tx, areaId, draftIdOf(actor.userId, enquiryDraft(input.contactId ?? input.childId)))
    }
    const children = [childId ?? about.contact?.childId ?? null].filter((id) => id !== null)
    return {
      output: { id: made.id, reference: made.reference },
      kind: 'enquiry.begun',
      facts: {
        record: { type: 'enquiry', id: made.id },
        children,
        before: null,
        after: { reference: made.reference, agencies: agencies.map(({ name }) => name).sort(), question: input.question, told: input.told, besides: input.besides, dueAt: dueAt.toISOString() },
      },
    }
  },
})

/** A London date and time of a form. Throws Invalid for one that is past, or that there is not. */
export function timeToCome(given: string, now: Date, field = 'dueAt'): Date {
  const at = fromLondonInput(given)
  if (!at || at <= now) throw new Invalid({ [field]: 'Give a time that is still to come' })
  return at
}

/** What a draft of a new enquiry is kept under, beside who writes it: the record that it begins from. */
export function enquiryDraft(recordId: string | undefined): string {
  return `enquiry ${recordId ?? ''}`
}

/** The child and the contact an enquiry is about; a child without a contact hangs on her latest. Throws NotFound. */
async function subjectOf(tx: Tx, areaId: string, { childId, contactId }: { childId?: string; contactId?: string }) {
  const contact = contactId
    ? await tx.contact.findUnique({ where: { areaId_id: { areaId, id: contactId } } })
    : childId
      ? await tx.contact.findFirst({ where: { areaId, childId }, orderBy: { receivedAt: 'desc' } })
      : null
  if (contactId && !contact) throw new NotFound()
  const named = childId ?? contact?.childId ?? null
  const child = named ? await tx.child.findUnique({ where: { areaId_id: { areaId, id: named } } }) : null
  if (named && !child) throw new NotFound()
  // a contact about somebody else cannot carry this child's referral
  if (childId && contact?.childId && contact.childId !== childId) throw new NotFound()
  return { child, contact }
}
