import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { nameOf } from '../children/view'
import { dayOf } from '../children/view'
import { coverState, type Continuity, type CoverState } from '../pathway/cover'
import type { Level } from '../pathway/levels'
import type { CaseStage } from '../pathway/states'

const by = { select: { name: true } } as const

export type CoverView = { id: string; cover: string; holder: string; startsOn: string; untilOn: string; state: CoverState; reason: string | null; arrangedBy: string; endWhy: string | null }

/** A change of hands with what the young person was told of it. */
export type ChangeView = Continuity & { id: string; at: string; by: string; what: string }

export type CaseCoverView = {
  case: { id: string; reference: string; version: number; stage: CaseStage; level: Level | null; holder: { id: string; name: string } | null }
  child: { id: string; name: string }
  /** The one that stands or is to come. */
  now: CoverView | null
  past: CoverView[]
  changes: ChangeView[]
}

/** Who works with a young person now, who covers, and how she was told each time. Throws NotFound. */
export const readCover = operation({
  name: 'cover.of-case',
  effect: 'read',
  permission: 'casework:read',
  input: z.strictObject({ caseId: z.uuid() }),
  audit: ['cover.opened'],
  async work({ tx, actor }, { caseId }) {
    const one = await tx.cateCase.findUnique({
      where: { areaId_id: { areaId: actor.areaId, id: caseId } },
      include: {
        child: true, allocatedTo: by,
        covers: { orderBy: { arrangedAt: 'desc' }, include: { cover: by, holder: by, arrangedBy: by } },
        continuity: { orderBy: { at: 'desc' }, include: { by, allocation: { include: { practitioner: by } }, cover: { include: { cover: by } } } },
      },
    })
    if (!one) throw new NotFound()
    const covers: CoverView[] = one.covers.map((row) => ({
      id: row.id, cover: row.cover.name, holder: row.holder.name, startsOn: dayOf(row.startsOn) ?? '', untilOn: dayOf(row.untilOn) ?? '', state: coverState(row), reason: row.reason, arrangedBy: row.arrangedBy.name, endWhy: row.endWhy,
    }))
    const output: CaseCoverView = {
      case: { id: one.id, reference: one.reference, version: one.version, stage: one.stage, level: one.level, holder: one.allocatedToId && one.allocatedTo ? { id: one.allocatedToId, name: one.allocatedTo.name } : null },
      child: { id: one.childId, name: nameOf(one.child) },
      now: covers.find(({ state }) => state !== 'ended') ?? null,
      past: covers.filter(({ state }) => state === 'ended'),
      changes: one.continuity.map(({ id, at, by: writer, allocation, cover, teller, told, thinks, how }) => ({
        id, at: at.toISOString(), by: writer.name, what: allocation ? `To ${allocation.practitioner.name}` : `Covered by ${cover?.cover.name ?? ''}`, teller, told, thinks, how,
      })),
    }
    return { output, kind: 'cover.opened', facts: { record: { type: 'case', id: caseId }, children: [one.childId] } }
  },
})

export type HandOverLine = { id: string; reference: string; name: string; level: Level | null; stage: CaseStage; cover: { name: string; startsOn: string; untilOn: string } | null }
export type HandOver = { practitioner: { id: string; name: string; left: boolean }; cases: HandOverLine[] }

/** The open cases of one practitioner, also of one who has left, with what is arranged for each. Throws NotFound. */
export const listHandOver = operation({
  name: 'cover.hand-over',
  effect: 'read',
  permission: 'case:allocate',
  input: z.strictObject({ practitionerId: z.uuid() }),
  audit: ['cover.listed'],
  async work({ tx, actor, now }, { practitionerId }) {
    const { areaId } = actor
    const person = await tx.userAccount.findFirst({
      where: { id: practitionerId, assignments: { some: { areaId, role: 'practitioner' } } },
      select: { id: true, name: true, deactivatedAt: true, assignments: { where: { areaId, role: 'practitioner', revokedAt: null, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { id: true } } },
    })
    if (!person) throw new NotFound()
    const rows = await tx.cateCase.findMany({
      where: { areaId, allocatedToId: practitionerId, closedAt: null },
      orderBy: [{ reference: 'asc' }],
      include: { child: true, covers: { where: { endedAt: null }, include: { cover: by } } },
    })
    const output: HandOver = {
      practitioner: { id: person.id, name: person.name, left: person.deactivatedAt !== null || person.assignments.length === 0 },
      cases: rows.map(({ id, reference, child, level, stage, covers: [cover] }) => ({
        id, reference, name: nameOf(child), level, stage, cover: cover ? { name: cover.cover.name, startsOn: dayOf(cover.startsOn) ?? '', untilOn: dayOf(cover.untilOn) ?? '' } : null,
      })),
    }
    return { output, kind: 'cover.listed', facts: { rows: rows.map(({ id }) => id), children: rows.map(({ childId }) => childId), terms: { practitionerId } } }
  },
})
