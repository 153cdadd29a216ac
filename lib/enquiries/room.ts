import { z } from 'zod'
import { Invalid } from '../access/errors'
import { operation } from '../access/operation'
import { roomSchema } from './schema'

export type RoomAgency = { id: string; name: string; inTheRoom: boolean }

/** The area's agencies, with those that are asked in every enquiry. */
export const readRoom = operation({
  name: 'enquiries.room',
  effect: 'read',
  permission: 'people:manage',
  input: z.strictObject({}),
  audit: ['agencies.listed'],
  async work({ tx, actor }) {
    const output: RoomAgency[] = await tx.agency.findMany({ where: { areaId: actor.areaId }, orderBy: { name: 'asc' }, select: { id: true, name: true, inTheRoom: true } })
    return { output, kind: 'agencies.listed', facts: {} }
  },
})

/** Sets the room's standing list: the agencies that an enquiry asks unless its lead says otherwise. Throws Invalid. */
export const setRoom = operation({
  name: 'enquiries.set-room',
  effect: 'change',
  permission: 'people:manage',
  input: roomSchema,
  audit: ['room.set'],
  async work({ tx, actor }, { agencyIds }) {
    const { areaId } = actor
    const names = async () => (await tx.agency.findMany({ where: { areaId, inTheRoom: true }, select: { name: true }, orderBy: { name: 'asc' } })).map(({ name }) => name)
    const before = await names()
    if ((await tx.agency.count({ where: { areaId, id: { in: agencyIds } } })) !== agencyIds.length) throw new Invalid({ agencyIds: 'One of these agencies is not in this area: choose again' })
    await tx.agency.updateMany({ where: { areaId, id: { in: agencyIds } }, data: { inTheRoom: true } })
    await tx.agency.updateMany({ where: { areaId, id: { notIn: agencyIds } }, data: { inTheRoom: false } })
    return { output: undefined, kind: 'room.set', facts: { record: { type: 'area', id: areaId }, children: [], before, after: await names() } }
  },
})
