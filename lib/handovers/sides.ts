import type { Role } from '../access/roles'
import type { Side } from '../pathway/sides'

/** The side that a role signs for; null for those who sign for neither. */
export function sideOf(role: Role): Side | null {
  if (role === 'emergency_duty') return 'emergency_duty'
  return role === 'advisor' || role === 'safeguarding_lead' ? 'family_connect' : null
}
