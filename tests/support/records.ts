import { randomUUID } from 'node:crypto'
import type { Actor } from '../../lib/access/actor'
import { insert } from './insert'
import { SYSTEM_USER, type TestArea, type World } from './world'

/**
 * Rows as a test needs them, written past the door by the superuser. Each gives its id; what is left out is
 * filled in. References begin with X, so that they never meet those that the app gives.
 */
type Over = Readonly<Record<string, unknown>>

let made = 0
const next = () => ++made

/** Each record comes a second after the one before, so that lists have one order. */
const soon = () => new Date(Date.parse('2026-11-10T09:00:00Z') + next() * 1000)

export async function makeChild(world: World, area: TestArea = world.a, over: Over = {}): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'child', {
    area_id: area.id, id, reference: `X-C-${next()}`, given_name: 'Robin', family_name: `Test${made}`,
    date_of_birth: '2011-04-03',
    created_by_id: SYSTEM_USER, updated_at: soon(), ...over,
  })
  return id
}

export async function makeContact(world: World, { area = world.a, child = null, agency = null, ...over }: Over & { area?: TestArea; child?: string | null; agency?: string | null } = {}): Promise<string> {
  const id = randomUUID()
  const at = soon()
  await insert(world.sql, 'contact', {
    area_id: area.id, id, reference: `X-${next()}`, submission_key: randomUUID(), received_at: at, channel: 'phone',
    logged_by_id: SYSTEM_USER,
    logged_at: at, referrer_name: 'Neighbour', source_code: '1B', referrer_agency_id: agency, child_id: child,
    what_was_said: 'Something was said',
    concerns: [], exploitation: 'no', immediate_danger: false, child_knows: 'not_known', parents_know: 'not_known',
    consent: 'given',
    level_of_need: 'universal', decision_due: new Date(at.getTime() + 86_400_000), ...over,
  })
  return id
}

/** Decides a contact, as one that went to those outcomes. */
export async function makeDecision(world: World, contact: string, { area = world.a, outcomes = ['advice'], at = soon(), ...over }: Over & { area?: TestArea; outcomes?: string[]; at?: Date } = {}): Promise<void> {
  await world.sql.query(`UPDATE contact SET state = 'decided', version = version + 1 WHERE id = $1`, [contact])
  await insert(world.sql, 'contact_decision', {
    area_id: area.id, contact_id: contact, decided_by_id: SYSTEM_USER, decided_at: at, outcomes,
    reported_as: outcomes.includes('advice') ? 'advice' : 'progressed',
    suggested: [], rationale: 'A reason', referrer_told: 'not_yet', ...over,
  })
}

/** A contact of its own that went to CATE (or another outcome), and the referral it made. */
export async function makeReferral(world: World, { area = world.a, child = null, outcome = 'cate', toAgency = null, contact: told = null, ...over }: Over & { area?: TestArea; child?: string | null; outcome?: 'cate' | 'safeguarding' | 'other_service'; toAgency?: string | null; contact?: string | null } = {}): Promise<string> {
  const contact = told ?? (await makeContact(world, { area, child }))
  if (!told) await makeDecision(world, contact, { area, outcomes: [outcome] })
  const id = randomUUID()
  const answered = 'state' in over && over.state !== 'sent' && over.state !== 'acknowledged'
  await insert(world.sql, 'referral', {
    area_id: area.id, id, contact_id: contact, child_id: child, outcome,
    to_team_id: outcome === 'other_service' ? null : area.teams[outcome],
    to_agency_id: toAgency, to_service: outcome === 'other_service' && !toAgency ? 'Early help' : null, summary: 'What they need to know',
    sent_at: soon(), sent_by_id: SYSTEM_USER,
    ...(answered ? { responded_at: soon(), responded_by_id: SYSTEM_USER } : {}), ...over,
  })
  return id
}

/** A referral to an agency that waits for its acknowledgement, with what was shared: the name alone, unless told. */
export async function makeAgencyReferral(world: World, { area = world.a, child = null, agency, items = [{ id: 'name', label: 'Name', value: 'Robin Test' }], ...over }: Over & { area?: TestArea; child?: string | null; agency: string; items?: { id: string; label: string; value: string }[] }): Promise<string> {
  const id = await makeReferral(world, { area, child, outcome: 'other_service', toAgency: agency, awaited_by: soon(), ...over })
  await makeSharing(world, { area, child, referral: id, agency, items })
  return id
}

/** What was shared with an agency. */
export async function makeSharing(world: World, { area = world.a, child = null, referral = null, agency = null, items = [], ...over }: Over & { area?: TestArea; child?: string | null; referral?: string | null; agency?: string | null; items?: unknown[] }): Promise<string> {
  const id = randomUUID()
  const contact = child ? null : await makeContact(world, { area })
  await insert(world.sql, 'sharing', {
    area_id: area.id, id, child_id: child, contact_id: contact, referral_id: referral, receiver: 'High School', to_agency_id: agency, shared: true,
    items: JSON.stringify(items), left_out: [], purpose: 'help', basis: 'public_task', reason: 'A reason', at: soon(), by_id: SYSTEM_USER, ...over,
  })
  return id
}

/** A challenge that waits for its answer, by the referrer unless told. */
export async function makeChallenge(world: World, contact: string, { area = world.a, ...over }: Over & { area?: TestArea } = {}): Promise<string> {
  const id = randomUUID()
  const at = soon()
  await insert(world.sql, 'challenge', {
    area_id: area.id, id, contact_id: contact, from_whom: 'referrer', raised_by: 'Neighbour', words: 'It was not looked into', at, by_id: SYSTEM_USER,
    due_at: new Date(at.getTime() + 7 * 86_400_000), ...over,
  })
  return id
}

type CaseOver = Over & { area?: TestArea; child: string; stage?: string; holder?: Actor | null; referral?: string | null }

/** An open case in assessment with that practitioner, or as told; a closed one has its date and reason. */
export async function makeCase(world: World, { area = world.a, child, stage = 'assessment', holder = null, referral = null, ...over }: CaseOver): Promise<string> {
  const id = typeof over.id === 'string' ? over.id : randomUUID()
  const at = soon()
  const closed = stage === 'closed'
  await insert(world.sql, 'cate_case', {
    area_id: area.id, id, reference: `X-K-${next()}`, child_id: child, referral_id: referral, stage,
    allocated_to_id: holder?.userId ?? null,
    referred_at: at, opened_at: at, panel_due: new Date(at.getTime() + 42 * 86_400_000),
    closed_at: closed ? at : null, closure_reason: closed ? 'RC7' : null, ...over,
  })
  await insert(world.sql, 'case_stage_move', {
    area_id: area.id, id: randomUUID(), case_id: id, to_stage: 'allocation', at, by_id: SYSTEM_USER,
  })
  if (holder) {
    await insert(world.sql, 'case_allocation', {
      area_id: area.id, id: randomUUID(), case_id: id, practitioner_id: holder.userId, by_id: SYSTEM_USER, at,
    })
  }
  return id
}

let raised = 0
/** An alert that waits, about nothing in particular; earlier than the one before, so that it leads the list. */
export async function makeAlert(world: World, { area = world.a, ...over }: Over & { area?: TestArea } = {}): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'alert', {
    area_id: area.id, id, kind: 'call_on_open_case', key: `test:${id}`, why: 'Something was noticed', record_type: 'contact', record_id: randomUUID(),
    raised_at: new Date(Date.parse('2026-11-19T09:00:00Z') - ++raised * 1000), raised_by_id: SYSTEM_USER, ...over,
  })
  return id
}

/** What somebody judged of two records: not the same child, unless `kept_id` names one of them. */
export async function makeJudgement(world: World, { area = world.a, pair, ...over }: Over & { area?: TestArea; pair: readonly [string, string] }): Promise<string> {
  const id = randomUUID()
  const [first_id, second_id] = [...pair].sort()
  await insert(world.sql, 'child_judgement', { area_id: area.id, id, first_id, second_id, at: soon(), by_id: SYSTEM_USER, reason: 'A reason', ...over })
  return id
}

export async function makeDraft(world: World, owner: Actor, content: unknown = { whatWasSaid: 'half a sentence' }): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'draft', {
    area_id: owner.areaId, id, user_id: owner.userId, kind: 'contact', content: JSON.stringify(content),
    updated_at: soon(),
  })
  return id
}

/** The same actor, signed in: with a session of its own that was seen just now by the tests' clock. */
export async function signedIn(world: World, actor: Actor, at = '2026-11-19T10:30:00Z'): Promise<Actor> {
  const sessionId = randomUUID()
  const until = new Date(Date.parse(at) + 12 * 3_600_000)
  await insert(world.sql, 'session', {
    id: sessionId, user_id: actor.userId, assignment_id: actor.assignmentId, created_at: at, last_seen_at: at,
    expires_at: until, address: '192.0.2.7',
  })
  return { ...actor, sessionId, expiresAt: until.getTime() }
}

/** Another role of the same person, in the same area unless told otherwise. */
export async function giveRole(world: World, actor: Actor, over: Over = {}): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'role_assignment', {
    area_id: actor.areaId, id, user_id: actor.userId, role: 'licensing', starts_at: '2020-01-01', ...over,
  })
  return id
}

let shifts = 0
/** A hand-over of an earlier night to Family Connect, signed by the side that went off; each later than the one before, so that it leads the list. */
export async function makeHandover(world: World, { area = world.a, by = SYSTEM_USER, ...over }: Over & { area?: TestArea; by?: string } = {}): Promise<string> {
  const id = randomUUID()
  const shift_at = new Date(Date.parse('2026-11-18T09:00:00Z') + ++shifts * 1000)
  await insert(world.sql, 'handover', { area_id: area.id, id, shift_at, to_side: 'family_connect', overall: 'A quiet night', signed_out_at: shift_at, signed_out_by_id: by, ...over })
  return id
}

/** A call recorded on an open case, by the system unless told otherwise. */
export async function makeCaseNote(world: World, { area = world.a, child, held, ...over }: Over & { area?: TestArea; child: string; held: string }): Promise<string> {
  const id = randomUUID()
  const at = soon()
  await insert(world.sql, 'case_note', {
    area_id: area.id, id, case_id: held, child_id: child, submission_key: randomUUID(), received_at: at, channel: 'phone',
    recorded_by_id: SYSTEM_USER, recorded_at: at, referrer_name: 'Neighbour', anonymous: false, identity_withheld: false, source_code: '1B',
    what_was_said: 'Something was said', concerns: [], exploitation: 'no', immediate_danger: false, child_knows: 'not_known', parents_know: 'not_known',
    consent: 'given', ...over,
  })
  return id
}

/** A version of a script for calls; gives its key. */
export async function makeTemplate(world: World, { area = world.a, ...over }: Over & { area?: TestArea } = {}): Promise<string> {
  const key = randomUUID()
  await insert(world.sql, 'call_template', {
    area_id: area.id, id: randomUUID(), key, version: 1, name: 'A kind of call', prompts: ['Ask this'], offered: true, made_by_id: SYSTEM_USER, made_at: soon(), ...over,
  })
  return 'key' in over ? String(over.key) : key
}

/** A service of an area's directory. */
export async function makeService(world: World, area: TestArea = world.a, over: Over = {}): Promise<string> {
  const id = randomUUID()
  await insert(world.sql, 'service', {
    area_id: area.id, id, name: `Service ${next()}`, help: ['early_help'], needs: ['early_help'], for_whom: ['young_people'],
    offers: 'Somebody to talk to', how_to_refer: 'Call', phone: '01632 960 001', updated_at: soon(),
    updated_by_id: SYSTEM_USER, ...over,
  })
  return id
}
