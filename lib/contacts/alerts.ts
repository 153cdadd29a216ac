import type { Asking, Tx } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { keptChild, sameChildren } from '../children/together'
import { alertsOf, type AlertFacts, type AlertOwner, type CountedContact, type SharedLink } from '../pathway/alerts'

/** Whose role answers: the front door's alerts are addressed to advisors, and the Emergency Duty Team answers them too. */
const ROLE_OF = { front_door: 'advisor', safeguarding_lead: 'safeguarding_lead', cate_manager: 'cate_manager' } as const satisfies Record<AlertOwner, string>

/**
 * Raises what follows from a contact as it stands now, in the transaction of whatever changed it: that it was
 * logged, its child named, a decision made, a question answered. What was raised before is not raised again.
 */
export async function raiseContactAlerts(asking: Asking, contactId: string): Promise<void> {
  const facts = await factsOf(asking, contactId)
  for (const { kind, key, why, owner, evidence } of alertsOf(facts, asking.actor.settings)) {
    const record = kind === 'repeat_contacts' && facts.child ? { type: 'child' as const, id: facts.child.id } : { type: 'contact' as const, id: contactId }
    await raiseAlert(asking, { kind, key, owner: { role: ROLE_OF[owner] }, why, record, evidence, childId: facts.child?.id ?? null })
  }
  if (facts.child) await raiseSinceClosed(asking, contactId, facts.child.id)
}

/** A contact about a young person whose case was closed asks the CATE manager whether the work goes on (DOMAIN 2, Exit: what would bring the case back). */
async function raiseSinceClosed(asking: Asking, contactId: string, childId: string): Promise<void> {
  const { tx, actor } = asking
  const cases = await tx.cateCase.findMany({ where: { areaId: actor.areaId, childId: { in: await sameChildren(tx, childId) } }, orderBy: { openedAt: 'desc' }, select: { id: true, closedAt: true } })
  const [last] = cases
  if (!last || cases.some(({ closedAt }) => !closedAt)) return
  await raiseAlert(asking, {
    kind: 'since_closed', key: `since-closed:${last.id}:${contactId}`, owner: { role: 'cate_manager' }, record: { type: 'case', id: last.id }, childId,
    why: 'A new contact about a young person whose case is closed. Should the case be reopened?', evidence: [{ type: 'contact', id: contactId, label: 'The contact' }],
  })
}

type CaseCall = { id: string; childId: string; caseReference: string; channel: string; concerns: readonly string[]; schoolDaysMissed: number | null }

/** What a call asks even where it is recorded on an open case, and so counts as no contact (DOMAIN 2: *every* missing report, and days out of school). */
const ON_A_CASE: readonly string[] = ['missing_screen', 'school_days_missed']

/** The same for a call on a case. Whoever holds the case is told of the call itself by whoever recorded it. */
export async function raiseCaseCallAlerts(asking: Asking, { id, childId, caseReference, ...call }: CaseCall): Promise<void> {
  const contact = { ...call, id, reference: caseReference, exploitation: 'yes' as const, immediateDanger: false, texts: [] }
  const raised = alertsOf({ contact, child: null, contacts: [], shared: [], elsewhere: [] }, asking.actor.settings)
  for (const { kind, key, why, owner } of raised.filter((alert) => ON_A_CASE.includes(alert.kind))) {
    await raiseAlert(asking, { kind, key, owner: { role: ROLE_OF[owner] }, why, record: { type: 'case_note', id }, childId })
  }
}

async function factsOf({ tx, actor }: Asking, contactId: string): Promise<AlertFacts> {
  const { areaId } = actor
  const contact = await tx.contact.findUniqueOrThrow({ where: { areaId_id: { areaId, id: contactId } } })
  // two records that were judged to be one child are one here, under the record that is kept
  const childId = contact.childId ? await keptChild(tx, areaId, contact.childId) : null
  const same = childId ? await sameChildren(tx, childId) : []
  const child = childId ? await tx.child.findUniqueOrThrow({ where: { areaId_id: { areaId, id: childId } }, select: { id: true, reference: true } }) : null
  const texts = [contact.whatWasSaid, contact.childWords, contact.whereabouts, contact.othersAtRisk, contact.familyViews, contact.unidentifiedChild]
  // two contacts about one child at once wait for each other here, so that the second counts the first
  if (child) await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`alerts ${child.id}`}, 0))::text`
  return {
    contact: { ...contact, texts },
    child,
    contacts: await countedContacts(tx, areaId, same),
    shared: await sharedLinks(tx, areaId, same),
    elsewhere: await tx.$queryRaw<{ area: string; ask: string }[]>`SELECT DISTINCT e.area, e.ask FROM unnest(${same}::uuid[]) AS one(id), open_cases_elsewhere(one.id) AS e ORDER BY e.area`,
  }
}

/** Every contact about the child, on whichever of her records. An agency is the one on record, or else the organisation as it was written. */
async function countedContacts(tx: Tx, areaId: string, same: string[]): Promise<CountedContact[]> {
  const rows = await tx.contact.findMany({
    where: { areaId, childId: { in: same } },
    select: { id: true, reference: true, receivedAt: true, referrerAgencyId: true, referrerOrganisation: true, decision: { select: { outcomes: true } } },
  })
  return rows.map(({ decision, referrerAgencyId, referrerOrganisation, ...row }) => ({
    ...row,
    adviceOnly: decision !== null && decision.outcomes.every((outcome) => outcome === 'advice'),
    agency: referrerAgencyId ?? (referrerOrganisation?.trim().toLowerCase() || null),
  }))
}

type Found = { by: SharedLink['by']; value: string; id: string; reference: string }

/** So many children with one address or phone are in a home or a hostel, which says nothing of any two of them; in one vehicle it says the more. */
const MOST_TOGETHER = 8

/**
 * Other children of the area with one address (both live there now) or phone of this child's, or about whom a
 * contact names the same registration. Those who are recorded as family or household, either way round, are left out.
 */
async function sharedLinks(tx: Tx, areaId: string, same: string[]): Promise<SharedLink[]> {
  const found = await tx.$queryRaw<Found[]>`
    WITH own AS (SELECT line, postcode, phone, to_date FROM child_address WHERE area_id = ${areaId}::uuid AND child_id = ANY (${same}::uuid[])),
    link AS (
      SELECT 'address' AS by, lower(own.line) || ' ' || own.postcode AS value, other.child_id FROM own
      JOIN child_address other ON other.area_id = ${areaId}::uuid AND other.postcode = own.postcode AND lower(btrim(other.line)) = lower(btrim(own.line))
      WHERE own.to_date IS NULL AND other.to_date IS NULL AND own.line <> 'Address not known'
      UNION
      SELECT 'phone', own.phone, other.child_id FROM own
      JOIN child_address other ON other.area_id = ${areaId}::uuid AND other.phone = own.phone
      UNION
      SELECT 'vehicle', ours.normalised, c.child_id FROM contact_subject ours
      JOIN contact told ON told.area_id = ${areaId}::uuid AND told.id = ours.contact_id AND told.child_id = ANY (${same}::uuid[])
      JOIN contact_subject other ON other.area_id = ${areaId}::uuid AND other.kind = ours.kind AND other.normalised = ours.normalised
      JOIN contact c ON c.area_id = ${areaId}::uuid AND c.id = other.contact_id
      WHERE ours.area_id = ${areaId}::uuid AND ours.kind = 'vehicle' AND ours.normalised <> ''
    )
    SELECT DISTINCT link.by, link.value, c.id, c.reference FROM link
    JOIN child c ON c.area_id = ${areaId}::uuid AND c.id = link.child_id
    WHERE c.id <> ALL (${same}::uuid[]) AND NOT EXISTS (
      SELECT FROM person_around p WHERE p.area_id = ${areaId}::uuid AND p.relationship IN ('mother', 'father', 'carer', 'step_parent', 'grandparent', 'sibling', 'household')
        AND ((p.child_id = ANY (${same}::uuid[]) AND p.related_child_id = c.id) OR (p.child_id = c.id AND p.related_child_id = ANY (${same}::uuid[]))))`
  const groups = new Map<string, SharedLink & { children: { id: string; reference: string }[] }>()
  for (const { by, value, id, reference } of found) {
    const group = groups.get(`${by} ${value}`) ?? { by, children: [] }
    group.children.push({ id, reference })
    groups.set(`${by} ${value}`, group)
  }
  return [...groups.values()].filter(({ by, children }) => by === 'vehicle' || children.length < MOST_TOGETHER)
}
