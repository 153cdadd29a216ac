import { z } from 'zod'
import { Conflict, NotFound } from '../access/errors'
import { operation } from '../access/operation'
import { PROVIDER_KINDS, type ProviderKind } from '../pathway/low-referrers'
import { sizeSchema } from './schema'

export type ProviderSize = { id: string; name: string; kind: ProviderKind; size: number | null }

const KINDS = PROVIDER_KINDS.map(({ id }) => id)

/** The area's schools and housing providers with the pupils or homes of each. Holds nothing about anybody. */
export const readSizes = operation({
  name: 'quality-audits.sizes',
  effect: 'read',
  permission: 'quality-audit:set-up',
  input: z.strictObject({}),
  audit: ['provider.sizes_seen'],
  async work({ tx, actor }) {
    const rows = await tx.agency.findMany({ where: { areaId: actor.areaId, kind: { in: KINDS } }, orderBy: [{ kind: 'asc' }, { name: 'asc' }], select: { id: true, name: true, kind: true, size: true } })
    return { output: rows as ProviderSize[], kind: 'provider.sizes_seen', facts: {} }
  },
})

/** Sets or clears the size of a provider. Throws NotFound, Conflict where somebody set another meanwhile. */
export const setSize = operation({
  name: 'quality-audits.set-size',
  effect: 'change',
  permission: 'quality-audit:set-up',
  input: sizeSchema,
  audit: ['provider.size_set'],
  async work({ tx, actor }, { agencyId, was, size }) {
    const { areaId } = actor
    const one = await tx.agency.findUnique({ where: { areaId_id: { areaId, id: agencyId } }, select: { kind: true, size: true } })
    if (!one || !KINDS.some((kind) => kind === one.kind)) throw new NotFound()
    if (one.size !== size) {
      const { count } = await tx.agency.updateMany({ where: { areaId, id: agencyId, size: was }, data: { size } })
      if (!count) throw new Conflict('Somebody set another size meanwhile. Reload the page to see it.')
    }
    return { output: undefined, kind: 'provider.size_set', facts: { record: { type: 'agency', id: agencyId }, children: [], before: { size: one.size }, after: { size } } }
  },
})
