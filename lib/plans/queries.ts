import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { may } from '../access/permissions'
import { workersOf } from '../actions/add'
import { actionInclude, viewAction, type ActionView } from '../actions/view'
import { nameOf } from '../children/view'
import type { Level } from '../pathway/levels'
import { londonDay } from '../pathway/london'
import { issueProblems, latestReviewOn, type Party, type PlanProblem } from '../pathway/plan'
import { agenciesThatAnswer } from '../sharing/receivers'
import { loadCase, loadVersions } from './load'
import type { VersionView } from './view'

/** Somebody who types into a plan counts as there for so long. */
const THERE_MINUTES = 10

export type PlanAction = ActionView & { family: boolean }

export type PlanView = {
  id: string
  /** As it stands now, and as it was last issued; one and the same where nothing was changed since. */
  now: VersionView
  issued: VersionView | null
  actions: PlanAction[]
  /** What is missing before it may be issued; empty too where it is issued as it stands. */
  problems: PlanProblem[]
  /** Others who have it open to write in it. */
  writers: { name: string; at: string }[]
}

export type PlanPage = {
  case: { id: string; reference: string; closed: boolean; held: boolean; level: Level | null }
  child: { id: string; name: string }
  parties: Party[]
  /** The latest day of its review, by the level (DOMAIN 2). */
  latestReview: string
  plan: PlanView | null
  /** Who may be given an action; empty for those who only read. */
  owners: { people: { id: string; name: string }[]; agencies: { id: string; name: string }[] }
}

/** The safety plan of a case, or that there is none yet. Throws NotFound for a case that is not open to the person asking. */
export const readPlan = operation({
  name: 'plans.read',
  effect: 'read',
  permission: 'plan:read',
  input: z.strictObject({ caseId: z.uuid() }),
  audit: ['plan.opened'],
  async work(asking, { caseId }) {
    const { tx, actor, now } = asking
    const { areaId, userId, settings, role } = actor
    const { one, plan, parties } = await loadCase(asking, caseId)
    const latestReview = latestReviewOn(one.level, now, settings)
    let view: PlanView | null = null
    if (plan) {
      const versions = await loadVersions(asking, plan.id)
      const [latest] = versions
      if (!latest) throw new NotFound()
      const actions = await tx.safetyPlanAction.findMany({ where: { areaId, planId: plan.id }, include: { action: { include: actionInclude } } })
      const writers = await tx.safetyPlanWriter.findMany({
        where: { areaId, planId: plan.id, userId: { not: userId }, at: { gt: new Date(now.getTime() - THERE_MINUTES * 60_000) } },
        orderBy: { at: 'desc' }, include: { user: { select: { name: true } } },
      })
      view = {
        id: plan.id,
        now: latest,
        issued: versions.find(({ state }) => state === 'issued') ?? null,
        actions: actions.map(({ action, family }) => ({ ...viewAction(action, now), family })).sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id)),
        problems: latest.state === 'issued' ? [] : issueProblems(latest, parties, { today: londonDay(now), latestReview }),
        writers: writers.map(({ user, at }) => ({ name: user.name, at: at.toISOString() })),
      }
    }
    const writes = may(role, 'plan:write') && plan !== null
    const output: PlanPage = {
      case: { id: one.id, reference: one.reference, closed: one.stage === 'closed', held: one.allocatedToId !== null, level: one.level },
      child: { id: one.childId, name: nameOf(one.child) },
      parties,
      latestReview,
      plan: view,
      owners: writes ? { people: await workersOf(asking), agencies: (await agenciesThatAnswer(tx, areaId)).map(({ id, name }) => ({ id, name })) } : { people: [], agencies: [] },
    }
    return { output, kind: 'plan.opened', facts: { record: { type: 'case', id: caseId }, children: [one.childId] } }
  },
})

/** Says that somebody has a plan open and types, so that others are warned. Throws NotFound. */
export const writingPlan = operation({
  name: 'plans.writing',
  effect: 'change',
  permission: 'plan:write',
  input: z.strictObject({ caseId: z.uuid() }),
  audit: ['plan.writing'],
  async work(asking, { caseId }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const { one, plan } = await loadCase(asking, caseId)
    if (!plan) throw new NotFound()
    const key = { areaId, planId: plan.id, userId }
    await tx.safetyPlanWriter.upsert({ where: { areaId_planId_userId: key }, create: { ...key, since: now, at: now }, update: { at: now } })
    return { output: undefined, kind: 'plan.writing', facts: { record: { type: 'plan', id: plan.id }, children: [one.childId] } }
  },
})
