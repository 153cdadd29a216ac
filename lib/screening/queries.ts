import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { gatherKnown } from './known'

/** What is known already where a contact came in: of its child, or of what it tells without one. Throws NotFound. */
export const knownOfContact = operation({
  name: 'screening.known-of-contact',
  effect: 'read',
  permission: 'contact:read',
  input: z.strictObject({ contactId: z.uuid() }),
  audit: ['known.seen'],
  async work(asking, { contactId }) {
    const contact = await asking.tx.contact.findUnique({
      where: { areaId_id: { areaId: asking.actor.areaId, id: contactId } },
      select: { id: true, childId: true, unidentifiedChild: true, receivedAt: true },
    })
    if (!contact) throw new NotFound()
    const { view, children } = await gatherKnown(asking, { childId: contact.childId, contact })
    return { output: view, kind: 'known.seen', facts: { rows: view.pieces.map((piece) => piece.id), children, terms: { contact: contactId } } }
  },
})

/** What is known already of a child on record. Throws NotFound. */
export const knownOfChild = operation({
  name: 'screening.known-of-child',
  effect: 'read',
  permission: 'child:read',
  input: z.strictObject({ childId: z.uuid() }),
  audit: ['known.seen'],
  async work(asking, { childId }) {
    const child = await asking.tx.child.findUnique({ where: { areaId_id: { areaId: asking.actor.areaId, id: childId } }, select: { id: true } })
    if (!child) throw new NotFound()
    const { view, children } = await gatherKnown(asking, { childId, contact: null })
    return { output: view, kind: 'known.seen', facts: { rows: view.pieces.map((piece) => piece.id), children } }
  },
})
