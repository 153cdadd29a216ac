import { fromLondonInput } from '../dates'
import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Tx } from '../access/operation'
import type { Actor } from '../access/actor'
import { contactReference } from '../areas/references'
import { addChild } from '../children/commands'
import { keptChild } from '../children/together'
import { dropDraft } from '../drafts/commands'
import { decisionDue } from '../pathway/clocks'
import { levelOfNeed } from '../pathway/need'
import { contactSchema, nameChildSchema, type ContactEntry } from './schema'

const A_YEAR = 366 * 24 * 3_600_000

/**
 * Writes a contact down, with the child where a new one is told of. Sending the same form again gives the
 * contact that it made the first time; with other words it is refused. Gives its id and reference. Throws Invalid, or NotFound for a child
 * who is not there.
 */
export const logContact = operation({
  name: 'contacts.log',
  effect: 'change',
  permission: 'contact:log',
  input: contactSchema,
  audit: ['contact.logged', 'contact.opened'],
  async work({ tx, actor, now }, entry) {
    const { areaId } = actor
    // two sends at once wait for each other here, and the second finds what the first made
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${entry.submissionKey}, 0))::text`
    const made = await tx.contact.findUnique({
      where: { areaId_submissionKey: { areaId, submissionKey: entry.submissionKey } },
      select: { id: true, reference: true, childId: true, whatWasSaid: true },
    })
    if (made) {
      if (made.whatWasSaid !== entry.whatWasSaid) {
        throw new Invalid({ form: `This form was saved already, as ${made.reference}, with other words. Log the second call in a form of its own: what you typed is still here to copy.` })
      }
      const facts = { record: { type: 'contact' as const, id: made.id }, children: made.childId ? [made.childId] : [] }
      return { output: { id: made.id, reference: made.reference }, kind: 'contact.opened', facts }
    }
    const receivedAt = receivedAtOf(entry, now)
    const childId = await childOf(tx, actor, now, entry.child)
    const agency = entry.referrerOrganisation
      ? await tx.agency.findFirst({ where: { areaId, name: { equals: entry.referrerOrganisation, mode: 'insensitive' } }, select: { id: true } })
      : null
    const contact = await tx.contact.create({
      data: {
        areaId,
        reference: await contactReference(tx, actor, receivedAt),
        submissionKey: entry.submissionKey,
        receivedAt,
        channel: entry.channel,
        loggedById: actor.userId,
        loggedAt: now,
        ...referrerOf(entry),
        referrerAgencyId: entry.anonymous ? null : (agency?.id ?? null),
        childId,
        unidentifiedChild: entry.child.kind === 'unidentified' ? entry.child.description || null : null,
        whatWasSaid: entry.whatWasSaid,
        childWords: entry.childWords || null,
        concerns: [...new Set(entry.concerns)],
        exploitation: entry.exploitation,
        immediateDanger: entry.immediateDanger,
        dangerAction: entry.dangerAction || null,
        whereabouts: entry.whereabouts || null,
        othersAtRisk: entry.othersAtRisk || null,
        childKnows: entry.childKnows,
        parentsKnow: entry.parentsKnow,
        familyViews: entry.familyViews || null,
        consent: entry.consent,
        consentReason: entry.consentReason || null,
        levelOfNeed: levelOfNeed(entry).level,
        decisionDue: decisionDue(receivedAt, actor.settings),
      },
    })
    if (childId) await raiseFlag(tx, areaId, childId, entry.exploitation)
    await dropDraft(tx, areaId, entry.submissionKey)
    const { whatWasSaid, concerns, exploitation, immediateDanger, levelOfNeed: need } = contact
    return {
      output: { id: contact.id, reference: contact.reference },
      kind: 'contact.logged',
      facts: {
        record: { type: 'contact', id: contact.id },
        children: childId ? [childId] : [],
        before: null,
        after: { reference: contact.reference, child: entry.child.kind, whatWasSaid, concerns, exploitation, immediateDanger, levelOfNeed: need },
      },
    }
  },
})

function referrerOf(entry: ContactEntry) {
  const { anonymous, identityWithheld, sourceCode } = entry
  if (anonymous) return { anonymous, identityWithheld, sourceCode }
  return {
    anonymous,
    identityWithheld,
    sourceCode,
    referrerName: entry.referrerName,
    referrerRole: entry.referrerRole || null,
    referrerOrganisation: entry.referrerOrganisation || null,
    referrerPhone: entry.referrerPhone || null,
    referrerEmail: entry.referrerEmail || null,
  }
}

function receivedAtOf({ receivedAt }: ContactEntry, now: Date): Date {
  if (!receivedAt) return now
  const at = fromLondonInput(receivedAt)
  if (!at) throw new Invalid({ receivedAt: 'There is no such date and time; check it' })
  if (at > now) throw new Invalid({ receivedAt: 'The contact cannot have come in the future' })
  if (now.getTime() - at.getTime() > A_YEAR) throw new Invalid({ receivedAt: 'The contact must have come within the last year' })
  return at
}

async function childOf(tx: Tx, actor: Actor, now: Date, choice: ContactEntry['child']): Promise<string | null> {
  if (choice.kind === 'unidentified') return null
  if (choice.kind === 'new') return addChild(tx, actor, now, choice.child)
  const child = await tx.child.findUnique({ where: { areaId_id: { areaId: actor.areaId, id: choice.childId } }, select: { id: true } })
  if (!child) throw new NotFound()
  return keptChild(tx, actor.areaId, child.id)
}

/** The flag lives on the contact and on the child (DOMAIN 2). A contact raises it; only a person lowers it. */
async function raiseFlag(tx: Tx, areaId: string, childId: string, told: ContactEntry['exploitation']): Promise<void> {
  if (told === 'no') return
  const lower = told === 'yes' ? (['no', 'suspected'] as const) : (['no'] as const)
  await tx.child.updateMany({
    where: { areaId, id: childId, exploitation: { in: [...lower] } },
    data: { exploitation: told, version: { increment: 1 } },
  })
}

/** Says which child a contact is about, where that was not known when it came. Throws Conflict where it is known by now. */
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
    return {
      output: undefined,
      kind: 'contact.child_named',
      facts: { record: { type: 'contact', id: contactId }, children: childId ? [childId] : [], before: { childId: null, unidentified: contact.unidentifiedChild }, after: { childId } },
    }
  },
})
