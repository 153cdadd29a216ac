import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { preselected, type Shared, type ShareItem } from '../pathway/sharing'
import { itemsOf } from './items'
import { agenciesThatAnswer } from './receivers'

/** What the form that sends a referral offers: to which agencies, and which items of this contact. */
export type ShareOffer = {
  agencies: { id: string; name: string }[]
  items: (Shared & { id: ShareItem })[]
  preselected: ShareItem[]
  identityWithheld: boolean
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
    }
    return { output, kind: 'sharing.offered', facts: { record: { type: 'contact', id: contactId }, children: contact.childId ? [contact.childId] : [] } }
  },
})
