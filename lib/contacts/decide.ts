import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Asking, type Tx } from '../access/operation'
import { dropDraft } from '../drafts/commands'
import { draftIdOf } from '../drafts/id'
import { formatDateTime } from '../pathway/dates'
import { OUTCOME_LABELS, reportedOutcome, type ReportedOutcome } from '../pathway/routing'
import { assertMove } from '../pathway/states'
import { chosenService } from '../services/chosen'
import { sendable, sendReferrals, type Receiver, type Sending, type Sent } from '../referrals/send'
import { raiseContactAlerts } from './alerts'
import { suggestionsFor } from './suggest'
import { decisionSchema } from './schema'
import type { z } from 'zod'

type Decision = z.output<typeof decisionSchema>

/**
 * Decides where a contact goes, by a named person with a reason, and sends the referrals that follow. Only the
 * first of two decisions stands: the second throws Conflict and says who decided what. CATE needs a named
 * child (Invalid).
 */
export const decideContact = operation({
  name: 'contacts.decide',
  effect: 'change',
  permission: 'contact:decide',
  input: decisionSchema,
  audit: ['contact.decided'],
  async work(asking, decision) {
    const { tx, actor } = asking
    const { areaId } = actor
    const { contactId, outcomes } = decision
    const contact = await tx.contact.findUnique({
      where: { areaId_id: { areaId, id: contactId } },
      include: { ...sendable, decision: { include: { decidedBy: { select: { name: true } } } } },
    })
    if (!contact) throw new NotFound()
    if (contact.decision) throw alreadyDecided(contact.decision)
    if (outcomes.includes('cate') && !contact.childId) throw new Invalid({ outcomes: 'CATE works with a named child: say first which child this is about' })
    const { reportedAs, sent } = await settleContact(asking, contact, decision)
    await dropDraft(tx, areaId, draftIdOf(actor.userId, contactId))
    return {
      output: { outcomes },
      kind: 'contact.decided',
      facts: {
        record: { type: 'contact', id: contactId },
        children: contact.childId ? [contact.childId] : [],
        before: { state: contact.state },
        after: { state: 'decided', outcomes, reportedAs, rationale: decision.rationale, referrerTold: decision.referrerTold, ...(sent.length ? { shared: sent.map(({ to, items: shared }) => ({ to, items: shared })) } : {}) },
      },
    }
  },
})

/**
 * Writes a decision on a contact down, in the transaction of whoever takes it (here, or with an enquiry), and sends
 * its referrals. Gives what it is reported as, and what was sent. Throws Conflict where somebody else was quicker.
 */
export async function settleContact(asking: Asking, contact: Sending['contact'], decision: Decision): Promise<{ reportedAs: ReportedOutcome; sent: Sent[] }> {
  const { tx, actor, now } = asking
  const { areaId } = actor
  const { contactId, version, outcomes, summary, items, purpose, basis, apart, each, rationale } = decision
  assertMove('contact', contact.state, 'decided')
  const { count } = await tx.contact.updateMany({ where: { areaId, id: contactId, version, state: 'logged' }, data: { state: 'decided', version: { increment: 1 } } })
  if (!count) throw await lostRace(tx, areaId, contactId)
  const suggestions = await suggestionsFor(tx, contact, now)
  const reportedAs = reportedOutcome(outcomes)
  await tx.contactDecision.create({
    data: {
      areaId,
      contactId,
      decidedById: actor.userId,
      decidedAt: now,
      outcomes,
      reportedAs,
      suggested: suggestions.map((suggestion) => suggestion.outcome),
      rationale,
      referrerTold: decision.referrerTold,
      toldNote: decision.toldNote || null,
    },
  })
  const tellable = !contact.anonymous && decision.referrerTold !== 'cannot'
  const chosen = outcomes.includes('other_service') ? await chosenService(tx, areaId, decision.serviceId) : null
  const sent = await sendReferrals(asking, { contact, receivers: receiversOf(decision, chosen), summary, items, purpose, basis, apart, each, reason: rationale, tellable })
  await raiseContactAlerts(asking, contactId)
  return { reportedAs, sent }
}

/** Somebody was quicker: with a decision of their own, or with another change. */
async function lostRace(tx: Tx, areaId: string, contactId: string): Promise<Conflict> {
  const made = await tx.contactDecision.findUnique({ where: { areaId_contactId: { areaId, contactId } }, include: { decidedBy: { select: { name: true } } } })
  return made ? alreadyDecided(made) : new Conflict('Somebody else changed this contact while you had it open. Your decision is not saved: reload the page and look again.')
}

function alreadyDecided(made: { outcomes: (keyof typeof OUTCOME_LABELS)[]; decidedAt: Date; decidedBy: { name: string } }): Conflict {
  const where = made.outcomes.map((outcome) => OUTCOME_LABELS[outcome]).join(' and ')
  return new Conflict(`${made.decidedBy.name} decided this contact on ${formatDateTime(made.decidedAt)}: ${where}. Your decision was not saved.`)
}

/** Whom each outcome but advice goes to: the area's team, or the agencies and the service that were named. */
export function receiversOf({ outcomes, service, agencies }: Pick<Decision, 'outcomes' | 'service' | 'agencies'>, chosen: { id: string; name: string } | null): Receiver[] {
  return outcomes.flatMap((outcome): Receiver[] => {
    if (outcome === 'advice') return []
    if (outcome !== 'other_service') return [{ kind: 'team', team: outcome }]
    return [...agencies.map((agencyId) => ({ kind: 'agency' as const, agencyId })), ...(chosen || service ? [{ kind: 'service' as const, name: chosen?.name ?? service, serviceId: chosen?.id ?? null }] : [])]
  })
}
