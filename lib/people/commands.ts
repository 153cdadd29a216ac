import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { hashPassword } from '../access/passwords'
import type { Role } from '../access/roles'
import { personSchema } from './schema'

/**
 * Gives somebody a role in the area, with an account where they have none. Gives the password that was made for
 * a new account, to be told to them; null where they have one already. Throws Invalid for oneself, an agency that
 * is not of this area, a role they hold already, or somebody whose account is closed.
 */
export const addPerson = operation({
  name: 'people.add',
  effect: 'change',
  permission: 'people:manage',
  input: personSchema,
  audit: ['role.given'],
  async work({ tx, actor }, { name, email, role, agencyId }) {
    const { areaId } = actor
    const agency = await tx.agency.findUnique({ where: { areaId_id: { areaId, id: agencyId } }, include: { teams: true } })
    if (!agency) throw new Invalid({ agencyId: 'Choose an agency of this area' })
    if (email === actor.email) throw new Invalid({ email: 'You cannot give yourself a role. Ask another administrator' })
    const [account] = await tx.$queryRaw<{ user_id: string; made: boolean; has_left: boolean }[]>`SELECT * FROM account_for(${email}, ${name})`
    if (!account) throw new NotFound()
    if (account.has_left) throw new Invalid({ email: 'The account of this address is closed, so a role would be of no use to it' })
    const userId = account.user_id
    const held = await tx.roleAssignment.findFirst({ where: { areaId, userId, role, agencyId, revokedAt: null } })
    if (held) throw new Invalid({ role: 'This person holds this role already' })
    const team = agency.teams.find((one) => one.kind === TEAM_OF[role])
    const { id } = await tx.roleAssignment.create({ data: { areaId, userId, role, agencyId, teamId: team?.id ?? null } })
    const password = account.made ? newPassword() : null
    if (password) await tx.$queryRaw`SELECT set_password(${userId}::uuid, ${await hashPassword(password)}, true)`
    return {
      output: { password },
      kind: 'role.given',
      facts: { record: { type: 'user', id: userId }, children: [], before: null, after: { assignmentId: id, name, email, role, agencyId } },
    }
  },
})

const TEAM_OF: Partial<Record<Role, string>> = {
  advisor: 'front_door', emergency_duty: 'emergency_duty', safeguarding_lead: 'safeguarding', practitioner: 'cate', cate_manager: 'cate',
}

// four groups of five, from letters and digits that are not mistaken for each other
function newPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')).join('-')
}

const input = z.strictObject({ assignmentId: z.uuid() })

/** Takes a role away: its sessions see nothing from their next request on. Throws Conflict for one's own. */
export const revokeRole = operation({
  name: 'people.revoke-role',
  effect: 'change',
  permission: 'people:manage',
  input,
  audit: ['role.revoked'],
  async work(asking, { assignmentId }) {
    const userId = await setRevoked(asking, assignmentId, asking.now)
    return { output: undefined, kind: 'role.revoked', facts: { record: { type: 'user', id: userId }, before: { assignmentId, revoked: false }, after: { assignmentId, revoked: true } } }
  },
})

/** Gives a role back that was taken away. */
export const restoreRole = operation({
  name: 'people.restore-role',
  effect: 'change',
  permission: 'people:manage',
  input,
  audit: ['role.restored'],
  async work(asking, { assignmentId }) {
    const userId = await setRevoked(asking, assignmentId, null)
    return { output: undefined, kind: 'role.restored', facts: { record: { type: 'user', id: userId }, before: { assignmentId, revoked: true }, after: { assignmentId, revoked: false } } }
  },
})

async function setRevoked({ tx, actor }: Asking, assignmentId: string, revokedAt: Date | null): Promise<string> {
  const where = { areaId_id: { areaId: actor.areaId, id: assignmentId } }
  const assignment = await tx.roleAssignment.findUnique({ where })
  if (!assignment || assignment.role === 'system') throw new NotFound()
  if (assignment.userId === actor.userId) throw new Conflict('You cannot take away or give back your own role. Ask another administrator.')
  if ((assignment.revokedAt === null) === (revokedAt === null)) throw new Conflict('Somebody else has changed this role meanwhile. Reload the page.')
  await tx.roleAssignment.update({ where, data: { revokedAt } })
  return assignment.userId
}
