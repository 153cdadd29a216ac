import type { Sharing } from '../database/models'
import type { Shared } from '../pathway/share-items'

/** What went along with a referral, or did not, and why. */
export type SharingView = {
  id: string
  receiver: string
  shared: boolean
  items: Shared[]
  leftOut: string[]
  purpose: string
  basis: string | null
  reason: string
  at: string
  by: string
  referralId: string | null
}

/** A row as a page shows it. */
export function sharingView(row: Sharing & { by: { name: string } }): SharingView {
  const { id, receiver, shared, leftOut, purpose, basis, reason, at, by, referralId } = row
  return { id, receiver, shared, items: row.items as Shared[], leftOut, purpose, basis, reason, at: at.toISOString(), by: by.name, referralId }
}
