import { z } from 'zod'
import { operation } from '../access/operation'
import { actionInclude, viewAction, type ActionView } from '../actions/view'
import type { Json } from '../audit/kinds'
import { sealOf } from '../enquiries/seal'
import type { Level } from '../pathway/levels'
import { movePanelProblem, type ItemState, type PanelState } from '../pathway/panel'
import { attendanceOf, loadPanel, returnsOf, standingConflicts, type AttendanceView } from './load'

export type MinutesItem = {
  id: string
  about: string
  why: string
  state: ItemState
  /** The person asking has an interest in the case, so what was said of it is left out. */
  withheld: boolean
  deferReason: string | null
  returns: { agency: string; answer: 'known' | 'nothing_known'; late: boolean }[]
  notAnswered: string[]
  notes: { text: string; by: string; at: string }[]
  decision: { level: Level; before: Level | null; reason: string; by: string; at: string; nextReview: string; strategyCalled: boolean; strategyWhyNot: string | null; sha256: string; whole: boolean } | null
  dissents: { agency: string; words: string }[]
  actions: ActionView[]
}

export type Minutes = {
  id: string
  version: number
  state: PanelState
  heldAt: string
  place: string
  chair: string
  deputy: string | null
  openedAt: string | null
  closedAt: string | null
  attendance: AttendanceView[]
  items: MinutesItem[]
  checked: { by: string; at: string; note: string | null } | null
  issued: { by: string; at: string } | null
  /** What stands in the way of the person asking: to check them, to issue them. */
  checkProblem: string | null
  issueProblem: string | null
}

/** The minutes of a panel, put together from what was written down in it. A practitioner reads what concerns own cases. Throws NotFound. */
export const readMinutes = operation({
  name: 'panels.minutes',
  effect: 'read',
  permission: 'panel:read',
  input: z.strictObject({ panelId: z.uuid() }),
  audit: ['panel.minutes_opened'],
  async work(asking, { panelId }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const panel = await loadPanel(asking, panelId)
    const ids = panel.items.map(({ id }) => id)
    const by = { select: { name: true } } as const
    const notes = await tx.panelNote.findMany({ where: { areaId, itemId: { in: ids } }, orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { by } })
    const dissents = await tx.panelDissent.findMany({ where: { areaId, itemId: { in: ids } }, orderBy: { at: 'asc' }, include: { agency: by } })
    const seals = new Map((await tx.panelDecision.findMany({ where: { areaId, itemId: { in: ids } }, select: { id: true, sha256: true, snapshot: true } })).map((row) => [row.id, row]))
    const actions = await tx.agreedAction.findMany({ where: { areaId, source: 'panel', sourceId: { in: [...seals.keys()] } }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], include: actionInclude })
    const conflicted = new Set((await standingConflicts(asking, panel.items.map(({ caseId }) => caseId))).filter((one) => one.userId === userId).map(({ caseId }) => caseId))
    const states = { userId, items: panel.items.map(({ state }) => state) }
    const output: Minutes = {
      id: panel.id, version: panel.version, state: panel.state, heldAt: panel.heldAt.toISOString(), place: panel.place, chair: panel.chair.name, deputy: panel.deputy?.name ?? null,
      openedAt: panel.openedAt?.toISOString() ?? null, closedAt: panel.closedAt?.toISOString() ?? null, attendance: attendanceOf(panel),
      items: panel.items.map((item) => {
        const { decision } = item
        const seal = decision ? seals.get(decision.id) : undefined
        const said = returnsOf(item, panel.returnsDue)
        const withheld = conflicted.has(item.caseId)
        return {
          id: item.id, about: item.about, why: item.reasonText, state: item.state, withheld, deferReason: item.deferReason,
          returns: said.map(({ agency, answer, late }) => ({ agency, answer, late })),
          notAnswered: withheld ? [] : panel.invitations.filter(({ agencyId, withdrawnAt }) => !withdrawnAt && !said.some((one) => one.agencyId === agencyId)).map(({ agency }) => agency.name).sort(),
          notes: notes.filter(({ itemId }) => itemId === item.id).map(({ text, at, by: who }) => ({ text, at: at.toISOString(), by: who.name })),
          decision: decision && seal ? {
            level: decision.level, before: decision.levelBefore, reason: decision.reason, by: decision.decidedBy.name, at: decision.decidedAt.toISOString(), nextReview: decision.nextReviewDue.toISOString(),
            strategyCalled: decision.strategyCalled, strategyWhyNot: decision.strategyWhyNot, sha256: seal.sha256, whole: sealOf(seal.snapshot as Json) === seal.sha256,
          } : null,
          dissents: dissents.filter(({ itemId }) => itemId === item.id).map(({ agency, words }) => ({ agency: agency.name, words })),
          actions: actions.filter(({ sourceId }) => sourceId === decision?.id).map((row) => viewAction(row, now)),
        }
      }),
      checked: panel.checkedAt && panel.checkedBy ? { by: panel.checkedBy.name, at: panel.checkedAt.toISOString(), note: panel.checkNote } : null,
      issued: panel.issuedAt && panel.issuedBy ? { by: panel.issuedBy.name, at: panel.issuedAt.toISOString() } : null,
      checkProblem: movePanelProblem(panel, 'checked', states), issueProblem: movePanelProblem(panel, 'issued', states),
    }
    return { output, kind: 'panel.minutes_opened', facts: { record: { type: 'panel', id: panelId }, children: panel.items.map(({ childId }) => childId) } }
  },
})
