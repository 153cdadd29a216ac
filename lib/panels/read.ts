import { z } from 'zod'
import { may } from '../access/permissions'
import { operation, type Asking } from '../access/operation'
import { nameOf } from '../children/view'
import type { Level } from '../pathway/levels'
import { isOffPanel, type ItemState, type PanelState } from '../pathway/panel'
import { AGENDA_REASONS, type AgendaReason } from '../pathway/panel-agenda'
import { agenciesThatAnswer } from '../sharing/receivers'
import { askable } from './build'
import { lettersOf, type Letters } from './letters'
import { attendanceOf, casesOf, loadPanel, missingNow, returnsOf, standingConflicts, type AttendanceView, type PanelRow } from './load'
import { attendees, type Attendee } from './run'
import { suggestionsFor } from './suggest'

export type AgendaItem = {
  id: string
  version: number
  caseId: string
  about: string
  told: string
  reason: AgendaReason
  why: string
  state: ItemState
  deferReason: string | null
  reference: string | null
  level: Level | null
  practitioner: string | null
  /** Its case was closed since, or is not open to the person asking. */
  closed: boolean
  /** The person asking declared an interest: nothing that is said of it is shown. */
  conflicted: boolean
  decided: { level: Level; by: string; at: string } | null
  /** What each agency has said, by its id. */
  returns: Record<string, { answer: 'known' | 'nothing_known'; late: boolean }>
}

export type Invited = { agencyId: string; agency: string; withdrawn: boolean; answersHere: boolean; answered: number; late: number; chased: number }

export type PanelView = {
  id: string
  version: number
  heldAt: string
  place: string
  returnsDue: string
  returnsLate: boolean
  state: PanelState
  chair: string
  deputy: string | null
  chairs: boolean
  items: AgendaItem[]
  invited: Invited[]
  /** For whoever builds the agenda: what speaks for a case, and who can still be asked. */
  suggestions: { caseId: string; name: string; reference: string; reason: AgendaReason; label: string; why: string }[]
  others: { caseId: string; label: string }[]
  agencies: { id: string; name: string }[]
  people: Attendee[]
  attendance: AttendanceView[]
  missing: string[]
  conflicts: { id: string; caseId: string; person: string; reason: string; own: boolean }[]
  /** Letters to GPs, once the minutes are issued. */
  letters: Letters | null
}

/** A panel with its agenda, the board of returns and who is there. Throws NotFound. */
export const readPanel = operation({
  name: 'panels.read',
  effect: 'read',
  permission: 'panel:read',
  input: z.strictObject({ panelId: z.uuid() }),
  audit: ['panel.opened'],
  async work(asking, { panelId }) {
    const { actor, now } = asking
    const panel = await loadPanel(asking, panelId)
    const conflicts = await standingConflicts(asking, panel.items.map(({ caseId }) => caseId))
    const items = await agendaOf(asking, panel, new Set(conflicts.filter(({ userId }) => userId === actor.userId).map(({ caseId }) => caseId)))
    const builds = may(actor.role, 'panel:build') && (panel.state === 'planned' || panel.state === 'open')
    const output: PanelView = {
      id: panel.id, version: panel.version, heldAt: panel.heldAt.toISOString(), place: panel.place, returnsDue: panel.returnsDue.toISOString(), returnsLate: now > panel.returnsDue,
      state: panel.state, chair: panel.chair.name, deputy: panel.deputy?.name ?? null, chairs: actor.userId === panel.chairId || actor.userId === panel.deputyId,
      items,
      invited: await invitedOf(asking, panel, items),
      ...(builds ? await toBuild(asking, panel) : { suggestions: [], others: [], agencies: [], people: [] }),
      attendance: attendanceOf(panel),
      missing: missingNow(asking, panel),
      conflicts: conflicts.map(({ id, caseId, user, reason, userId }) => ({ id, caseId, person: user.name, reason, own: userId === actor.userId })),
      letters: await lettersOf(asking, panel),
    }
    return { output, kind: 'panel.opened', facts: { record: { type: 'panel', id: panel.id }, children: [...panel.items.map(({ childId }) => childId)] } }
  },
})

async function agendaOf(asking: Asking, panel: PanelRow, conflicted: ReadonlySet<string>): Promise<AgendaItem[]> {
  const cases = await casesOf(asking, panel.items.map(({ caseId }) => caseId))
  return panel.items.map((item) => {
    const one = cases.get(item.caseId)?.row
    return {
      id: item.id, version: item.version, caseId: item.caseId, about: item.about, told: item.told, reason: item.reason as AgendaReason, why: item.reasonText, state: item.state, deferReason: item.deferReason,
      reference: one?.reference ?? null, level: one?.level ?? null, practitioner: one?.allocatedTo?.name ?? null, closed: !one || isOffPanel(one.stage), conflicted: conflicted.has(item.caseId),
      decided: item.decision ? { level: item.decision.level, by: item.decision.decidedBy.name, at: item.decision.decidedAt.toISOString() } : null,
      returns: Object.fromEntries(returnsOf(item, panel.returnsDue).map(({ agencyId, answer, late }) => [agencyId, { answer, late }])),
    }
  })
}

async function invitedOf({ tx, actor }: Asking, panel: PanelRow, items: readonly AgendaItem[]): Promise<Invited[]> {
  const answering = new Set((await agenciesThatAnswer(tx, actor.areaId)).map(({ id }) => id))
  return panel.invitations
    .map(({ agencyId, agency, withdrawnAt, chased }) => {
      // as the board counts them: a case that was put off is not waited for
      const said = items.flatMap((item) => (item.state === 'deferred' ? [] : (item.returns[agencyId] ?? [])))
      return { agencyId, agency: agency.name, withdrawn: withdrawnAt !== null, answersHere: agency.kind === 'council' || answering.has(agencyId), answered: said.length, late: said.filter(({ late }) => late).length, chased }
    })
    .sort((a, b) => a.agency.localeCompare(b.agency))
}

async function toBuild(asking: Asking, panel: PanelRow): Promise<Pick<PanelView, 'suggestions' | 'others' | 'agencies' | 'people'>> {
  const { tx, actor } = asking
  const found = await suggestionsFor(asking, panel)
  const open = await tx.cateCase.findMany({
    where: { areaId: actor.areaId, closedAt: null, id: { notIn: panel.items.map(({ caseId }) => caseId) } },
    select: { id: true, reference: true, stage: true, child: { select: { givenName: true, familyName: true, knownAs: true } } },
    orderBy: { reference: 'asc' },
  })
  const byId = new Map(open.map((one) => [one.id, { name: nameOf(one.child), reference: one.reference }]))
  return {
    suggestions: found.map(({ caseId, reason, why }) => ({ caseId, ...(byId.get(caseId) ?? { name: '', reference: '' }), reason, label: AGENDA_REASONS.find(({ id }) => id === reason)?.label ?? reason, why })),
    others: open.filter(({ id, stage }) => stage !== 'allocation' && !found.some(({ caseId }) => caseId === id)).map((one) => ({ caseId: one.id, label: `${one.reference} · ${nameOf(one.child)}` })),
    agencies: (await askable(asking)).filter(({ id }) => !panel.invitations.some(({ agencyId, withdrawnAt }) => agencyId === id && !withdrawnAt)),
    people: await attendees(asking),
  }
}
