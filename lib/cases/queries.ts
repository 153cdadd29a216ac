import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { gistOf } from '../contacts/view'
import { readSort } from '../paging'
import type { Level } from '../pathway/levels'
import type { CaseStage } from '../pathway/states'
import { caseListSchema, caseSort } from './schema'
import { sortCases, summariseCase, type CaseSummary } from './view'

const include = {
  child: { select: { id: true, givenName: true, familyName: true, knownAs: true, dateOfBirth: true, birthEstimated: true } },
  allocatedTo: { select: { name: true } },
} as const

const CLOSED_SHOWN = 200

/**
 * Open cases: a practitioner's own, a manager's whole team; narrowed and sorted as asked. Unless another order is
 * asked for, those waiting to be allocated stand before all, then what is late, then what is due next. Whole,
 * because a team's open cases are dozens. Closed ones newest first, the last 200 of what was asked for.
 */
export const listCaseload = operation({
  name: 'cases.caseload',
  effect: 'read',
  permission: 'caseload:read',
  input: caseListSchema,
  audit: ['case.listed'],
  async work({ tx, actor, now }, filter) {
    const { show, practitioner, level, stage, due } = filter
    const closed = show === 'closed'
    const sort = caseSort(filter)
    const rows = await tx.cateCase.findMany({
      where: {
        areaId: actor.areaId,
        closedAt: closed ? { not: null } : null,
        ...(practitioner ? { allocatedToId: practitioner === 'none' ? null : practitioner } : {}),
        ...(level ? { level: level === 'none' ? null : level } : {}),
        ...(stage ? { stage } : {}),
      },
      include,
      orderBy: closed ? [{ closedAt: readSort(sort).direction }, { id: 'asc' }] : { panelDue: 'asc' },
      ...(closed ? { take: CLOSED_SHOWN } : {}),
    })
    const shown = rows.map((row) => summariseCase(row, { levels: true, now })).filter((one) => !due || one.next?.state === due)
    const output = closed ? shown : sortCases(shown, sort)
    return { output, kind: 'case.listed', facts: { rows: output.map((one) => one.id), children: output.map((one) => one.child.id), terms: filter } }
  },
})

export type CaseView = CaseSummary & {
  panelDue: string
  panelHeldAt: string | null
  referralId: string | null
  closureReason: string | null
  allocations: { at: string; practitioner: string; by: string; reason: string | null }[]
  stages: { at: string; from: CaseStage | null; to: CaseStage; by: string; reason: string | null }[]
  levels: { at: string; level: Level; by: string; reason: string }[]
  /** Calls about the young person while the case was open, newest first. */
  calls: { id: string; at: string; gist: string; by: string; danger: boolean }[]
}

/** One case with its histories. Throws NotFound. */
export const readCase = operation({
  name: 'cases.read',
  effect: 'read',
  permission: 'case:read',
  input: z.strictObject({ caseId: z.uuid() }),
  audit: ['case.opened'],
  async work({ tx, actor, now }, { caseId }) {
    const by = { select: { name: true } } as const
    const one = await tx.cateCase.findUnique({
      where: { areaId_id: { areaId: actor.areaId, id: caseId } },
      include: {
        ...include,
        allocations: { orderBy: { at: 'desc' }, include: { practitioner: by, by } },
        stageMoves: { orderBy: { at: 'desc' }, include: { by } },
        levels: { orderBy: { at: 'desc' }, include: { by } },
        notes: { orderBy: { receivedAt: 'desc' }, include: { recordedBy: by } },
      },
    })
    if (!one) throw new NotFound()
    const output: CaseView = {
      ...summariseCase(one, { levels: true, now }),
      panelDue: one.panelDue.toISOString(),
      panelHeldAt: one.panelHeldAt?.toISOString() ?? null,
      referralId: one.referralId,
      closureReason: one.closureReason,
      allocations: one.allocations.map((given) => ({ at: given.at.toISOString(), practitioner: given.practitioner.name, by: given.by.name, reason: given.reason })),
      stages: one.stageMoves.map((move) => ({ at: move.at.toISOString(), from: move.from, to: move.to, by: move.by.name, reason: move.reason })),
      levels: one.levels.map((agreed) => ({ at: agreed.at.toISOString(), level: agreed.level, by: agreed.by.name, reason: agreed.reason })),
      calls: one.notes.map((note) => ({ id: note.id, at: note.receivedAt.toISOString(), gist: gistOf(note.whatWasSaid), by: note.recordedBy.name, danger: note.immediateDanger })),
    }
    return { output, kind: 'case.opened', facts: { record: { type: 'case', id: caseId }, children: [one.childId] } }
  },
})
