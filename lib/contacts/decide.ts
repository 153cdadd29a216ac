import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Asking, type Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import type { Child, Contact } from '../database/models'
import { dropDraft } from '../drafts/commands'
import { draftIdOf } from '../drafts/id'
import { formatDateTime } from '../pathway/dates'
import { OUTCOME_LABELS, reportedOutcome, type ReportedOutcome } from '../pathway/routing'
import { assertMove } from '../pathway/states'
import { raiseContactAlerts } from './alerts'
import { knownOf } from './known'
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
  async work({ tx, actor, now }, decision) {
    const { areaId } = actor
    const { contactId, outcomes } = decision
    const contact = await tx.contact.findUnique({
      where: { areaId_id: { areaId, id: contactId } },
      include: { child: true, decision: { include: { decidedBy: { select: { name: true } } } } },
    })
    if (!contact) throw new NotFound()
    if (contact.decision) throw alreadyDecided(contact.decision)
    if (outcomes.includes('cate') && !contact.childId) throw new Invalid({ outcomes: 'CATE works with a named child: say first which child this is about' })
    const reportedAs = await settleContact({ tx, actor, now }, contact, decision)
    await dropDraft(tx, areaId, draftIdOf(actor.userId, contactId))
    return {
      output: { outcomes },
      kind: 'contact.decided',
      facts: {
        record: { type: 'contact', id: contactId },
        children: contact.childId ? [contact.childId] : [],
        before: { state: contact.state },
        after: { state: 'decided', outcomes, reportedAs, rationale: decision.rationale, referrerTold: decision.referrerTold },
      },
    }
  },
})

/**
 * Writes a decision on a contact down, in the transaction of whoever takes it (here, or with an enquiry), and sends
 * its referrals. Gives what it is reported as. Throws Conflict where somebody else was quicker.
 */
export async function settleContact({ tx, actor, now }: Asking, contact: Contact & { child: Child | null }, decision: Decision): Promise<ReportedOutcome> {
  const { areaId } = actor
  const { contactId, version, outcomes } = decision
  assertMove('contact', contact.state, 'decided')
  const { count } = await tx.contact.updateMany({ where: { areaId, id: contactId, version, state: 'logged' }, data: { state: 'decided', version: { increment: 1 } } })
  if (!count) throw await lostRace(tx, areaId, contactId)
  const known = await knownOf(tx, contact, now)
  const reportedAs = reportedOutcome(outcomes)
  await tx.contactDecision.create({
    data: {
      areaId,
      contactId,
      decidedById: actor.userId,
      decidedAt: now,
      outcomes,
      reportedAs,
      suggested: known.suggestions.map((suggestion) => suggestion.outcome),
      rationale: decision.rationale,
      referrerTold: decision.referrerTold,
      toldNote: decision.toldNote || null,
    },
  })
  await sendReferrals(tx, actor, now, decision, contact.childId)
  await raiseContactAlerts({ tx, actor, now }, contactId)
  return reportedAs
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

/** One referral for each outcome but advice; to the area's team where it has one. */
export async function sendReferrals(tx: Tx, actor: Actor, now: Date, decision: Pick<Decision, 'contactId' | 'outcomes' | 'service' | 'serviceId' | 'summary'>, childId: string | null): Promise<void> {
  const { areaId } = actor
  const chosen = decision.outcomes.includes('other_service') ? await chosenService(tx, areaId, decision.serviceId) : null
  const teams = await tx.team.findMany({ where: { areaId, kind: { in: ['cate', 'safeguarding'] } }, select: { id: true, kind: true } })
  for (const outcome of decision.outcomes) {
    if (outcome === 'advice') continue
    const team = outcome === 'other_service' ? undefined : teams.find((one) => one.kind === outcome)
    if (!team && outcome !== 'other_service') throw new Conflict(`This area has no ${OUTCOME_LABELS[outcome]} team to send to. Ask your administrator.`)
    await tx.referral.create({
      data: {
        areaId,
        contactId: decision.contactId,
        childId,
        outcome,
        toTeamId: team?.id ?? null,
        toService: team ? null : (chosen?.name ?? decision.service),
        toServiceId: team ? null : (chosen?.id ?? null),
        summary: decision.summary,
        sentAt: now,
        sentById: actor.userId,
      },
    })
  }
}

/** The service chosen from the directory; null where its name was typed. Throws Invalid where it is not there any more. */
async function chosenService(tx: Tx, areaId: string, id: string | undefined): Promise<{ id: string; name: string } | null> {
  if (!id) return null
  const service = await tx.service.findFirst({ where: { areaId, id, retiredAt: null }, select: { id: true, name: true } })
  if (!service) throw new Invalid({ service: 'This service is not in the directory any more: choose another, or type its name' })
  return service
}
