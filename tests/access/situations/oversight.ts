import { randomUUID } from 'node:crypto'
import { insert } from '../../support/insert'
import type { AreaName, World } from '../../support/world'
import { each, inAreaB, nobody, none, type Cell, type Makers } from '../cells'

async function event(world: World, area: AreaName): Promise<Cell> {
  const requestId = randomUUID()
  await insert(world.sql, 'audit_event', {
    area_id: world[area].id, kind: 'today.seen', outcome: 'done', row_ids: [], address: '192.0.2.9',
    request_id: requestId,
  })
  return { input: {}, sees: requestId }
}

export const somebody: Makers = {
  'somebody of area A': (world) => ({ input: {}, sees: world.as.advisor.name }),
  'somebody of area B': (world) => ({ input: {}, sees: world.as.advisorInB.name }),
}

export const OVERSIGHT: Readonly<Record<string, Makers>> = {
  'audit.read': { 'an event of area A': (world) => event(world, 'a'), 'an event of area B': (world) => event(world, 'b') },
  'audit.people': somebody,
  'oversight.figures': { 'the last year': none, ...each({ 'a child of a contact': nobody }, () => ({}), ({ child }) => child) },
  'oversight.late': {
    ...each({ 'a late decision of area A': nobody, 'a late decision of area B': inAreaB }, () => ({}), ({ contact }) => contact),
    ...each({ 'its child': nobody }, () => ({}), ({ child }) => child),
  },
}
