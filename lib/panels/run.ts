import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { movePanelProblem } from '../pathway/panel'
import { whoMayChair } from './build'
import { loadItem, loadPanel } from './load'
import { attendSchema, declareSchema, leaveSchema, liftSchema, moveSchema, noteSchema } from './schema'

/**
 * Moves a panel on: opens and closes the meeting, checks and issues its minutes. Throws NotFound, Conflict where
 * something stands in the way or somebody was quicker.
 */
export const movePanel = operation({
  name: 'panels.move',
  effect: 'change',
  permission: 'panel:run',
  input: moveSchema,
  audit: ['panel.moved'],
  async work(asking, { panelId, version, to, note }) {
    const { tx, actor, now } = asking
    const panel = await loadPanel(asking, panelId)
    const problem = movePanelProblem(panel, to, { userId: actor.userId, items: panel.items.map(({ state }) => state) })
    if (problem) throw new Conflict(problem)
    const marks = {
      open: { openedAt: now },
      closed: { closedAt: now },
      checked: { checkedAt: now, checkedById: actor.userId, checkNote: note || null },
      issued: { issuedAt: now, issuedById: actor.userId },
    }
    const { count } = await tx.panel.updateMany({ where: { areaId: actor.areaId, id: panelId, version }, data: { state: to, ...marks[to], version: { increment: 1 } } })
    if (!count) throw new Conflict('Somebody else changed this panel meanwhile. Nothing of yours was saved; reload the page.')
    return { output: undefined, kind: 'panel.moved', facts: { record: { type: 'panel', id: panelId }, children: panel.items.map(({ childId }) => childId), before: { state: panel.state }, after: { state: to } } }
  },
})

/** Writes down that somebody is at the table. Whoever comes as deputy takes the chair where the chair cannot. Throws NotFound, Invalid, Conflict. */
export const attend = operation({
  name: 'panels.attend',
  effect: 'change',
  permission: 'panel:run',
  input: attendSchema,
  audit: ['panel.attended'],
  async work(asking, { panelId, seat, userId, name, agencyId }) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const panel = await loadPanel(asking, panelId)
    if (panel.state !== 'planned' && panel.state !== 'open') throw new Conflict('The meeting is over, and who was there stays as it is.')
    const person = userId ? (await attendees(asking)).find(({ id }) => id === userId) : undefined
    if (userId && !person) throw new Invalid({ userId: 'This person has left or has no role here any more' })
    if (seat === 'chair' && userId !== panel.chairId) throw new Invalid({ userId: `The chair of this panel is ${panel.chair.name}. Anybody else who takes the chair is a deputy` })
    if (seat === 'deputy') {
      if (userId === panel.chairId) throw new Invalid({ userId: 'The deputy is somebody else than the chair' })
      if (!(await whoMayChair(asking)).some(({ id }) => id === userId)) throw new Invalid({ userId: 'A deputy is somebody who may chair a panel' })
      await tx.panel.updateMany({ where: { areaId, id: panelId }, data: { deputyId: userId, version: { increment: 1 } } })
    }
    if (panel.attendance.some((one) => !one.leftAt && (userId ? one.userId === userId : one.name === name))) throw new Conflict('This person is written down as here already.')
    const agency = agencyId ? await tx.agency.findUnique({ where: { areaId_id: { areaId, id: agencyId } } }) : null
    if (agencyId && !agency) throw new Invalid({ agencyId: 'Choose from the list' })
    const made = await tx.panelAttendance.create({ data: { areaId, panelId, seat, userId: userId || null, name: person?.name ?? name, agencyId: person?.agencyId ?? (agencyId || null), arrivedAt: now, byId: actor.userId } })
    return { output: { id: made.id }, kind: 'panel.attended', facts: { record: { type: 'panel', id: panelId }, children: [], before: null, after: { seat, here: true } } }
  },
})

/** Writes down that somebody has left the table. Throws NotFound, Conflict where they have left already. */
export const leave = operation({
  name: 'panels.leave',
  effect: 'change',
  permission: 'panel:run',
  input: leaveSchema,
  audit: ['panel.attended'],
  async work({ tx, actor, now }, { attendanceId }) {
    const { areaId } = actor
    const row = await tx.panelAttendance.findUnique({ where: { areaId_id: { areaId, id: attendanceId } }, include: { panel: { select: { state: true } } } })
    if (!row) throw new NotFound()
    const { count } = row.panel.state === 'planned' || row.panel.state === 'open' ? await tx.panelAttendance.updateMany({ where: { areaId, id: attendanceId, leftAt: null }, data: { leftAt: now } }) : { count: 0 }
    if (!count) throw new Conflict('They are written down as gone already, or the meeting is over. Reload the page.')
    return { output: undefined, kind: 'panel.attended', facts: { record: { type: 'panel', id: row.panelId }, children: [], before: { seat: row.seat, here: true }, after: { here: false } } }
  },
})

/** Keeps one line of notes about a case, at once. Sent twice it is one. Throws NotFound, Conflict where the meeting is not on. */
export const addNote = operation({
  name: 'panels.note',
  effect: 'change',
  permission: 'panel:note',
  input: noteSchema,
  audit: ['panel.noted'],
  async work(asking, { itemId, submissionKey, text }) {
    const { tx, actor, now } = asking
    const { panel, item } = await loadItem(asking, itemId)
    if (panel.state !== 'open') throw new Conflict('Notes are taken while the panel meets. Nothing of yours was saved.')
    await refuseConflicted(asking, item.caseId)
    const same = await tx.panelNote.findUnique({ where: { areaId_submissionKey: { areaId: actor.areaId, submissionKey } } })
    if (!same) await tx.panelNote.create({ data: { areaId: actor.areaId, panelId: panel.id, itemId, submissionKey, text, at: now, byId: actor.userId } })
    return { output: undefined, kind: 'panel.noted', facts: { record: { type: 'panel_item', id: itemId }, children: [item.childId], before: null, after: { noted: true } } }
  },
})

/** Declares that the person asking has an interest in a case: from now on they see nothing that is said of it and do not decide it. Throws NotFound, Conflict where they have. */
export const declareConflict = operation({
  name: 'panels.declare-conflict',
  effect: 'change',
  permission: 'panel:declare',
  input: declareSchema,
  audit: ['panel.conflict_declared'],
  async work({ tx, actor, now }, { itemId, reason }) {
    const { areaId, userId } = actor
    const item = (await tx.panelItem.findUnique({ where: { areaId_id: { areaId, id: itemId } }, select: { caseId: true, childId: true } }))
      ?? (await tx.$queryRaw<{ caseId: string; childId: string }[]>`SELECT case_id AS "caseId", child_id AS "childId" FROM panel_asked() WHERE item_id = ${itemId}::uuid`)[0]
    if (!item) throw new NotFound()
    if (await tx.panelConflict.count({ where: { areaId, caseId: item.caseId, userId, liftedAt: null } })) throw new Conflict('You have declared a conflict of interest in this case already.')
    await tx.panelConflict.create({ data: { areaId, caseId: item.caseId, userId, reason, declaredAt: now } })
    return { output: undefined, kind: 'panel.conflict_declared', facts: { record: { type: 'panel_item', id: itemId }, children: [item.childId], before: null, after: { declared: true } } }
  },
})

/** Lifts somebody else's conflict of interest, with why. Throws NotFound, Conflict for one's own. */
export const liftConflict = operation({
  name: 'panels.lift-conflict',
  effect: 'change',
  permission: 'panel:run',
  input: liftSchema,
  audit: ['panel.conflict_lifted'],
  async work({ tx, actor, now }, { conflictId, reason }) {
    const { areaId, userId } = actor
    const row = await tx.panelConflict.findUnique({ where: { areaId_id: { areaId, id: conflictId } } })
    if (!row) throw new NotFound()
    if (row.userId === userId) throw new Conflict('You declared this conflict yourself, so somebody else lifts it.')
    const { count } = await tx.panelConflict.updateMany({ where: { areaId, id: conflictId, liftedAt: null }, data: { liftedAt: now, liftedById: userId, liftReason: reason } })
    if (!count) throw new Conflict('This conflict is lifted already. Reload the page.')
    return { output: undefined, kind: 'panel.conflict_lifted', facts: { record: { type: 'case', id: row.caseId }, children: [], before: { declared: true }, after: { lifted: true } } }
  },
})

/** Throws Conflict where the person asking declared an interest in the case. */
export async function refuseConflicted({ tx, actor }: Pick<Asking, 'tx' | 'actor'>, caseId: string): Promise<void> {
  if (await tx.panelConflict.count({ where: { areaId: actor.areaId, caseId, userId: actor.userId, liftedAt: null } })) {
    throw new Conflict('You declared a conflict of interest in this case, so you take no part in it. Nothing of yours was saved.')
  }
}

export type Attendee = { id: string; name: string; agencyId: string | null; agency: string | null }

/** Who may be at the table by name: everybody of the area who works with children or answers for an agency. */
export async function attendees({ tx, actor, now }: Asking): Promise<Attendee[]> {
  const rows = await tx.roleAssignment.findMany({
    where: {
      areaId: actor.areaId, role: { in: ['panel_chair', 'cate_manager', 'practitioner', 'safeguarding_lead', 'partner', 'police'] }, revokedAt: null, startsAt: { lte: now },
      OR: [{ endsAt: null }, { endsAt: { gt: now } }], user: { deactivatedAt: null },
    },
    include: { user: { select: { id: true, name: true } }, agency: { select: { id: true, name: true } } },
  })
  const all = rows.map(({ user, agency }) => ({ id: user.id, name: user.name, agencyId: agency?.id ?? null, agency: agency?.name ?? null }))
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at).sort((a, b) => a.name.localeCompare(b.name))
}
