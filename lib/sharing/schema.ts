import { z } from 'zod'
import { idsOf, oneOf, text } from '../input'
import { LAWFUL_BASES, PURPOSES, SHARE_ITEMS } from '../pathway/share-items'

/** What goes along with a referral to somebody outside the council's teams: which items, what for, on what basis. */
export const shareFields = {
  items: z.array(oneOf(idsOf(SHARE_ITEMS), 'Choose from the list')).max(SHARE_ITEMS.length).default(['name', 'date_of_birth', 'concerns']),
  purpose: oneOf(idsOf(PURPOSES), 'Say what it is shared for').default('help'),
  basis: oneOf(idsOf(LAWFUL_BASES), 'Say on what basis it is shared').default('public_task'),
}

/** A decision not to share: with whom, what they asked for and why not. */
export const refuseSharingSchema = z.strictObject({
  childId: z.uuid(),
  receiver: text('Who asked', { max: 150, required: 'Say who asked, or who was not told' }),
  purpose: oneOf(idsOf(PURPOSES), 'Say what they wanted it for'),
  reason: text('Why not', { max: 2_000, required: 'Say why it was not shared' }),
})
