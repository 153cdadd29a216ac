import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { may } from '../access/permissions'
import { callView, type CallView } from './call-view'
import { bornText } from '../children/view'
import { momentsOf, nextPage, pageBy, readKey, readSort, type Page } from '../paging'
import { sourcesOf } from '../pathway/codes'
import type { Suggestion } from '../pathway/routing'
import { suggestionsFor } from './suggest'
import { contactListSchema, contactSort, ownContactListSchema } from './schema'
import { lateOrClose, summariseContact, type ContactSummary } from './view'

const PAGE = 25
const child = { select: { id: true, givenName: true, familyName: true, knownAs: true } } as const
const decision = { select: { outcomes: true, decidedAt: true } } as const

/**
 * Contacts of the area, 25 a page, narrowed and sorted as asked: those waiting for a decision, or late or close to it, by what is due first,
 * others newest first, unless another order is asked for.
 */
export const listContacts = operation({
  name: 'contacts.list',
  effect: 'read',
  permission: 'contact:list',
  input: contactListSchema,
  audit: ['contact.listed'],
  async work({ tx, actor, now, pageSize = PAGE }, { after, ...filter }) {
    const { show, exploitation, channel, source, need } = filter
    const { column, direction } = readSort(contactSort(filter))
    const received = momentsOf(filter)
    const waiting = show === 'undecided' || show === 'late'
    // the same moment as decisionDue, with an index of those that wait alone
    const due = waiting ? 'awaitedUntil' : 'decisionDue'
    const page = pageBy(column === 'due' ? due : 'receivedAt', direction, readKey(after))
    const rows = await tx.contact.findMany({
      where: {
        areaId: actor.areaId,
        ...(show === 'undecided' ? { awaitedUntil: { not: null } } : {}),
        ...(show === 'late' ? lateOrClose(actor.settings, now) : {}),
        ...(show === 'decided' ? { awaitedUntil: null } : {}),
        AND: [show === 'exploitation' ? { exploitation: { not: 'no' } } : {}, exploitation ? { exploitation } : {}, page.where],
        ...(channel ? { channel } : {}),
        ...(source ? { sourceCode: { in: sourcesOf(source) } } : {}),
        ...(need ? { levelOfNeed: need } : {}),
        ...(received ? { receivedAt: received } : {}),
      },
      orderBy: page.order,
      take: pageSize + 1,
      include: { child, decision },
    })
    const { items, next } = nextPage(rows, pageSize, (row) => ({ at: column === 'due' ? row.decisionDue : row.receivedAt, id: row.id }))
    const output: Page<ContactSummary> = { items: items.map((row) => summariseContact(row, actor.settings, now, may(actor.role, 'referrer:know'))), next }
    return {
      output,
      kind: 'contact.listed',
      facts: { rows: items.map((row) => row.id), children: items.flatMap((row) => row.childId ?? []), terms: { ...filter, after } },
    }
  },
})

/** What one's own agency told the front door: reference, date and child, and not what came of it. */
export const listOwnAgencyContacts = operation({
  name: 'contacts.list-own-agency',
  effect: 'read',
  permission: 'contact:list-own-agency',
  input: ownContactListSchema,
  audit: ['contact.listed'],
  async work({ tx, actor, pageSize = PAGE }, { after, ...filter }) {
    const received = momentsOf(filter)
    const page = pageBy('receivedAt', readSort(filter.sort).direction, readKey(after))
    const rows = await tx.contact.findMany({
      where: {
        areaId: actor.areaId,
        referrerAgencyId: actor.agencyId ?? '00000000-0000-0000-0000-000000000000',
        ...(received ? { receivedAt: received } : {}),
        AND: page.where,
      },
      orderBy: page.order,
      take: pageSize + 1,
      select: { id: true, childId: true, reference: true, receivedAt: true, referrerName: true, identityWithheld: true, whatWasSaid: true, state: true },
    })
    const { items, next } = nextPage(rows, pageSize, (row) => ({ at: row.receivedAt, id: row.id }))
    const output = { items: items.map(({ childId: _, receivedAt, ...row }) => ({ ...row, receivedAt: receivedAt.toISOString() })), next }
    return { output, kind: 'contact.listed', facts: { rows: items.map((row) => row.id), children: items.flatMap((row) => row.childId ?? []), terms: { ...filter, after } } }
  },
})

export type ContactView = Omit<ContactSummary, 'receivedAt' | 'channel'> & CallView & {
  version: number
  loggedBy: string
  loggedAt: string
  childBorn: string | null
  childReference: string | null
  /** Why it is a contact of its own though the child had an open case. */
  separateReason: string | null
  suggestions: Suggestion[]
  decision: { by: string; at: string; rationale: string; referrerTold: 'yes' | 'not_yet' | 'cannot'; toldNote: string | null } | null
  referrals: { id: string; outcome: string; to: string; state: 'sent' | 'acknowledged' | 'accepted' | 'declined' | 'action_taken' | 'closed'; declineReason: string | null }[]
}

/** One contact: what was said, what is known of the child, what is suggested and what was decided. Throws NotFound. */
export const readContact = operation({
  name: 'contacts.read',
  effect: 'read',
  permission: 'contact:read',
  input: z.strictObject({ contactId: z.uuid() }),
  audit: ['contact.opened'],
  async work({ tx, actor, now }, { contactId }) {
    const contact = await tx.contact.findUnique({
      where: { areaId_id: { areaId: actor.areaId, id: contactId } },
      include: {
        child: true,
        loggedBy: { select: { name: true } },
        decision: { include: { decidedBy: { select: { name: true } } } },
        referrals: { include: { toTeam: { select: { name: true } } } },
        subjects: true,
      },
    })
    if (!contact) throw new NotFound()
    const mayKnow = may(actor.role, 'referrer:know')
    const made = contact.decision
    const output: ContactView = {
      ...summariseContact(contact, actor.settings, now, mayKnow),
      ...(await callView(tx, contact, mayKnow)),
      version: contact.version,
      loggedBy: contact.loggedBy.name,
      loggedAt: contact.loggedAt.toISOString(),
      childBorn: contact.child ? bornText(contact.child, now) : null,
      childReference: contact.child?.reference ?? null,
      separateReason: contact.separateReason,
      suggestions: await suggestionsFor(tx, contact, now),
      decision: made
        ? { by: made.decidedBy.name, at: made.decidedAt.toISOString(), rationale: made.rationale, referrerTold: made.referrerTold, toldNote: made.toldNote }
        : null,
      referrals: contact.referrals.map((referral) => ({
        id: referral.id,
        outcome: referral.outcome,
        to: referral.toTeam?.name ?? referral.toService ?? '',
        state: referral.state,
        declineReason: referral.declineReason,
      })),
    }
    return { output, kind: 'contact.opened', facts: { record: { type: 'contact', id: contactId }, children: contact.childId ? [contact.childId] : [] } }
  },
})
