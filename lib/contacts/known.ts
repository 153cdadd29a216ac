import { subMonths } from 'date-fns'
import type { Tx } from '../access/operation'
import { sameChildren } from '../children/together'
import { ageOf } from '../children/view'
import type { Child, Contact } from '../database/models'
import { suggestRoutes, type Suggestion } from '../pathway/routing'

/** What was known of a child when a contact came in, and what the rules suggest from it. */
export type Known = {
  earlier: { id: string; reference: string; receivedAt: string; whatWasSaid: string; exploitation: string; outcomes: string[] }[]
  earlierCount: number
  earlierExploitation: number
  openCase: { id: string; reference: string; practitioner: string | null } | null
  siblings: { id: string; name: string; exploitation: string }[]
  suggestions: Suggestion[]
}

type About = Contact & { child: Pick<Child, 'dateOfBirth' | 'birthEstimated'> | null }

/** Looks up what is known of the child of a contact and asks the rules. `levelsOf` nothing: the front door may ask this. */
export async function knownOf(tx: Tx, contact: About, now: Date): Promise<Known> {
  const { areaId, childId } = contact
  const since = subMonths(contact.receivedAt, 12)
  const her = { in: childId ? await sameChildren(tx, childId) : [] }
  const [earlier, openCase, siblings] = childId
    ? await Promise.all([
        tx.contact.findMany({
          where: { areaId, childId: her, id: { not: contact.id }, receivedAt: { lte: contact.receivedAt } },
          orderBy: { receivedAt: 'desc' },
          select: { id: true, reference: true, receivedAt: true, whatWasSaid: true, exploitation: true, decision: { select: { outcomes: true } } },
        }),
        tx.cateCase.findFirst({
          where: { areaId, childId: her, closedAt: null },
          select: { id: true, reference: true, allocatedTo: { select: { name: true } } },
        }),
        tx.personAround.findMany({
          where: { areaId, childId: her, relationship: 'sibling', relatedChildId: { not: null } },
          select: { name: true, relatedChild: { select: { id: true, exploitation: true } } },
        }),
      ])
    : [[], null, []]
  const lately = earlier.filter((one) => one.receivedAt >= since)
  const earlierExploitation = lately.filter((one) => one.exploitation !== 'no').length
  const onRecord = siblings.flatMap(({ name, relatedChild }) => (relatedChild ? [{ id: relatedChild.id, name, exploitation: relatedChild.exploitation }] : []))
  const practitioner = openCase?.allocatedTo?.name ?? null
  return {
    earlier: earlier.map(({ decision, receivedAt, ...one }) => ({ ...one, receivedAt: receivedAt.toISOString(), outcomes: decision?.outcomes ?? [] })),
    earlierCount: lately.length,
    earlierExploitation,
    openCase: openCase ? { id: openCase.id, reference: openCase.reference, practitioner } : null,
    siblings: onRecord,
    suggestions: suggestRoutes(
      {
        concerns: contact.concerns,
        exploitation: contact.exploitation,
        immediateDanger: contact.immediateDanger,
        ageYears: contact.child ? ageOf(contact.child, now) : null,
        childIdentified: childId !== null,
      },
      {
        earlierContacts: lately.length,
        earlierExploitationContacts: earlierExploitation,
        openCase: openCase ? { ...(practitioner ? { allocatedTo: practitioner } : {}) } : null,
        siblingsWithConcern: onRecord.filter((one) => one.exploitation !== 'no').length,
      },
    ),
  }
}
