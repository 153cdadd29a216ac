import { randomUUID } from 'node:crypto'
import { answerAction } from '../../lib/actions/commands'
import { listActions } from '../../lib/actions/queries'
import { beginAssessment, finishAssessment, saveBlock } from '../../lib/assessments/commands'
import { allocateCase } from '../../lib/cases/commands'
import { logSession } from '../../lib/casework/log'
import { logContact } from '../../lib/contacts/commands'
import { decideContact } from '../../lib/contacts/decide'
import { addItem, beginPanel } from '../../lib/panels/build'
import { decideItem } from '../../lib/panels/decide'
import { attend as attendPanel, movePanel } from '../../lib/panels/run'
import { beginPlan, issuePlan, savePlan } from '../../lib/plans/commands'
import { acceptReferral } from '../../lib/referrals/accept'
import { answerExit, closeCase, proposeExit } from '../../lib/reviews/exit'
import { holdReview } from '../../lib/reviews/hold'
import { callMeeting } from '../../lib/strategy/call'
import { decideMeeting } from '../../lib/strategy/decide'
import { issueMinutes } from '../../lib/strategy/minutes'
import { recordAttendance } from '../../lib/strategy/say'
import type { DecideInput } from '../../lib/strategy/schema'
import { blockForm, finishForm } from './assessments'
import { sessionForm } from './casework'
import { contactForm, decisionForm, newChild } from './inputs'
import { decideForm as panelDecision, TOLD } from './panels'
import { exitForm, reviewForm } from './pathway'
import { planForm } from './plans'
import { attendForm, callForm, decideForm as strategyDecision } from './strategy'
import { request, type World } from './world'

const NO_DAY = { day: '', month: '', year: '' }

/** A day as three boxes. */
export const boxes = (day: string) => ({ day: day.slice(8, 10), month: day.slice(5, 7), year: day.slice(0, 4) })

/** The steps of one young person's way through the pathway, each by whoever takes it and through its operation. */
export function journeySteps(world: World) {
  const { as, a, sql } = world
  const versionOf = async (caseId: string) => ((await sql.query<{ version: number }>('SELECT version FROM cate_case WHERE id = $1', [caseId])).rows[0]?.version ?? 0)
  return {
    /** A teacher rings Family Connect. */
    async ring(familyName: string) {
      const { id } = await logContact.run(as.advisor, request(), contactForm({ child: { kind: 'new', child: newChild({ givenName: 'Robin', familyName }) }, exploitation: 'suspected', whatWasSaid: 'An older man waits at the gate in a car' }))
      const { rows } = await sql.query<{ child_id: string; reference: string; version: number }>('SELECT child_id, reference, version FROM contact WHERE id = $1', [id])
      return { contactId: id, childId: rows[0]?.child_id ?? '', reference: rows[0]?.reference ?? '', version: rows[0]?.version ?? 1 }
    },
    async ringAgain(childId: string) {
      return logContact.run(as.advisor, request(), contactForm({ child: { kind: 'known', childId }, whatWasSaid: 'Seen in the car again' }))
    },
    async decide(contactId: string, version: number) {
      await decideContact.run(as.advisor, request(), decisionForm(contactId, { version, outcomes: ['cate'], summary: 'An older man, a car, a new phone', rationale: 'Exploitation is suspected', referrerTold: 'yes', toldNote: 'That the CATE team takes it on' }))
      return (await sql.query<{ id: string }>('SELECT id FROM referral WHERE contact_id = $1', [contactId])).rows[0]?.id ?? ''
    },
    async accept(referralId: string) {
      await acceptReferral.run(as.cateManager, request(), { referralId, version: 1 })
      const { rows } = await sql.query<{ id: string; reference: string }>('SELECT id, reference FROM cate_case WHERE referral_id = $1', [referralId])
      return { caseId: rows[0]?.id ?? '', reference: rows[0]?.reference ?? '' }
    },
    async allocate(caseId: string) {
      await allocateCase.run(as.cateManager, request(), { caseId, version: await versionOf(caseId), practitionerId: as.practitioner.userId, reason: '' })
    },
    async see(caseId: string, at: string) {
      await logSession.run(as.practitioner, request(), sessionForm(caseId, { happenedAt: at, nextStep: '', nextOn: NO_DAY }))
    },
    async assess(caseId: string) {
      const { id } = await beginAssessment.run(as.practitioner, request(), { caseId })
      await saveBlock.run(as.practitioner, request(), blockForm(id))
      await finishAssessment.run(as.practitioner, request(), finishForm(id, { version: 2 }))
    },
    /** The panel meets and decides Medium-High; the school undertakes something by that day. */
    async panel(caseId: string, plannedFor: string, meets: () => void, actionDue: string) {
      const { id: panelId } = await beginPanel.run(as.cateManager, request(), { submissionKey: randomUUID(), heldAt: plannedFor, place: 'Room 2', chairId: as.chair.userId, deputyId: '', agencyIds: [a.agencies.school, a.agencies.police] })
      const { id: itemId } = await addItem.run(as.cateManager, request(), { panelId, caseId, reason: 'suggested', why: '', told: TOLD })
      meets()
      const seats = [['chair', as.chair.userId], ['cate', as.cateManager.userId], ['social_care', as.safeguarding.userId], ['police', as.police.userId], ['health', as.health.userId]] as const
      for (const [seat, userId] of seats) await attendPanel.run(as.cateManager, request(), { panelId, seat, userId, name: '', agencyId: '' })
      await movePanel.run(as.chair, request(), { panelId, version: 1, to: 'open', note: '' })
      const action = { what: 'Meet her each morning', ownerKind: 'agency' as const, ownerUserId: '', ownerAgencyId: a.agencies.school, ownerName: '', dueOn: boxes(actionDue) }
      await decideItem.run(as.chair, request(), panelDecision(itemId, { level: 'medium_high', reason: 'The man is known to the police', actions: [action] }))
    },
    async call(caseId: string, plannedAt: string, from: 'level' | 'review' = 'level') {
      return (await callMeeting.run(as.safeguarding, request(), callForm(world, caseId, { from, plannedAt }))).id
    },
    async meet(meetingId: string, heldAt: string, over: Partial<DecideInput>) {
      const { council, health, police } = a.agencies
      for (const [agency, part] of [[council, 'social_care'], [health, 'health'], [police, 'police']] as const) await recordAttendance.run(as.safeguarding, request(), attendForm(meetingId, agency, part))
      await decideMeeting.run(as.safeguarding, request(), strategyDecision(meetingId, { heldAt, section47: 'not_met', ...over }))
    },
    async minutes(meetingId: string) {
      await issueMinutes.run(as.safeguarding, request(), { meetingId, version: 2 })
    },
    /** Written and issued: talked about with her on `onDay`. */
    async plan(caseId: string, onDay: string, reviewOn: string) {
      await beginPlan.run(as.practitioner, request(), { caseId })
      const form = planForm(caseId, { reviewOn: boxes(reviewOn) })
      const young = form.involvement.young
      await savePlan.run(as.practitioner, request(), { ...form, involvement: { ...form.involvement, ...(young ? { young: { ...young, on: boxes(onDay) } } : {}) } })
      await issuePlan.run(as.practitioner, request(), { caseId, version: 2 })
    },
    async doAction() {
      const [action] = (await listActions.run(as.school, request(), {})).items
      await answerAction.run(as.school, request(), { actionId: action?.id ?? '', version: action?.version ?? 1, state: 'done', words: 'Every morning, by the form tutor' })
    },
    async review(caseId: string) {
      await holdReview.run(as.practitioner, request(), reviewForm(caseId, { version: await versionOf(caseId), level: 'low_medium', reason: 'Three quiet months, and she says so herself', transition: '' }))
    },
    async end(caseId: string) {
      const { id: exitId } = await proposeExit.run(as.practitioner, request(), exitForm(caseId, a.agencies.school))
      await answerExit.run(as.school, request(), { exitId, version: 1, agreed: 'yes', answer: 'We see her every day' })
      await closeCase.run(as.cateManager, request(), { caseId, version: await versionOf(caseId), closureReason: 'RC9', reason: 'The work is done' })
    },
  }
}
