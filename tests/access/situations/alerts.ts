import { randomUUID } from 'node:crypto'
import { makeAlert } from '../../support/records'
import type { World } from '../../support/world'
import { inAreaB, none, panelCase, type Maker, type Makers } from '../cells'

type Made = { id: string }
const owners: Readonly<Record<string, (world: World) => Promise<Made>>> = {
  'to the practitioner of a case': async (world) => ({ id: await makeAlert(world, { owner_id: world.as.practitioner.userId, child_id: (await panelCase(world)).child }) }),
  'to the safeguarding lead': async (world) => ({ id: await makeAlert(world, { owner_role: 'safeguarding_lead' }) }),
  'to the partners of the school': async (world) => ({ id: await makeAlert(world, { owner_role: 'partner', owner_agency_id: world.a.agencies.school }) }),
  'to the manager': async (world) => ({ id: await makeAlert(world, { owner_role: 'manager' }) }),
  'of area B': async (world) => ({ id: await makeAlert(world, { area: world.b, owner_role: 'advisor', child_id: (await inAreaB(world)).child }) }),
}

const list = (make: (world: World) => Promise<Made>): Maker => async (world) => ({ input: { show: 'waiting' }, sees: (await make(world)).id })
const acknowledge = (make: (world: World) => Promise<Made>): Maker => async (world) => ({ input: { alertId: (await make(world)).id, version: 1, note: 'Seen to' } })
const all = (how: typeof list): Makers => Object.fromEntries(Object.entries(owners).map(([name, make]) => [name, how(make)]))

export const ALERTS: Readonly<Record<string, Makers>> = {
  'live.follow': { 'one’s own area': none },
  'alerts.list': all(list),
  'alerts.acknowledge': { ...all(acknowledge), 'not there': acknowledge(async () => ({ id: randomUUID() })) },
  'alerts.escalate': {
    'one that has waited': async (world) => {
      await makeAlert(world, { owner_role: 'safeguarding_lead', raised_at: '2026-11-02T09:00:00Z' })
      return { input: {} }
    },
  },
  'jobs.list': { 'the jobs of the area': () => ({ input: {}, sees: 'alerts.escalate' }) },
  'jobs.queue': { 'one of the list': () => ({ input: { job: 'alerts.escalate' } }), 'not there': () => ({ input: { job: 'contacts.delete' } }) },
}
