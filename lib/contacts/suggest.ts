import { subMonths } from 'date-fns'
import type { Tx } from '../access/operation'
import { sameChildren } from '../children/together'
import { ageOf } from '../children/view'
import type { Child, Contact } from '../database/models'
import { isMissingReport } from '../pathway/known'
import { suggestRoutes, type Suggestion } from '../pathway/routing'

type About = Contact & { child: Pick<Child, 'dateOfBirth' | 'birthEstimated'> | null }

/**
 * What the rules suggest for a contact, from what it tells and what was known of the child when it came in.
 * Levels are not read: the front door may ask this.
 */
export async function suggestionsFor(tx: Tx, contact: About, now: Date): Promise<Suggestion[]> {
  const { concerns, exploitation, immediateDanger, childId } = contact
  const told = { concerns, exploitation, immediateDanger, ageYears: contact.child ? ageOf(contact.child, now) : null, childIdentified: childId !== null }
  const nothing = { earlierContacts: 0, earlierExploitationContacts: 0, openCase: null, siblingsWithConcern: 0 }
  return suggestRoutes(told, childId ? await knownBefore(tx, contact, childId) : nothing)
}

async function knownBefore(tx: Tx, { areaId, id, receivedAt }: Contact, childId: string) {
  const her = { areaId, childId: { in: await sameChildren(tx, childId) } }
  const lately = await tx.contact.findMany({
    where: { ...her, id: { not: id }, receivedAt: { lte: receivedAt, gte: subMonths(receivedAt, 12) } },
    select: { exploitation: true, channel: true, concerns: true },
  })
  const open = await tx.cateCase.findFirst({ where: { ...her, closedAt: null }, select: { allocatedTo: { select: { name: true } } } })
  const siblings = await tx.personAround.findMany({
    where: { ...her, relationship: 'sibling', relatedChildId: { not: null } },
    select: { relatedChild: { select: { exploitation: true } } },
  })
  return {
    earlierContacts: lately.length,
    earlierExploitationContacts: lately.filter((one) => one.exploitation !== 'no').length,
    missingEpisodes: lately.filter(isMissingReport).length,
    openCase: open && (open.allocatedTo ? { allocatedTo: open.allocatedTo.name } : {}),
    siblingsWithConcern: siblings.filter(({ relatedChild }) => relatedChild && relatedChild.exploitation !== 'no').length,
  }
}
