import { z } from 'zod'
import { NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { may } from '../access/permissions'
import { actionClock } from '../pathway/actions'
import { isLate } from '../pathway/enquiry'
import { loadPanel, standingConflicts } from './load'
import { askedOf } from './own'

/** One case of a pack: what the agency was told and asked, its own answer and its own open actions. Nobody else's. */
export type PackCase = {
  /** Its place on the agenda, from 1. */
  number: number
  about: string
  told: string
  deferred: boolean
  answer: { answer: 'known' | 'nothing_known'; text: string; by: string; at: string; late: boolean; corrected: boolean } | null
  actions: { what: string; dueOn: string; overdue: boolean }[]
}

export type PanelPack = {
  /** Whose hands it is in: it stands across each page. */
  reader: string
  agency: string
  printedAt: string
  heldAt: string
  place: string
  returnsDue: string
  cases: PackCase[]
  /** Places on the agenda whose case is kept from the reader, who declared a conflict of interest in it. */
  withheld: number[]
}

/** A panel as far as a pack may tell of it. `cases` holds no case in which the reader has an interest. */
type Agenda = { heldAt: Date; place: string; returnsDue: Date; agency: string; cases: { itemId: string; caseId: string; childId: string; position: number; about: string; told: string; deferred: boolean }[]; withheld: number[] }

/**
 * The pack of one invited agency, as a file: its own unless another is named by whoever builds the agenda, for somebody
 * who comes to the table without signing in. It holds the same whoever asks for it. However many cases there are, it
 * asks the database as often. Throws NotFound, also where the agency is not invited (any more).
 */
export const exportPack = operation({
  name: 'panels.pack',
  effect: 'read',
  permission: 'panel:pack',
  input: z.strictObject({ panelId: z.uuid(), agencyId: z.uuid().optional() }),
  audit: ['panel.pack_exported'],
  async work(asking, { panelId, agencyId: named }) {
    const { tx, actor, now } = asking
    const { areaId } = actor
    const agencyId = named ?? actor.agencyId
    if (!agencyId) throw new NotFound()
    const agenda = agencyId === actor.agencyId ? await ownAgenda(asking, panelId) : await agendaFor(asking, panelId, agencyId)
    const answers = await tx.panelReturn.findMany({ where: { areaId, agencyId, itemId: { in: agenda.cases.map(({ itemId }) => itemId) }, supersededBy: null }, include: { by: { select: { name: true } } } })
    const actions = await tx.agreedAction.findMany({
      where: { areaId, ownerAgencyId: agencyId, state: 'open', caseId: { in: agenda.cases.map(({ caseId }) => caseId) } }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], select: { caseId: true, what: true, dueOn: true },
    })
    const output: PanelPack = {
      reader: actor.name, agency: agenda.agency, printedAt: now.toISOString(), heldAt: agenda.heldAt.toISOString(), place: agenda.place, returnsDue: agenda.returnsDue.toISOString(),
      withheld: agenda.withheld.map((position) => position + 1).sort((a, b) => a - b),
      cases: agenda.cases.map(({ itemId, caseId, position, about, told, deferred }) => {
        const said = answers.find((one) => one.itemId === itemId)
        return {
          number: position + 1, about, told, deferred,
          answer: said ? { answer: said.answer, text: said.text, by: said.by.name, at: said.at.toISOString(), late: isLate(said.at, agenda.returnsDue), corrected: said.supersedesId !== null } : null,
          actions: actions.filter((one) => one.caseId === caseId).map(({ what, dueOn }) => {
            const day = dueOn.toISOString().slice(0, 10)
            return { what, dueOn: day, overdue: actionClock({ state: 'open', dueOn: day }, now) === 'late' }
          }),
        }
      }),
    }
    return {
      output, kind: 'panel.pack_exported',
      facts: { record: { type: 'panel', id: panelId }, rows: agenda.cases.map(({ itemId }) => itemId), children: agenda.cases.map(({ childId }) => childId), terms: { agency: agenda.agency, reader: actor.name } },
    }
  },
})

/** What the database gives out to the agency of the person asking. */
async function ownAgenda(asking: Asking, panelId: string): Promise<Agenda> {
  const rows = (await askedOf(asking)).filter((row) => row.panel_id === panelId)
  const kept = await asking.tx.$queryRaw<{ position: number }[]>`SELECT position FROM panel_withheld() WHERE panel_id = ${panelId}::uuid`
  const [first] = rows
  // one whose every case is kept from the reader is as one that is not there
  if (!first) throw new NotFound()
  const agency = await asking.tx.agency.findUniqueOrThrow({ where: { areaId_id: { areaId: asking.actor.areaId, id: asking.actor.agencyId ?? '' } }, select: { name: true } })
  return {
    heldAt: first.held_at, place: first.place, returnsDue: first.returns_due, agency: agency.name, withheld: kept.map(({ position }) => position),
    cases: rows.map((row) => ({ itemId: row.item_id, caseId: row.case_id, childId: row.child_id, position: row.position, about: row.about, told: row.told, deferred: row.item_state === 'deferred' })),
  }
}

/** The same for another agency that is invited, by whoever builds the agenda. */
async function agendaFor(asking: Asking, panelId: string, agencyId: string): Promise<Agenda> {
  if (!may(asking.actor.role, 'panel:build')) throw new NotFound()
  const panel = await loadPanel(asking, panelId)
  const invited = panel.invitations.find((one) => one.agencyId === agencyId && !one.withdrawnAt)
  if (!invited || !panel.items.length) throw new NotFound()
  const own = new Set((await standingConflicts(asking, panel.items.map(({ caseId }) => caseId))).filter(({ userId }) => userId === asking.actor.userId).map(({ caseId }) => caseId))
  const open = panel.items.filter(({ caseId }) => !own.has(caseId))
  return {
    heldAt: panel.heldAt, place: panel.place, returnsDue: panel.returnsDue, agency: invited.agency.name, withheld: panel.items.filter(({ caseId }) => own.has(caseId)).map(({ position }) => position),
    cases: open.map(({ id, caseId, childId, position, about, told, state }) => ({ itemId: id, caseId, childId, position, about, told, deferred: state === 'deferred' })),
  }
}
