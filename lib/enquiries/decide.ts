import type { z } from 'zod'
import { Conflict, Invalid } from '../access/errors'
import { operation, type Asking, type Tx } from '../access/operation'
import { receiversOf, settleContact } from '../contacts/decide'
import type { Referral } from '../database/models'
import { dropDraft } from '../drafts/commands'
import { draftIdOf } from '../drafts/id'
import { formatDateTime } from '../pathway/dates'
import { ENQUIRY_ROUTE_LABELS, outcomesOf, type EnquiryRoute } from '../pathway/enquiry'
import { OUTCOME_LABELS, type Outcome } from '../pathway/routing'
import { sendable, sendReferrals } from '../referrals/send'
import { chosenService } from '../services/chosen'
import { hold } from './hold'
import { loadEnquiry, type EnquiryRow } from './load'
import { childrenOf } from './read'
import { decideSchema } from './schema'
import { takeSnapshot } from './snapshot'

type Decision = z.output<typeof decideSchema>

/**
 * Decides the route out, once, by a named person with reasons, and sends the referrals that follow with the enquiry
 * as it stands now. A contact that waited for it is decided with it. Only the first of two decisions stands: the
 * second throws Conflict and says who decided what.
 */
export const decideEnquiry = operation({
  name: 'enquiries.decide',
  effect: 'change',
  permission: 'enquiry:lead',
  input: decideSchema,
  audit: ['enquiry.decided'],
  async work(asking, decision) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const { enquiryId, version, route, reasons } = decision
    await hold(tx, areaId, enquiryId)
    const row = await loadEnquiry(asking, enquiryId)
    if (row.decision) throw alreadyDecided(row.decision)
    const outcomes = outcomesOf(route)
    if (outcomes.length && !row.contact) throw new Invalid({ route: 'There is no contact about this child to send a referral from. Log one first: it can be short, and name this enquiry.' })
    if (outcomes.includes('cate') && !(row.childId ?? row.contact?.childId)) throw new Invalid({ route: 'CATE works with a named child: say on the contact which child this is about' })
    const { count } = await tx.enquiry.updateMany({ where: { areaId, id: enquiryId, version, state: 'open' }, data: { state: 'decided', decidedAt: now, version: { increment: 1 } } })
    if (!count) throw await lostRace(tx, areaId, enquiryId)
    const unanswered = row.requests.filter(({ answeredAt }) => !answeredAt).length
    await tx.enquiryDecision.create({ data: { areaId, enquiryId, route, reasons, decidedById: actor.userId, decidedAt: now, unanswered } })
    const referrals = outcomes.length ? await referralsFor(asking, row, decision, outcomes) : []
    if (referrals.length) {
      const decided = await loadEnquiry(asking, enquiryId)
      for (const referral of referrals) await takeSnapshot(asking, decided, referral.id)
    }
    await dropDraft(tx, areaId, draftIdOf(actor.userId, enquiryId))
    return {
      output: { route },
      kind: 'enquiry.decided',
      facts: {
        record: { type: 'enquiry', id: enquiryId },
        children: childrenOf(row),
        before: { state: row.state },
        after: { state: 'decided', route, reasons, unanswered, referrals: referrals.map(({ id }) => id) },
      },
    }
  },
})

async function lostRace(tx: Tx, areaId: string, enquiryId: string): Promise<Conflict> {
  const made = await tx.enquiryDecision.findUnique({ where: { areaId_enquiryId: { areaId, enquiryId } }, include: { decidedBy: { select: { name: true } } } })
  return made ? alreadyDecided(made) : new Conflict('Somebody else changed this enquiry while you had it open. Your decision is not saved: reload the page and look again.')
}

function alreadyDecided(made: { route: EnquiryRoute; decidedAt: Date; decidedBy: { name: string } }): Conflict {
  return new Conflict(`${made.decidedBy.name} decided this enquiry on ${formatDateTime(made.decidedAt)}: ${ENQUIRY_ROUTE_LABELS[made.route]}. Your decision was not saved.`)
}

/** The referrals of a route: those of the contact that are open already, and those that are still to be sent. */
async function referralsFor(asking: Asking, row: EnquiryRow, decision: Decision, outcomes: readonly Exclude<Outcome, 'advice'>[]): Promise<Referral[]> {
  const { tx, actor } = asking
  const { areaId } = actor
  const contact = await tx.contact.findUniqueOrThrow({ where: { areaId_id: { areaId, id: row.contactId ?? '' } }, include: { ...sendable, decision: { select: { referrerTold: true } } } })
  // the enquiry itself travels with the referral; nothing else of the contact does
  const carried = { contactId: contact.id, service: decision.service, serviceId: decision.serviceId, summary: decision.summary, agencies: [], items: [], purpose: 'protect' as const, basis: 'public_task' as const }
  const reason = `After ${row.reference}: ${decision.reasons}`.slice(0, 4_000)
  const childId = row.childId ?? contact.childId
  if (contact.state === 'logged') {
    const settled = { ...carried, version: contact.version, outcomes: [...outcomes], rationale: reason, referrerTold: 'not_yet' as const, toldNote: '' }
    await settleContact(asking, contact, settled)
  } else {
    const known = await tx.referral.findMany({ where: { areaId, contactId: contact.id, outcome: { in: [...outcomes] } } })
    const ended = known.find(({ state }) => state === 'declined' || state === 'closed')
    if (ended) throw new Conflict(`The referral of ${row.contact?.reference ?? 'this contact'} to ${OUTCOME_LABELS[ended.outcome]} was ${ended.state === 'declined' ? 'declined' : 'closed'}. Log what is new as a contact, and send that.`)
    const missing = outcomes.filter((outcome) => !known.some((one) => one.outcome === outcome))
    const tellable = !contact.anonymous && contact.decision?.referrerTold !== 'cannot'
    await sendReferrals(asking, { ...carried, contact: { ...contact, childId }, receivers: receiversOf({ ...carried, outcomes: missing }, missing.includes('other_service') ? await chosenService(tx, areaId, decision.serviceId) : null), reason, tellable })
  }
  return tx.referral.findMany({ where: { areaId, contactId: contact.id, outcome: { in: [...outcomes] } } })
}
