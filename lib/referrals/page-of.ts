import { may } from '../access/permissions'
import type { Role } from '../access/roles'

/** What a role opens of a referral: the whole; what was sent to its agency; or only where it stands, with whom. */
export type ReferralPage = 'whole' | 'received' | 'overseen'

/** Which page of a referral is that role's (DOMAIN 4), so that whoever an alert is for can open it; null for none. */
export function referralPageOf(role: Role): ReferralPage | null {
  if (may(role, 'referral:read')) return 'whole'
  if (may(role, 'referral:receive')) return 'received'
  return may(role, 'oversight:read') ? 'overseen' : null
}
