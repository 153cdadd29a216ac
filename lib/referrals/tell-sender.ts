import type { Asking } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import type { Referral } from '../database/models'

const WHY = {
  declined: 'A referral that you sent was declined. Read why, then send it elsewhere or challenge it, and tell whoever told us.',
  closed: 'A referral that you sent is closed with its outcome. Tell whoever told us what came of it.',
} as const

/** A referral that ended comes back to whoever sent it. */
export async function tellSender(asking: Asking, { id, version, sentById, childId }: Referral, how: 'declined' | 'closed'): Promise<void> {
  await raiseAlert(asking, {
    kind: how === 'declined' ? 'referral_declined' : 'referral_closed',
    // one that was reversed may be declined again: the version tells the two apart
    key: `referral:${id}:${how}.${version}`,
    owner: { userId: sentById },
    why: WHY[how],
    record: { type: 'referral', id },
    childId,
  })
}
