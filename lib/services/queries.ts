import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { may } from '../access/permissions'
import { serviceListSchema, sheetSchema } from './schema'
import { viewOfService } from './view'

const include = { agency: { select: { name: true } }, updatedBy: { select: { name: true } } } as const

/**
 * The directory of the area by name, narrowed as asked. Retired services are shown to those who may bring them
 * back and to nobody else. Whole: an area has dozens, and they are searched by word where they are shown.
 */
export const listServices = operation({
  name: 'services.list',
  effect: 'read',
  permission: 'service:read',
  input: serviceListSchema,
  audit: ['service.listed'],
  async work({ tx, actor }, { need, whom, help, show }) {
    const retired = show === 'retired' && may(actor.role, 'service:edit')
    const rows = await tx.service.findMany({
      where: {
        areaId: actor.areaId,
        retiredAt: retired ? { not: null } : null,
        ...(need ? { needs: { has: need } } : {}),
        ...(whom ? { forWhom: { has: whom } } : {}),
        ...(help ? { help: { has: help } } : {}),
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      include,
    })
    return { output: rows.map(viewOfService), kind: 'service.listed', facts: { rows: rows.map((row) => row.id), terms: { need, whom, help, show } } }
  },
})

/** One service of the directory, retired or not: a referral may name it still. Throws NotFound. */
export const readService = operation({
  name: 'services.read',
  effect: 'read',
  permission: 'service:read',
  input: z.strictObject({ serviceId: z.uuid() }),
  audit: ['service.opened'],
  async work({ tx, actor }, { serviceId }) {
    const row = await tx.service.findUnique({ where: { areaId_id: { areaId: actor.areaId, id: serviceId } }, include })
    if (!row) throw new NotFound()
    return { output: viewOfService(row), kind: 'service.opened', facts: { record: { type: 'service', id: serviceId }, children: [] } }
  },
})

/** The services of a sheet for a family, in the order they were chosen; those that are not there or retired are left out. */
export const readSheet = operation({
  name: 'services.sheet',
  effect: 'read',
  permission: 'service:read',
  input: sheetSchema,
  audit: ['service.sheet_made'],
  async work({ tx, actor }, { ids }) {
    const rows = await tx.service.findMany({ where: { areaId: actor.areaId, id: { in: ids }, retiredAt: null }, include })
    const byId = new Map(rows.map((row) => [row.id, row]))
    const chosen = [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
    return { output: chosen.map(viewOfService), kind: 'service.sheet_made', facts: { rows: chosen.map((row) => row.id) } }
  },
})
