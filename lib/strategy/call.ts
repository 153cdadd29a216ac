import { z } from 'zod'
import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { bornText, nameOf } from '../children/view'
import { fromLondonInput, toLondonInput } from '../dates'
import { dropDraft } from '../drafts/commands'
import { draftIdOf } from '../drafts/id'
import type { Level } from '../pathway/levels'
import { addWorkingDays } from '../pathway/working-days'
import { assertStrategyMove, meetingDue, strategyPlanned, whyNotCalled, type StrategySource } from '../pathway/strategy'
import { agenciesThatAnswer } from '../sharing/receivers'
import { callSchema } from './schema'
import { tellCalled, tellInvited } from './tell'

/** What a draft of a new meeting is kept under, beside who writes it. */
export const callDraft = (caseId: string): string => `strategy ${caseId}`

export type StrategyStart = {
  case: { id: string; reference: string; level: Level | null; closed: boolean }
  child: { id: string; name: string; born: string }
  /** What it may be called from by whoever asks, with why not where it may not. */
  sources: { id: StrategySource; why: string | null }[]
  agencies: { id: string; name: string; kind: string; inTheRoom: boolean }[]
  plannedAt: string
  /** The meeting that waits for its review. */
  toReview: { id: string; due: string } | null
  /** A meeting that is planned already: no second one is called beside it. */
  planned: { id: string; plannedAt: string } | null
}

const SOURCES = ['level', 'disclosure', 'safeguarding', 'review'] as const

/** What the form that calls a meeting begins with. Throws NotFound. */
export const prepareStrategy = operation({
  name: 'strategy.prepare',
  effect: 'read',
  permission: 'strategy:call',
  input: z.strictObject({ caseId: z.uuid() }),
  audit: ['strategy.listed'],
  async work(asking, { caseId }) {
    const { tx, actor, now } = asking
    const { areaId, role, settings } = actor
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } }, include: { child: true } })
    if (!one) throw new NotFound()
    const { planned, toReview } = await standingOf(asking, caseId)
    const answering = await agenciesThatAnswer(tx, areaId)
    const agencies = await tx.agency.findMany({ where: { areaId, id: { in: answering.map(({ id }) => id) } }, orderBy: { name: 'asc' }, select: { id: true, name: true, kind: true, inTheRoom: true } })
    const output: StrategyStart = {
      case: { id: caseId, reference: one.reference, level: one.level, closed: one.closedAt !== null },
      child: { id: one.childId, name: nameOf(one.child), born: bornText(one.child, now) },
      sources: SOURCES.map((id) => ({ id, why: id === 'review' && !toReview ? 'No meeting waits for its review' : whyNotCalled(id, { role, level: one.level }, settings) })),
      agencies,
      plannedAt: toLondonInput(strategyPlanned(now)),
      toReview: toReview?.awaitedBy ? { id: toReview.id, due: toReview.awaitedBy.toISOString() } : null,
      planned: planned ? { id: planned.id, plannedAt: planned.plannedAt.toISOString() } : null,
    }
    return { output, kind: 'strategy.listed', facts: { rows: [], children: [one.childId], terms: { for: 'a new meeting' } } }
  },
})

/**
 * Calls a strategy meeting and invites the agencies. Sent twice it calls one. The review of an earlier meeting takes
 * over what that one waits for. Throws NotFound, Invalid where it may not be called from there, a time is far off, or
 * health or the police are not invited, Conflict where the case is closed or a meeting is planned already.
 */
export const callMeeting = operation({
  name: 'strategy.call',
  effect: 'change',
  permission: 'strategy:call',
  input: callSchema,
  audit: ['strategy.called'],
  async work(asking, input) {
    const { tx, actor, now } = asking
    const { areaId, userId, role, settings } = actor
    const { caseId, from } = input
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } }, include: { child: true } })
    if (!one) throw new NotFound()
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`strategy ${caseId}`}, 0))::text`
    const same = await tx.strategyMeeting.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey: input.submissionKey } }, select: { id: true } })
    if (same) return called(same.id, one.childId, {})
    if (one.closedAt) throw new Conflict('This case is closed. Reopen it before you call a strategy meeting; if somebody is in danger now, do not wait for either.')
    const { planned, toReview } = await standingOf(asking, caseId)
    if (planned) throw new Conflict('A strategy meeting is planned already in this case. Reload the page to see it; what you typed is kept as a draft.')
    const why = from === 'review' && !toReview ? 'No meeting of this case waits for its review' : whyNotCalled(from, { role, level: one.level }, settings)
    if (why) throw new Invalid({ from: why })
    const plannedAt = plannedTime(input.plannedAt, now)
    const agencies = await invited(asking, input.agencyIds)
    const reviewOf = from === 'review' ? toReview : null
    const { id } = await tx.strategyMeeting.create({
      data: {
        areaId, submissionKey: input.submissionKey, caseId, childId: one.childId, calledFrom: from, level: from === 'level' ? one.level : null, reason: input.reason,
        calledById: userId, calledAt: now, plannedAt, place: input.place, reviewOfId: reviewOf?.id ?? null, awaitedBy: meetingDue(plannedAt, reviewOf?.awaitedBy ?? null),
      },
      select: { id: true },
    })
    if (reviewOf) {
      assertStrategyMove(reviewOf.state, 'reviewed')
      const { count } = await tx.strategyMeeting.updateMany({ where: { areaId, id: reviewOf.id, version: reviewOf.version }, data: { state: 'reviewed', awaitedBy: null, version: { increment: 1 } } })
      if (!count) throw new Conflict('Somebody else changed the earlier meeting while you had this open. Reload the page; what you typed is kept as a draft.')
    }
    const meeting = { id, caseId, childId: one.childId, plannedAt }
    for (const agency of agencies) {
      await tx.strategyInvitation.create({ data: { areaId, meetingId: id, agencyId: agency.id, childId: one.childId, subjectLine: input.subjectLine, told: input.told, plannedAt, place: input.place, invitedAt: now, invitedById: userId } })
      await tellInvited(asking, meeting, agency)
    }
    if (role !== 'safeguarding_lead') await tellCalled(asking, meeting, one.reference)
    await dropDraft(tx, areaId, draftIdOf(userId, callDraft(caseId)))
    return called(id, one.childId, { case: one.reference, from, level: from === 'level' ? one.level : null, plannedAt: plannedAt.toISOString(), agencies: agencies.map(({ name }) => name).sort() })
  },
})

const called = (id: string, childId: string, after: Record<string, string | string[] | null>) =>
  ({ output: { id }, kind: 'strategy.called' as const, facts: { record: { type: 'strategy' as const, id }, children: [childId], before: null, after } })

/** What stands on a case already: a meeting that is planned, and one that waits for its review. */
async function standingOf({ tx, actor }: Asking, caseId: string) {
  const rows = await tx.strategyMeeting.findMany({ where: { areaId: actor.areaId, caseId, awaitedBy: { not: null } }, orderBy: { calledAt: 'desc' } })
  return { planned: rows.find(({ state }) => state === 'called') ?? null, toReview: rows.find(({ state }) => state === 'minutes_out') ?? null }
}

/** The time a meeting is planned for: one that was spoken by telephone just now may be written down after it. */
export function plannedTime(given: string, now: Date, field = 'plannedAt'): Date {
  const at = fromLondonInput(given)
  if (!at || at < addWorkingDays(now, -1)) throw new Invalid({ [field]: 'Give the day and time it meets; one that was held may be up to a working day ago' })
  if (at > addWorkingDays(now, 30)) throw new Invalid({ [field]: 'This is more than six weeks away. A strategy meeting does not wait so long' })
  return at
}

/** The invited agencies. Health and the police are among them; social care is the area's own. */
async function invited({ tx, actor }: Asking, ids: readonly string[]) {
  const { areaId } = actor
  const answering = await agenciesThatAnswer(tx, areaId)
  const chosen = answering.filter(({ id }) => ids.includes(id))
  if (chosen.length !== new Set(ids).size) throw new Invalid({ agencyIds: 'Nobody answers for one of these agencies in Waymark: choose again, and ask it by telephone' })
  const kinds = (await tx.agency.findMany({ where: { areaId, id: { in: [...ids] } }, select: { kind: true } })).map(({ kind }) => kind)
  const missing = (['health', 'police'] as const).filter((kind) => !kinds.includes(kind))
  if (missing.length) throw new Invalid({ agencyIds: `Invite ${missing.map((kind) => (kind === 'police' ? 'the police' : kind)).join(' and ')} too: social care, health and the police meet at least` })
  return chosen
}
