import { randomUUID } from 'node:crypto'
import { makeDisclosure, makeOffer, makeSession, makeSupervision } from './casework'
import { makePart, makeSet } from './assessment-parts'
import { decideEnquiryRows, makeEnquiry } from './enquiries'
import { makeImport } from './import-rows'
import { insert } from './insert'
import { makeGlass, OVER } from './break-glass'
import { makeCover } from './cover'
import { makePlan } from './plans'
import { makeRelease } from './releases'
import { giveRole, makeAgencyReferral, makeAlert, makeCase, makeCaseNote, makeChallenge, makeChild, makeContact, makeDraft, makeHandover, makeJudgement, makeReferral, makeService, makeTemplate, signedIn } from './records'
import { makePanel } from './panels'
import { makePublished } from './published'
import { makeAudit, makeFound, makeGiven, makePlanItem, makePlanUpdate, makeQuestions, makeTalk, makeTheme } from './quality-audits'
import { decideMeetingRows, makeMeeting } from './strategy'
import { makeAccess } from './subject-access'
import { makeWorld, SYSTEM_USER, type AreaName, type World } from './world'

/** A world with at least one row of each area in every table, and what is where. */
export type Filled = World & {
  /** Children by who works with them, of area A: a practitioner's own, another's, one referred and one whom nobody knows further. */
  child: Record<'own' | 'others' | 'referred' | 'unknown', string>
  /** Contacts of area A by who told. */
  contact: Record<'school' | 'health' | 'police' | 'neighbour', string>
}

export async function makeFilled(): Promise<Filled> {
  const world = await makeWorld()
  const child = {
    own: await inArea(world, 'a'), others: await makeChild(world), referred: await makeChild(world),
    unknown: await makeChild(world),
  }
  await inArea(world, 'b')
  await makeCase(world, { child: child.others, stage: 'plan', holder: world.as.otherPractitioner })
  await makeReferral(world, { child: child.referred })
  await makeReferral(world, { child: child.unknown, outcome: 'safeguarding' })
  const { agencies } = world.a
  const contact = {
    school: await makeContact(world, { child: child.unknown, agency: agencies.school }),
    health: await makeContact(world, { child: child.unknown, agency: agencies.health }),
    police: await makeContact(world, { child: child.unknown, agency: agencies.police }),
    neighbour: await makeContact(world, { child: child.unknown }),
  }
  return { ...world, child, contact }
}

/** A child with something in every table, and somebody signed in. Gives the child's id. */
async function inArea(world: World, name: AreaName): Promise<string> {
  const area = world[name]
  const holder = name === 'a' ? world.as.practitioner : world.as.advisorInB
  const child = await makeChild(world, area)
  const sibling = await makeChild(world, area)
  const referral = await makeReferral(world, { area, child, state: 'accepted' })
  const held = await makeCase(world, { area, child, holder, stage: 'panel', referral })
  const row = () => ({ area_id: area.id, id: randomUUID() })
  await insert(world.sql, 'case_level', {
    ...row(), case_id: held, level: 'high', at: '2026-11-11', by_id: SYSTEM_USER, reason: 'A reason',
  })
  // as it was asked: nobody asks in a way that is answered already
  await makePart(world, { area, held, child, answered_at: null })
  await makeSet(world, 1, area)
  const action = { ...row(), case_id: held, child_id: child, source: 'panel', source_id: randomUUID(), what: 'Ring the school', owner_kind: 'young_person', about: 'Somebody', due_on: '2026-12-01', agreed_at: '2026-11-12', agreed_by_id: SYSTEM_USER }
  await insert(world.sql, 'agreed_action', action)
  await insert(world.sql, 'action_answer', { ...row(), action_id: action.id, state: 'done', words: 'Rung', at: '2026-11-13', by_id: SYSTEM_USER })
  await insert(world.sql, 'case_review', {
    ...row(), case_id: held, child_id: child, submission_key: randomUUID(), at: '2026-11-13', by_id: SYSTEM_USER, changed: 'Nothing', young_view: 'Fine', parents_view: 'Fine', level: 'high', reason: 'A reason', next_due: '2026-12-11', snapshot: '{}',
  })
  await insert(world.sql, 'exit_proposal', {
    ...row(), case_id: held, child_id: child, kind: 'low', proposed_at: '2026-11-13', proposed_by_id: SYSTEM_USER, evidence: '{}', agency_id: area.agencies.health, about: 'Somebody', told: 'What is told',
  })
  await makeCover(world, { area, held, child, holder: holder.userId, cover: SYSTEM_USER })
  await makeGlass(world, { area, held, child, user: SYSTEM_USER, ...OVER })
  const plan = await makePlan(world, { area, held, child, by: holder })
  await insert(world.sql, 'safety_plan_action', { area_id: area.id, action_id: action.id, plan_id: plan, family: true })
  const session = await makeSession(world, { area, held, child })
  await makeOffer(world, { area, disclosure: await makeDisclosure(world, { area, held, child, session }) })
  await makeSupervision(world, { area, practitioner: holder.userId, supervisor: SYSTEM_USER, held })
  await makePanel(world, { area, held, child, chair: (name === 'a' ? world.as.chair : world.as.advisorInB).userId, state: 'open', full: true })
  // the first is decided and the second planned: what is said is taken until then
  const decided = await makeMeeting(world, { area, held, child, bare: true })
  await decideMeetingRows(world, decided, held, area)
  await makeMeeting(world, { area, held, child })
  await insert(world.sql, 'strategy_move', { ...row(), meeting_id: decided, from_at: '2026-11-16', to_at: '2026-11-18', reason: 'A reason', by_id: SYSTEM_USER, at: '2026-11-16' })
  await insert(world.sql, 'protection_step', { ...row(), meeting_id: decided, kind: 'conference_held', on_day: '2026-11-18', note: 'A plan', by_id: SYSTEM_USER, at: '2026-11-18' })
  const about = { kind: 'vehicle', label: 'AB12 CDE', normalised: 'AB12CDE' }
  await insert(world.sql, 'contact_subject', { ...row(), contact_id: await makeContact(world, { area, child }), ...about })
  await insert(world.sql, 'case_note_subject', { ...row(), note_id: await makeCaseNote(world, { area, child, held }), ...about })
  await makeTemplate(world, { area })
  await insert(world.sql, 'child_alias', { ...row(), child_id: child, given_name: 'Bobby', family_name: 'Test' })
  await insert(world.sql, 'child_address', {
    ...row(), child_id: child, line: '4 Lime Street', postcode: 'TF1 2AB', phone: '07700900123',
  })
  await insert(world.sql, 'person_around', {
    ...row(), child_id: child, relationship: 'sibling', name: 'Sam Test', related_child_id: sibling,
  })
  await insert(world.sql, 'reference_counter', { area_id: area.id, kind: 'contact', year: 2025, next: 12 })
  await insert(world.sql, 'referral_move', { ...row(), referral_id: referral, to_state: 'sent', at: '2026-11-11', by_id: SYSTEM_USER })
  await makeAgencyReferral(world, { area, child: sibling, agency: area.agencies.school })
  const told = await makeContact(world, { area, child: sibling })
  await insert(world.sql, 'outcome_told', {
    ...row(), contact_id: told, at: '2026-11-11', by_id: SYSTEM_USER, to_whom: 'Neighbour', how: 'phone', words: 'What came of it',
  })
  await makeChallenge(world, told, { area })
  await makeJudgement(world, { area, pair: [child, sibling] })
  await makeAlert(world, { area, child_id: child, owner_role: 'safeguarding_lead' })
  await makeService(world, area)
  const handover = await makeHandover(world, { area, by: (name === 'a' ? world.as.advisor : world.as.advisorInB).userId })
  await insert(world.sql, 'handover_item', { ...row(), handover_id: handover, contact_id: await makeContact(world, { area, child }), position: 0, why: 'Waits', danger: false })
  await makeDraft(world, name === 'a' ? world.as.advisor : world.as.advisorInB)
  await signedIn(world, name === 'a' ? world.as.advisor : world.as.advisorInB)
  await giveRole(world, holder)
  await insert(world.sql, 'credential', { user_id: holder.userId, password_hash: 'not a hash' })
  await insert(world.sql, 'sign_in_failure', { account_key: `key ${name}`, address: '192.0.2.7', at: '2026-11-11' })
  await makeImport(world, { area, full: true })
  await makeRelease(world, { area })
  const { enquiry } = await makeEnquiry(world, { area, child })
  await insert(world.sql, 'enquiry_time', { ...row(), enquiry_id: enquiry, from_due_at: '2026-11-19', due_at: '2026-11-20', reason: 'A reason', by_id: SYSTEM_USER, at: '2026-11-18' })
  await decideEnquiryRows(world, await makeEnquiry(world, { area, child, answered: true }), referral, area)
  // the manager's own draw, to which nobody adds a record afterwards
  const audited = await makeAudit(world, { area, by: (name === 'a' ? world.as.manager : world.as.advisorInB).userId })
  await makeFound(world, audited, { area })
  await makeTheme(world, audited.audit, area)
  await makePublished(world, { area, withdrawn: 'A mistake', by: (name === 'a' ? world.as.manager : world.as.advisorInB).userId })
  await makeGiven(world, audited, { area, by_id: (name === 'a' ? world.as.manager : world.as.advisorInB).userId })
  await makeQuestions(world, area)
  await makeTalk(world, { area })
  await makePlanUpdate(world, await makePlanItem(world, { area }), { area })
  await makeAccess(world, { area, child, state: 'redacting', decided: true, agreed: true, by: holder.userId, reader: SYSTEM_USER })
  await makeEvent(world, area.id, child)
  return child
}

/** An event of nobody's about that child: past the triggers, which would ask whose it is. */
async function makeEvent(world: World, areaId: string, child: string): Promise<void> {
  const client = await world.sql.connect()
  await client.query('BEGIN')
  await client.query('SET LOCAL session_replication_role = replica')
  await client.query(
    `WITH event AS (
       INSERT INTO audit_event (area_id, kind, outcome, row_ids, address, request_id)
       VALUES ($1, 'child.opened', 'done', '{}', '192.0.2.7', 'a request') RETURNING seq)
     INSERT INTO audit_event_child (area_id, child_id, seq) SELECT $1, $2, seq FROM event`,
    [areaId, child],
  )
  await client.query('COMMIT')
  client.release()
}
