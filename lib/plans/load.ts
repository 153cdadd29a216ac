import { NotFound } from '../access/errors'
import type { Asking } from '../access/operation'
import { nameOf } from '../children/view'
import { partiesOf, planStates } from '../pathway/plan'
import { versionInclude, viewVersion, type VersionView } from './view'

/** The case, its child and those who have to have been part of the plan. Throws NotFound. */
export async function loadCase({ tx, actor }: Asking, caseId: string) {
  const one = await tx.cateCase.findUnique({
    where: { areaId_id: { areaId: actor.areaId, id: caseId } },
    include: { child: { include: { people: { orderBy: [{ parentalResponsibility: 'desc' }, { name: 'asc' }] } } }, safetyPlan: true },
  })
  if (!one) throw new NotFound()
  return { one, plan: one.safetyPlan, parties: partiesOf(nameOf(one.child), one.child.people) }
}

/** The versions of a plan with where each stands, newest first. */
export async function loadVersions({ tx, actor }: Asking, planId: string): Promise<VersionView[]> {
  const rows = await tx.safetyPlanVersion.findMany({ where: { areaId: actor.areaId, planId }, orderBy: { number: 'desc' }, include: versionInclude })
  const states = planStates(rows)
  return rows.map((row, at) => viewVersion(row, states[at] ?? 'draft'))
}

/** The version that stands now, to write on from. */
export async function loadLatest({ tx, actor }: Asking, planId: string): Promise<VersionView> {
  const row = await tx.safetyPlanVersion.findFirst({ where: { areaId: actor.areaId, planId }, orderBy: { number: 'desc' }, include: versionInclude })
  if (!row) throw new NotFound()
  return viewVersion(row, row.issued ? 'issued' : 'draft')
}
