import { z } from 'zod'
import { operation, type Request } from '../../lib/access/operation'

/** Where the seeds come from, for the audit log. */
export const SEEDING: Request = { address: 'seed', requestId: 'seed', sameOrigin: true }

export type Standing = { readonly agencies: number; readonly people: number; readonly children: number; readonly contacts: number; readonly services: number; readonly handovers: number }

/** How much there is of what the seeds make. */
export const readStanding = operation({
  name: 'seed.standing',
  effect: 'read',
  permission: 'area:seed',
  input: z.strictObject({}),
  audit: ['area.counted'],
  async work({ tx }) {
    const [row] = await tx.$queryRaw<Standing[]>`
      SELECT (SELECT count(*) FROM agency)::int AS agencies,
        (SELECT count(*) FROM role_assignment WHERE role <> 'system')::int AS people,
        (SELECT count(*) FROM child)::int AS children, (SELECT count(*) FROM contact)::int AS contacts,
        (SELECT count(*) FROM service)::int AS services, (SELECT count(*) FROM handover)::int AS handovers`
    if (!row) throw new Error('nothing could be counted')
    return { output: row, kind: 'area.counted', facts: {} }
  },
})
