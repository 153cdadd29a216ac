import { z } from 'zod'
import { Conflict, NotFound } from '../access/errors'
import { operation, type Asking } from '../access/operation'
import { dropDraft } from '../drafts/commands'
import { formDraftId } from '../drafts/id'
import { clockState, type ClockState } from '../pathway/clocks'
import { isLate } from '../pathway/enquiry'
import type { ItemState, PanelState } from '../pathway/panel'
import { returnSchema } from './schema'

export type AskedRow = { item_id: string; panel_id: string; case_id: string; child_id: string; position: number; about: string; told: string; item_state: ItemState; held_at: Date; place: string; returns_due: Date; panel_state: PanelState }

/** Days for which an agency still finds a panel that is over. */
const KEPT = 90

export type OwnAnswer = { id: string; answer: 'known' | 'nothing_known'; text: string; by: string; at: string; late: boolean }
export type AskedItem = { itemId: string; about: string; told: string; answer: OwnAnswer['answer'] | null; clock: ClockState; open: boolean }
export type AskedPanel = { panelId: string; heldAt: string; place: string; returnsDue: string; over: boolean; items: AskedItem[] }

/** What panels ask of the agency of the person asking, while it is invited: the next first, then what is over, newest first. */
export const listAsked = operation({
  name: 'panels.list-own',
  effect: 'read',
  permission: 'panel:answer',
  input: z.strictObject({ panelId: z.uuid().optional() }),
  audit: ['panel.asked_listed'],
  async work(asking, { panelId }) {
    const { now } = asking
    const rows = (await askedOf(asking)).filter((row) => (panelId ? row.panel_id === panelId : row.held_at.getTime() > now.getTime() - KEPT * 86_400_000))
    if (panelId && !rows.length) throw new NotFound()
    const answers = await standing(asking, rows.map(({ item_id }) => item_id))
    const panels = new Map<string, AskedPanel>()
    for (const row of rows) {
      const panel = panels.get(row.panel_id) ?? { panelId: row.panel_id, heldAt: row.held_at.toISOString(), place: row.place, returnsDue: row.returns_due.toISOString(), over: isOver(row), items: [] }
      const said = answers.get(row.item_id)
      panel.items.push({
        itemId: row.item_id, about: row.about, told: row.told, answer: said?.answer ?? null, open: takesAnswers(row),
        clock: clockState({ due: row.returns_due, metAt: said?.at ?? null, now }),
      })
      panels.set(row.panel_id, panel)
    }
    const output = [...panels.values()].sort((a, b) => Number(a.over) - Number(b.over) || (a.over ? b.heldAt.localeCompare(a.heldAt) : a.heldAt.localeCompare(b.heldAt)))
    return { output, kind: 'panel.asked_listed', facts: { rows: rows.map(({ item_id }) => item_id), children: rows.map(({ child_id }) => child_id), terms: { panelId } } }
  },
})

export type AskedPage = AskedItem & { panelId: string; heldAt: string; returnsDue: string; agency: string; answers: OwnAnswer[]; next: string | null }

/** What one's own agency is asked about one case, and what it has said, the latest first. Throws NotFound, also where another agency is asked. */
export const readAsked = operation({
  name: 'panels.read-own',
  effect: 'read',
  permission: 'panel:answer',
  input: z.strictObject({ itemId: z.uuid() }),
  audit: ['panel.asked_opened'],
  async work(asking, { itemId }) {
    const { tx, actor, now } = asking
    const all = await askedOf(asking)
    const row = all.find(({ item_id }) => item_id === itemId)
    if (!row) throw new NotFound()
    const said = await tx.panelReturn.findMany({ where: { areaId: actor.areaId, itemId, agencyId: actor.agencyId ?? '' }, orderBy: { at: 'desc' }, include: { by: { select: { name: true } } } })
    const [latest] = said
    const unanswered = await unansweredOf(asking, all.filter((one) => one.panel_id === row.panel_id && one.item_id !== itemId && takesAnswers(one)))
    const output: AskedPage = {
      itemId, panelId: row.panel_id, heldAt: row.held_at.toISOString(), returnsDue: row.returns_due.toISOString(), about: row.about, told: row.told, agency: actor.agencyName ?? '',
      answer: latest?.answer ?? null, clock: clockState({ due: row.returns_due, metAt: said.at(-1)?.at ?? null, now }), open: takesAnswers(row),
      answers: said.map((one) => ({ id: one.id, answer: one.answer, text: one.text, by: one.by.name, at: one.at.toISOString(), late: isLate(one.at, row.returns_due) })),
      next: unanswered[0] ?? null,
    }
    return { output, kind: 'panel.asked_opened', facts: { record: { type: 'panel_item', id: itemId }, children: [row.child_id] } }
  },
})

/**
 * Answers a panel for the agency of the person asking: what it knows of one case, or that it knows nothing. A late
 * answer counts and is marked; a correction is a new one. Sent twice it is kept once. Throws NotFound where the agency
 * is not invited (any more), Conflict where a colleague answered meanwhile, or the case is decided.
 */
export const answerPanel = operation({
  name: 'panels.answer',
  effect: 'change',
  permission: 'panel:answer',
  input: returnSchema,
  audit: ['panel.answered'],
  async work(asking, { itemId, submissionKey, answer, text, corrects }) {
    const { tx, actor, now } = asking
    const { areaId, userId, agencyId } = actor
    const row = (await askedOf(asking)).find(({ item_id }) => item_id === itemId)
    if (!row || agencyId === null) throw new NotFound()
    const late = isLate(now, row.returns_due)
    const facts = { record: { type: 'panel_item' as const, id: itemId }, children: [row.child_id], before: { corrects: corrects || null }, after: { agency: actor.agencyName, answer, late } }
    if (await tx.panelReturn.count({ where: { areaId, submissionKey } })) return { output: { late }, kind: 'panel.answered', facts }
    if (!takesAnswers(row)) throw new Conflict('The panel has dealt with this already. Call its chair if what you know changes anything. Nothing of yours was saved.')
    const latest = (await standing(asking, [itemId])).get(itemId)
    if ((latest?.id ?? '') !== corrects) throw new Conflict(`${latest?.by.name ?? 'A colleague'} has answered for your agency meanwhile. Nothing of yours was saved: reload the page to read it, and correct it if it is not right.`)
    await tx.panelReturn.create({ data: { areaId, itemId, agencyId, submissionKey, answer, text: answer === 'known' ? text : '', at: now, byId: userId, supersedesId: corrects || null } })
    await dropDraft(tx, areaId, formDraftId(userId, 'panel_answered', [itemId]))
    return { output: { late }, kind: 'panel.answered', facts }
  },
})

/** What the agency of the person asking is asked, as the database gives it out: decision 19. */
export function askedOf({ tx }: Pick<Asking, 'tx'>): Promise<AskedRow[]> {
  return tx.$queryRaw<AskedRow[]>`SELECT * FROM panel_asked() ORDER BY held_at, position`
}

const isOver = ({ panel_state }: AskedRow): boolean => panel_state !== 'planned' && panel_state !== 'open'
/** Until the case is decided or put off, or the panel is over. */
const takesAnswers = (row: AskedRow): boolean => !isOver(row) && row.item_state === 'listed'

/** What the agency says now of each item. */
export async function standing({ tx, actor }: Asking, itemIds: readonly string[]) {
  const rows = actor.agencyId === null ? [] : await tx.panelReturn.findMany({ where: { areaId: actor.areaId, agencyId: actor.agencyId, itemId: { in: [...itemIds] }, supersededBy: null }, include: { by: { select: { name: true } } } })
  return new Map(rows.map((row) => [row.itemId, row]))
}

async function unansweredOf(asking: Asking, rows: readonly AskedRow[]): Promise<string[]> {
  const answers = await standing(asking, rows.map(({ item_id }) => item_id))
  return rows.map(({ item_id }) => item_id).filter((id) => !answers.has(id))
}

/** How many answers wait for the agency of the person asking. */
export async function countAsked(asking: Asking): Promise<{ waiting: number; late: number }> {
  const rows = (await askedOf(asking)).filter(takesAnswers)
  const open = new Set(await unansweredOf(asking, rows))
  const waiting = rows.filter(({ item_id }) => open.has(item_id))
  return { waiting: waiting.length, late: waiting.filter(({ returns_due }) => returns_due < asking.now).length }
}
