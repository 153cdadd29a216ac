import type { Asking } from '../access/operation'
import { actionInclude, viewAction, type ActionView } from '../actions/view'
import { partsOf } from '../assessments/parts'
import { viewSeen, type SeenView } from '../casework/seen-view'
import { seenIn } from '../cases/view'
import { ageOf, dayOf } from '../children/view'
import type { CateCase, Child } from '../database/models'
import { eighteenthBirthday } from '../pathway/age'
import { asksTransition } from '../pathway/exit'
import type { Level } from '../pathway/levels'
import { londonDay } from '../pathway/london'
import { loadVersions } from '../plans/load'
import type { VersionView } from '../plans/view'

export type PlanNow = {
  /** As it was last issued; null where it never was. */
  issued: VersionView | null
  /** Something was written since. */
  changedSince: boolean
  reviewLate: boolean
  done: number
  open: number
  late: number
  notDone: number
  actions: ActionView[]
}

/** An agency that sees it otherwise: at an earlier panel, or in its part of the latest assessment. */
export type Disagreement = { agency: string; at: string; words: string; level: Level | null; from: 'panel' | 'assessment' }

/** What is known of a case besides what the agencies say for this panel: seen, planned, disputed, and a birthday to prepare for. */
export type KnownNow = {
  seen: SeenView
  plan: PlanNow | null
  disagreements: Disagreement[]
  /** From 17 on: the 18th birthday, which ends nothing (DOMAIN 1). 'YYYY-MM-DD' */
  eighteen: { on: string; past: boolean } | null
}

type Of = { panelId: string; itemId: string; assessment: { id: string; level: Level | null } | null }

/** The same for the screen of a meeting and for the snapshot that is sealed with its decision. */
export async function knownNow(asking: Asking, one: CateCase & { child: Child }, { panelId, itemId, assessment }: Of): Promise<KnownNow> {
  const { tx, actor, now } = asking
  const seen = await tx.$queryRaw<{ case_id: string; seen_at: Date }[]>`SELECT case_id, seen_at FROM panel_last_seen(${panelId}::uuid)`
  const seenAt = seen.find(({ case_id }) => case_id === one.id)?.seen_at ?? null
  return {
    seen: viewSeen(seenIn(one, { seenAt, safety: null, nextStep: null, nextOn: null }, now, actor.settings)),
    plan: await planOf(asking, one.id),
    disagreements: [...(await dissentsBefore(asking, one.id, itemId)), ...(assessment ? await otherwise(asking, assessment) : [])],
    eighteen: eighteenOf(one.child, now),
  }
}

async function planOf(asking: Asking, caseId: string): Promise<PlanNow | null> {
  const { tx, actor, now } = asking
  const plan = await tx.safetyPlan.findUnique({ where: { areaId_caseId: { areaId: actor.areaId, caseId } } })
  if (!plan) return null
  const versions = await loadVersions(asking, plan.id)
  const rows = await tx.safetyPlanAction.findMany({ where: { areaId: actor.areaId, planId: plan.id }, include: { action: { include: actionInclude } } })
  const actions = rows.map(({ action }) => viewAction(action, now)).sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id))
  const issued = versions.find(({ state }) => state === 'issued') ?? null
  const count = (wanted: (action: ActionView) => boolean) => actions.filter(wanted).length
  return {
    issued, changedSince: versions[0]?.state === 'draft', reviewLate: Boolean(issued?.reviewOn && issued.reviewOn < londonDay(now)), actions,
    done: count(({ state }) => state === 'done'), open: count(({ state }) => state === 'open'), late: count(({ clock }) => clock === 'late'), notDone: count(({ state }) => state === 'not_done'),
  }
}

async function dissentsBefore({ tx, actor }: Asking, caseId: string, itemId: string): Promise<Disagreement[]> {
  const rows = await tx.panelDissent.findMany({ where: { areaId: actor.areaId, item: { caseId, id: { not: itemId } } }, orderBy: { at: 'desc' }, include: { agency: { select: { name: true } } } })
  return rows.map(({ agency, at, words }) => ({ agency: agency.name, at: at.toISOString(), words, level: null, from: 'panel' }))
}

/** Agencies whose own view of the level is another than the one that the assessment proposes. */
async function otherwise(asking: Asking, { id, level }: { id: string; level: Level | null }): Promise<Disagreement[]> {
  return (await partsOf(asking, id)).flatMap(({ agency, said }) =>
    said?.level && said.level !== level ? [{ agency, at: said.at, words: said.levelReason ?? '', level: said.level, from: 'assessment' as const }] : [])
}

function eighteenOf(child: Child, now: Date): KnownNow['eighteen'] {
  const born = dayOf(child.dateOfBirth)
  const age = ageOf(child, now)
  if (!born || age === null || !asksTransition(age)) return null
  return { on: eighteenthBirthday(born), past: age >= 18 }
}
