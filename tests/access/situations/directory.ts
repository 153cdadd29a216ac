import { randomUUID } from 'node:crypto'
import { serviceForm } from '../../support/inputs'
import { makeService } from '../../support/records'
import type { World } from '../../support/world'
import type { Makers } from '../cells'

type Make = (world: World) => Promise<string>
const ofA: Make = (world) => makeService(world)
const ofB: Make = (world) => makeService(world, world.b)
const retired: Make = (world) => makeService(world, world.a, { retired_at: '2026-11-01' })
const absent: Make = async () => randomUUID()

const of = (ways: Readonly<Record<string, Make>>, input: (id: string, way: string) => unknown, shows = false): Makers =>
  Object.fromEntries(Object.entries(ways).map(([way, make]) => [way, async (world: World) => {
    const id = await make(world)
    return { input: input(id, way), ...(shows ? { sees: id } : {}) }
  }]))

const LISTED = { 'of area A': ofA, 'of area B': ofB, retired }
const OPENED = { ...LISTED, 'not there': absent }
const versioned = (serviceId: string) => ({ serviceId, version: 1 })

export const DIRECTORY: Readonly<Record<string, Makers>> = {
  'services.list': of(LISTED, (_, way) => ({ show: way === 'retired' ? 'retired' : 'active' }), true),
  'services.read': of(OPENED, (serviceId) => ({ serviceId }), true),
  'services.sheet': of(LISTED, (id) => ({ ids: [id] }), true),
  'services.add': {
    'a new one': () => ({ input: serviceForm() }),
    'by a name that is taken': async (world) => {
      const name = `Taken ${randomUUID()}`
      await makeService(world, world.a, { name })
      return { input: serviceForm({ name: name.toUpperCase() }) }
    },
    'by an agency of area B': (world) => ({ input: serviceForm({ agencyId: world.b.agencies.health }) }),
  },
  'services.change': of({ 'of area A': ofA, 'of area B': ofB, 'not there': absent }, (id) => ({ ...serviceForm({ serviceId: id }), version: 1 })),
  'services.retire': of(OPENED, versioned),
  'services.restore': of(OPENED, versioned),
}
