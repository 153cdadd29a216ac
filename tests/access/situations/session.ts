import type { Actor } from '../../../lib/access/actor'
import { hashPassword } from '../../../lib/access/passwords'
import { giveRole } from '../../support/records'
import type { World } from '../../support/world'
import { each, nobody, none, panelCase, waitingCase, type Maker, type Makers } from '../cells'

const othersRole = (world: World, actor: Actor) => (actor.userId === world.as.licensing.userId ? world.as.admin.assignmentId : world.as.licensing.assignmentId)

const switchTo = (role: (world: World, actor: Actor) => Promise<string> | string): Maker => async (world, actor) => ({
  input: { assignmentId: await role(world, actor) },
})

const PASSWORD = 'the password they have'
let hash: Promise<string> | undefined

const password = (current: string): Maker => async (world, actor) => {
  const hashed = await (hash ??= hashPassword(PASSWORD))
  await world.sql.query(
    'INSERT INTO credential (user_id, password_hash) VALUES ($1, $2) ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash',
    [actor.userId, hashed],
  )
  return { input: { current, next: 'four words of their own' } }
}

export const SESSION: Readonly<Record<string, Makers>> = {
  'session.end': { 'one’s own': none },
  'session.keep': { 'one’s own': none },
  'session.roles': {
    'one’s own role': (_, actor) => ({ input: {}, sees: actor.assignmentId }),
    'somebody else’s role': (world, actor) => ({ input: {}, sees: othersRole(world, actor) }),
  },
  'session.switch': {
    'to another role of one’s own': switchTo((world, actor) => giveRole(world, actor)),
    'to a role of somebody else': switchTo(othersRole),
    'to a role of one’s own taken away': switchTo((world, actor) => giveRole(world, actor, { revoked_at: '2026-01-01' })),
    'to a role of one’s own that has ended': switchTo((world, actor) => giveRole(world, actor, { ends_at: '2021-01-01' })),
    'to a role of one’s own yet to begin': switchTo((world, actor) => giveRole(world, actor, { starts_at: '2100-01-01' })),
    'to the system’s role': switchTo((world) => world.a.system.assignmentId),
  },
  'session.change-password': { 'with the one they have': password(PASSWORD), 'with a wrong one': password('not that one') },
  'today.read': {
    'one’s own': none,
    ...each(
      {
        'a contact waits for a decision': nobody, 'a case waits for a practitioner': waitingCase,
        'a case before the panel': panelCase,
      },
      () => ({}),
      ({ child }) => child,
    ),
  },
}
