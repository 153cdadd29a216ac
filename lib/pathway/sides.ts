/** The two sides of the front door's day (DOMAIN 1), apart from their times so that a browser may load them. */
export type Side = 'family_connect' | 'emergency_duty'

export const SIDE_LABELS: Readonly<Record<Side, string>> = {
  family_connect: 'Family Connect',
  emergency_duty: 'Emergency Duty Team',
}

/** The side that is not `side`. */
export const otherSide = (side: Side): Side => (side === 'family_connect' ? 'emergency_duty' : 'family_connect')
