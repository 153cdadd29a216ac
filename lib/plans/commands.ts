import { z } from 'zod'
import { Conflict, Invalid, NotFound, Stale } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { dropDraft } from '../drafts/commands'
import { draftIdOf } from '../drafts/id'
import { londonDay } from '../pathway/london'
import { issueProblems, latestReviewOn, type Party } from '../pathway/plan'
import { flat, formOf } from './flat'
import { loadCase, loadLatest } from './load'
import { issueSchema, planSchema } from './schema'
import type { VersionView } from './view'

/** Begins the safety plan of a case, or gives the one there is. Throws NotFound, Conflict where the case is closed or nobody holds it. */
export const beginPlan = operation({
  name: 'plans.begin',
  effect: 'change',
  permission: 'plan:write',
  input: z.strictObject({ caseId: z.uuid() }),
  audit: ['plan.begun'],
  async work(asking, { caseId }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`plan ${caseId}`}, 0))::text`
    const { one, plan } = await loadCase(asking, caseId)
    mayWrite(one)
    const { id } = plan ?? (await tx.safetyPlan.create({ data: { areaId, caseId, childId: one.childId, begunAt: now, begunById: userId } }))
    if (!plan) await tx.safetyPlanVersion.create({ data: { areaId, planId: id, number: 1, at: now, byId: userId, sections: {} } })
    return { output: { caseId }, kind: 'plan.begun', facts: { record: { type: 'plan', id }, children: [one.childId], before: plan ? { id } : null, after: { id } } }
  },
})

/**
 * Saves a plan as its next version; the one before it stays as it was, issued or not. Throws NotFound, Stale with the
 * newer version where somebody saved meanwhile, Conflict where the case is closed.
 */
export const savePlan = operation({
  name: 'plans.save',
  effect: 'change',
  permission: 'plan:write',
  input: planSchema,
  audit: ['plan.saved'],
  async work(asking, { caseId, version, note, ...input }) {
    const { tx, actor } = asking
    const { one, plan, parties } = await loadCase(asking, caseId)
    if (!plan) throw new NotFound()
    mayWrite(one)
    const before = await loadLatest(asking, plan.id)
    const next = {
      ...input,
      involvement: parties.map(({ key, name }) => ({ party: key, name, ...(input.involvement[key] ?? { involved: '' as const, how: '', on: null, words: '', whyNot: '', willTry: '', withheld: false }) })),
    }
    const changed = changedBetween(before, next, parties)
    // pressing save twice, or without a change, makes no version
    const same = before.number === version && !changed.length
    if (!same) await goOn(asking, { plan, from: version, parties }, next, { changed, note, issued: false })
    await dropDraft(tx, actor.areaId, draftIdOf(actor.userId, `plan ${plan.id}`))
    const saved = same ? version : version + 1
    return { output: { version: saved }, kind: 'plan.saved', facts: { record: { type: 'plan', id: plan.id }, children: [one.childId], before: { version }, after: { version: saved, changed } } }
  },
})

/**
 * Issues a plan as it stands: from then on it is what was agreed, and an edit is a draft of the next. Throws NotFound,
 * Invalid with what is missing (lib/pathway/plan), Stale where somebody saved meanwhile, Conflict where it is issued.
 */
export const issuePlan = operation({
  name: 'plans.issue',
  effect: 'change',
  permission: 'plan:write',
  input: issueSchema,
  audit: ['plan.issued'],
  async work(asking, { caseId, version }) {
    const { actor, now } = asking
    const { one, plan, parties } = await loadCase(asking, caseId)
    if (!plan) throw new NotFound()
    mayWrite(one)
    const before = await loadLatest(asking, plan.id)
    if (before.number !== version) throw staleAt(before, parties)
    if (before.state === 'issued') throw new Conflict('This plan is issued already. Change it first, then issue the new version.')
    const problems = issueProblems(before, parties, { today: londonDay(now), latestReview: latestReviewOn(one.level, now, actor.settings) })
    if (problems.length) throw new Invalid(Object.fromEntries(problems.map(({ at, message }) => [at, message])))
    const parts = before.involvement.filter(({ party }) => parties.some(({ key }) => key === party))
    await goOn(asking, { plan, from: version, parties }, { ...before, involvement: parts }, { changed: [], note: before.note, issued: true })
    return {
      output: { version: version + 1 },
      kind: 'plan.issued',
      facts: {
        record: { type: 'plan', id: plan.id }, children: [one.childId], before: { version },
        after: { version: version + 1, reviewOn: before.reviewOn, withheld: before.withheld, involved: parts.filter(({ involved }) => involved === 'yes').length, notInvolved: parts.filter(({ involved }) => involved === 'no').length },
      },
    }
  },
})

/** A plan is written for a case that is open and that somebody holds. Throws Conflict. */
export function mayWrite(one: { stage: string; allocatedToId: string | null }): void {
  if (one.stage === 'closed') throw new Conflict('This case is closed. Reopen it before you write a plan.')
  if (!one.allocatedToId) throw new Conflict('Nobody holds this case yet. Allocate it first.')
}

type Content = Pick<VersionView, 'withheld' | 'involvement' | 'reviewOn' | 'agreedWith' | 'copiedTo' | 'sections'>

/** The parts that differ, by the names of `flat`. */
function changedBetween(before: VersionView, next: Content, parties: readonly Party[]): string[] {
  const [was, is] = [flat(formOf(before, parties)), flat(formOf(next, parties))]
  return Object.keys(is).filter((key) => is[key] !== was[key])
}

type Standing = { plan: { id: string }; from: number; parties: readonly Party[] }

/** The newer version as named lines, to show beside one's own, and as the form has it, to go on from. */
function staleAt(current: VersionView, parties: readonly Party[]): Stale {
  const form = formOf(current, parties)
  return new Stale({ version: current.number, by: current.by, ...flat(form), form })
}

async function goOn({ tx, actor, now }: Asking, { plan, from, parties }: Standing, content: Content, about: { changed: string[]; note: string; issued: boolean }): Promise<void> {
  const { areaId, userId } = actor
  const { count } = await tx.safetyPlan.updateMany({ where: { areaId, id: plan.id, version: from }, data: { version: from + 1 } })
  if (!count) throw staleAt(await loadLatest({ tx, actor, now }, plan.id), parties)
  const { sections, withheld, reviewOn, agreedWith, copiedTo } = content
  const { id } = await tx.safetyPlanVersion.create({
    data: { areaId, planId: plan.id, number: from + 1, at: now, byId: userId, sections, withheld, reviewOn: reviewOn ? new Date(reviewOn) : null, agreedWith, copiedTo, ...about },
    select: { id: true },
  })
  await tx.safetyPlanInvolvement.createMany({
    data: content.involvement.map(({ party, name, involved, on, how, words, whyNot, willTry, withheld: kept }) => ({
      areaId, versionId: id, party, name, involved: involved === '' ? null : involved === 'yes', on: on ? new Date(on) : null, how, words, whyNot, willTry, withheld: kept,
    })),
  })
}
