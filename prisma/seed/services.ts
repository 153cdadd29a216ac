import { z } from 'zod'
import { operation } from '../../lib/access/operation'
import { agencyId, councilOf, type AreaCode } from './agencies'
import { uuidOf } from './random'
import { SERVICES } from './service-list'

const SYSTEM_USER = '00000000-0000-7000-8000-000000000001'

/** Fills the directory of an area that has none. Gives how many services it wrote. */
export const seedServices = operation({
  name: 'seed.services',
  effect: 'change',
  permission: 'area:seed',
  input: z.strictObject({ area: z.enum(['WRN', 'MAR']), at: z.iso.datetime() }),
  audit: ['area.seeded'],
  async work({ tx, actor }, { area, at }) {
    const { areaId } = actor
    const data = SERVICES[area].map(({ provider, forWhom, help, needs, ...service }) => ({
      ...service,
      areaId,
      id: serviceId(area, service.name),
      agencyId: provider === null ? null : agencyId(area, provider ?? councilOf(area)),
      help: [...help],
      needs: [...needs],
      forWhom: [...forWhom],
      updatedAt: new Date(at),
      updatedById: SYSTEM_USER,
    }))
    const { count } = await tx.service.createMany({ data })
    return { output: count, kind: 'area.seeded', facts: { terms: { step: 'services', services: count } } }
  },
})

/** The id of a service, from its name. */
export function serviceId(area: AreaCode, name: string): string {
  return uuidOf(`${area} service ${name}`)
}
