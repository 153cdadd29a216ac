import type { Asking } from '../access/operation'
import { countOwnParts } from '../assessments/own-parts'
import { countOwnRequests } from '../enquiries/own'
import { countAsked } from '../panels/own'
import type { Today } from './view'

/** A partner professional or the police: what waits for their agency (referrals, enquiries, parts of risk assessments and answers for risk panels), what their agency told the front door, and for the police the open cases. */
export async function ofPartner({ tx, actor, now }: Asking): Promise<Today.Made> {
  const { areaId } = actor
  const contacts = actor.agencyId ? await tx.contact.count({ where: { areaId, referrerAgencyId: actor.agencyId } }) : 0
  const own = { areaId, toAgencyId: actor.agencyId }
  const waiting = actor.agencyId ? await tx.referral.count({ where: { ...own, awaitedBy: { not: null } } }) : 0
  const late = actor.agencyId ? await tx.referral.count({ where: { ...own, awaitedBy: { lt: now } } }) : 0
  const open = actor.role === 'police' ? await tx.cateCase.count({ where: { areaId, closedAt: null } }) : null
  const enquiries = await countOwnRequests({ tx, actor, now })
  return { page: { kind: 'partner', agency: actor.agencyName ?? 'Your agency', waiting, late, contacts, open, enquiries, parts: await countOwnParts({ tx, actor, now }), asked: await countAsked({ tx, actor, now }) }, rows: [], children: [] }
}

/** A licensing officer: nothing waits for them yet. */
export async function ofLicensing(): Promise<Today.Made> {
  return { page: { kind: 'licensing' }, rows: [], children: [] }
}

/** An administrator: people and agencies, and no case. */
export async function ofAdmin({ tx, actor }: Asking): Promise<Today.Made> {
  const { areaId } = actor
  const people = await tx.roleAssignment.count({ where: { areaId, revokedAt: null, role: { not: 'system' } } })
  const agencies = await tx.agency.count({ where: { areaId } })
  return { page: { kind: 'admin', people, agencies }, rows: [], children: [] }
}
