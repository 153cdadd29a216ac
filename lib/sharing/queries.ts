import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { sameChildren } from '../children/together'
import type { LevelOfNeed } from '../pathway/need-levels'
import { preselected, type Shared, type ShareItem } from '../pathway/share-items'
import { sharingView, type SharingView } from './view'
import { itemsOf } from './items'
import { agenciesThatAnswer } from './receivers'

/** What the form that sends a referral offers: to which agencies, and which items of this contact. */
export type ShareOffer = {
  agencies: { id: string; name: string }[]
  items: (Shared & { id: ShareItem })[]
  preselected: ShareItem[]
  identityWithheld: boolean
  /** What may help first, of the directory. */
  told: { concerns: string[]; levelOfNeed: LevelOfNeed }
  /** Why it was written down that nothing be shared for now; null where it may be. */
  notToShare: string | null
}

/** What can be shared of a contact, item by item, and the agencies that answer in Waymark. Throws NotFound. */
export const offerSharing = operation({
  name: 'sharing.offer',
  effect: 'read',
  permission: 'sharing:decide',
  input: z.strictObject({ contactId: z.uuid() }),
  audit: ['sharing.offered'],
  async work({ tx, actor, now }, { contactId }) {
    const contact = await tx.contact.findUnique({
      where: { areaId_id: { areaId: actor.areaId, id: contactId } },
      include: { child: { include: { addresses: { orderBy: { fromDate: { sort: 'desc', nulls: 'last' } } } } } },
    })
    if (!contact) throw new NotFound()
    const items = await itemsOf(tx, contact, now)
    const output: ShareOffer = {
      agencies: (await agenciesThatAnswer(tx, actor.areaId)).map(({ id, name }) => ({ id, name })),
      items,
      preselected: preselected(items.map((item) => item.id)),
      identityWithheld: contact.identityWithheld,
      told: { concerns: contact.concerns, levelOfNeed: contact.levelOfNeed },
      notToShare: contact.sharingBasis === 'not_to_share' ? (contact.sharingNote ?? '') : null,
    }
    return { output, kind: 'sharing.offered', facts: { record: { type: 'contact', id: contactId }, children: contact.childId ? [contact.childId] : [] } }
  },
})

/** What was shared about a child, with whom and why, or why not; newest first. Throws NotFound for a child not open to the person asking. */
export const listSharing = operation({
  name: 'sharing.list',
  effect: 'read',
  permission: 'child:read',
  input: z.strictObject({ childId: z.uuid() }),
  audit: ['sharing.listed'],
  async work({ tx, actor }, { childId }) {
    const { areaId } = actor
    const child = await tx.child.findUnique({ where: { areaId_id: { areaId, id: childId } }, select: { id: true } })
    if (!child) throw new NotFound()
    // of every record that is this child: what was shared stands beside each
    const rows = await tx.sharing.findMany({ where: { areaId, childId: { in: await sameChildren(tx, childId) } }, orderBy: [{ at: 'desc' }, { id: 'desc' }], include: { by: { select: { name: true } } } })
    const output: SharingView[] = rows.map(sharingView)
    return { output, kind: 'sharing.listed', facts: { rows: rows.map(({ id }) => id), children: [childId] } }
  },
})
