import type { Actor } from '../access/actor'
import type { Role } from '../access/roles'
import type { Referral } from '../database/models'
import type { ChaseStep } from '../pathway/referral-clock'

/** Who answers a referral: a team of the council, an agency's own people, or the front door for a service outside. */
export type ReceiverKind = 'cate' | 'safeguarding' | 'agency' | 'service'

export function receiverOf({ outcome, toAgencyId }: Pick<Referral, 'outcome' | 'toAgencyId'>): ReceiverKind {
  if (toAgencyId) return 'agency'
  return outcome === 'cate' || outcome === 'safeguarding' ? outcome : 'service'
}

const ANSWERS: Readonly<Record<ReceiverKind, readonly Role[]>> = {
  cate: ['cate_manager'],
  safeguarding: ['safeguarding_lead'],
  agency: ['partner', 'police'],
  service: ['advisor', 'emergency_duty', 'safeguarding_lead'],
}

/** The roles that answer for such a receiver. */
export const answeringRoles = (kind: ReceiverKind): readonly Role[] => ANSWERS[kind]

/** Whether that person answers for its receiver. Whoever does not is told nothing more than that there is nothing here. */
export function answersFor(actor: Pick<Actor, 'role' | 'agencyId'>, referral: Pick<Referral, 'outcome' | 'toAgencyId'>): boolean {
  const kind = receiverOf(referral)
  return ANSWERS[kind].includes(actor.role) && (kind !== 'agency' || actor.agencyId === referral.toAgencyId)
}

/** Who must acknowledge an alert: a role of the area, or of one agency in it. */
export type Owner = { role: Role; agencyId?: string | null }
type Agency = { id: string; answersAs: 'partner' | 'police' } | null

/**
 * Who hears of an overdue referral at each step: its receiver, the receiver's manager, then ours. An agency has
 * no manager in Waymark, so its people are asked again and the safeguarding lead is told.
 */
export function ownersOf(kind: ReceiverKind, step: ChaseStep, agency: Agency): Owner[] {
  if (step === 'ours') return [{ role: 'manager' }]
  const people: Owner = agency ? { role: agency.answersAs, agencyId: agency.id } : { role: 'safeguarding_lead' }
  const receivers: Record<ReceiverKind, Owner> = { cate: { role: 'cate_manager' }, safeguarding: { role: 'safeguarding_lead' }, agency: people, service: { role: 'advisor' } }
  if (step === 'receiver') return [receivers[kind]]
  const managers: Record<ReceiverKind, Owner[]> = {
    cate: [{ role: 'manager' }],
    safeguarding: [{ role: 'manager' }],
    agency: agency ? [people, { role: 'safeguarding_lead' }] : [people],
    service: [{ role: 'safeguarding_lead' }],
  }
  return managers[kind]
}
