import type { Asking } from '../access/operation'
import { viewAction, actionInclude } from '../actions/view'
import { loadSets } from '../assessments/sets'
import { assessmentInclude, viewAssessment } from '../assessments/view'
import type { Json } from '../audit/kinds'
import type { CateCase, Child } from '../database/models'
import { knownNow } from './known'
import { attendanceOf, returnsOf, type ItemRow, type PanelRow } from './load'

type Case = CateCase & { child: Child }

/**
 * What is known as a panel decides, as plain JSON to be sealed with the decision: the child, the case and its levels,
 * the latest finished assessment, what every agency said, who is at the table, what was noted, when the young person
 * was last seen, the safety plan as it was issued and how far it has come, who sees it otherwise, and what is still to
 * be done, the overdue marked. Later changes do not reach it.
 */
export async function whatIsKnown(asking: Asking, panel: PanelRow, item: ItemRow, one: Case): Promise<Json> {
  const { tx, actor, now } = asking
  const { areaId } = actor
  const sets = await loadSets(tx, areaId)
  const [levels, assessment, notes, actions] = [
    await tx.caseLevel.findMany({ where: { areaId, caseId: one.id }, orderBy: { at: 'asc' } }),
    await tx.assessment.findFirst({ where: { areaId, caseId: one.id, finishedAt: { not: null } }, orderBy: { finishedAt: 'desc' }, include: assessmentInclude }),
    await tx.panelNote.findMany({ where: { areaId, itemId: item.id }, orderBy: { at: 'asc' }, include: { by: { select: { name: true } } } }),
    await tx.agreedAction.findMany({ where: { areaId, caseId: one.id, state: 'open' }, orderBy: { dueOn: 'asc' }, include: actionInclude }),
  ]
  const { child } = one
  const { seen, plan, disagreements } = await knownNow(asking, one, { panelId: panel.id, itemId: item.id, assessment: assessment ? { id: assessment.id, level: assessment.level } : null })
  const known = {
    takenAt: now, takenBy: actor.name,
    panel: { heldAt: panel.heldAt, chair: panel.chair.name, present: attendanceOf(panel).filter(({ leftAt }) => !leftAt) },
    about: item.about, why: item.reasonText,
    child: { id: child.id, givenName: child.givenName, familyName: child.familyName, knownAs: child.knownAs, dateOfBirth: child.dateOfBirth },
    case: { id: one.id, reference: one.reference, stage: one.stage, level: one.level, nextReviewDue: one.nextReviewDue },
    levels: levels.map(({ level, at, reason }) => ({ level, at, reason })),
    assessment: assessment ? viewAssessment(assessment, sets) : null,
    returns: returnsOf(item, panel.returnsDue),
    notAnswered: panel.invitations.filter(({ agencyId, withdrawnAt }) => !withdrawnAt && !item.returns.some((said) => said.agencyId === agencyId)).map(({ agency }) => agency.name),
    notes: notes.map(({ text, at, by }) => ({ text, at, by: by.name })),
    seen, plan, disagreements,
    openActions: actions.map((action) => viewAction(action, now)),
  }
  return JSON.parse(JSON.stringify(known)) as Json
}
