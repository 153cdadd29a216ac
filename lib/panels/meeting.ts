import { z } from 'zod'
import { operation } from '../access/operation'
import { may } from '../access/permissions'
import { agenciesThatAnswer } from '../sharing/receivers'
import { workersOf } from '../actions/add'
import { actionInclude, viewAction, type ActionView } from '../actions/view'
import { loadSets } from '../assessments/sets'
import { assessmentInclude, viewAssessment, type AssessmentView } from '../assessments/view'
import { LEVELS, reviewDue, callsForStrategyMeeting, type Level } from '../pathway/levels'
import { londonDay } from '../pathway/london'
import { decideProblem, isOffPanel, quorumMissing, type ItemState, type PanelState } from '../pathway/panel'
import { knownNow, type KnownNow } from './known'
import { attendanceOf, casesOf, loadItem, presentFor, returnsOf, standingConflicts, type AttendanceView, type ReturnView } from './load'

type Neighbour = { id: string; about: string } | null

export type MeetingItem = {
  panel: { id: string; state: PanelState; heldAt: string; chair: string; deputy: string | null }
  item: { id: string; version: number; state: ItemState; about: string; why: string; deferReason: string | null; number: number; of: number }
  before: Neighbour
  after: Neighbour
  /** Empty where the case was closed since, or is not open to the person asking. */
  case: { id: string; childId: string; name: string; born: string; reference: string; level: Level | null; practitioner: string | null } | null
  conflicted: boolean
  conflicts: { person: string }[]
  levels: { level: Level; at: string; reason: string; by: string }[]
  /** The latest finished assessment, and the one before it. */
  assessment: AssessmentView | null
  previous: AssessmentView | null
  /** When last seen, the plan's progress, who sees it otherwise; null where the case is not shown. */
  known: KnownNow | null
  returns: ReturnView[]
  notAnswered: string[]
  actions: ActionView[]
  notes: { id: string; text: string; by: string; at: string; own: boolean }[]
  attendance: AttendanceView[]
  missing: string[]
  mayNote: boolean
  /** What stands in the way of deciding; null where the person asking may. */
  problem: string | null
  mayDecide: boolean
  decision: { level: Level; before: Level | null; reason: string; by: string; at: string; nextReview: string; strategyCalled: boolean; strategyWhyNot: string | null; dissents: { agency: string; words: string }[] } | null
  /** For the form: by each level the latest day of review, and whether it asks for a strategy meeting. */
  rules: Record<Level, { latest: string; asks: boolean }>
  owners: { agencies: { id: string; name: string }[]; people: { id: string; name: string }[] }
  dissenters: { id: string; name: string }[]
}

/** One case of a panel, as it is shown in the meeting. Whoever declared an interest in it sees that it is there and nothing that is said of it. Throws NotFound. */
export const readMeetingItem = operation({
  name: 'panels.meeting',
  effect: 'read',
  permission: 'panel:read',
  input: z.strictObject({ itemId: z.uuid() }),
  audit: ['panel.case_opened'],
  async work(asking, { itemId }) {
    const { tx, actor, now } = asking
    const { areaId, userId, settings } = actor
    const { panel, item } = await loadItem(asking, itemId)
    const conflicts = await standingConflicts(asking, [item.caseId])
    const conflicted = conflicts.some((one) => one.userId === userId)
    const found = conflicted ? undefined : (await casesOf(asking, [item.caseId])).get(item.caseId)
    const of = { areaId, caseId: item.caseId }
    const by = { select: { name: true } } as const
    const levels = found ? await tx.caseLevel.findMany({ where: of, orderBy: { at: 'asc' }, include: { by } }) : []
    const [assessment, previous] = found ? await tx.assessment.findMany({ where: { ...of, finishedAt: { not: null } }, orderBy: { finishedAt: 'desc' }, take: 2, include: assessmentInclude }) : []
    const sets = await loadSets(tx, areaId)
    const actions = found ? await tx.agreedAction.findMany({ where: { ...of, OR: [{ state: 'open' }, { sourceId: item.decision?.id ?? itemId }] }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], include: actionInclude }) : []
    const notes = await tx.panelNote.findMany({ where: { areaId, itemId }, orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { by } })
    const dissents = await tx.panelDissent.findMany({ where: { areaId, itemId }, orderBy: { at: 'asc' }, include: { agency: by } })
    const present = presentFor(panel, item.caseId, conflicts)
    const problem = decideProblem({ panel, item: item.state, closed: !found || isOffPanel(found.row.stage), userId, conflicted, present }, settings)
    const agenda = panel.items.filter(({ state, id }) => state !== 'deferred' || id === itemId)
    const at = agenda.findIndex(({ id }) => id === itemId)
    const neighbour = (index: number): Neighbour => { const one = agenda[index]; return one ? { id: one.id, about: one.about } : null }
    const decides = may(actor.role, 'panel:decide') && !problem
    const known = found ? await knownNow(asking, found.row, { panelId: panel.id, itemId, assessment: assessment ? { id: assessment.id, level: assessment.level } : null }) : null
    const said = returnsOf(item, panel.returnsDue)
    const live = panel.invitations.filter(({ withdrawnAt }) => !withdrawnAt)
    const tables = new Map([...live.map(({ agencyId, agency }) => [agencyId, agency.name] as const), ...panel.attendance.flatMap(({ agencyId, agency }) => (agencyId && agency ? [[agencyId, agency.name] as const] : []))])
    const output: MeetingItem = {
      panel: { id: panel.id, state: panel.state, heldAt: panel.heldAt.toISOString(), chair: panel.chair.name, deputy: panel.deputy?.name ?? null },
      item: { id: itemId, version: item.version, state: item.state, about: item.about, why: item.reasonText, deferReason: item.deferReason, number: at + 1, of: agenda.length },
      before: neighbour(at - 1), after: neighbour(at + 1),
      case: found ? { id: found.row.id, childId: found.row.childId, name: found.name, born: found.born, reference: found.row.reference, level: found.row.level, practitioner: found.row.allocatedTo?.name ?? null } : null,
      conflicted, conflicts: conflicts.map(({ user }) => ({ person: user.name })),
      levels: levels.map(({ level, at: when, reason, by: who }) => ({ level, at: when.toISOString(), reason, by: who.name })),
      assessment: assessment ? viewAssessment(assessment, sets) : null, previous: previous ? viewAssessment(previous, sets) : null,
      known, returns: said, notAnswered: conflicted ? [] : live.filter(({ agencyId }) => !said.some((one) => one.agencyId === agencyId)).map(({ agency }) => agency.name).sort(),
      actions: actions.map((row) => viewAction(row, now)),
      notes: notes.map(({ id, text, by: who, byId, at: when }) => ({ id, text, by: who.name, at: when.toISOString(), own: byId === userId })),
      attendance: attendanceOf(panel), missing: quorumMissing(present, settings.panelQuorum),
      mayNote: may(actor.role, 'panel:note') && panel.state === 'open' && !conflicted,
      problem, mayDecide: decides,
      decision: item.decision ? {
        level: item.decision.level, before: item.decision.levelBefore, reason: item.decision.reason, by: item.decision.decidedBy.name, at: item.decision.decidedAt.toISOString(),
        nextReview: item.decision.nextReviewDue.toISOString(), strategyCalled: item.decision.strategyCalled, strategyWhyNot: item.decision.strategyWhyNot,
        dissents: dissents.map(({ agency, words }) => ({ agency: agency.name, words })),
      } : null,
      rules: Object.fromEntries(LEVELS.map((level) => [level, { latest: londonDay(reviewDue(level, now, settings)), asks: callsForStrategyMeeting(level, settings) }])) as MeetingItem['rules'],
      owners: decides ? { agencies: (await agenciesThatAnswer(tx, areaId)).map(({ id, name }) => ({ id, name })), people: await workersOf(asking) } : { agencies: [], people: [] },
      dissenters: decides ? [...tables].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)) : [],
    }
    return { output, kind: 'panel.case_opened', facts: { record: { type: 'panel_item', id: itemId }, children: [item.childId] } }
  },
})
