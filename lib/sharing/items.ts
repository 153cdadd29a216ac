import type { Tx } from '../access/operation'
import { bornText, nameOf } from '../children/view'
import type { Child, Contact } from '../database/models'
import { formatDate } from '../pathway/dates'
import { SHARE_ITEMS, type Shared, type ShareItem } from '../pathway/share-items'
import { concernsOf } from '../pathway/words'

type Address = { line: string; town: string | null; postcode: string | null; phone: string | null }
type About = Contact & { child: (Child & { addresses: Address[] }) | null }

/** What can be shared of a contact and its child today, item by item; what is not recorded is not among them. */
export async function itemsOf(tx: Tx, contact: About, now: Date): Promise<(Shared & { id: ShareItem })[]> {
  const { child } = contact
  const address = child?.addresses[0]
  const values: Record<ShareItem, string | null | undefined> = {
    name: child ? nameOf(child) : contact.unidentifiedChild,
    date_of_birth: child?.dateOfBirth ? bornText(child, now) : null,
    address: address ? [address.line, address.town, address.postcode].filter(Boolean).join(', ') : null,
    phone: address?.phone,
    school: child?.school,
    what_was_said: contact.whatWasSaid,
    child_words: contact.childWords,
    concerns: concernsOf(contact.concerns).map((concern) => concern.label).join(', '),
    danger: contact.immediateDanger ? contact.dangerAction : null,
    whereabouts: contact.whereabouts,
    others_at_risk: contact.othersAtRisk,
    family_views: contact.familyViews,
    who_told_us: whoTold(contact),
    earlier_contacts: await earlierOf(tx, contact),
  }
  return SHARE_ITEMS.flatMap(({ id, label }) => {
    const value = values[id]
    return value ? [{ id, label, value }] : []
  })
}

function whoTold({ anonymous, identityWithheld, ...told }: Contact): string | null {
  if (anonymous) return null
  const who = [told.referrerName, told.referrerRole, told.referrerOrganisation].filter(Boolean).join(', ')
  return identityWithheld ? `${who}\nThe family must not learn who told us.` : who
}

async function earlierOf(tx: Tx, { areaId, childId, id, receivedAt }: Contact): Promise<string | null> {
  if (!childId) return null
  const earlier = await tx.contact.findMany({
    where: { areaId, childId, id: { not: id }, receivedAt: { lte: receivedAt } },
    orderBy: { receivedAt: 'asc' },
    select: { receivedAt: true, exploitation: true },
  })
  const [first] = earlier
  if (!first) return null
  const concern = earlier.filter((one) => one.exploitation !== 'no').length
  const many = earlier.length === 1 ? '1 earlier contact' : `${earlier.length} earlier contacts`
  return `${many} since ${formatDate(first.receivedAt)}${concern ? `; exploitation was a concern in ${concern}` : ''}`
}
