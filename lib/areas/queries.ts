import { z } from 'zod'
import { operation } from '../access/operation'

/** The names of the area's agencies, for the form that asks who told us. */
export const listAgencies = operation({
  name: 'areas.agencies',
  effect: 'read',
  permission: 'contact:log',
  input: z.strictObject({}),
  audit: ['agencies.listed'],
  async work({ tx, actor }) {
    const agencies = await tx.agency.findMany({ where: { areaId: actor.areaId }, orderBy: { name: 'asc' }, select: { name: true } })
    return { output: agencies.map((agency) => agency.name), kind: 'agencies.listed', facts: {} }
  },
})
