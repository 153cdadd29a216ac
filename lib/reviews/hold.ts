import { Invalid, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { addActions } from '../actions/add'
import { recordLevel } from '../cases/level'
import { ageOf } from '../children/view'
import { dropDraft } from '../drafts/commands'
import { formDraftId } from '../drafts/id'
import { heardAs } from '../heard'
import { asksTransition } from '../pathway/exit'
import { callsForStrategyMeeting, reviewDue } from '../pathway/levels'
import { endOfLondonDay, londonDay } from '../pathway/london'
import { tellSuggested } from '../strategy/tell'
import { reviewSchema } from './schema'

/**
 * Holds a review: what has changed, both views, the level and why, by the person asking, with what was known then.
 * Steps the level up or down and sets the next review, which may be sooner than the level's default and not later.
 * A level that rises to one that calls for a strategy meeting tells the safeguarding lead.
 * Sending the same form again gives the review that it made. Throws NotFound, Invalid (a fall to Low without its
 * evidence, no word on 18 from 17 on, a next review out of bounds), Conflict where somebody was first.
 */
export const holdReview = operation({
  name: 'reviews.hold',
  effect: 'change',
  permission: 'review:hold',
  input: reviewSchema,
  audit: ['review.held'],
  async work(asking, input) {
    const { tx, actor, now } = asking
    const { areaId, userId, settings } = actor
    const { caseId, submissionKey, level, reason, changed, young, parents, transition } = input
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } }, include: { child: true } })
    if (!one) throw new NotFound()
    const record = (id: string) => ({ type: 'review' as const, id })
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`review ${submissionKey}`}, 0))::text`
    const made = await tx.caseReview.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } }, select: { id: true } })
    if (made) return { output: made, kind: 'review.held', facts: { record: record(made.id), children: [one.childId], before: { again: true }, after: { again: true } } }
    if (asksTransition(ageOf(one.child, now)) && !transition) throw new Invalid({ transition: 'From 17 on: say what becomes of the support at 18 and after. Nothing ends on a birthday' })
    const latest = reviewDue(level, now, settings)
    const nextDue = input.nextReview ? endOfLondonDay(input.nextReview) : latest
    if (londonDay(nextDue) <= londonDay(now)) throw new Invalid({ nextReview: 'The next review must be after today' })
    if (nextDue > latest) throw new Invalid({ nextReview: `At this level the next review is due within ${settings.reviewWeeks[level]} weeks. Choose an earlier day` })
    const [assessed, open, late] = await Promise.all([
      tx.assessment.findFirst({ where: { areaId, caseId, finishedAt: { not: null } }, orderBy: { finishedAt: 'desc' }, select: { id: true, level: true, suggested: true, finishedAt: true } }),
      tx.agreedAction.count({ where: { areaId, caseId, state: 'open' } }),
      tx.agreedAction.count({ where: { areaId, caseId, state: 'open', dueOn: { lt: new Date(londonDay(now)) } } }),
    ])
    await recordLevel(asking, one, { level, reason, nextReviewDue: nextDue })
    const snapshot = {
      level: one.level, stage: one.stage, dueAt: one.nextReviewDue?.toISOString() ?? null, actions: { open, late },
      assessment: assessed && { id: assessed.id, level: assessed.level, suggested: assessed.suggested, finishedAt: assessed.finishedAt?.toISOString() ?? null },
    }
    const { id } = await tx.caseReview.create({
      data: {
        areaId, caseId, childId: one.childId, submissionKey, at: now, byId: userId, changed, ...heardAs('young', young), ...heardAs('parents', parents),
        transition: transition || null, levelBefore: one.level, level, reason, dueAt: one.nextReviewDue, nextDue, snapshot,
      },
      select: { id: true },
    })
    await addActions(asking, one, { kind: 'review', id }, input.actions)
    const calledBefore = one.level !== null && callsForStrategyMeeting(one.level, settings)
    if (callsForStrategyMeeting(level, settings) && !calledBefore) await tellSuggested(asking, one, level, id)
    await dropDraft(tx, areaId, formDraftId(userId, 'reviewed', [caseId]))
    return {
      output: { id },
      kind: 'review.held',
      facts: { record: record(id), children: [one.childId], before: { level: one.level, due: one.nextReviewDue?.toISOString() ?? null }, after: { level, nextDue: nextDue.toISOString(), actions: input.actions.length, youngHeard: young.heard, parentsHeard: parents.heard } },
    }
  },
})
