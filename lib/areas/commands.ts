import { z } from 'zod'
import { Conflict, Invalid } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { agencySchema } from './schema'

/** Adds an agency to the area, so that people can be given roles for it. Throws Invalid where the name is taken. */
export const addAgency = operation({
  name: 'areas.add-agency',
  effect: 'change',
  permission: 'people:manage',
  input: agencySchema,
  audit: ['agency.added'],
  async work({ tx, actor }, { name, kind }) {
    const { areaId } = actor
    const same = await tx.agency.findFirst({ where: { areaId, name: { equals: name, mode: 'insensitive' } }, select: { id: true } })
    if (same) throw new Invalid({ name: 'There is an agency of this name already' })
    const { id } = await tx.agency.create({ data: { areaId, name, kind } })
    return { output: { id }, kind: 'agency.added', facts: { record: { type: 'agency', id }, children: [], before: null, after: { name, kind } } }
  },
})

const TEAMS = [
  { kind: 'front_door', name: 'Family Connect' },
  { kind: 'emergency_duty', name: 'Emergency Duty Team' },
  { kind: 'safeguarding', name: 'Safeguarding' },
  { kind: 'cate', name: 'CATE' },
] as const

/** Gives a new area its council and the council's teams. Gives the council's id. Throws Conflict where there is one. */
export const setUpArea = operation({
  name: 'areas.set-up',
  effect: 'change',
  permission: 'area:seed',
  input: z.strictObject({}),
  audit: ['agency.added'],
  async work({ tx, actor }: Asking) {
    const { areaId, areaName } = actor
    if (await tx.agency.findFirst({ where: { areaId, kind: 'council' }, select: { id: true } })) throw new Conflict(`${areaName} is set up already.`)
    const name = `${areaName} Council`
    const { id } = await tx.agency.create({ data: { areaId, name, kind: 'council' } })
    await tx.team.createMany({ data: TEAMS.map((team) => ({ areaId, agencyId: id, ...team })) })
    return { output: { agencyId: id }, kind: 'agency.added', facts: { record: { type: 'agency', id }, children: [], before: null, after: { name, teams: TEAMS.map((team) => team.name) } } }
  },
})
