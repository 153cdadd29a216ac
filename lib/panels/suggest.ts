import type { Asking } from '../access/operation'
import { nextPanelAt, suggestAgenda, type AgendaSuggestion } from '../pathway/panel-agenda'

type For = { heldAt: Date; items: readonly { caseId: string }[] }

/**
 * The cases that something speaks for having at that panel and that are not on its agenda, with why; the most pressing
 * first. Of those that the person asking sees: the chair's begin where a case is put before the panel.
 */
export async function suggestionsFor({ tx, actor }: Pick<Asking, 'tx' | 'actor'>, { heldAt, items }: For): Promise<AgendaSuggestion[]> {
  const { areaId, settings } = actor
  const rows = await tx.cateCase.findMany({
    where: { areaId, closedAt: null, id: { notIn: items.map(({ caseId }) => caseId) } },
    orderBy: [{ panelDue: 'asc' }, { id: 'asc' }],
    select: {
      id: true, stage: true, level: true, panelDue: true, panelHeldAt: true, nextReviewDue: true,
      panelItems: { orderBy: { addedAt: 'desc' }, take: 1, select: { state: true, deferredAt: true, panelId: true, panel: { select: { state: true } } } },
    },
  })
  // one that a coming panel has on its agenda is taken care of
  const free = rows.filter(({ panelItems: [last] }) => !(last?.state === 'listed' && last.panel.state !== 'issued'))
  return suggestAgenda(free.map(({ panelItems: [last], ...one }) => ({ ...one, deferredAt: last?.state === 'deferred' ? last.deferredAt : null })), { heldAt, nextAt: nextPanelAt(heldAt, settings) })
}
