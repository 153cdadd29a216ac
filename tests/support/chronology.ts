import { randomUUID } from 'node:crypto'
import { makePart } from './assessment-parts'
import { makeDisclosure, makeOffer, makeSession } from './casework'
import { finishedAt, makeAssessment } from './assessments'
import { decideEnquiryRows, makeEnquiry } from './enquiries'
import { insert } from './insert'
import { makePanel } from './panels'
import { answered, makeExit } from './pathway'
import { makePlan, writePlan } from './plans'
import { makeAlert, makeCase, makeCaseNote, makeChild, makeContact, makeDecision, makeReferral, makeSharing } from './records'
import { decideMeetingRows, makeMeeting } from './strategy'
import { SYSTEM_USER, type World } from './world'

/**
 * A child with one row in every source of the chronology: two contacts of her own (one by somebody whose name is to
 * be withheld, one a missing report), decided; a CATE referral answered by moves, a safeguarding one from before moves
 * were kept, one to the school; a case before the panel held by the practitioner, with a level, an assessment and a
 * call, two sessions of which one was corrected, what was told in one and an adviser offered, the school’s part of the assessment, an issued plan, a panel's decision, a strategy meeting held, a
 * review and a proposal to end it that was answered and withdrawn; an action, done; a decided enquiry that came with the referral and an open one; something shared; an alert answered.
 */
export async function makeStory(world: World) {
  const { a, sql, as } = world
  const row = () => ({ area_id: a.id, id: randomUUID() })
  const child = await makeChild(world)
  const withheld = await makeContact(world, { child, identity_withheld: true, referrer_name: 'Kestrel', source_code: '1A', what_was_said: 'Told in confidence' })
  const missing = await makeContact(world, { child, channel: 'police_missing_report', source_code: '6', what_was_said: 'Not home since Friday' })
  await makeDecision(world, missing, { outcomes: ['cate'] })
  const referral = await makeReferral(world, { child, contact: missing, state: 'accepted' })
  const move = { ...row(), referral_id: referral, from_state: 'sent', to_state: 'accepted', at: '2026-11-11T12:00:00Z', by_id: as.cateManager.userId }
  await insert(sql, 'referral_move', move)
  const older = await makeReferral(world, { child, contact: missing, outcome: 'safeguarding', state: 'declined', decline_reason: 'Not yet' })
  const toSchool = await makeReferral(world, { child, contact: missing, outcome: 'other_service', toAgency: a.agencies.school })
  const held = await makeCase(world, { child, stage: 'panel', holder: as.practitioner, referral })
  await insert(sql, 'case_level', { ...row(), case_id: held, level: 'high', at: '2026-11-13', by_id: SYSTEM_USER, reason: 'Agreed by the panel' })
  const assessment = await makeAssessment(world, { held, child, ...finishedAt('2026-11-12T08:00:00Z') })
  const call = await makeCaseNote(world, { child, held })
  const decided = await makeEnquiry(world, { child, answered: true })
  const snapshot = await decideEnquiryRows(world, decided, referral)
  const { enquiry: open } = await makeEnquiry(world, { child })
  const sharing = await makeSharing(world, { child, referral: toSchool, agency: a.agencies.school })
  const alert = await makeAlert(world, { child_id: child, owner_role: 'safeguarding_lead', acknowledged_at: '2026-11-14', acknowledged_by_id: SYSTEM_USER, note: 'What the lead found' })
  const action = { ...row(), case_id: held, child_id: child, source: 'panel', source_id: held, what: 'Ring the school', owner_kind: 'other', owner_name: 'Her mother', about: 'Robin', due_on: '2026-12-01', agreed_at: '2026-11-13T09:00:00Z', agreed_by_id: SYSTEM_USER }
  await insert(sql, 'agreed_action', action)
  await insert(sql, 'action_answer', { ...row(), action_id: action.id, state: 'done', words: 'Rung', at: '2026-11-14T12:00:00Z', by_id: SYSTEM_USER })
  const session = await makeSession(world, { held, child, happened_at: '2026-11-11T15:00:00Z' })
  const corrected = await makeSession(world, { held, child, happened_at: '2026-11-11T15:00:00Z', corrects_id: session, first_id: session, account: 'A visit, at her aunt’s' })
  const disclosure = await makeDisclosure(world, { held, child, session, heard_at: '2026-11-11T15:00:00Z' })
  const offer = await makeOffer(world, { disclosure })
  const { part } = await makePart(world, { held, child, assessment })
  const plan = await makePlan(world, { held, child })
  await writePlan(world, plan, true)
  const panel = await makePanel(world, { held, child, full: true, invited: [], heldAt: '2026-11-12T10:00:00Z' })
  const meeting = await makeMeeting(world, { held, child, bare: true })
  await decideMeetingRows(world, meeting, held)
  const review = { ...row(), case_id: held, child_id: child, submission_key: randomUUID(), at: '2026-11-14T15:00:00Z', by_id: SYSTEM_USER, changed: 'Home by nine', young_view: 'It is quieter', parents_view: 'She is home by nine', level_before: 'high', level: 'medium', reason: 'Quieter weeks', next_due: '2027-01-09', snapshot: '{}' }
  await insert(sql, 'case_review', review)
  const exit = await makeExit(world, { held, child, ...answered(true), ended_at: '2026-11-19T09:00:00Z', ended_by_id: SYSTEM_USER, carried_out: false })
  return { offer, part, session, corrected, disclosure, panel, meeting, review: review.id, exit, child, action: action.id, withheld, missing, referral, move: move.id, older, toSchool, held, assessment, call, decided: decided.enquiry, snapshot, open, sharing, alert }
}
