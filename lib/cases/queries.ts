import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { seenOfCases } from '../casework/seen'
import { gistOf } from '../contacts/view'
import { may } from '../access/permissions'
import { nameOf } from '../children/view'
import { nextPage, pageBy, readKey, readSort, type Page } from '../paging'
import type { Level } from '../pathway/levels'
import type { CaseStage } from '../pathway/states'
import { pageOfCases } from './order'
import { closedWithNews, sinceClosed } from './since'
import { caseListSchema, caseSort } from './schema'
import { nextDue, seenIn, summariseCase, type CaseSummary } from './view'
import { workedBy } from './worked-by'
import { practitionersOf } from './workload'

const include = {
  child: { select: { id: true, givenName: true, familyName: true, knownAs: true, dateOfBirth: true, birthEstimated: true } },
  allocatedTo: { select: { name: true } },
} as const

const PAGE = 25
/** A board shows all that is open: a team's cases are dozens. */
const BOARD = 500

export type Caseload = Page<CaseSummary> & {
  /** How many there are in all; null for closed cases, which are not counted. */
  count: number | null
  /** How many of those, whatever `seen` narrows to, were seen later than their level asks; null for closed cases. */
  seenLate: number | null
  /** Whom to narrow the list by, for whoever sees the whole team. */
  practitioners: { id: string; name: string }[]
}

/**
 * Cases, 25 a page: a practitioner's own, a manager's whole team; narrowed and sorted as asked. Unless another order
 * is asked for, open ones waiting to be allocated stand before all, then what is late, then what is due next;
 * closed ones newest first. A team's open cases are dozens and are ordered here: what is due next is in no column.
 */
export const listCaseload = operation({
  name: 'cases.caseload',
  effect: 'read',
  permission: 'caseload:read',
  input: caseListSchema,
  audit: ['case.listed'],
  async work({ tx, actor, now, pageSize = PAGE }, { after, ...filter }) {
    const { show, practitioner, level, stage, due, seen, since: came, view } = filter
    const { areaId, role, settings } = actor
    const closed = show === 'closed'
    const sort = caseSort(filter)
    const page = pageBy('closedAt', readSort(sort).direction, closed ? readKey(after) : null)
    const found = await tx.cateCase.findMany({
      where: {
        areaId,
        closedAt: closed ? { not: null } : null,
        ...(practitioner ? { allocatedToId: practitioner === 'none' ? null : practitioner } : {}),
        ...(level ? { level: level === 'none' ? null : level } : {}),
        ...(stage ? { stage } : {}),
        ...(closed && came ? { id: { in: await closedWithNews(tx, areaId, came) } } : {}),
        AND: [page.where, role === 'practitioner' ? workedBy(actor.userId) : {}],
      },
      include,
      ...(closed ? { orderBy: page.order, take: pageSize + 1 } : {}),
    })
    const known = closed ? new Map<string, never>() : await seenOfCases(tx, areaId, found.map(({ id }) => id))
    const all = found
      .map((row) => ({ ...row, seen: seenIn(row, known.get(row.id), now, settings) }))
      .map((row) => ({ ...row, over: row.seen.days - row.seen.expected.days }))
      .filter((row) => closed || !due || nextDue(row, now)?.state === due)
    const rows = closed || !seen ? all : all.filter((row) => row.seen.state === seen)
    const nameOfCase = async (id: string) => {
      const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id } }, select: { child: include.child } })
      return one && nameOf(one.child)
    }
    const { items, next } = closed
      ? nextPage(rows, pageSize, (row) => ({ at: row.closedAt ?? now, id: row.id }))
      : await pageOfCases(rows, sort, (row) => nameOf(row.child), view === 'board' ? BOARD : pageSize, after, nameOfCase)
    const since = closed ? await sinceClosed(tx, areaId, items) : new Map<string, never>()
    const output: Caseload = {
      items: items.map((row) => summariseCase(row, { levels: true, now, own: role === 'practitioner' ? actor.userId : undefined, since: since.get(row.id), log: { known: known.get(row.id), settings } })),
      next,
      count: closed ? null : rows.length,
      seenLate: closed ? null : all.filter((row) => row.seen.state === 'late').length,
      practitioners: may(role, 'workload:read') ? await practitionersOf(tx, actor, now) : [],
    }
    return { output, kind: 'case.listed', facts: { rows: items.map(({ id }) => id), children: items.map(({ childId }) => childId), terms: { ...filter, after } } }
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
