import { z } from 'zod'
import { idsOf, oneOf, text } from '../input'
import { LAWFUL_BASES, PURPOSES, SHARE_ITEMS } from '../pathway/share-items'

const items = z.array(oneOf(idsOf(SHARE_ITEMS), 'Choose from the list')).max(SHARE_ITEMS.length)
const purpose = oneOf(idsOf(PURPOSES), 'Say what it is for')
const basis = oneOf(idsOf(LAWFUL_BASES), 'Say on what basis it is shared')

/** What goes along with a referral to somebody outside the council's teams: which items, what for, on what basis. */
export const shareFields = {
  items: items.default(['name', 'date_of_birth', 'concerns']),
  purpose: purpose.default('help'),
  basis: basis.default('public_task'),
}

/** The receiver that is no agency of the area, in what is chosen for each. */
export const THE_SERVICE = 'service'
const MOST_RECEIVERS = 21

/** Where there are several receivers: whether each is given something of its own, and what, by agency or THE_SERVICE. */
export const eachFields = {
  apart: z.boolean().optional(),
  each: z
    .record(z.literal(THE_SERVICE).or(z.uuid()), z.strictObject({ items, purpose, basis, why: text('Why', { max: 2_000 }) }))
    .refine((each) => Object.keys(each).length <= MOST_RECEIVERS, 'These are too many receivers')
    .optional(),
}

type One = { items: z.output<typeof items>; purpose: z.output<typeof purpose>; basis: z.output<typeof basis> }
export type ShareChoice = One & { apart?: boolean | undefined; each?: Readonly<Record<string, One & { why: string }>> | undefined }

/** What that receiver is given: the same as everybody, or what was chosen for it alone; undefined where that was left out. */
export function choiceFor({ apart, each, ...common }: ShareChoice, receiver: string): (One & { why?: string }) | undefined {
  return apart ? each?.[receiver] : common
}

/** A decision not to share: with whom, what they asked for and why not. */
export const refuseSharingSchema = z.strictObject({
  childId: z.uuid(),
  receiver: text('Who asked', { max: 150, required: 'Say who asked, or who was not told' }),
  purpose,
  reason: text('Why not', { max: 2_000, required: 'Say why it was not shared' }),
})
