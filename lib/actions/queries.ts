import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation } from '../access/operation'
import type { Actor } from '../access/actor'
import { nextPage, pageBy, readKey, readSort, type Page } from '../paging'
import { workedBy } from '../cases/worked-by'
import { londonDay } from '../pathway/london'
import { agenciesThatAnswer } from '../sharing/receivers'
import { workersOf } from './add'
import { actionListSchema } from './schema'
import { actionInclude, viewAction, type ActionView } from './view'

const PAGE = 25
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Whose actions stand in one's own list: an agency's people see the agency's; those who hold or lead cases see all that they may. */
function mine({ role, agencyId, userId }: Actor) {
  if (role === 'partner' || role === 'police') return { ownerAgencyId: agencyId ?? NOBODY }
  if (role === 'practitioner') return { OR: [{ ownerUserId: userId }, { case: workedBy(userId) }] }
  return {}
}

/** Actions that are one's own to do or to see done, 25 a page: what is due first, unless asked for in the other order. */
export const listActions = operation({
  name: 'actions.list',
  effect: 'read',
  permission: 'action:read',
  input: actionListSchema,
  audit: ['action.listed'],
  async work({ tx, actor, now, pageSize = PAGE }, { after, ...filter }) {
    const { show, source, sort } = filter
    const { direction } = readSort(sort ?? (show === 'ended' ? '-due' : 'due'))
    const page = pageBy('dueOn', direction, readKey(after))
    const rows = await tx.agreedAction.findMany({
      where: {
        areaId: actor.areaId,
        ...(source ? { source } : {}),
        AND: [page.where, mine(actor), { state: show === 'ended' ? { not: 'open' as const } : 'open' }, show === 'late' ? { dueOn: { lt: new Date(londonDay(now)) } } : {}],
      },
      orderBy: page.order,
      take: pageSize + 1,
      include: actionInclude,
    })
    const { items, next } = nextPage(rows, pageSize, (row) => ({ at: row.dueOn, id: row.id }))
    const output: Page<ActionView> = { items: items.map((row) => viewAction(row, now)), next }
    return { output, kind: 'action.listed', facts: { rows: items.map(({ id }) => id), children: items.map(({ childId }) => childId), terms: { ...filter, after } } }
  },
})

/** The actions of a case, open ones first by when they are due, then the rest, newest first. Throws NotFound. */
export const listCaseActions = operation({
  name: 'actions.of-case',
  effect: 'read',
  permission: 'case-action:read',
  input: z.strictObject({ caseId: z.uuid() }),
  audit: ['action.listed'],
  async work({ tx, actor, now }, { caseId }) {
    const { areaId } = actor
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } }, select: { childId: true } })
    if (!one) throw new NotFound()
    const rows = await tx.agreedAction.findMany({ where: { areaId, caseId }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], include: actionInclude })
    const all = rows.map((row) => viewAction(row, now))
    const output = [...all.filter(({ state }) => state === 'open'), ...all.filter(({ state }) => state !== 'open').reverse()]
    return { output, kind: 'action.listed', facts: { rows: rows.map(({ id }) => id), children: [one.childId], terms: { caseId } } }
  },
})

/** One action. Throws NotFound. */
export const readAction = operation({
  name: 'actions.read',
  effect: 'read',
  permission: 'action:read',
  input: z.strictObject({ actionId: z.uuid() }),
  audit: ['action.opened'],
  async work({ tx, actor, now }, { actionId }) {
    const row = await tx.agreedAction.findUnique({ where: { areaId_id: { areaId: actor.areaId, id: actionId } }, include: actionInclude })
    if (!row) throw new NotFound()
    return { output: viewAction(row, now), kind: 'action.opened', facts: { record: { type: 'action', id: actionId }, children: [row.childId] } }
  },
})

export type Owners = { people: { id: string; name: string }[]; agencies: { id: string; name: string }[] }

/** Whom an action may be given to: people whose role works with children, and agencies that answer in Waymark; by name. */
export const listOwners = operation({
  name: 'actions.owners',
  effect: 'read',
  permission: 'action:agree',
  input: z.strictObject({}),
  audit: ['action.owners_listed'],
  async work(asking) {
    const { tx, actor } = asking
    const agencies = (await agenciesThatAnswer(tx, actor.areaId)).map(({ id, name }) => ({ id, name }))
    const output: Owners = { people: await workersOf(asking), agencies }
    return { output, kind: 'action.owners_listed', facts: {} }
  },
})
