import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { gistOf } from '../contacts/view'
import { oneOf } from '../input'
import type { Level } from '../pathway/levels'
import type { CaseStage } from '../pathway/states'
import { summariseCase, type CaseSummary } from './view'

const include = {
  child: { select: { id: true, givenName: true, familyName: true, knownAs: true, dateOfBirth: true, birthEstimated: true } },
  allocatedTo: { select: { name: true } },
} as const

const CLOSED_SHOWN = 200

/**
 * Open cases: a practitioner's own, a manager's whole team. What is late first, then what is due next; those
 * waiting to be allocated before all. Closed ones newest first, the last 200.
 */
export const listCaseload = operation({
  name: 'cases.caseload',
  effect: 'read',
  permission: 'caseload:read',
  input: z.strictObject({ show: oneOf(['open', 'closed'], 'Choose from the list').default('open') }),
  audit: ['case.listed'],
  async work({ tx, actor, now }, { show }) {
    const rows = await tx.cateCase.findMany({
      where: { areaId: actor.areaId, closedAt: show === 'closed' ? { not: null } : null },
      include,
      orderBy: show === 'closed' ? { closedAt: 'desc' } : { panelDue: 'asc' },
      ...(show === 'closed' ? { take: CLOSED_SHOWN } : {}),
    })
    const output = rows.map((row) => summariseCase(row, { levels: true, now }))
    if (show === 'open') output.sort(bySoonest)
    return { output, kind: 'case.listed', facts: { rows: rows.map((row) => row.id), children: rows.map((row) => row.childId), terms: { show } } }
  },
})

function bySoonest(a: CaseSummary, b: CaseSummary): number {
  const waiting = Number(b.stage === 'allocation') - Number(a.stage === 'allocation')
  return waiting || (a.next?.due ?? '9').localeCompare(b.next?.due ?? '9')
}

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
