import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { nameOf } from '../children/view'
import { glassIsOpen } from '../pathway/break-glass'
import { glassSearchSchema } from './schema'

/** A case that could be opened: what the front door may know of it, and no more. */
export type GlassMatch = { caseId: string; reference: string; name: string; holder: string | null }

/** Open cases of the team that one neither holds nor covers, by name or by the reference of the case; ten at most, the closest first. */
export const searchGlass = operation({
  name: 'break-glass.search',
  effect: 'read',
  permission: 'record:break-glass',
  input: glassSearchSchema,
  audit: ['glass.searched'],
  async work({ tx }, { query }) {
    const rows = await tx.$queryRaw<{ case_id: string; child_id: string; reference: string; name: string; holder: string | null }[]>`SELECT * FROM break_glass_find(${query})`
    const output: GlassMatch[] = rows.map(({ case_id, reference, name, holder }) => ({ caseId: case_id, reference, name, holder }))
    return { output, kind: 'glass.searched', facts: { rows: rows.map(({ case_id }) => case_id), children: rows.map(({ child_id }) => child_id), terms: { query } } }
  },
})

/** One's own opening while it lasts. */
export type OwnGlass = { id: string; caseId: string; reference: string; name: string; until: string; reason: string }

/** What one has open by breaking glass now. */
export const listOwnGlass = operation({
  name: 'break-glass.own',
  effect: 'read',
  permission: 'record:break-glass',
  input: z.strictObject({}),
  audit: ['glass.listed'],
  async work({ tx, actor, now }) {
    const rows = await tx.breakGlass.findMany({
      where: { areaId: actor.areaId, userId: actor.userId, endedAt: null, endsAt: { gt: now } }, orderBy: { endsAt: 'asc' },
      include: { case: { select: { reference: true } }, child: true },
    })
    const output: OwnGlass[] = rows.map((row) => ({ id: row.id, caseId: row.caseId, reference: row.case.reference, name: nameOf(row.child), until: row.endsAt.toISOString(), reason: row.reason }))
    return { output, kind: 'glass.listed', facts: { rows: rows.map(({ id }) => id), children: rows.map(({ childId }) => childId) } }
  },
})

/** That somebody opened a case: who, when and why. */
export type GlassOfCase = { id: string; who: string; own: boolean; openedAt: string; until: string; open: boolean; reason: string }

/** Who opened a case by breaking glass, newest first: one's own, and to whoever holds it and those who see every case all. Throws NotFound. */
export const readGlassOfCase = operation({
  name: 'break-glass.of-case',
  effect: 'read',
  permission: 'casework:read',
  input: z.strictObject({ caseId: z.uuid() }),
  audit: ['glass.seen'],
  async work({ tx, actor, now }, { caseId }) {
    const { areaId, userId } = actor
    const one = await tx.cateCase.findUnique({
      where: { areaId_id: { areaId, id: caseId } },
      select: { childId: true, openings: { orderBy: { openedAt: 'desc' }, include: { user: { select: { name: true } } } } },
    })
    if (!one) throw new NotFound()
    const output: GlassOfCase[] = one.openings.map((row) => ({
      id: row.id, who: row.user.name, own: row.userId === userId, openedAt: row.openedAt.toISOString(), until: (row.endedAt ?? row.endsAt).toISOString(), open: glassIsOpen(row, now), reason: row.reason,
    }))
    return { output, kind: 'glass.seen', facts: { record: { type: 'case', id: caseId }, children: [one.childId] } }
  },
})
