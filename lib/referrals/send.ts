import { Conflict, Invalid } from '../access/errors'
import type { Asking } from '../access/operation'
import type { Child, Contact } from '../database/models'
import { nextWordDue } from '../pathway/referral-clock'
import { OUTCOME_LABELS } from '../pathway/routing'
import type { Shared } from '../pathway/share-items'
import { itemsOf } from '../sharing/items'
import { agenciesThatAnswer } from '../sharing/receivers'
import { choiceFor, THE_SERVICE, type ShareChoice } from '../sharing/schema'
import { recordMove } from './move'

export type Receiver = { kind: 'team'; team: 'cate' | 'safeguarding' } | { kind: 'agency'; agencyId: string } | { kind: 'service'; name: string; serviceId: string | null }

/** What has to be loaded of a contact to send it. */
export const sendable = { child: { include: { addresses: { orderBy: { fromDate: { sort: 'desc', nulls: 'last' } } } } } } as const

export type Sending = ShareChoice & {
  contact: Contact & { child: (Child & { addresses: { line: string; town: string | null; postcode: string | null; phone: string | null }[] }) | null }
  receivers: readonly Receiver[]
  summary: string
  /** Why it is sent there and shared; where something was chosen for one receiver alone, its own reason stands on what was shared. */
  reason: string
  followsId?: string | null
  submissionKey?: string
  /** Whether whoever told us can be told what comes of it. */
  tellable: boolean
}

export type Sent = { id: string; to: string; items: string[] }

/** The record a team of the council opens in Waymark under its own roles, where everybody else gets items. */
const WHOLE: Shared = { id: 'record', label: 'The contact and the child’s record', value: 'As the team’s roles open them in Waymark' }

/**
 * Sends a contact to each receiver: the referral, the first move of its history, its first clock, and the record
 * of what was shared, as a snapshot of this moment. Throws Conflict where the area has no such team, and Invalid
 * where an agency is not one that answers.
 */
export async function sendReferrals(asking: Asking, sending: Sending): Promise<Sent[]> {
  const { tx, actor, now } = asking
  const { areaId } = actor
  const { contact, summary, reason } = sending
  const available = await itemsOf(tx, contact, now)
  const told: Shared[] = [{ id: 'summary', label: 'What they need to know', value: summary }, { id: 'reference', label: 'Our reference', value: contact.reference }]
  const made: Sent[] = []
  for (const receiver of sending.receivers) {
    const to = await addressOf(asking, receiver)
    const { id } = await tx.referral.create({
      data: {
        areaId,
        contactId: contact.id,
        childId: contact.childId,
        outcome: receiver.kind === 'team' ? receiver.team : 'other_service',
        ...to.columns,
        summary,
        sentAt: now,
        sentById: actor.userId,
        awaitedBy: nextWordDue('sent', { sentAt: now, since: now }, actor.settings),
        tellable: sending.tellable,
        followsId: sending.followsId ?? null,
        submissionKey: sending.submissionKey ?? null,
      },
      select: { id: true },
    })
    await recordMove(asking, { referralId: id, from: null, to: 'sent', words: reason })
    const outside = receiver.kind !== 'team'
    const given: ReturnType<typeof choiceFor> = outside ? choiceFor(sending, receiver.kind === 'agency' ? receiver.agencyId : THE_SERVICE) : sending
    if (!given) throw new Invalid({ apart: 'Choose what each of them is given' })
    const items = outside ? [...told, ...available.filter((item) => given.items.includes(item.id))] : [...told, WHOLE]
    await tx.sharing.create({
      data: {
        areaId,
        childId: contact.childId,
        contactId: contact.id,
        referralId: id,
        receiver: to.name,
        toAgencyId: to.columns.toAgencyId,
        shared: true,
        items: items.map(({ id: item, label, value }) => ({ id: item, label, value })),
        leftOut: outside ? available.flatMap((item) => (given.items.includes(item.id) ? [] : item.id)) : [],
        purpose: given.purpose,
        basis: given.basis,
        reason: given.why || reason,
        at: now,
        byId: actor.userId,
      },
      select: { id: true },
    })
    made.push({ id, to: to.name, items: items.map((item) => item.id) })
  }
  return made
}

async function addressOf({ tx, actor }: Asking, receiver: Receiver) {
  const { areaId } = actor
  const nowhere = { toTeamId: null, toAgencyId: null, toService: null, toServiceId: null }
  if (receiver.kind === 'service') return { name: receiver.name, columns: { ...nowhere, toService: receiver.name, toServiceId: receiver.serviceId } }
  if (receiver.kind === 'agency') {
    const agency = (await agenciesThatAnswer(tx, areaId)).find(({ id }) => id === receiver.agencyId)
    if (!agency) throw new Invalid({ agencies: 'Choose from the list', agencyId: 'Choose from the list' })
    return { name: agency.name, columns: { ...nowhere, toAgencyId: agency.id } }
  }
  const team = await tx.team.findFirst({ where: { areaId, kind: receiver.team }, select: { id: true, name: true } })
  if (!team) throw new Conflict(`This area has no ${OUTCOME_LABELS[receiver.team]} team to send to. Ask your administrator.`)
  return { name: team.name, columns: { ...nowhere, toTeamId: team.id } }
}
