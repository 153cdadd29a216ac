import { randomUUID } from 'node:crypto'
import { addActions } from '../actions/add'
import { Conflict, Invalid } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import type { Json } from '../audit/kinds'
import { ageOf, nameOf } from '../children/view'
import { fromLondonInput } from '../dates'
import { dropDraft } from '../drafts/commands'
import { draftIdOf } from '../drafts/id'
import { sealOf } from '../enquiries/seal'
import { assessmentDue, assertStrategyMove, conferenceDue, minutesDue, missingFrom, missingText, outcomeFor, whyNotSection47 } from '../pathway/strategy'
import { addWorkingDays } from '../pathway/working-days'
import { agenciesThatAnswer } from '../sharing/receivers'
import { begunIn, holdMeeting, loadMeeting, type MeetingRow } from './load'
import { decideSchema, type Decision } from './schema'
import { tellDecided } from './tell'
import { viewMeeting } from './view'

/** What a draft of a decision is kept under, beside who writes it. */
export const decideDraft = (meetingId: string): string => `${meetingId} decide`

/**
 * Decides a strategy meeting, which thereby counts as held: the section 47 threshold and why, criminal investigation,
 * immediate safety, who tells whom, those who harm, dissent, actions, and its review or why it is resolved. What was
 * known is sealed with it, and each invited agency is given its part. Without a quorum it takes a reason that
 * immediate protection cannot wait. Throws NotFound, Invalid, Conflict where somebody decided it first.
 */
export const decideMeeting = operation({
  name: 'strategy.decide',
  effect: 'change',
  permission: 'strategy:decide',
  input: decideSchema,
  audit: ['strategy.decided'],
  async work(asking, input) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const { meetingId } = input
    const held = await holdMeeting(tx, areaId, meetingId)
    if (held.calledOffAt) throw new Conflict('This meeting was called off meanwhile. Call another where one is needed. What you typed is kept as a draft.')
    if (held.state !== 'called') throw new Conflict('This meeting is decided already. Nothing of yours was saved; reload the page to see what was decided. What you typed is kept as a draft.')
    assertStrategyMove(held.state, 'held')
    if (held.version !== input.version) throw new Conflict('Somebody else changed this meeting while you had it open. Nothing of yours was saved; reload the page. What you typed is kept as a draft.')
    const before = await loadMeeting(asking, meetingId)
    const times = timesOf(input, before, now)
    const missing = missingFrom(before.attendance)
    if (missing.length && !input.withoutQuorumWhy) throw new Invalid({ withoutQuorumWhy: `${missingText(missing)} Without them decide only what immediate protection cannot wait for, and say why it cannot` })
    const begun = await begunIn(tx, areaId, [before.caseId])
    const not47 = whyNotSection47(input.section47, { begun: begun.length > 0, running: begun.some(({ running }) => running), adult: adultWhen(before, times.heldAt) })
    if (not47) throw new Invalid({ section47: not47 })
    await writeDissents(asking, before, input)
    await addActions(asking, { id: before.caseId, childId: before.childId, child: before.child }, { kind: 'strategy', id: meetingId }, input.actions)
    const criminal = input.criminal === 'yes'
    const begins = input.section47 === 'begins'
    await tx.strategyDecision.create({
      data: {
        areaId, meetingId, caseId: before.caseId, section47: input.section47, section47Reasons: input.section47Reasons, criminal, criminalWhy: input.criminalWhy,
        immediateSafety: input.immediateSafety, tellYoung: input.tellYoung, tellParents: input.tellParents, perpetrators: input.perpetrators,
        nextReviewAt: times.nextReviewAt, resolvedWhy: input.next === 'resolved' ? input.resolvedWhy : null,
        missing, withoutQuorumWhy: missing.length ? input.withoutQuorumWhy : null, decidedById: userId, decidedAt: now,
        conferenceDue: begins ? conferenceDue(times.heldAt) : null, assessmentDue: begins ? assessmentDue(before.case.referredAt, times.heldAt) : null,
      },
    })
    await seal(asking, meetingId)
    const invited = before.invitations.filter(({ withdrawnAt }) => !withdrawnAt)
    for (const { agencyId, agency } of invited) {
      const content = outcomeFor(agency.kind, { ...input, criminal, nextReviewAt: times.nextReviewAt })
      await tx.strategyOutcome.create({ data: { areaId, meetingId, agencyId, content, at: now } })
    }
    const { count } = await tx.strategyMeeting.updateMany({
      where: { areaId, id: meetingId, version: input.version, state: 'called' },
      data: { state: 'held', heldAt: times.heldAt, awaitedBy: minutesDue(times.heldAt), version: { increment: 1 } },
    })
    if (!count) throw new Conflict('Somebody else decided this meeting at the same moment. Nothing of yours was saved; reload the page.')
    const answering = await agenciesThatAnswer(tx, areaId)
    await tellDecided(asking, before, before.case.allocatedToId, answering.filter(({ id }) => invited.some(({ agencyId }) => agencyId === id)))
    await dropDraft(tx, areaId, draftIdOf(userId, decideDraft(meetingId)))
    return {
      output: undefined,
      kind: 'strategy.decided',
      facts: {
        record: { type: 'strategy', id: meetingId },
        children: [before.childId],
        before: { state: 'called' },
        after: { state: 'held', heldAt: times.heldAt.toISOString(), section47: input.section47, criminal, missing, next: input.next, actions: input.actions.length, dissents: input.dissents.length },
      },
    }
  },
})

/** Whether the young person was 18 when it was held; with no date of birth on record they are taken for a child. */
function adultWhen({ child }: MeetingRow, heldAt: Date): boolean {
  return (ageOf(child, heldAt) ?? 0) >= 18
}

/** When it was held and is reviewed, out of the form. Throws Invalid. */
function timesOf(input: Decision, { calledAt }: MeetingRow, now: Date): { heldAt: Date; nextReviewAt: Date | null } {
  const heldAt = fromLondonInput(input.heldAt)
  // a field of a form has minutes: a meeting that is called and held within one is not held before it was called
  if (!heldAt || heldAt > now || heldAt < addWorkingDays(calledAt, -1)) throw new Invalid({ heldAt: 'Give when it was held: after it was called, and not in the future' })
  if (input.next === 'resolved') return { heldAt, nextReviewAt: null }
  const nextReviewAt = fromLondonInput(input.nextReviewAt)
  if (!nextReviewAt || nextReviewAt <= now) throw new Invalid({ nextReviewAt: 'Give a day and time that are still to come' })
  return { heldAt, nextReviewAt }
}

async function writeDissents({ tx, actor, now }: Asking, { id }: MeetingRow, { dissents }: Decision): Promise<void> {
  const { areaId } = actor
  const known = await tx.agency.findMany({ where: { areaId, id: { in: dissents.map(({ agencyId }) => agencyId) } }, select: { id: true } })
  const problems = dissents.flatMap(({ agencyId }, at) => (known.some((agency) => agency.id === agencyId) ? [] : [[`dissents.${at}.agencyId`, 'This agency is not in this area: choose again']]))
  if (problems.length) throw new Invalid(Object.fromEntries(problems) as Record<string, string>)
  for (const { agencyId, words } of dissents) await tx.strategyDissent.create({ data: { areaId, meetingId: id, agencyId, submissionKey: randomUUID(), words, byId: actor.userId, at: now } })
}

/** Keeps what was known, with the decision and the actions, under one seal. */
async function seal(asking: Asking, meetingId: string): Promise<void> {
  const { tx, actor, now } = asking
  const { areaId } = actor
  const row = await loadMeeting(asking, meetingId)
  const actions = await tx.agreedAction.findMany({ where: { areaId, caseId: row.caseId, source: 'strategy', sourceId: meetingId }, orderBy: { id: 'asc' }, select: { id: true, what: true, ownerKind: true, dueOn: true } })
  const { calledFrom, level, reason, attendance, missing, facts, dissents, decision } = viewMeeting(row, now)
  const content = JSON.parse(JSON.stringify({ child: nameOf(row.child), case: row.case.reference, calledFrom, level, reason, attendance, missing, facts, dissents, decision, actions })) as Json
  await tx.strategySnapshot.create({ data: { areaId, meetingId, takenAt: now, byId: actor.userId, content: content as object, sha256: sealOf(content) } })
}
