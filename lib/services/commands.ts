import { Conflict, Invalid, NotFound, Stale } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { changes } from '../audit/changes'
import { newServiceSchema, serviceSchema, serviceVersionSchema, type ServiceEntry } from './schema'
import { formOfService, viewOfService } from './view'

const include = { agency: { select: { name: true } }, updatedBy: { select: { name: true } } } as const

/** Adds a service to the directory; sent twice it is added once. Throws Invalid for a name in use or an agency of elsewhere. */
export const addService = operation({
  name: 'services.add',
  effect: 'change',
  permission: 'service:edit',
  input: newServiceSchema,
  audit: ['service.added', 'service.opened'],
  async work(asking, { serviceId, ...entry }) {
    const { tx, actor, now } = asking
    const record = { type: 'service', id: serviceId } as const
    const { areaId, userId } = actor
    await check(asking, serviceId, entry)
    const made = { areaId, id: serviceId, ...stored(entry), updatedAt: now, updatedById: userId }
    const { count } = await tx.service.createMany({ data: [made], skipDuplicates: true })
    const output = { id: serviceId }
    if (!count) return { output, kind: 'service.opened', facts: { record, children: [] } }
    return { output, kind: 'service.added', facts: { record, children: [], before: null, after: entry } }
  },
})

/**
 * Changes a service over the version it was read at. Throws Stale with the newer version where somebody saved
 * meanwhile, Invalid as adding does, NotFound.
 */
export const changeService = operation({
  name: 'services.change',
  effect: 'change',
  permission: 'service:edit',
  input: serviceSchema,
  audit: ['service.changed'],
  async work(asking, { serviceId, version, ...entry }) {
    const { tx, actor, now } = asking
    const where = { areaId_id: { areaId: actor.areaId, id: serviceId } }
    const before = await tx.service.findUnique({ where })
    if (!before) throw new NotFound()
    await check(asking, serviceId, entry)
    const { count } = await tx.service.updateMany({
      where: { areaId: actor.areaId, id: serviceId, version },
      data: { ...stored(entry), version: { increment: 1 }, updatedAt: now, updatedById: actor.userId },
    })
    if (!count) {
      const newer = viewOfService(await tx.service.findUniqueOrThrow({ where, include }))
      throw new Stale({ version: newer.version, ...formOfService(newer) })
    }
    const is = stored(entry)
    const was = Object.fromEntries(Object.keys(is).map((key) => [key, before[key as keyof typeof is]]))
    return { output: undefined, kind: 'service.changed', facts: { record: { type: 'service', id: serviceId }, children: [], ...changes(was, is) } }
  },
})

/** Takes a service out of the directory; what was sent to it stays on record. Throws NotFound, or Conflict where it changed meanwhile. */
export const retireService = operation({
  name: 'services.retire',
  effect: 'change',
  permission: 'service:edit',
  input: serviceVersionSchema,
  audit: ['service.retired'],
  async work(asking, { serviceId, version }) {
    await setRetired(asking, serviceId, version, asking.now)
    return { output: undefined, kind: 'service.retired', facts: { record: { type: 'service', id: serviceId }, children: [], before: { retired: false }, after: { retired: true } } }
  },
})

/** Brings a retired service back. Throws as retiring does, and Conflict where another of its name is in use. */
export const restoreService = operation({
  name: 'services.restore',
  effect: 'change',
  permission: 'service:edit',
  input: serviceVersionSchema,
  audit: ['service.restored'],
  async work(asking, { serviceId, version }) {
    const name = await setRetired(asking, serviceId, version, null)
    if (await sameName(asking, serviceId, name)) throw new Conflict('Another service has this name now. Change the name of one of them first.')
    return { output: undefined, kind: 'service.restored', facts: { record: { type: 'service', id: serviceId }, children: [], before: { retired: true }, after: { retired: false } } }
  },
})

async function setRetired({ tx, actor, now }: Asking, id: string, version: number, retiredAt: Date | null): Promise<string> {
  const { areaId, userId } = actor
  const service = await tx.service.findUnique({ where: { areaId_id: { areaId, id } }, select: { name: true } })
  if (!service) throw new NotFound()
  const { count } = await tx.service.updateMany({
    where: { areaId, id, version, retiredAt: retiredAt ? null : { not: null } },
    data: { retiredAt, version: { increment: 1 }, updatedAt: now, updatedById: userId },
  })
  if (!count) throw new Conflict('Somebody else changed this service while you had it open. Reload the page and look again.')
  return service.name
}

async function check(asking: Asking, id: string, { name, agencyId }: ServiceEntry): Promise<void> {
  const { tx, actor } = asking
  const { areaId } = actor
  if (agencyId && !(await tx.agency.findUnique({ where: { areaId_id: { areaId, id: agencyId } }, select: { id: true } }))) throw new Invalid({ agencyId: 'Choose an agency of this area, or none' })
  if (await sameName(asking, id, name)) throw new Invalid({ name: 'There is a service of this name already' })
}

async function sameName({ tx, actor }: Asking, id: string, name: string): Promise<boolean> {
  const same = await tx.service.findFirst({
    where: { areaId: actor.areaId, id: { not: id }, retiredAt: null, name: { equals: name, mode: 'insensitive' } },
    select: { id: true },
  })
  return same !== null
}

/** An entry as the table has it: what was left empty is null. */
function stored({ agencyId, openingHours, phone, outOfHoursPhone, web, address, access, ...entry }: ServiceEntry) {
  const or = (value: string) => value || null
  return {
    ...entry, agencyId: or(agencyId), openingHours: or(openingHours), phone: or(phone), outOfHoursPhone: or(outOfHoursPhone), web: or(web),
    address: or(address), access: or(access),
  }
}
