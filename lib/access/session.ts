import { z } from 'zod'
import { NotFound } from './errors'
import { operation } from './operation'
import type { Role } from './roles'

/** Ends the session of the person asking. */
export const endSession = operation({
  name: 'session.end',
  effect: 'change',
  permission: 'own:use',
  input: z.strictObject({}),
  audit: ['session.ended'],
  async work({ tx, actor, now }) {
    const id = actor.sessionId ?? ''
    await tx.$executeRaw`SELECT session_end(${id}::uuid, ${now}::timestamptz, 'signed out')`
    return { output: undefined, kind: 'session.ended', facts: { record: { type: 'session', id }, terms: { reason: 'signed out' } } }
  },
})

/** Says that the person is still there. Signing in is kept alive by the asking itself. */
export const keepSession = operation({
  name: 'session.keep',
  effect: 'change',
  permission: 'own:use',
  input: z.strictObject({}),
  audit: ['session.kept'],
  async work() {
    return { output: undefined, kind: 'session.kept', facts: {} }
  },
})

export type RoleOption = { assignmentId: string; role: Role; area: string; agency: string | null }

/** The roles the person asking may work under, in whatever area. */
export const listOwnRoles = operation({
  name: 'session.roles',
  effect: 'read',
  permission: 'own:use',
  input: z.strictObject({}),
  audit: ['session.kept'],
  async work({ tx }) {
    const rows = await tx.$queryRaw<{ assignment_id: string; role: Role; area_name: string; agency_name: string | null }[]>`
      SELECT * FROM my_assignments()`
    const output: RoleOption[] = rows.map((row) => ({ assignmentId: row.assignment_id, role: row.role, area: row.area_name, agency: row.agency_name }))
    return { output, kind: 'session.kept', facts: {} }
  },
})

/** Goes on under another of the person's own roles. Throws NotFound for one that is not theirs. */
export const switchRole = operation({
  name: 'session.switch',
  effect: 'change',
  permission: 'own:use',
  input: z.strictObject({ assignmentId: z.uuid('Choose a role') }),
  audit: ['session.switched'],
  async work({ tx, actor }, { assignmentId }) {
    const id = actor.sessionId ?? ''
    const [done] = await tx.$queryRaw<{ switched: boolean }[]>`SELECT session_switch(${id}::uuid, ${assignmentId}::uuid) AS switched`
    if (!done?.switched) throw new NotFound()
    return {
      output: undefined,
      kind: 'session.switched',
      facts: { record: { type: 'session', id }, before: { assignmentId: actor.assignmentId }, after: { assignmentId } },
    }
  },
})
