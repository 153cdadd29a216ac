import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '../../lib/access/actor'
import { callMeeting } from '../../lib/strategy/call'
import { decideMeeting } from '../../lib/strategy/decide'
import { issueMinutes } from '../../lib/strategy/minutes'
import { readMeeting } from '../../lib/strategy/queries'
import { recordAttendance } from '../../lib/strategy/say'
import type { attendSchema, callSchema, decideSchema, dissentSchema, factSchema } from '../../lib/strategy/schema'
import { insert } from './insert'
import { makeCase, makeChild } from './records'
import { request, SYSTEM_USER, type TestArea, type World } from './world'

type Call = z.input<typeof callSchema>
type Decide = z.input<typeof decideSchema>

/** Forms filled in well, at the tests' now (19 Nov 2026, 10:30 in London). A test changes the one thing it is about. */
export function callForm(world: World, caseId: string, over: Partial<Call> = {}): Call {
  return {
    caseId, submissionKey: randomUUID(), from: 'safeguarding', reason: 'Found with two men in a hotel last night', plannedAt: '2026-11-20T10:30', place: 'Room 2, or by telephone',
    subjectLine: 'Robin Test. Born 3 Apr 2011', told: 'Found in a hotel last night. Bring what you know since September.', agencyIds: [world.a.agencies.health, world.a.agencies.police], ...over,
  }
}

export function attendForm(meetingId: string, agencyId: string, part: z.input<typeof attendSchema>['part'], over: Partial<z.input<typeof attendSchema>> = {}): z.input<typeof attendSchema> {
  return { meetingId, agencyId, who: `Somebody of ${part}`, part, presence: 'attended', ...over }
}

export function factForm(meetingId: string, over: Partial<z.input<typeof factSchema>> = {}): z.input<typeof factSchema> {
  return { meetingId, submissionKey: randomUUID(), knownBy: '', text: 'Seen at the clinic with a man who did the talking', nature: 'fact', source: 'Clinic nurse', ...over }
}

export function dissentForm(meetingId: string, over: Partial<z.input<typeof dissentSchema>> = {}): z.input<typeof dissentSchema> {
  return { meetingId, submissionKey: randomUUID(), dissentBy: '', words: 'We would wait for the examination', ...over }
}

export function decideForm(meetingId: string, over: Partial<Decide> = {}): Decide {
  return {
    meetingId, version: 1, heldAt: '2026-11-19T10:30', section47: 'begins', section47Reasons: 'Significant harm has happened and may go on', criminal: 'yes', criminalWhy: 'Two men are named',
    immediateSafety: 'She stays with her aunt tonight', tellYoung: 'Pru tells her today after school', tellParents: 'The lead rings her mother at four', perpetrators: 'A warning notice on both men',
    next: 'review', nextReviewAt: '2026-12-03T10:00', resolvedWhy: '', withoutQuorumWhy: '', dissents: [], actions: [], ...over,
  }
}

/** A case of the first practitioner, before the panel. */
export async function heldCase(world: World, over: Record<string, unknown> = {}, child: Record<string, unknown> = {}) {
  const childId = await makeChild(world, world.a, child)
  return { childId, caseId: await makeCase(world, { child: childId, holder: world.as.practitioner, stage: 'panel', ...over }) }
}

/** The steps of a meeting, each through its operation, by the lead unless told. */
export function strategySteps(world: () => World) {
  const lead = () => world().as.safeguarding
  const attend = async (meetingId: string, parts: readonly ('social_care' | 'health' | 'police')[]) => {
    const { council, health, police } = world().a.agencies
    for (const part of parts) await recordAttendance.run(lead(), request(), attendForm(meetingId, { social_care: council, health, police }[part], part))
  }
  const decide = (meetingId: string, over: Partial<Decide> = {}, who: Actor = lead()) => decideMeeting.run(who, request(), decideForm(meetingId, over))
  const issue = (meetingId: string, version = 2) => issueMinutes.run(lead(), request(), { meetingId, version })
  return {
    attend, decide, issue,
    call: (caseId: string, over: Partial<Call> = {}, who: Actor = lead()) => callMeeting.run(who, request(), callForm(world(), caseId, over)),
    read: (meetingId: string, who: Actor = lead()) => readMeeting.run(who, request(), { meetingId }),
    /** Called, with its quorum. */
    async ready(over: Record<string, unknown> = {}, child: Record<string, unknown> = {}) {
      const held = await heldCase(world(), over, child)
      const { id } = await callMeeting.run(lead(), request(), callForm(world(), held.caseId))
      await attend(id, ['social_care', 'health', 'police'])
      return { ...held, id }
    },
    alerts: async (record: string) => (await world().sql.query('SELECT kind, owner_role, owner_id, owner_agency_id, why FROM alert WHERE record_id = $1 ORDER BY kind, owner_agency_id', [record])).rows,
  }
}

let made = 0

/** Rows of a meeting, written past the door: called unless told, and unless it is bare with an invitation, a fact, a dissent and who was there. Gives its id. */
export async function makeMeeting(world: World, { area = world.a, held, child, agency = area.agencies.health, bare = false, ...over }: { area?: TestArea; held: string; child: string; agency?: string; bare?: boolean } & Readonly<Record<string, unknown>>): Promise<string> {
  const id = randomUUID()
  const at = new Date(Date.parse('2026-11-18T09:00:00Z') + ++made * 1000)
  const row = () => ({ area_id: area.id, id: randomUUID(), meeting_id: id, agency_id: agency })
  const by = { by_id: SYSTEM_USER, at }
  await insert(world.sql, 'strategy_meeting', {
    area_id: area.id, id, submission_key: randomUUID(), case_id: held, child_id: child, called_from: 'disclosure', reason: 'A reason', called_by_id: SYSTEM_USER, called_at: at,
    planned_at: new Date(at.getTime() + 86_400_000), place: 'Room 2', awaited_by: new Date(at.getTime() + 86_400_000), ...over,
  })
  if (bare) return id
  await insert(world.sql, 'strategy_invitation', { ...row(), child_id: child, subject_line: 'Robin Test', told: 'Bring what you know', planned_at: at, place: 'Room 2', invited_at: at, invited_by_id: SYSTEM_USER })
  await insert(world.sql, 'strategy_attendance', { ...row(), who: 'Nurse', part: 'health', presence: 'attended', ...by })
  await insert(world.sql, 'strategy_fact', { ...row(), submission_key: randomUUID(), text: 'Came to the clinic', nature: 'fact', source: 'Nurse', ...by })
  await insert(world.sql, 'strategy_dissent', { ...row(), submission_key: randomUUID(), words: 'We would wait', ...by })
  return id
}

/** The rest of the rows: decided, section 47 begun, with a snapshot, its part for the agency and a step. */
export async function decideMeetingRows(world: World, meeting: string, caseId: string, area: TestArea = world.a, agency: string = area.agencies.health): Promise<void> {
  const at = '2026-11-18T10:00:00Z'
  await insert(world.sql, 'strategy_decision', {
    area_id: area.id, meeting_id: meeting, case_id: caseId, section47: 'begins', section47_reasons: 'A reason', criminal: true, criminal_why: 'A reason', immediate_safety: 'An aunt', tell_young: 'Pru', tell_parents: 'The lead',
    perpetrators: 'A notice', next_review_at: '2026-12-03', missing: '{}', decided_by_id: SYSTEM_USER, decided_at: at, conference_due: '2026-12-09', assessment_due: '2027-01-22',
  })
  await insert(world.sql, 'strategy_snapshot', { area_id: area.id, meeting_id: meeting, taken_at: at, by_id: SYSTEM_USER, content: '{}', sha256: 'x' })
  await insert(world.sql, 'strategy_outcome', { area_id: area.id, meeting_id: meeting, agency_id: agency, content: JSON.stringify({ section47: 'begins', criminal: true, nextReviewAt: null, police: null }), at })
  await world.sql.query(`UPDATE strategy_meeting SET state = 'held', held_at = $2, awaited_by = '2026-11-19T10:00:00Z', version = version + 1 WHERE id = $1`, [meeting, at])
}
