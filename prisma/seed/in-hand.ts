import type { Actor } from '../../lib/access/actor'
import { readDemoActors } from './demo-actors'
import { SEEDING } from './area'
import type { Hand } from './hand'
import { alertsInHand } from './hand-alerts'
import { auditInHand } from './hand-audit'
import { caseworkInHand } from './hand-casework'
import { assessmentsInHand } from './hand-assessments'
import { coverInHand } from './hand-cover'
import { enquiriesInHand } from './hand-enquiries'
import { findForHand } from './hand-found'
import { handOverInHand } from './hand-over'
import { panelsInHand } from './hand-panels'
import { plansInHand } from './hand-plans'
import { strategyInHand } from './hand-strategy'
import { referralsInHand } from './hand-referrals'

/**
 * What is in hand at the end of the year, so that no page of the demo is empty: alerts, calls on open cases, enquiries,
 * referrals that agencies have answered or not, sessions with young people, supervision, risk assessments with other
 * agencies' parts, cover for somebody on leave, risk panels, a quality audit, and a hand-over. Done by the operations that people use, in the names of the demo's people and as of the time it happened; the ids alone differ from one demo to another.
 */
export async function putInHand(system: Actor, anchor: Date): Promise<void> {
  const hand: Hand = { demo: await readDemoActors.run(system, SEEDING, {}), system, anchor }
  const found = await findForHand.run(system, SEEDING, {})
  await referralsInHand(hand, found)
  await enquiriesInHand(hand, found)
  await strategyInHand(hand, found)
  await alertsInHand(hand, found)
  await plansInHand(hand, found)
  await caseworkInHand(hand)
  await assessmentsInHand(hand, found)
  await coverInHand(hand, found)
  await panelsInHand(hand, found)
  await auditInHand(hand)
  await handOverInHand(hand)
}
