import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Asking, type Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import { contactReference } from '../areas/references'
import { tellHolder } from '../cases/tell-holder'
import { addChild } from '../children/commands'
import { keptChild, sameChildren } from '../children/together'
import type { Contact } from '../database/models'
import { dropDraft } from '../drafts/commands'
import { decisionDue } from '../pathway/clocks'
import { formatDateTime } from '../pathway/dates'
import { levelOfNeed } from '../pathway/need'
import { raiseContactAlerts } from './alerts'
import { callColumns, callFacts, checkTemplate, oneSendAtATime, raiseFlag, receivedAtOf, savedAlready, subjectColumns } from './call'
import { contactSchema, nameChildSchema, type ContactEntry } from './schema'

/**
 * Writes a contact down, with the child where a new one is told of. Sending the same form again gives the
 * contact that it made the first time; with other words it is refused. A call about a child with an open case
 * belongs to the case (DOMAIN 2, Rec 24) unless somebody says why it is separate. Gives its id and reference.
 * Throws Invalid, or NotFound for a child who is not there.
 */
export const logContact = operation({
  name: 'contacts.log',
  effect: 'change',
  permission: 'contact:log',
  input: contactSchema,
  audit: ['contact.logged', 'contact.opened'],
  async work({ tx, actor, now }, entry) {
    const { areaId } = actor
    const { submissionKey } = entry
    await oneSendAtATime(tx, submissionKey)
    const made = await tx.contact.findUnique({
      where: { areaId_submissionKey: { areaId, submissionKey } },
      select: { id: true, reference: true, childId: true, whatWasSaid: true },
    })
    if (made) {
      if (made.whatWasSaid !== entry.whatWasSaid) throw savedAlready(made.reference)
      const facts = { record: { type: 'contact' as const, id: made.id }, children: made.childId ? [made.childId] : [] }
      return { output: { id: made.id, reference: made.reference }, kind: 'contact.opened', facts }
    }
    if (await tx.caseNote.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } }, select: { id: true } })) throw savedAlready('a call on the case')
    const receivedAt = receivedAtOf(entry, now)
    await checkTemplate(tx, areaId, entry.callTemplate)
    const childId = await childOf(tx, actor, now, entry.child)
    const separate = childId !== null && (await openCase(tx, areaId, childId)) !== null
    if (separate && !entry.separateReason) throw new Invalid({ separateReason: 'This young person has an open case. Record the call on the case, or say why it is a contact of its own' })
    const agency = entry.referrerOrganisation
      ? await tx.agency.findFirst({ where: { areaId, name: { equals: entry.referrerOrganisation, mode: 'insensitive' } }, select: { id: true } })
      : null
    const contact = await tx.contact.create({
      data: {
        ...callColumns(entry),
        areaId,
        reference: await contactReference(tx, actor, receivedAt),
        submissionKey,
        receivedAt,
        loggedById: actor.userId,
        loggedAt: now,
        referrerAgencyId: entry.anonymous ? null : (agency?.id ?? null),
        childId,
        unidentifiedChild: entry.child.kind === 'unidentified' ? entry.child.description || null : null,
        levelOfNeed: levelOfNeed(entry).level,
        decisionDue: decisionDue(receivedAt, actor.settings),
        separateReason: separate ? entry.separateReason : null,
      },
    })
    await tx.contactSubject.createMany({ data: subjectColumns(areaId, entry).map((row) => ({ ...row, contactId: contact.id })) })
    if (childId) await raiseFlag(tx, areaId, childId, entry.exploitation)
    await raiseContactAlerts({ tx, actor, now }, contact.id)
    await dropDraft(tx, areaId, submissionKey)
    return {
      output: { id: contact.id, reference: contact.reference },
      kind: 'contact.logged',
      facts: {
        record: { type: 'contact', id: contact.id },
        children: childId ? [childId] : [],
        before: null,
        after: { reference: contact.reference, child: entry.child.kind, ...callFacts(entry), separateReason: contact.separateReason },
      },
    }
  },
})

/** The open case of a child, on whichever of her records. The front door sees that there is one, whoever holds it (DOMAIN 4). */
async function openCase(tx: Tx, areaId: string, childId: string) {
  return tx.cateCase.findFirst({ where: { areaId, childId: { in: await sameChildren(tx, childId) }, closedAt: null }, select: { reference: true, allocatedToId: true, childId: true } })
}

/** A contact that turns out to be about a child with an open case: told as a call on the case is. It stays a contact, because it was one. */
async function tellOpenCase(asking: Asking, contact: Pick<Contact, 'id' | 'areaId' | 'receivedAt' | 'immediateDanger'>, childId: string): Promise<void> {
  const open = await openCase(asking.tx, contact.areaId, childId)
  if (!open) return
  const what = `A contact of ${formatDateTime(contact.receivedAt)} is about`
  await tellHolder(asking, open, { kind: 'named_on_open_case', record: { type: 'contact', id: contact.id }, childId: open.childId, what, immediateDanger: contact.immediateDanger })
}

async function childOf(tx: Tx, actor: Actor, now: Date, choice: ContactEntry['child']): Promise<string | null> {
  if (choice.kind === 'unidentified') return null
  if (choice.kind === 'new') return addChild(tx, actor, now, choice.child)
  const child = await tx.child.findUnique({ where: { areaId_id: { areaId: actor.areaId, id: choice.childId } }, select: { id: true } })
  if (!child) throw new NotFound()
  return keptChild(tx, actor.areaId, child.id)
}

/**
 * Says which child a contact is about, where that was not known when it came. Whoever holds an open case of hers is
 * told, and what her contacts make together is looked at now. Throws Conflict where it is known by now.
 */
export const nameChild = operation({
  name: 'contacts.name-child',
  effect: 'change',
  permission: 'contact:log',
  input: nameChildSchema,
  audit: ['contact.child_named'],
  async work({ tx, actor, now }, { contactId, version, child }) {
    if (child.kind === 'unidentified') throw new Invalid({ child: 'Choose a child on record, or add one' })
    const { areaId } = actor
    const contact = await tx.contact.findUnique({ where: { areaId_id: { areaId, id: contactId } } })
    if (!contact) throw new NotFound()
    if (contact.childId) throw new Conflict('Somebody has already said which child this contact is about. Reload the page to see.')
    const childId = await childOf(tx, actor, now, child)
    const { count } = await tx.contact.updateMany({ where: { areaId, id: contactId, version, childId: null }, data: { childId, version: { increment: 1 } } })
    if (!count) throw new Conflict('Somebody else changed this contact while you had it open. Reload the page; nothing was saved.')
    if (childId) await raiseFlag(tx, areaId, childId, contact.exploitation)
    if (childId) await tellOpenCase({ tx, actor, now }, contact, childId)
    await raiseContactAlerts({ tx, actor, now }, contactId)
    return {
      output: undefined,
      kind: 'contact.child_named',
      facts: { record: { type: 'contact', id: contactId }, children: childId ? [childId] : [], before: { childId: null, unidentified: contact.unidentifiedChild }, after: { childId } },
    }
  },
})
