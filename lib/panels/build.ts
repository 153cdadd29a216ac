import { z } from 'zod'
import { Conflict, Invalid, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { raiseAlert } from '../alerts/raise'
import { bornText, nameOf } from '../children/view'
import { fromLondonInput, toLondonInput } from '../dates'
import { answerersOf } from '../enquiries/tell'
import { formatDate, formatDateTime } from '../pathway/dates'
import { nextPanelAt, returnsDue } from '../pathway/panel-agenda'
import { agenciesThatAnswer } from '../sharing/receivers'
import { loadItem, loadPanel, type PanelRow } from './load'
import { addItemSchema, beginSchema, deferSchema, inviteSchema } from './schema'
import { suggestionsFor } from './suggest'

export type PanelStart = { heldAt: string; people: { id: string; name: string }[]; agencies: { id: string; name: string }[] }

/** What the form of a new panel begins with: when the next is due, who may chair, and whom it may ask. */
export const preparePanel = operation({
  name: 'panels.prepare',
  effect: 'read',
  permission: 'panel:build',
  input: z.strictObject({}),
  audit: ['panel.listed'],
  async work(asking) {
    const { tx, actor, now } = asking
    const last = await tx.panel.findFirst({ where: { areaId: actor.areaId }, orderBy: { heldAt: 'desc' } })
    let heldAt = nextPanelAt(last?.heldAt ?? now, actor.settings)
    while (heldAt <= now) heldAt = nextPanelAt(heldAt, actor.settings)
    const output: PanelStart = { heldAt: toLondonInput(heldAt), people: await whoMayChair(asking), agencies: await askable(asking) }
    return { output, kind: 'panel.listed', facts: { rows: last ? [last.id] : [], children: [], terms: { for: 'a new panel' } } }
  },
})

/** Plans a panel and invites its agencies. Sent twice it makes one. Gives its id. Throws Invalid. */
export const beginPanel = operation({
  name: 'panels.begin',
  effect: 'change',
  permission: 'panel:build',
  input: beginSchema,
  audit: ['panel.planned'],
  async work(asking, { submissionKey, heldAt: given, place, chairId, deputyId, agencyIds }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const heldAt = fromLondonInput(given)
    if (!heldAt || heldAt <= now) throw new Invalid({ heldAt: 'Give a time that is still to come' })
    const people = new Set((await whoMayChair(asking)).map(({ id }) => id))
    if (!people.has(chairId)) throw new Invalid({ chairId: 'This person has left or chairs no panel any more. Choose another' })
    if (deputyId && !people.has(deputyId)) throw new Invalid({ deputyId: 'This person has left or chairs no panel any more. Choose another' })
    const offered = new Set((await askable(asking)).map(({ id }) => id))
    if (agencyIds.some((id) => !offered.has(id))) throw new Invalid({ agencyIds: 'Nobody answers for one of these agencies in Waymark any more: choose again' })
    const same = await tx.panel.findUnique({ where: { areaId_submissionKey: { areaId, submissionKey } } })
    const panel = same ?? (await tx.panel.create({
      data: { areaId, submissionKey, heldAt, place, returnsDue: returnsDue(heldAt, actor.settings), chairId, deputyId: deputyId || null, createdAt: now, createdById: userId },
    }))
    if (!same) for (const agencyId of new Set(agencyIds)) await invite(asking, panel, agencyId)
    return {
      output: { id: panel.id },
      kind: 'panel.planned',
      facts: { record: { type: 'panel', id: panel.id }, children: [], before: null, after: { heldAt: panel.heldAt.toISOString(), agencies: agencyIds.length } },
    }
  },
})

/**
 * Puts a case on the agenda; one that is still being assessed goes on to the panel. Throws NotFound, Conflict where it
 * is there already, closed, or nobody holds it, or the panel is past that.
 */
export const addItem = operation({
  name: 'panels.add-item',
  effect: 'change',
  permission: 'panel:build',
  input: addItemSchema,
  audit: ['panel.item_added'],
  async work(asking, { panelId, caseId, reason, why, told }) {
    const { tx, actor, now } = asking
    const { areaId, userId } = actor
    const panel = await loadPanel(asking, panelId)
    const one = await tx.cateCase.findUnique({ where: { areaId_id: { areaId, id: caseId } }, include: { child: true } })
    if (!one) throw new NotFound()
    if (panel.state !== 'planned' && panel.state !== 'open') throw new Conflict('This panel is over. Put the case on the next one.')
    if (one.stage === 'closed') throw new Conflict('This case is closed. Reopen it first.')
    if (one.stage === 'allocation') throw new Conflict('Nobody holds this case yet. Allocate it, and have it assessed, before a panel discusses it.')
    if (panel.items.some((item) => item.caseId === caseId)) throw new Conflict('This case is on the agenda already: somebody may have been quicker. Reload the page.')
    const suggested = reason === 'suggested' ? (await suggestionsFor(asking, panel)).find((other) => other.caseId === caseId) : undefined
    if (reason === 'suggested' && !suggested) throw new Conflict('Nothing speaks for this case at this panel any more. Reload the page.')
    const item = await tx.panelItem.create({
      data: {
        areaId, panelId, caseId, childId: one.childId, position: panel.items.length, reason: suggested?.reason ?? reason, reasonText: suggested?.why ?? why,
        about: `${nameOf(one.child)}. ${bornText(one.child, now)}`, told, addedAt: now, addedById: userId,
      },
    })
    if (one.stage === 'assessment') {
      const { count } = await tx.cateCase.updateMany({ where: { areaId, id: caseId, version: one.version }, data: { stage: 'panel', version: { increment: 1 } } })
      if (!count) throw new Conflict('Somebody else changed this case at the same moment. Nothing of yours was saved; reload the page.')
      await tx.caseStageMove.create({ data: { areaId, caseId, from: 'assessment', to: 'panel', at: now, byId: userId, reason: `Put on the agenda of the risk panel of ${formatDate(panel.heldAt)}` } })
    }
    return {
      output: { id: item.id },
      kind: 'panel.item_added',
      facts: { record: { type: 'panel_item', id: item.id }, children: [one.childId], before: null, after: { panel: panelId, case: one.reference, reason: item.reason } },
    }
  },
})

/** Puts a case off to another panel, with why. Throws NotFound, Conflict where it is decided or put off already. */
export const deferItem = operation({
  name: 'panels.defer-item',
  effect: 'change',
  permission: 'panel:build',
  input: deferSchema,
  audit: ['panel.item_deferred'],
  async work(asking, { itemId, version, reason }) {
    const { tx, actor, now } = asking
    const { panel, item } = await loadItem(asking, itemId)
    if (panel.state !== 'planned' && panel.state !== 'open') throw new Conflict('This panel is over, and its agenda stays as it is.')
    const { count } = await tx.panelItem.updateMany({
      where: { areaId: actor.areaId, id: itemId, version, state: 'listed' },
      data: { state: 'deferred', deferReason: reason, deferredAt: now, deferredById: actor.userId, version: { increment: 1 } },
    })
    if (!count) throw new Conflict('Somebody else has decided this case or put it off meanwhile. Nothing of yours was saved; reload the page.')
    return { output: undefined, kind: 'panel.item_deferred', facts: { record: { type: 'panel_item', id: itemId }, children: [item.childId], before: { state: item.state }, after: { state: 'deferred', reason } } }
  },
})

/** Invites one more agency, or no longer. Whoever is not invited sees nothing of the panel, its own answers neither. Throws NotFound, Invalid, Conflict. */
export const inviteAgency = operation({
  name: 'panels.invite',
  effect: 'change',
  permission: 'panel:build',
  input: inviteSchema,
  audit: ['panel.agency_invited'],
  async work(asking, { panelId, agencyId, invited }) {
    const { tx, actor, now } = asking
    const panel = await loadPanel(asking, panelId)
    if (panel.state !== 'planned' && panel.state !== 'open') throw new Conflict('This panel is over: nobody is asked any more.')
    const known = panel.invitations.find((one) => one.agencyId === agencyId)
    if (invited && !(await askable(asking)).some(({ id }) => id === agencyId)) throw new Invalid({ agencyId: 'Nobody answers for this agency in Waymark any more. Ask it by telephone, and write what it says into the notes' })
    if (!invited && !known) throw new NotFound()
    if (invited && !known) await invite(asking, panel, agencyId)
    if (known) await tx.panelInvitation.updateMany({ where: { areaId: actor.areaId, id: known.id }, data: invited ? { withdrawnAt: null, withdrawnById: null } : { withdrawnAt: now, withdrawnById: actor.userId } })
    return { output: undefined, kind: 'panel.agency_invited', facts: { record: { type: 'panel', id: panelId }, children: [], before: { invited: known ? known.withdrawnAt === null : false }, after: { agency: agencyId, invited } } }
  },
})

async function invite(asking: Asking, panel: Pick<PanelRow, 'id' | 'heldAt' | 'returnsDue'>, agencyId: string): Promise<void> {
  const { tx, actor, now } = asking
  await tx.panelInvitation.create({ data: { areaId: actor.areaId, panelId: panel.id, agencyId, invitedAt: now, invitedById: actor.userId } })
  const agency = await tx.agency.findUniqueOrThrow({ where: { areaId_id: { areaId: actor.areaId, id: agencyId } } })
  await raiseAlert(asking, {
    kind: 'panel_asked',
    key: `panel asked ${panel.id} ${agencyId}`,
    owner: { role: answerersOf(agency.kind), agencyId },
    why: `Your agency is asked what it knows of each young person whom the risk panel of ${formatDateTime(panel.heldAt)} discusses. Answer by ${formatDateTime(panel.returnsDue)}.`,
    record: { type: 'panel', id: panel.id },
  })
}

/** Agencies that somebody answers for: the partners that sign in, and the council. */
export async function askable({ tx, actor }: Pick<Asking, 'tx' | 'actor'>): Promise<{ id: string; name: string }[]> {
  const partners = await agenciesThatAnswer(tx, actor.areaId)
  const council = await tx.agency.findMany({ where: { areaId: actor.areaId, kind: 'council' }, select: { id: true, name: true } })
  return [...council, ...partners].filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at).map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name))
}

/** Who may take the chair: those whose role decides at panels. */
export function whoMayChair({ tx, actor, now }: Asking): Promise<{ id: string; name: string }[]> {
  return tx.userAccount.findMany({
    where: { deactivatedAt: null, assignments: { some: { areaId: actor.areaId, role: { in: ['panel_chair', 'cate_manager'] }, revokedAt: null, startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}
